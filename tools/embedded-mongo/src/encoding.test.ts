import { describe, expect, it } from '@jest/globals';
import { Binary, BSONRegExp, Double, ObjectId } from 'bson';
import * as fc from 'fast-check';
import { decode, encode, splice } from './codec.ts';
import { compare, compoundKey, keyOf, order } from './encoding.ts';
import { MongoError } from './errors.ts';
import type { Value } from './values.ts';

/** A number as every BSON type that can hold it exactly. */
const asAllTypes = (number: number): Value[] => [
  ...(Number.isInteger(number) && Math.abs(number) < 2 ** 31 && !Object.is(number, -0) ? [number] : []),
  ...(Number.isSafeInteger(number) ? [BigInt(number)] : []),
  new Double(number),
];

const int = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const long = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const double = fc.double();
const scalar: fc.Arbitrary<Value> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  int,
  long,
  double.map((number) => new Double(number)),
  fc.string({ unit: 'binary' }),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
  fc.uint8Array({ maxLength: 20 }).map((bytes) => new Binary(bytes, 0)),
  fc.constant(new BSONRegExp('a', 'i')),
);
const { value: anyValue } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .array(
        fc.tuple(
          fc.string({ maxLength: 3 }).filter((name) => !name.includes('\0')),
          tie('value'),
        ),
        { maxLength: 4 },
      )
      .map((fields) => new Map(fields)),
  ),
}));

const sign = (number: number): number => Math.sign(number) + 0;

describe('the encoding of values', () => {
  it('orders Int32 and Double as numbers', () => {
    fc.assert(
      fc.property(fc.oneof(int, double), fc.oneof(int, double), (a, b) => {
        fc.pre(!Number.isNaN(a) && !Number.isNaN(b));
        expect(sign(compare(new Double(a), new Double(b)))).toBe(a === b ? 0 : a < b ? -1 : 1);
      }),
    );
  });

  it('orders Int64 exactly, also against Doubles next to it', () => {
    fc.assert(
      fc.property(
        long,
        fc.oneof(
          long,
          long.map((value) => BigInt(Number(value))),
        ),
        (a, b) => {
          expect(sign(compare(a, b))).toBe(a < b ? -1 : a > b ? 1 : 0);
          const near = Number(b);
          expect(sign(compare(a, new Double(near)))).toBe(a < BigInt(near) ? -1 : a > BigInt(near) ? 1 : 0);
        },
      ),
    );
  });

  it('gives equal numbers of all types one key', () => {
    fc.assert(
      fc.property(fc.oneof(int, fc.maxSafeInteger(), double), (number) => {
        const keys = new Set(asAllTypes(number).map((value) => keyOf(value)));
        expect(keys.size).toBe(1);
      }),
    );
  });

  it('puts NaN below all numbers and makes it equal to itself', () => {
    expect(compare(new Double(NaN), new Double(-Infinity))).toBeLessThan(0);
    expect(compare(new Double(NaN), new Double(NaN))).toBe(0);
    expect(compare(new Double(NaN), null)).toBeGreaterThan(0);
  });

  it('orders text by its UTF-8 bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(sign(compare(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
    );
  });

  it('orders arrays element by element, a shorter one first', () => {
    fc.assert(
      fc.property(fc.array(int, { maxLength: 5 }), fc.array(int, { maxLength: 5 }), (a, b) => {
        const different = a.findIndex((item, i) => i >= b.length || item !== b[i]);
        const expected = different < 0 ? sign(a.length - b.length) : different >= b.length ? 1 : sign(a[different]! - b[different]!);
        expect(sign(compare(a, b))).toBe(expected);
      }),
    );
  });

  it('is a total order', () => {
    fc.assert(
      fc.property(anyValue, anyValue, anyValue, (a, b, c) => {
        const [first, second, third] = [a, b, c].toSorted(compare) as [Value, Value, Value];
        expect(compare(first, second)).toBeLessThanOrEqual(0);
        expect(compare(second, third)).toBeLessThanOrEqual(0);
        expect(compare(first, third)).toBeLessThanOrEqual(0);
        expect(sign(compare(a, b))).toBe(-sign(compare(b, a)) + 0);
      }),
    );
  });

  it('keeps the order of the first field, then of the second, in compound keys of any direction', () => {
    fc.assert(
      fc.property(anyValue, anyValue, anyValue, anyValue, fc.boolean(), fc.boolean(), (a1, a2, b1, b2, down1, down2) => {
        const first = compare(a1, b1) * (down1 ? -1 : 1);
        const expected = sign(first === 0 ? compare(a2, b2) * (down2 ? -1 : 1) : first);
        expect(order(compoundKey([a1, a2], [down1, down2]), compoundKey([b1, b2], [down1, down2]))).toBe(expected);
      }),
    );
  });

  it('keeps everything that starts with a key between the key and the key followed by 0xff', () => {
    fc.assert(
      fc.property(anyValue, anyValue, fc.boolean(), fc.boolean(), (first, second, down1, down2) => {
        const prefix = compoundKey([first], [down1]);
        const whole = compoundKey([first, second], [down1, down2]);
        expect(order(whole, prefix)).toBeGreaterThanOrEqual(0);
        expect(order(whole, `${prefix}\xff`)).toBeLessThan(0);
      }),
    );
  });
});

describe('reading and writing documents', () => {
  it('gives every value back as it was, types included', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const bytes = encode(new Map([['v', value]]));
        expect(encode(decode(bytes)).equals(bytes)).toBe(true);
      }),
    );
  });

  it('keeps the order of fields that look like numbers, and a field named __proto__', () => {
    const doc = new Map<string, Value>([
      ['10', 1],
      ['9', 2],
      ['__proto__', 3],
    ]);
    expect([...decode(encode(doc)).keys()]).toEqual(['10', '9', '__proto__']);
  });

  it('reads only the fields that are asked for', () => {
    const doc = new Map<string, Value>([
      ['a', 'text'],
      ['b', [1, new Map([['a', 2]])]],
      ['ü', null],
      ['c', true],
    ]);
    expect([...decode(encode(doc), new Set(['ü', 'b', 'x']))]).toEqual([
      ['b', doc.get('b')],
      ['ü', null],
    ]);
  });

  it('changes, adds and leaves out fields as if the document had been written anew', () => {
    const field = fc.constantFrom('a', 'b', 'ü', '1', 'long name');
    const fields = fc.array(fc.tuple(field, anyValue), { maxLength: 6 }).map((entries) => new Map(entries));
    const changes = fc.array(fc.tuple(field, fc.option(anyValue, { nil: undefined })), { maxLength: 4 }).map((entries) => new Map(entries));
    fc.assert(
      fc.property(fields, changes, (before, changed) => {
        const after = new Map<string, Value>(before);
        for (const [name, value] of changed)
          if (value === undefined) after.delete(name);
          else after.set(name, value);
        expect(splice(encode(before), changed).equals(encode(after))).toBe(true);
      }),
    );
  });

  it('reads a document with one byte changed, or refuses it by a code', () => {
    fc.assert(
      fc.property(anyValue, fc.nat(), fc.nat({ max: 255 }), (value, place, byte) => {
        const bytes = encode(new Map([['v', value]]));
        bytes[place % bytes.length] = byte;
        try {
          decode(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(MongoError);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses broken bytes with InvalidBSON', () => {
    const bytes = encode(
      new Map<string, Value>([
        ['a', 'text'],
        ['b', new Map([['c', 1]])],
      ]),
    );
    for (let length = 1; length < bytes.length; length++) {
      expect(() => decode(bytes.subarray(0, length))).toThrow(expect.objectContaining({ reply: expect.objectContaining({ code: 22 }) }));
    }
  });

  it.each([
    ['a boolean of 2', '090000000862000200'],
    ['a text without an end', '0e00000002610002000000616200'],
  ])('refuses %s with InvalidBSON', (_what, hex) => {
    expect(() => decode(Buffer.from(hex, 'hex'))).toThrow(expect.objectContaining({ reply: expect.objectContaining({ code: 22 }) }));
  });

  it('refuses documents that are nested too deeply', () => {
    let doc = new Map<string, Value>();
    for (let depth = 0; depth < 200; depth++) doc = new Map([['a', doc]]);
    expect(() => decode(encode(doc))).toThrow(expect.objectContaining({ reply: expect.objectContaining({ code: 15 }) }));
  });
});

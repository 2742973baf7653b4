import type { Binary, BSONRegExp, Code, Decimal128, Double, ObjectId, Timestamp } from 'bson';
import { typeOf, type Doc, type TypeName, type Value } from './values.ts';

/**
 * One order-preserving encoding serves comparison, sets, sorting and indexes: for any two values, comparing their keys byte by byte gives
 * MongoDB's order, and equal values of different number types have the same key. Bytes 0x00 and 0xff never start a value, so that
 * `key + 0xff` is above everything that starts with `key`, ascending or inverted.
 */
export const RANK: Readonly<Record<TypeName, number>> = {
  minKey: 10,
  missing: 20,
  null: 20,
  int: 30,
  long: 30,
  double: 30,
  decimal: 30,
  string: 60,
  object: 70,
  array: 80,
  binData: 90,
  objectId: 100,
  bool: 110,
  date: 120,
  timestamp: 130,
  regex: 140,
  javascript: 150,
  maxKey: 240,
};

/** What an index holds for an empty array: below null, as MongoDB's `undefined`. */
export const EMPTY_ARRAY = Symbol('empty array');
export type Keyable = Value | undefined | typeof EMPTY_ARRAY;

let buffer = Buffer.allocUnsafeSlow(4096);
let end = 0;

function room(length: number): number {
  const start = end;
  end += length;
  if (end > buffer.length) {
    const larger = Buffer.allocUnsafeSlow(Math.max(buffer.length * 2, end));
    buffer.copy(larger, 0, 0, start);
    buffer = larger;
  }
  return start;
}

// `buffer` may be replaced by room(), so its result is always taken before `buffer` is named.
function putByte(value: number): void {
  const start = room(1);
  buffer[start] = value;
}

function putBytes(bytes: Uint8Array): void {
  const start = room(bytes.length);
  buffer.set(bytes, start);
}

/** The key of one value; a missing value counts as null. */
export function keyOf(value: Keyable): Buffer {
  end = 0;
  put(value);
  return Buffer.from(buffer.subarray(0, end));
}

/** The key of several values in a row; those marked descending are inverted. */
export function compoundKey(values: readonly Keyable[], descending: readonly boolean[]): Buffer {
  end = 0;
  values.forEach((value, position) => {
    const start = end;
    put(value);
    if (descending[position]) invert(buffer.subarray(start, end));
  });
  return Buffer.from(buffer.subarray(0, end));
}

export function invert(bytes: Buffer): Buffer {
  for (let i = 0; i < bytes.length; i++) bytes[i] = 255 - bytes[i]!;
  return bytes;
}

/** The key as a string, for sets and maps. */
export const setKey = (value: Value | undefined): string => keyOf(value).toString('latin1');

/** MongoDB's order over all types: negative, zero or positive. */
export function compare(left: Value | undefined, right: Value | undefined): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return Buffer.compare(keyOf(left), keyOf(right));
}

function put(value: Keyable): void {
  if (value === EMPTY_ARRAY) {
    putByte(15);
    return;
  }
  const type = typeOf(value);
  putByte(RANK[type]);
  switch (type) {
    case 'int':
      return putDouble(value as number);
    case 'double':
      return putDouble((value as Double).value);
    case 'long':
      return putLong(value as bigint);
    case 'decimal':
      return putDecimal((value as Decimal128).toString());
    case 'string':
      return putText(value as string);
    case 'object':
      return putObject(value as Doc);
    case 'array':
      for (const item of value as Value[]) put(item);
      putByte(0);
      return;
    case 'binData': {
      const binary = value as Binary;
      {
        const start = room(4);
        buffer.writeUInt32BE(binary.position, start);
      }
      putByte(binary.sub_type);
      putBytes(binary.buffer.subarray(0, binary.position));
      return;
    }
    case 'objectId':
      putBytes((value as ObjectId).id);
      return;
    case 'bool':
      putByte(value ? 1 : 0);
      return;
    case 'date':
      {
        const start = room(8);
        buffer.writeBigUInt64BE(BigInt((value as Date).getTime()) + 0x8000_0000_0000_0000n, start);
      }
      return;
    case 'timestamp':
      {
        const start = room(8);
        buffer.writeBigUInt64BE(BigInt.asUintN(64, (value as Timestamp).toBigInt()), start);
      }
      return;
    case 'regex':
      putText((value as BSONRegExp).pattern);
      return putText((value as BSONRegExp).options);
    case 'javascript':
      return putText((value as Code).code);
    case 'null':
    case 'missing':
    case 'minKey':
    case 'maxKey':
      return;
  }
}

function putObject(doc: Doc): void {
  // MongoDB compares field by field: type first, then name, then value.
  for (const [name, value] of doc) {
    putByte(RANK[typeOf(value)]);
    putText(name);
    put(value);
  }
  putByte(0);
}

// UTF-8 bytes sort by code point, which JavaScript's own comparison (by UTF-16 unit) does not.
function putText(text: string): void {
  const length = Buffer.byteLength(text);
  const start = room(length);
  buffer.write(text, start);
  if (text.includes('\0')) {
    const bytes = Buffer.from(buffer.subarray(start, end));
    end = start;
    for (const byte of bytes) {
      putByte(byte);
      if (byte === 0) putByte(255);
    }
  }
  putByte(0);
}

function writeOrderedDouble(magnitude: number, negative: boolean): void {
  const start = room(8);
  buffer.writeDoubleBE(magnitude, start);
  if (negative) invert(buffer.subarray(start, end));
  buffer[start] = buffer[start]! ^ 0x80;
}

const NOT_A_NUMBER = Buffer.alloc(9);

function putDouble(number: number): void {
  if (Number.isNaN(number)) {
    putBytes(NOT_A_NUMBER);
    return;
  }
  const negative = number < 0;
  writeOrderedDouble(Math.abs(number), negative);
  putByte(negative ? 255 : 0);
}

function putLong(value: bigint): void {
  const near = Number(value);
  if (BigInt(near) === value) return putDouble(near);
  const negative = value < 0n;
  const digits = (negative ? -value : value).toString();
  putInexact(digits, digits.length - 1, negative);
}

function putDecimal(text: string): void {
  if (text === 'NaN' || text.endsWith('Infinity')) return putDouble(Number(text));
  const [, sign, whole = '', fraction = '', exponent = '0'] = /^(-?)(\d*)\.?(\d*)(?:E([+-]?\d+))?$/.exec(text) ?? [];
  const digits = (whole + fraction).replace(/^0+/, '');
  if (digits === '') return putDouble(0);
  putInexact(digits.replace(/0+$/, ''), Number(exponent) - fraction.length + digits.length - 1, sign === '-');
}

/** Writes ±d.ddd × 10^exponent: the next double towards zero and, unless that is exact, the decimal digits behind it. */
function putInexact(digits: string, exponent: number, negative: boolean): void {
  let magnitude = Math.min(Number(`${digits[0]}.${digits.slice(1)}e${exponent}`), Number.MAX_VALUE);
  let order = compareWithDouble(digits, exponent, magnitude);
  if (order < 0) {
    magnitude = previousDouble(magnitude);
    order = 1;
  }
  if (order === 0) return putDouble(negative ? -magnitude : magnitude);
  writeOrderedDouble(magnitude, negative);
  const start = end;
  putByte(1);
  {
    const start = room(2);
    buffer.writeUInt16BE(exponent + 0x8000, start);
  }
  const significant = digits.replace(/0+$/, '');
  putBytes(Buffer.from(significant, 'latin1'));
  putByte(0);
  if (negative) invert(buffer.subarray(start, end));
}

const bits = new DataView(new ArrayBuffer(8));

function previousDouble(magnitude: number): number {
  bits.setFloat64(0, magnitude);
  bits.setBigUint64(0, bits.getBigUint64(0) - 1n);
  return bits.getFloat64(0);
}

function compareWithDouble(digits: string, exponent: number, magnitude: number): number {
  bits.setFloat64(0, magnitude);
  const raw = bits.getBigUint64(0);
  const biased = Number(raw >> 52n);
  const fraction = raw & 0xf_ffff_ffff_ffffn;
  let right = biased === 0 ? fraction : fraction | 0x10_0000_0000_0000n;
  const power = Math.max(biased, 1) - 1075;
  let left = BigInt(digits);
  const scale = exponent - (digits.length - 1);
  if (scale > 0) left *= 10n ** BigInt(scale);
  else right *= 10n ** BigInt(-scale);
  if (power > 0) right <<= BigInt(power);
  else left <<= BigInt(-power);
  return left < right ? -1 : left > right ? 1 : 0;
}

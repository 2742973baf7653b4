import { Binary, BSONRegExp, Double, ObjectId, serialize } from 'bson';
import { eachElement } from './elements.ts';
import { fail, unserved } from './errors.ts';
import type { Doc, Value } from './values.ts';

const MAX_DEPTH = 180;
const MAX_DATE = 8.64e15;

/** How each type is read, by its number in BSON. Binary data is copied: the source may be a large buffer that it must not keep alive. */
const READERS: Readonly<Record<number, (bytes: Buffer, at: number, length: number, depth: number) => Value>> = {
  0x01: (bytes, at) => new Double(bytes.readDoubleLE(at)),
  0x02: (bytes, at, length) =>
    bytes[at + length - 1] === 0 ? bytes.toString('utf8', at + 4, at + length - 1) : fail(22, 'Invalid BSON: a text without an end'),
  0x03: (bytes, at, _, depth) => readDocument(bytes, at, depth + 1),
  0x04: (bytes, at, _, depth) => [...readDocument(bytes, at, depth + 1).values()],
  // The old subtype 2 repeats its length inside, which bson writes once more.
  0x05: (bytes, at, length) =>
    bytes[at + 4] === 2
      ? unserved('binary data of the old subtype 2')
      : new Binary(Buffer.from(bytes.subarray(at + 5, at + length)), bytes[at + 4]),
  0x07: (bytes, at) => new ObjectId(Buffer.from(bytes.subarray(at, at + 12))),
  0x08: (bytes, at) => (bytes[at]! > 1 ? fail(22, 'Invalid BSON: a boolean is 0 or 1') : bytes[at] === 1),
  0x09: (bytes, at) => readDate(bytes.readInt32LE(at + 4) * 2 ** 32 + bytes.readUInt32LE(at)),
  0x0a: () => null,
  0x0b: (bytes, at, length) => new BSONRegExp(...(bytes.toString('utf8', at, at + length).split('\0') as [string, string])),
  0x10: (bytes, at) => bytes.readInt32LE(at),
  0x12: (bytes, at) => bytes.readBigInt64LE(at),
};

/**
 * Reads one document. Not bson's deserialize(): that reorders number-like keys and turns numbers of all types into one.
 * @param only read these top-level fields and skip the others
 * @throws code 22 for broken BSON, 15 when nested too deeply, 238 for a type that isn't served
 */
export function decode(bytes: Uint8Array, only?: ReadonlySet<string>): Doc {
  try {
    return readDocument(viewOf(bytes), 0, 0, only);
  } catch (error) {
    // Of bson's own types some refuse what they are made of.
    if (error instanceof Error && error.name.startsWith('BSON')) fail(22, `Invalid BSON: ${error.message}`);
    throw error;
  }
}

const viewOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);

function readDocument(bytes: Buffer, start: number, depth: number, only?: ReadonlySet<string>): Doc {
  if (depth > MAX_DEPTH) fail(15, 'BSONObj exceeds maximum nested object depth');
  const doc: Doc = new Map();
  eachElement(bytes, start, (name, type, _from, value, end) => {
    if (only && !only.has(name)) return true;
    doc.set(name, READERS[type]!(bytes, value, end - value, depth));
    return doc.size !== only?.size;
  });
  return doc;
}

const readDate = (millis: number): Date =>
  Math.abs(millis) > MAX_DATE ? unserved('a date outside of the range of ECMAScript') : new Date(millis);

/** Writes one document; plain objects are for replies only, where no number is a Double. */
export function encode(doc: Doc | Readonly<Record<string, unknown>>): Buffer {
  const bytes = serialize(doc);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

/**
 * A document with some of its fields changed, where the others are taken over byte for byte. A changed field keeps its place, a new one comes last.
 * @param changes the new values by field; undefined leaves a field out
 */
export function splice(document: Uint8Array, changes: ReadonlyMap<string, Value | undefined>): Buffer {
  const bytes = viewOf(document);
  const changed = encode(new Map([...changes].filter((change): change is [string, Value] => change[1] !== undefined)));
  const fresh = new Map<string, Buffer>();
  eachElement(changed, 0, (name, _type, from, _value, end) => !!fresh.set(name, changed.subarray(from, end)));
  const parts: Buffer[] = [];
  let kept = 4;
  eachElement(bytes, 0, (name, _type, from, _value, end) => {
    if (!changes.has(name)) return true;
    parts.push(bytes.subarray(kept, from), fresh.get(name) ?? NOTHING);
    fresh.delete(name);
    kept = end;
    return true;
  });
  return join([...parts, bytes.subarray(kept, -1), ...fresh.values()]);
}
const NOTHING = Buffer.alloc(0);

/** A document with some of its fields left out, where the others are taken over byte for byte. */
export function pick(document: Uint8Array, keeps: (name: string) => boolean): Buffer {
  const bytes = viewOf(document);
  const parts: Buffer[] = [];
  eachElement(bytes, 0, (name, _type, from, _value, end) => {
    if (keeps(name)) parts.push(bytes.subarray(from, end));
    return true;
  });
  return join(parts);
}

/** The reply with one batch of a cursor, around documents that are already encoded. */
export function encodeBatch(field: string, documents: readonly Uint8Array[], id: bigint, ns: string): Buffer {
  const array = join(documents.flatMap((bytes, index) => [Buffer.from(`\x03${index}\0`), bytes]));
  const cursor = join([Buffer.from(`\x04${field}\0`), array, encode({ id, ns }).subarray(4, -1)]);
  return join([Buffer.from('\x03cursor\0'), cursor, encode({ ok: 1 }).subarray(4, -1)]);
}

function join(parts: readonly Uint8Array[]): Buffer {
  const bytes = Buffer.concat([Buffer.alloc(4), ...parts, Buffer.alloc(1)]);
  bytes.writeInt32LE(bytes.length);
  return bytes;
}

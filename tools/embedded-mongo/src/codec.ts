import { Binary, BSONRegExp, Code, Decimal128, Double, MaxKey, MinKey, ObjectId, onDemand, serialize, Timestamp } from 'bson';
import { fail } from './errors.ts';
import type { Doc, Value } from './values.ts';

const MAX_DEPTH = 180;
const MAX_DATE = 8_640_000_000_000_000;

/**
 * Reads one document. Not bson's deserialize(): that reorders number-like keys and turns numbers of all types into one.
 * @param only read these top-level fields and skip the others
 * @throws code 22 for broken BSON or a deprecated type, 15 when nested too deeply
 */
export function decode(bytes: Buffer, only?: ReadonlySet<string>): Doc {
  try {
    return readDocument(bytes, 0, 0, only);
  } catch (error) {
    if (error instanceof Error && /^(BSON|Range)/.test(error.name)) fail(22, `Invalid BSON: ${error.message}`);
    throw error;
  }
}

function readDocument(bytes: Buffer, start: number, depth: number, only?: ReadonlySet<string>): Doc {
  if (depth > MAX_DEPTH) fail(15, 'BSONObj exceeds maximum nested object depth');
  const doc: Doc = new Map();
  for (const [type, nameOffset, nameLength, offset, length] of onDemand.parseToElements(bytes, start)) {
    const name = bytes.toString('utf8', nameOffset, nameOffset + nameLength);
    if (!only || only.has(name)) doc.set(name, readValue(bytes, type, offset, length, depth));
  }
  return doc;
}

function readValue(bytes: Buffer, type: number, at: number, length: number, depth: number): Value {
  // Copied, because the source may be a large network buffer that one small value must not keep alive.
  const copy = (from: number, size: number): Buffer => Buffer.from(bytes.subarray(from, from + size));
  switch (type) {
    case 0x01:
      return new Double(bytes.readDoubleLE(at));
    case 0x02:
      return bytes.toString('utf8', at + 4, at + length - 1);
    case 0x03:
      return readDocument(bytes, at, depth + 1);
    case 0x04:
      return [...readDocument(bytes, at, depth + 1).values()];
    case 0x05:
      return new Binary(copy(at + 5, length - 5), bytes[at + 4]);
    case 0x07:
      return new ObjectId(copy(at, 12));
    case 0x08:
      return bytes[at] === 1;
    case 0x09: {
      const millis = Number(bytes.readBigInt64LE(at));
      if (Math.abs(millis) > MAX_DATE) fail(22, 'Invalid BSON: embedded-mongo does not serve dates outside of the range of ECMAScript');
      return new Date(millis);
    }
    case 0x0a:
      return null;
    case 0x0b: {
      const [pattern = '', options = ''] = bytes.toString('utf8', at, at + length).split('\0');
      return new BSONRegExp(pattern, options);
    }
    case 0x0d:
      return new Code(bytes.toString('utf8', at + 4, at + length - 1));
    case 0x10:
      return bytes.readInt32LE(at);
    case 0x11:
      return new Timestamp(bytes.readBigUInt64LE(at));
    case 0x12:
      return bytes.readBigInt64LE(at);
    case 0x13:
      return new Decimal128(copy(at, 16));
    case 0x7f:
      return new MaxKey();
    case 0xff:
      return new MinKey();
    default:
      return fail(22, `Invalid BSON: embedded-mongo does not serve the deprecated or unknown type 0x${type.toString(16)}`);
  }
}

/** Writes one document; plain objects are for replies only, where no number is a Double. */
export function encode(doc: Doc | Readonly<Record<string, unknown>>): Buffer {
  const bytes = serialize(doc);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** Puts documents that are already encoded into an array field of a new document. */
export function wrapArray(name: string, documents: readonly Buffer[], rest: Readonly<Record<string, unknown>>): Buffer {
  const array = documents.flatMap((bytes, index) => [Buffer.from(`\x03${index}\0`), bytes]);
  return document([Buffer.from(`\x04${name}\0`), document(array), encode(rest).subarray(4, -1)]);
}

/** Puts one document that is already encoded in front of the fields of another one. */
export function wrapDocument(name: string, inner: Buffer, rest: Readonly<Record<string, unknown>>): Buffer {
  return document([Buffer.from(`\x03${name}\0`), inner, encode(rest).subarray(4, -1)]);
}

function document(parts: readonly Buffer[]): Buffer {
  const bytes = Buffer.concat([Buffer.alloc(4), ...parts, Buffer.alloc(1)]);
  bytes.writeInt32LE(bytes.length);
  return bytes;
}

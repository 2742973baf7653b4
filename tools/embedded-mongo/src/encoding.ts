import type { Binary, BSONRegExp, Code, Decimal128, Double, ObjectId, Timestamp } from 'bson';
import { RANK, typeOf, type Doc, type Value } from './values.ts';

/** What an index holds for an empty array: below null, as MongoDB's `undefined`. */
export const EMPTY_ARRAY = Symbol('empty array');
export type Keyable = Value | undefined | typeof EMPTY_ARRAY;

// One order-preserving encoding serves comparison, sets, sorting and indexes: comparing keys byte by byte gives MongoDB's order, and equal
// values of different number types have the same key. No value starts with 0x00 or 0xff, so that `key + 0xff` is above everything that
// starts with `key`, ascending or inverted. The buffer is the module's, because encoding is synchronous and never nests.
let buffer = Buffer.allocUnsafeSlow(4096);
let end = 0;

/** The key of one value; a missing value counts as null. */
export function keyOf(value: Keyable): Buffer {
  return compoundKey([value], []);
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
  return typeof left === 'number' && typeof right === 'number' ? left - right : Buffer.compare(keyOf(left), keyOf(right));
}

/** Makes room before anything names the buffer, which may be replaced by a larger one. */
function room(length: number): number {
  const start = end;
  end += length;
  if (end > buffer.length) buffer = Buffer.concat([buffer, Buffer.allocUnsafeSlow(Math.max(buffer.length, length))]);
  return start;
}

function putByte(value: number): void {
  const start = room(1);
  buffer[start] = value;
}

function putBytes(bytes: Uint8Array): void {
  const start = room(bytes.length);
  buffer.set(bytes, start);
}

function putUnsigned(value: bigint): void {
  const start = room(8);
  buffer.writeBigUInt64BE(BigInt.asUintN(64, value), start);
}

// UTF-8 bytes sort by code point, which JavaScript's own comparison (by UTF-16 unit) does not.
function putText(text: string): void {
  const start = room(Buffer.byteLength(text));
  buffer.write(text, start);
  if (text.includes('\0')) {
    const escaped = buffer.toString('latin1', start, end).replaceAll('\0', '\0\xff');
    end = start;
    putBytes(Buffer.from(escaped, 'latin1'));
  }
  putByte(0);
}

function put(value: Keyable): void {
  if (value === EMPTY_ARRAY) return putByte(15);
  const type = typeOf(value);
  putByte(RANK[type]);
  switch (type) {
    case 'int':
    case 'long':
      return putDecimal(BigInt(value as number | bigint), 0);
    case 'double':
      return putDouble((value as Double).value);
    case 'decimal':
      return putDecimal128((value as Decimal128).toString());
    case 'string':
      return putText(value as string);
    case 'object':
      // Field by field: type first, then name, then value.
      for (const [name, inner] of value as Doc) {
        putByte(RANK[typeOf(inner)]);
        putText(name);
        put(inner);
      }
      return putByte(0);
    case 'array':
      for (const item of value as Value[]) put(item);
      return putByte(0);
    case 'binData':
      putUnsigned(BigInt((value as Binary).position));
      putByte((value as Binary).sub_type);
      return putBytes((value as Binary).buffer.subarray(0, (value as Binary).position));
    case 'objectId':
      return putBytes((value as ObjectId).id);
    case 'bool':
      return putByte(value ? 1 : 0);
    case 'date':
      return putUnsigned(BigInt((value as Date).getTime()) + 0x8000_0000_0000_0000n);
    case 'timestamp':
      return putUnsigned((value as Timestamp).toBigInt());
    case 'regex':
      putText((value as BSONRegExp).pattern);
      return putText((value as BSONRegExp).options);
    case 'javascript':
      return putText((value as Code).code);
    case 'null':
    case 'missing':
    case 'minKey':
    case 'maxKey':
      return undefined;
  }
}

// A number is its sign, the place of its first digit and its decimal digits: exact for every type, as each Double has a finite expansion.
const [NOT_A_NUMBER, MINUS_INFINITY, MINUS, ZERO, PLUS, INFINITY] = [1, 2, 3, 4, 5, 6];
const LEAST_EXPONENT = 0x4000;

function putDouble(number: number): void {
  if (Number.isNaN(number)) return putByte(NOT_A_NUMBER!);
  if (!Number.isFinite(number)) return putByte(number < 0 ? MINUS_INFINITY! : INFINITY!);
  let [whole, halvings] = [number, 0];
  for (; !Number.isInteger(whole); halvings++) whole *= 2;
  putDecimal(BigInt(whole) * 5n ** BigInt(halvings), -halvings);
}

function putDecimal128(text: string): void {
  const [, whole, fraction = '', exponent = '0'] = /^(-?\d+)\.?(\d*)(?:E([+-]?\d+))?$/.exec(text) ?? [];
  if (whole === undefined) putDouble(Number(text));
  else putDecimal(BigInt(whole + fraction), Number(exponent) - fraction.length, whole.startsWith('-'));
}

/** Writes `coefficient` × 10^`exponent`. */
function putDecimal(coefficient: bigint, exponent: number, negative = coefficient < 0n): void {
  if (coefficient === 0n) return putByte(ZERO!);
  putByte(negative ? MINUS! : PLUS!);
  const digits = (coefficient < 0n ? -coefficient : coefficient).toString();
  const start = room(2);
  buffer.writeUInt16BE(LEAST_EXPONENT + exponent + digits.length, start);
  putText(digits.replace(/0+$/, ''));
  if (negative) invert(buffer.subarray(start, end));
}

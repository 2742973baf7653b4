import { Double, type Binary, type BSONRegExp, type ObjectId } from 'bson';
import { typeOf, type Doc, type Numeric, type TypeName, type Value } from './values.ts';

/** What an index holds for an empty array: below null, as MongoDB's `undefined`. */
export const EMPTY_ARRAY = Symbol('empty array');
export type Keyable = Value | undefined | typeof EMPTY_ARRAY;

// One order-preserving encoding serves comparison, sets, sorting and indexes: comparing keys gives MongoDB's order, and equal values of
// different number types have the same key. A key is a string of bytes (each character is one, below 256). No value starts with 0x00
// or 0xff, so that `key + 0xff` is above everything that starts with `key`, ascending or inverted.

/** The place of each type in MongoDB's order over all types. */
const RANK = { null: 20, number: 30, string: 60, object: 70, array: 80, binData: 90, objectId: 100, bool: 110, date: 120, regex: 140 };

/** What the keys of all values of a type start with, and nothing else does; by `behind` what is behind them. */
export const rankKey = (type: TypeName, behind = 0): string => String.fromCharCode(RANK[type] + behind);

/** The key of one value; a missing value counts as null. */
export function keyOf(value: Keyable): string {
  if (value === EMPTY_ARRAY) return '\x0f';
  const type = typeOf(value);
  return rankKey(type) + CONTENT[type](value as never);
}

/** The key of several values in a row; those marked descending are inverted. */
export const compoundKey = (values: readonly Keyable[], descending: readonly boolean[]): string =>
  values.map((value, position) => (descending[position] ? invert(keyOf(value)) : keyOf(value))).join('');

/** A key that sorts the other way round. */
export const invert = (key: string): string => bytesKey(Buffer.from(key, 'latin1').map((byte) => 255 - byte));

export const order = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
/** MongoDB's order over all types: negative, zero or positive. */
export const compare = (left: Value | undefined, right: Value | undefined): number => order(keyOf(left), keyOf(right));

const CONTENT: Readonly<Record<TypeName, (value: never) => string>> = {
  null: () => '',
  number: numberKey,
  string: textKey,
  // Field by field: type first, then name, then value.
  object: (doc: Doc) => `${[...doc].map(fieldKey).join('')}\0`,
  array: (items: Value[]) => `${items.map(keyOf).join('')}\0`,
  binData: ({ buffer, position, sub_type }: Binary) =>
    integerKey(BigInt(position)) + String.fromCharCode(sub_type) + bytesKey(buffer.subarray(0, position)),
  objectId: ({ id }: ObjectId) => bytesKey(id),
  bool: (value: boolean) => (value ? '\x01' : '\0'),
  date: (date: Date) => integerKey(BigInt(date.getTime()) + 0x8000_0000_0000_0000n),
  regex: ({ pattern, options }: BSONRegExp) => textKey(pattern) + textKey(options),
};

const fieldKey = ([name, value]: [string, Value]): string => rankKey(typeOf(value)) + textKey(name) + keyOf(value);
const bytesKey = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
const integer = Buffer.alloc(8);

function integerKey(value: bigint): string {
  integer.writeBigUInt64BE(value);
  return integer.toString('latin1');
}

// UTF-8 bytes sort by code point, which JavaScript's own comparison (by UTF-16 unit) does not.
function textKey(text: string): string {
  const plain = Buffer.byteLength(text) === text.length && !text.includes('\0');
  return `${plain ? text : bytesKey(Buffer.from(text)).replaceAll('\0', '\0\xff')}\0`;
}

export const NAN = '\x01';
const [MINUS_INFINITY, MINUS, ZERO, PLUS, INFINITY] = ['\x02', '\x03', '\x04', '\x05', '\x06'];
const LEAST_EXPONENT = 0x4000;

/** A number is its sign, the place of its first digit and its digits: exact for every type, as each Double has a finite expansion. */
function numberKey(numeric: Numeric): string {
  const number = numeric instanceof Double ? numeric.value : numeric;
  if (Number.isNaN(number)) return NAN;
  if (number === Infinity || number === -Infinity) return number < 0 ? MINUS_INFINITY : INFINITY;
  let [whole, halvings] = [number, 0];
  for (; typeof whole === 'number' && !Number.isInteger(whole); halvings++) whole *= 2;
  const digits = Number.isSafeInteger(number) ? number : BigInt(whole) * 5n ** BigInt(halvings);
  if (!digits) return ZERO;
  const text = String(digits).replace('-', '');
  const exponent = LEAST_EXPONENT + text.length - halvings;
  const key = `${String.fromCharCode(exponent >> 8, exponent & 255)}${text.replace(/0+$/, '')}\0`;
  return digits < 0 ? MINUS + invert(key) : PLUS + key;
}

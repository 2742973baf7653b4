import { Double, EJSON, type Binary, type BSONRegExp, type ObjectId } from 'bson';

/** A decoded document. A Map and not an object: JavaScript reorders keys that look like numbers, and `__proto__` would be no key at all. */
export type Doc = Map<string, Value>;

/** A decoded BSON value. A `number` is always an Int32, a `bigint` an Int64, so that nothing changes its type on the way back. */
export type Value = null | boolean | Numeric | string | Date | ObjectId | Binary | BSONRegExp | Value[] | Map<string, Value>;
export type Numeric = number | bigint | Double;

/** The types as filters name them, all numbers as one; a missing value counts as null. */
export type TypeName = 'null' | 'number' | 'string' | 'object' | 'array' | 'binData' | 'objectId' | 'bool' | 'date' | 'regex';

const PRIMITIVES: Record<string, TypeName> = { string: 'string', number: 'number', bigint: 'number', boolean: 'bool', undefined: 'null' };
const CLASSES = { Double: 'number', ObjectId: 'objectId', Binary: 'binData', BSONRegExp: 'regex' } as const;

export function typeOf(value: Value | undefined): TypeName {
  const primitive = PRIMITIVES[typeof value];
  if (primitive) return primitive;
  if (value === null) return 'null';
  if (value instanceof Map) return 'object';
  if (Array.isArray(value)) return 'array';
  return value instanceof Date ? 'date' : CLASSES[(value as ObjectId | Binary)._bsontype];
}

export const isDoc = (value: unknown): value is Doc => value instanceof Map;
export const isRegex = (value: Value | undefined): value is BSONRegExp => typeOf(value) === 'regex';
export const isNumeric = (value: Value | undefined): value is Numeric => typeOf(value) === 'number';
export const firstKey = (doc: Doc): string => doc.keys().next().value ?? '';

/** The number that a BSON number stands for (an Int64 loses precision beyond 2^53), or undefined for another type. */
export const asNumber = (value: Value | undefined): number | undefined => (isNumeric(value) ? Number(value) : undefined);
export const truthy = (value: Value | undefined): boolean => ![undefined, null, false].includes(value as null) && asNumber(value) !== 0;

/** Adds as MongoDB does: Int32 grows into Int64, anything with a Double is a Double. @returns undefined beyond Int64 */
export function add(left: Numeric, right: Numeric): Numeric | undefined {
  if (left instanceof Double || right instanceof Double) return new Double(Number(left) + Number(right));
  const sum = BigInt(left) + BigInt(right);
  if (typeof left === 'number' && typeof right === 'number' && BigInt.asIntN(32, sum) === sum) return Number(sum);
  return BigInt.asIntN(64, sum) === sum ? sum : undefined;
}

/** A value in a message. */
export const show = (value: Value | undefined): string => EJSON.stringify(value ?? null);

/** A table to look names up in that a client has sent; in an object it would find `constructor` too. */
export const tableOf = <T>(entries: Readonly<Record<string, T>>): ReadonlyMap<string, T> => new Map(Object.entries(entries));

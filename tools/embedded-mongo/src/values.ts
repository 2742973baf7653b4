import type { Binary, BSONRegExp, Code, Decimal128, Double, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';

/** A decoded document. A Map and not an object: JavaScript reorders keys that look like numbers, and `__proto__` would be no key at all. */
export type Doc = Map<string, Value>;

type Instance = Date | Double | Decimal128 | ObjectId | Binary | BSONRegExp | Timestamp | MinKey | MaxKey | Code;

/** A decoded BSON value. A `number` is always an Int32, a `bigint` an Int64, so that nothing changes its type on the way back. */
export type Value = null | boolean | number | bigint | string | Instance | Value[] | Map<string, Value>;

/** MongoDB's alias for `$type` and messages, its number on the wire, and its place in MongoDB's order over all types. */
const TYPES = [
  ['minKey', -1, 10],
  ['missing', 0, 20],
  ['null', 10, 20],
  ['int', 16, 30],
  ['long', 18, 30],
  ['double', 1, 30],
  ['decimal', 19, 30],
  ['string', 2, 60],
  ['object', 3, 70],
  ['array', 4, 80],
  ['binData', 5, 90],
  ['objectId', 7, 100],
  ['bool', 8, 110],
  ['date', 9, 120],
  ['timestamp', 17, 130],
  ['regex', 11, 140],
  ['javascript', 13, 150],
  ['maxKey', 127, 240],
] as const;

export type TypeName = (typeof TYPES)[number][0];

export const RANK = Object.fromEntries(TYPES.map(([name, , rank]) => [name, rank])) as Readonly<Record<TypeName, number>>;
export const typeNumbered = (number: number): TypeName | undefined => TYPES.find(([, code]) => code === number && code !== 0)?.[0];
export const isTypeName = (name: string): boolean => Object.hasOwn(RANK, name) && name !== 'missing';

const PRIMITIVES = { string: 'string', number: 'int', boolean: 'bool', bigint: 'long', undefined: 'missing' } as Readonly<
  Record<string, TypeName>
>;
const CLASSES = {
  Double: 'double',
  Decimal128: 'decimal',
  ObjectId: 'objectId',
  Binary: 'binData',
  BSONRegExp: 'regex',
  Code: 'javascript',
};

export function typeOf(value: Value | undefined): TypeName {
  const primitive = PRIMITIVES[typeof value];
  if (primitive) return primitive;
  if (value === null) return 'null';
  if (value instanceof Map) return 'object';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  const name = (value as Exclude<Instance, Date>)._bsontype;
  return name === 'Timestamp' ? 'timestamp' : name === 'MinKey' ? 'minKey' : name === 'MaxKey' ? 'maxKey' : (CLASSES[name] as TypeName);
}

export const isDoc = (value: unknown): value is Doc => value instanceof Map;
export const isRegex = (value: Value | undefined): value is BSONRegExp => typeOf(value) === 'regex';
export const firstKey = (doc: Doc): string => doc.keys().next().value ?? '';

/** The number that a BSON number stands for (Int64 and Decimal128 lose precision beyond 2^53), or undefined for another type. */
export function asNumber(value: Value | undefined): number | undefined {
  if (typeof value === 'number') return value;
  const type = typeOf(value);
  return type === 'double' ? (value as Double).value : type === 'long' || type === 'decimal' ? Number(String(value as bigint)) : undefined;
}

export const truthy = (value: Value | undefined): boolean =>
  value !== undefined && value !== null && value !== false && asNumber(value) !== 0;

const shown = (open: string, items: readonly string[], close: string): string =>
  items.length === 0 ? open + close : `${open} ${items.join(', ')} ${close}`;

/** A value as MongoDB's shell prints it; MongoDB's error messages quote values this way. */
export function show(value: Value | undefined): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (isDoc(value))
    return shown(
      '{',
      [...value].map(([name, inner]) => `${name}: ${show(inner)}`),
      '}',
    );
  if (Array.isArray(value)) return shown('[', value.map(show), ']');
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (typeOf(value) === 'objectId') return `ObjectId('${(value as ObjectId).toHexString()}')`;
  if (isRegex(value)) return `/${value.pattern}/${value.options}`;
  const number = typeOf(value) === 'double' ? asNumber(value) : undefined;
  return number !== undefined && Number.isInteger(number) && Math.abs(number) < 1e15 ? number.toFixed(1) : String(value as bigint);
}

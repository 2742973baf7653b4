import type { Binary, BSONRegExp, Code, Decimal128, Double, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';

/**
 * A decoded document. A Map and not an object: JavaScript reorders keys that look like numbers, and `__proto__` would be no key at all.
 */
export type Doc = Map<string, Value>;

/** A decoded BSON value. A `number` is always an Int32, a `bigint` an Int64, so that nothing changes its type on the way back. */
export type Value =
  | null
  | boolean
  | number
  | bigint
  | string
  | Date
  | Double
  | Decimal128
  | ObjectId
  | Binary
  | BSONRegExp
  | Timestamp
  | MinKey
  | MaxKey
  | Code
  | Value[]
  | Map<string, Value>;

export type TypeName =
  | 'missing'
  | 'null'
  | 'bool'
  | 'int'
  | 'long'
  | 'double'
  | 'decimal'
  | 'string'
  | 'object'
  | 'array'
  | 'binData'
  | 'objectId'
  | 'date'
  | 'timestamp'
  | 'regex'
  | 'javascript'
  | 'minKey'
  | 'maxKey';

const BSON_TYPES: Readonly<Record<string, TypeName>> = {
  Double: 'double',
  Decimal128: 'decimal',
  ObjectId: 'objectId',
  Binary: 'binData',
  BSONRegExp: 'regex',
  Timestamp: 'timestamp',
  MinKey: 'minKey',
  MaxKey: 'maxKey',
  Code: 'javascript',
};

/** MongoDB's alias of a value's type, as `$type` and error messages use it. */
export function typeOf(value: Value | undefined): TypeName {
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'number':
      return 'int';
    case 'boolean':
      return 'bool';
    case 'bigint':
      return 'long';
    case 'undefined':
      return 'missing';
    default:
      if (value === null) return 'null';
      if (value instanceof Map) return 'object';
      if (Array.isArray(value)) return 'array';
      if (value instanceof Date) return 'date';
      return BSON_TYPES[value._bsontype] ?? 'missing';
  }
}

export const isDoc = (value: unknown): value is Doc => value instanceof Map;

export const isRegex = (value: Value | undefined): value is BSONRegExp => typeOf(value) === 'regex';

/** The number that a BSON number stands for (Int64 and Decimal128 lose precision beyond 2^53), or undefined for another type. */
export function asNumber(value: Value | undefined): number | undefined {
  switch (typeOf(value)) {
    case 'int':
      return value as number;
    case 'double':
      return (value as Double).value;
    case 'long':
      return Number(value);
    case 'decimal':
      return Number((value as Decimal128).toString());
    default:
      return undefined;
  }
}

export const truthy = (value: Value | undefined): boolean =>
  value !== undefined && value !== null && value !== false && asNumber(value) !== 0;

/** A value as MongoDB's shell prints it; MongoDB's error messages quote values this way. */
export function show(value: Value | undefined): string {
  switch (typeOf(value)) {
    case 'string':
      return JSON.stringify(value);
    case 'object':
      return (value as Doc).size === 0 ? '{}' : `{ ${[...(value as Doc)].map(([name, inner]) => `${name}: ${show(inner)}`).join(', ')} }`;
    case 'array':
      return (value as Value[]).length === 0 ? '[]' : `[ ${(value as Value[]).map(show).join(', ')} ]`;
    case 'objectId':
      return `ObjectId('${(value as ObjectId).toHexString()}')`;
    case 'date':
      return `new Date(${(value as Date).getTime()})`;
    case 'double': {
      const number = (value as Double).value;
      return Number.isInteger(number) && Math.abs(number) < 1e15 ? number.toFixed(1) : String(number);
    }
    case 'regex':
      return `/${(value as BSONRegExp).pattern}/${(value as BSONRegExp).options}`;
    case 'binData':
      return `BinData(${(value as Binary).sub_type}, ${(value as Binary).toString('hex').toUpperCase()})`;
    default:
      return String(value);
  }
}

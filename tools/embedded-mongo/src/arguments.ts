import { fail, unserved } from './errors.ts';
import { asNumber, isDoc, truthy, typeOf, type Doc, type Value } from './values.ts';

interface Kinds {
  object: Doc;
  array: Value[];
  string: string;
  number: number;
  bool: boolean;
  any: Value;
}

type Spec = Readonly<Record<string, keyof Kinds>>;
export type Arguments<S extends Spec> = { [K in keyof S]: Kinds[S[K]] | undefined };

/** Fields that every command may carry. */
const GENERIC = new Set([
  '$db',
  'lsid',
  '$clusterTime',
  '$readPreference',
  'maxTimeMS',
  'comment',
  'readConcern',
  'writeConcern',
  '$query',
]);

/** Fields that MongoDB knows and this server leaves out; anything else is unknown to MongoDB too. */
const LEFT_OUT = new Set([
  'collation',
  'let',
  'explain',
  'returnKey',
  'showRecordId',
  'min',
  'max',
  'awaitData',
  'oplogReplay',
  'commitQuorum',
  'capped',
  'size',
  'timeseries',
  'expireAfterSeconds',
  'clusteredIndex',
  'storageEngine',
  'validator',
  'validationLevel',
  'validationAction',
  'indexOptionDefaults',
  'viewOn',
  'pipeline',
  'encryptedFields',
  'constants',
  'needsMerge',
  'fromMongos',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
]);

function convert(kind: keyof Kinds, value: Value, name: string): unknown {
  switch (kind) {
    case 'any':
      return value;
    case 'object':
      return isDoc(value) ? value : wrongType(name, value, "'object'");
    case 'array':
      return Array.isArray(value) ? value : wrongType(name, value, "'array'");
    case 'string':
      return typeof value === 'string' ? value : wrongType(name, value, "'string'");
    case 'bool':
      return typeof value === 'boolean' || asNumber(value) !== undefined
        ? truthy(value)
        : wrongType(name, value, "types '[bool, long, int, decimal, double']");
    case 'number':
      return Math.trunc(asNumber(value) ?? wrongType(name, value, "types '[long, int, decimal, double']"));
  }
}

function wrongType(name: string, value: Value, expected: string): never {
  fail(
    14,
    `BSON field '${name}' is the wrong type '${typeOf(value)}', expected ${expected.startsWith('types') ? expected : `type ${expected}`}`,
  );
}

/**
 * Reads the fields of a command or of a part of one, strictly.
 * @param generic whether this is the command itself, which may carry the fields that all commands share
 * @throws 40415 for an unknown field, 40414 for a missing one (names ending in `!`), 14 for a wrong type
 */
export function read<S extends Spec>(
  doc: Doc,
  context: string,
  spec: S,
  required: readonly (keyof S & string)[] = [],
  generic = false,
): Arguments<S> {
  const result: Record<string, unknown> = {};
  for (const [name, value] of doc) {
    if (Object.hasOwn(spec, name)) {
      if (value !== null || spec[name] === 'any') result[name] = convert(spec[name]!, value, `${context}.${name}`);
    } else if (!(generic && (GENERIC.has(name) || name === context))) {
      if (LEFT_OUT.has(name)) unserved(`the field '${context}.${name}'`);
      fail(40415, `BSON field '${context}.${name}' is an unknown field.`);
    }
  }
  for (const name of required)
    if (result[name] === undefined) fail(40414, `BSON field '${context}.${name}' is missing but a required field`);
  return result as Arguments<S>;
}

export function atLeastZero(name: string, value: number | undefined): number | undefined {
  if (value !== undefined && value < 0) fail(51024, `BSON field '${name}' value must be >= 0, actual value '${value}'`);
  return value;
}

/** @throws codes 2, 9, 20, 123: what a standalone mongod refuses too */
export function checkConcerns(command: Doc): void {
  for (const name of ['txnNumber', 'autocommit', 'startTransaction']) {
    if (command.has(name)) fail(20, 'Transaction numbers are only allowed on a replica set member or mongos');
  }
  const read = command.get('readConcern');
  if (isDoc(read)) {
    const level = read.get('level');
    if (level === 'snapshot' || level === 'linearizable') {
      fail(123, `Cannot satisfy read concern: node needs to be a replica set member to use read concern: ${level}`);
    }
    if (level !== undefined && !['local', 'majority', 'available'].includes(level as string)) {
      fail(2, `Enumeration value '${String(level)}' for field 'readConcern.level' is not a valid value.`);
    }
    for (const name of read.keys())
      if (name !== 'level' && name !== 'afterClusterTime') fail(40415, `BSON field 'readConcern.${name}' is an unknown field.`);
  }
  const write = command.get('writeConcern');
  if (isDoc(write)) {
    const { w } = readConcernFields(write);
    if (typeof w === 'string' && w !== 'majority')
      fail(2, `cannot use non-majority 'w' mode ${w} when a host is not a member of a replica set`);
    if (w !== undefined && (asNumber(w) ?? 0) > 1) fail(2, "cannot use 'w' > 1 when a host is not replicated");
  }
}

const readConcernFields = (write: Doc) =>
  read(write, 'writeConcern', { w: 'any', j: 'any', wtimeout: 'any', wtimeoutMS: 'any', fsync: 'any', provenance: 'any' });

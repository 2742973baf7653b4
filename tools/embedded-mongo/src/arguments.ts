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

/** Fields that every command may carry. */
const GENERIC = new Set('$db lsid $clusterTime $readPreference maxTimeMS comment readConcern writeConcern'.split(' '));

/** Fields that MongoDB knows and this server leaves out; anything else is unknown to MongoDB too. */
const LEFT_OUT = new Set(
  `collation let explain returnKey showRecordId min max awaitData oplogReplay commitQuorum capped size timeseries expireAfterSeconds
  clusteredIndex storageEngine validator validationLevel validationAction indexOptionDefaults viewOn pipeline encryptedFields constants
  changeStreamPreAndPostImages apiVersion apiStrict apiDeprecationErrors weights default_language hidden wildcardProjection`.split(/\s+/),
);

const NUMBERS = "types '[bool, long, int, decimal, double']";

function convert(kind: keyof Kinds, value: Value, field: string): unknown {
  const type = typeOf(value);
  const wrong = (expected: string): never => fail(14, `BSON field '${field}' is the wrong type '${type}', expected ${expected}`);
  if (kind === 'any' || kind === type) return value;
  if (kind === 'number') return Math.trunc(asNumber(value) ?? wrong(NUMBERS));
  if (kind === 'bool') return asNumber(value) === undefined ? wrong(NUMBERS) : truthy(value);
  return wrong(`type '${kind}'`);
}

/**
 * Reads the fields of a command, or of a part of one, strictly: what nobody has asked for when `end` is called is refused.
 * @param generic this is a command itself, which may carry the fields that all commands share
 * @throws 40415 for an unknown field, 40414 for a missing one, 14 for a wrong type, 51024 for a negative number
 */
export function fieldsOf(doc: Value, context: string, generic = false) {
  if (!isDoc(doc)) return fail(14, `BSON field '${context}' is the wrong type '${typeOf(doc)}', expected type 'object'`);
  const unread = new Set(doc.keys());
  const optional = <K extends keyof Kinds>(kind: K, name: string): Kinds[K] | undefined => {
    unread.delete(name);
    const value = doc.get(name);
    if (value === undefined || (value === null && kind !== 'any')) return undefined;
    return convert(kind, value, `${context}.${name}`) as Kinds[K];
  };
  return {
    optional,
    required: <K extends keyof Kinds>(kind: K, name: string): Kinds[K] =>
      optional(kind, name) ?? fail(40414, `BSON field '${context}.${name}' is missing but a required field`),
    /** A number of documents. */
    size(name: string): number | undefined {
      const value = optional('number', name);
      return value !== undefined && value < 0 ? fail(51024, `BSON field '${name}' value must be >= 0, actual value '${value}'`) : value;
    },
    /** Accepts fields that change nothing here. */
    ignore(...names: string[]): void {
      for (const name of names) optional('any', name);
    },
    /** @param unknown the code for a field that MongoDB doesn't know either */
    end(unknown = 40415): void {
      for (const name of unread) {
        if (generic && GENERIC.has(name)) continue;
        if (LEFT_OUT.has(name)) unserved(`the field '${context}.${name}'`);
        fail(unknown, `BSON field '${context}.${name}' is an unknown field.`);
      }
    },
  };
}

export type Fields = ReturnType<typeof fieldsOf>;

/** @throws codes 2, 20, 123, 40415: what a standalone mongod refuses too */
export function checkConcerns(command: Doc): void {
  for (const name of ['txnNumber', 'autocommit', 'startTransaction']) {
    if (command.has(name)) fail(20, 'Transaction numbers are only allowed on a replica set member or mongos');
  }
  if (command.has('readConcern')) {
    const concern = fieldsOf(command.get('readConcern')!, 'readConcern');
    const level = concern.optional('string', 'level') ?? 'local';
    concern.ignore('afterClusterTime');
    concern.end();
    if (['snapshot', 'linearizable'].includes(level)) fail(123, `node needs to be a replica set member to use read concern: ${level}`);
    const known = ['local', 'majority', 'available'].includes(level);
    if (!known) fail(2, `Enumeration value '${level}' for field 'readConcern.level' is not a valid value.`);
  }
  if (command.has('writeConcern')) {
    const concern = fieldsOf(command.get('writeConcern')!, 'writeConcern');
    const w = concern.optional('any', 'w');
    concern.ignore('j', 'wtimeout', 'wtimeoutMS', 'fsync', 'provenance');
    concern.end();
    if (typeof w === 'string' && w !== 'majority')
      fail(2, `cannot use non-majority 'w' mode ${w} when a host is not a member of a replica set`);
    if ((asNumber(w) ?? 0) > 1) fail(2, "cannot use 'w' > 1 when a host is not replicated");
  }
}

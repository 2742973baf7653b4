import type { Catalog, Collection } from './catalog.ts';
import type { Cursors } from './cursors.ts';
import { fail } from './errors.ts';
import type { Storage } from './storage.ts';
import { asNumber, firstKey, isDoc, show, typeOf, type Doc, type Value } from './values.ts';

export type ServerContext = { storage: Storage; catalog: Catalog; cursors: Cursors; now: () => Date; connection: number };

/** What a command works on. */
export interface Context extends ServerContext {
  db: string;
  /** What the command names, and its collection if there is one. */
  namespace: string;
  collection: Collection | undefined;
  /** The documents of an insert as they came, so that they are stored byte for byte. */
  documents: readonly Buffer[] | undefined;
}

/** The reply is encoded as a whole, or it is fields to which `ok: 1` is added. */
export type Command = (command: Doc, context: Context) => Buffer | Readonly<Record<string, unknown>>;

/** What a field may hold; a size is a number of documents. */
type Kinds = { object: Doc; array: Value[]; string: string; size: number; bool: boolean; any: Value };

/** The fields of a command, or of a part of one, with their kinds; `!` marks those that must be there. */
type Shape = Readonly<Record<string, keyof Kinds | `${keyof Kinds}!`>>;

type Read<S extends Shape> = {
  [Name in keyof S]: S[Name] extends `${infer K extends keyof Kinds}!` ? Kinds[K] : Kinds[S[Name] & keyof Kinds] | undefined;
};

/** Reads the fields of a document strictly. @throws 40415 for a strange field, 40414 for a missing one (or as given), 14 and 51024 */
export function readFields<const S extends Shape>(doc: Value, context: string, shape: S, unknown = 40415, missing = 40414): Read<S> {
  if (!isDoc(doc)) return fail(14, `BSON field '${context}' is the wrong type '${typeOf(doc)}', expected type 'object'`);
  const stranger = [...doc.keys()].find((name) => !Object.hasOwn(shape, name));
  if (stranger !== undefined)
    fail(unknown, `BSON field '${context}.${stranger}' is an unknown field, or one that embedded-mongo does not serve.`);
  const fields = Object.entries(shape).map(([name, mark]) => {
    const [kind, value] = [mark.replace('!', ''), doc.get(name)];
    if (value !== undefined && (value !== null || kind === 'any')) return [name, convert(kind, value, `${context}.${name}`)];
    return kind === mark ? [name, undefined] : fail(missing, `BSON field '${context}.${name}' is missing but a required field`);
  });
  return Object.fromEntries(fields) as Read<S>;
}

function convert(kind: string, value: Value, field: string): Value {
  if (kind === 'any' || kind === typeOf(value)) return value;
  const size = kind === 'size' ? asNumber(value) : undefined;
  if (size === undefined) fail(14, `BSON field '${field}' is the wrong type '${typeOf(value)}', expected type '${kind}'`);
  return size >= 0 ? Math.trunc(size) : fail(51024, `BSON field '${field}' value must be >= 0, actual value '${size}'`);
}

/** Fields that every command may carry; most change nothing here. */
const GENERIC = '$db lsid $clusterTime $readPreference maxTimeMS comment bypassDocumentValidation allowDiskUse readConcern writeConcern';
const ANY = Object.fromEntries(GENERIC.split(' ').map((name) => [name, 'any'] as const));

/** A command with the fields that it takes besides the first one. @throws 2, 20 and 123 for what a standalone mongod refuses too */
const command =
  (own: 'string!' | 'any!') =>
  <const S extends Shape>(shape: S, run: (fields: Read<S>, context: Context) => ReturnType<Command>): Command =>
  (given, context) => {
    const transaction = ['txnNumber', 'autocommit', 'startTransaction'].some((name) => given.has(name));
    if (transaction) fail(20, 'Transaction numbers are only allowed on a replica set member or mongos');
    const { level = 'local' } = readFields(given.get('readConcern') ?? new Map(), 'readConcern', { level: 'string' });
    if (!['local', 'majority', 'available'].includes(level)) fail(123, `node needs to be a replica set member to use '${level}'`);
    const { w = 1 } = readFields(given.get('writeConcern') ?? new Map(), 'writeConcern', { w: 'any', j: 'any', wtimeout: 'any' });
    if (w !== 'majority' && (asNumber(w) ?? 2) > 1) fail(2, `cannot use 'w' ${show(w)} when a host is not replicated`);
    return run(readFields(given, firstKey(given), { ...ANY, ...shape, [firstKey(given)]: own }) as unknown as Read<S>, context);
  };

/** A command that names its collection in the first field. */
export const onCollection = command('string!');
export const onDatabase = command('any!');

import { read } from './arguments.ts';
import type { Catalog } from './catalog.ts';
import { decode, encode } from './codec.ts';
import { fail, MongoError } from './errors.ts';
import { parseFilter } from './matcher.ts';
import { parseProjection } from './projection.ts';
import { asHint, find, parseSort, type Found, type Query } from './query.ts';
import type { Storage } from './storage.ts';
import { applyUpdate, documentFromFilter, parseUpdate, type Update } from './updater.ts';
import { isDoc, typeOf, type Doc, type Value } from './values.ts';

export interface Stores {
  storage: Storage;
  catalog: Catalog;
}

export type Reply = Record<string, unknown>;

interface WriteError {
  index: number;
  code: number;
  errmsg: string;
  [name: string]: unknown;
}

const MAX_WRITES = 100_000;

/** Runs the statements of a write command one by one; each that fails becomes a write error, and the first one ends an ordered run. */
function eachStatement<T>(
  statements: readonly T[] | undefined,
  ordered: boolean | undefined,
  run: (statement: T, index: number) => void,
): Reply {
  const count = statements?.length ?? 0;
  if (count === 0 || count > MAX_WRITES) fail(16, `Write batch sizes must be between 1 and ${MAX_WRITES}. Got ${count} operations.`);
  const writeErrors: WriteError[] = [];
  for (const [index, statement] of statements!.entries()) {
    try {
      run(statement, index);
    } catch (error) {
      if (!(error instanceof MongoError)) throw error;
      writeErrors.push({ index, code: error.code, errmsg: error.message, ...error.extra });
      if (ordered !== false) break;
    }
  }
  return writeErrors.length > 0 ? { writeErrors } : {};
}

export function insert({ catalog }: Stores, db: string, command: Doc, documents: readonly Buffer[] | undefined): Reply {
  const given = read(
    command,
    'insert',
    { insert: 'string', documents: 'array', ordered: 'bool', bypassDocumentValidation: 'bool' },
    ['insert'],
    true,
  );
  const all =
    documents ??
    given.documents?.map((doc) =>
      encode(isDoc(doc) ? doc : fail(14, `BSON field 'insert.documents.0' is the wrong type '${typeOf(doc)}', expected type 'object'`)),
    );
  let n = 0;
  const errors = eachStatement(all, given.ordered, (bytes) => {
    catalog.insert(catalog.getOrCreate(db, given.insert!), bytes);
    n++;
  });
  return { n, ...errors, ok: 1 };
}

interface Change {
  matched: number;
  modified: number;
  upsertedId?: Value | undefined;
  /** The last document before and after. */
  before?: Doc;
  after?: Doc;
}

function update(
  { storage, catalog }: Stores,
  db: string,
  name: string,
  query: Query,
  change: Update,
  { multi = false, upsert = false },
): Change {
  const collection = catalog.get(db, name);
  const result: Change = { matched: 0, modified: 0 };
  // All are found before the first is changed: a changed one must not be met again further on in the index.
  const found = [...find(storage, collection, { ...query, limit: multi ? 0 : 1 })].map(({ record, position }) => ({ record, position }));
  for (const { record, position } of found) {
    const bytes = storage.get(record)!;
    result.before = decode(bytes);
    result.after = applyUpdate(change, decode(bytes), position, false);
    result.matched++;
    if (catalog.replace(collection!, record, bytes, result.after)) result.modified++;
  }
  if (found.length === 0 && upsert) {
    const created = applyUpdate(change, seed(query, change), undefined, true);
    result.after = catalog.insert(catalog.getOrCreate(db, name), encode(created));
    result.upsertedId = result.after.get('_id')!;
  }
  return result;
}

/** What an upsert starts from; MongoDB puts the `_id` first, whether it comes from the filter, the update or nowhere. */
function seed(query: Query, change: Update): Doc {
  const fromFilter = documentFromFilter(query.filter);
  if (change.kind === 'modify') return fromFilter;
  const id = fromFilter.get('_id');
  return id === undefined ? new Map() : new Map([['_id', id]]);
}

export function updateMany(stores: Stores, db: string, command: Doc): Reply {
  const given = read(
    command,
    'update',
    { update: 'string', updates: 'array', ordered: 'bool', bypassDocumentValidation: 'bool' },
    ['update'],
    true,
  );
  const totals = { n: 0, nModified: 0 };
  const upserted: { index: number; _id: Value }[] = [];
  const errors = eachStatement(given.updates, given.ordered, (statement, index) => {
    if (!isDoc(statement))
      return fail(14, `BSON field 'update.updates.${index}' is the wrong type '${typeOf(statement)}', expected type 'object'`);
    const spec = { q: 'object', u: 'any', multi: 'bool', upsert: 'bool', arrayFilters: 'array', hint: 'any' } as const;
    const { q, u, multi, upsert, arrayFilters, hint } = read(statement, 'update.updates', spec, ['q', 'u']);
    const change = parseUpdate(u, arrayFilters);
    if (multi && change.kind === 'replace') fail(9, 'multi update is not supported for replacement-style update');
    const query = { filter: parseFilter(q!), hint: asHint(hint) };
    const result = update(stores, db, given.update!, query, change, { multi: multi ?? false, upsert: upsert ?? false });
    totals.n += result.matched + (result.upsertedId === undefined ? 0 : 1);
    totals.nModified += result.modified;
    if (result.upsertedId !== undefined) upserted.push({ index, _id: result.upsertedId });
  });
  return { ...totals, ...(upserted.length > 0 ? { upserted } : {}), ...errors, ok: 1 };
}

export function remove({ storage, catalog }: Stores, db: string, command: Doc): Reply {
  const given = read(command, 'delete', { delete: 'string', deletes: 'array', ordered: 'bool' }, ['delete'], true);
  let n = 0;
  const errors = eachStatement(given.deletes, given.ordered, (statement, index) => {
    if (!isDoc(statement))
      return fail(14, `BSON field 'delete.deletes.${index}' is the wrong type '${typeOf(statement)}', expected type 'object'`);
    const { q, limit, hint } = read(statement, 'delete.deletes', { q: 'object', limit: 'number', hint: 'any' }, ['q', 'limit']);
    if (limit !== 0 && limit !== 1) fail(9, `The limit field in delete objects must be 0 or 1. Got ${limit}`);
    const collection = catalog.get(db, given.delete!);
    const records = [...find(storage, collection, { filter: parseFilter(q!), hint: asHint(hint), limit })].map(({ record }) => record);
    for (const record of records) catalog.remove(collection!, record, storage.get(record)!);
    n += records.length;
  });
  return { n, ...errors, ok: 1 };
}

const FIND_AND_MODIFY = {
  findAndModify: 'string',
  query: 'object',
  sort: 'object',
  remove: 'bool',
  update: 'any',
  new: 'bool',
  fields: 'object',
  upsert: 'bool',
  arrayFilters: 'array',
  hint: 'any',
  bypassDocumentValidation: 'bool',
} as const;

export function findAndModify(stores: Stores, db: string, command: Doc): Reply {
  const given = read(command, 'findAndModify', FIND_AND_MODIFY, ['findAndModify'], true);
  if (given.remove) {
    if (given.update !== undefined) fail(9, 'Cannot specify both an update and remove=true');
    if (given.upsert) fail(9, 'Cannot specify both upsert=true and remove=true ');
    if (given.new) fail(9, "Cannot specify both new=true and remove=true; 'remove' always returns the deleted document");
  } else if (given.update === undefined) fail(9, 'Either an update or remove=true must be specified');
  const query: Query = { filter: parseFilter(given.query ?? new Map()), sort: parseSort(given.sort), hint: asHint(given.hint) };
  const project = given.fields && parseProjection(given.fields);
  const shown = (doc: Doc | undefined): Doc | null => (doc === undefined ? null : project ? project(doc) : doc);
  if (given.remove) {
    const collection = stores.catalog.get(db, given.findAndModify!);
    const [found] = [...find(stores.storage, collection, { ...query, limit: 1 })] as [Found?];
    if (found) stores.catalog.remove(collection!, found.record, found.bytes);
    return { lastErrorObject: { n: found ? 1 : 0 }, value: shown(found && decode(found.bytes)), ok: 1 };
  }
  const change = parseUpdate(given.update, given.arrayFilters);
  const result = update(stores, db, given.findAndModify!, query, change, { upsert: given.upsert ?? false });
  const upserted = result.upsertedId === undefined ? {} : { upserted: result.upsertedId };
  return {
    lastErrorObject: { n: result.after ? 1 : 0, updatedExisting: result.matched > 0, ...upserted },
    value: shown(given.new ? result.after : result.before),
    ok: 1,
  };
}

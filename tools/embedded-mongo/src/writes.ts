import { fieldsOf, type Fields } from './arguments.ts';
import type { Catalog } from './catalog.ts';
import { decode, encode } from './codec.ts';
import { fail, MongoError } from './errors.ts';
import { parseFilter } from './matcher.ts';
import { parseProjection } from './projection.ts';
import { find, parseHint, parseSort, type Query } from './query.ts';
import type { Storage } from './storage.ts';
import { applyUpdate, documentFromFilter, parseUpdate, type Update } from './updater.ts';
import type { Doc, Value } from './values.ts';

interface Stores {
  storage: Storage;
  catalog: Catalog;
}

export type Reply = Record<string, unknown>;

const MAX_WRITES = 100_000;

/** Runs the statements of a write command one by one; each that fails becomes a write error, and the first one ends an ordered run. */
function eachStatement<T>(statements: readonly T[], ordered: boolean | undefined, run: (statement: T, index: number) => void): Reply {
  const count = statements.length;
  if (count === 0 || count > MAX_WRITES) fail(16, `Write batch sizes must be between 1 and ${MAX_WRITES}. Got ${count} operations.`);
  const writeErrors: Reply[] = [];
  for (const [index, statement] of statements.entries()) {
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

/** @param documents the documents as they came, so that they are stored byte for byte */
export function insert({ catalog }: Stores, db: string, command: Doc, documents: readonly Buffer[] | undefined): Reply {
  const fields = fieldsOf(command, 'insert', true);
  const name = fields.required('string', 'insert');
  const inline = fields.optional('array', 'documents') ?? [];
  const ordered = fields.optional('bool', 'ordered');
  fields.ignore('bypassDocumentValidation');
  fields.end();
  const all = documents ?? inline.map((doc, i) => (fieldsOf(doc, `insert.documents.${i}`), encode(doc as Doc)));
  let n = 0;
  const errors = eachStatement(all, ordered, (bytes) => {
    catalog.insert(catalog.getOrCreate(db, name), bytes);
    n++;
  });
  return { n, ...errors, ok: 1 };
}

interface Change {
  matched: number;
  modified: number;
  upsertedId?: Value;
  /** The last document before and after. */
  before?: Doc;
  after?: Doc;
}

function change(
  { storage, catalog }: Stores,
  db: string,
  name: string,
  query: Query,
  update: Update,
  multi: boolean,
  upsert: boolean,
): Change {
  const collection = catalog.get(db, name);
  const result: Change = { matched: 0, modified: 0 };
  // All are found before the first is changed: a changed one must not be met again further on in the index.
  const found = [...find(storage, collection, { ...query, limit: multi ? 0 : 1 }).map(({ record, position }) => ({ record, position }))];
  for (const { record, position } of found) {
    const bytes = storage.get(record)!;
    result.before = decode(bytes);
    result.after = applyUpdate(update, decode(bytes), position, false);
    result.matched++;
    if (catalog.replace(collection!, record, bytes, result.after)) result.modified++;
  }
  if (found.length === 0 && upsert) {
    const start = documentFromFilter(query.filter);
    // Of a replacement's filter only the _id counts.
    if (update.kind === 'replace') for (const field of start.keys()) if (field !== '_id') start.delete(field);
    result.after = catalog.insert(catalog.getOrCreate(db, name), encode(applyUpdate(update, start, undefined, true)));
    result.upsertedId = result.after.get('_id')!;
  }
  return result;
}

export function updateMany(stores: Stores, db: string, command: Doc): Reply {
  const fields = fieldsOf(command, 'update', true);
  const name = fields.required('string', 'update');
  const updates = fields.required('array', 'updates');
  const ordered = fields.optional('bool', 'ordered');
  fields.ignore('bypassDocumentValidation');
  fields.end();
  let [n, nModified] = [0, 0];
  const upserted: { index: number; _id: Value }[] = [];
  const errors = eachStatement(updates.map(readUpdate), ordered, ({ q, u, arrayFilters, hint, multi, upsert }, index) => {
    const update = parseUpdate(u, arrayFilters);
    if (multi && update.kind === 'replace') fail(9, 'multi update is not supported for replacement-style update');
    const result = change(stores, db, name, { filter: parseFilter(q), hint: parseHint(hint) }, update, multi ?? false, upsert ?? false);
    n += result.matched;
    nModified += result.modified;
    if (result.upsertedId !== undefined) n += upserted.push({ index, _id: result.upsertedId }) && 1;
  });
  return { n, nModified, ...(upserted.length > 0 && { upserted }), ...errors, ok: 1 };
}

function readUpdate(statement: Value) {
  const fields = fieldsOf(statement, 'update.updates');
  const q = fields.required('object', 'q');
  const u = fields.required('any', 'u');
  const [multi, upsert] = [fields.optional('bool', 'multi'), fields.optional('bool', 'upsert')];
  const [arrayFilters, hint] = [fields.optional('array', 'arrayFilters'), fields.optional('any', 'hint')];
  fields.end();
  return { q, u, multi, upsert, arrayFilters, hint };
}

export function remove({ storage, catalog }: Stores, db: string, command: Doc): Reply {
  const fields = fieldsOf(command, 'delete', true);
  const name = fields.required('string', 'delete');
  const deletes = fields.required('array', 'deletes');
  const ordered = fields.optional('bool', 'ordered');
  fields.end();
  const statements = deletes.map((statement) => {
    const parts = fieldsOf(statement, 'delete.deletes');
    const [q, limit, hint] = [parts.required('object', 'q'), parts.required('number', 'limit'), parts.optional('any', 'hint')];
    parts.end();
    return { q, limit, hint };
  });
  let n = 0;
  const errors = eachStatement(statements, ordered, ({ q, limit, hint }) => {
    if (limit !== 0 && limit !== 1) fail(9, `The limit field in delete objects must be 0 or 1. Got ${limit}`);
    const collection = catalog.get(db, name);
    const records = [...find(storage, collection, { filter: parseFilter(q), hint: parseHint(hint), limit }).map(({ record }) => record)];
    for (const record of records) catalog.remove(collection!, record, storage.get(record)!);
    n += records.length;
  });
  return { n, ...errors, ok: 1 };
}

export function findAndModify(stores: Stores, db: string, command: Doc): Reply {
  const fields = fieldsOf(command, 'findAndModify', true);
  const name = fields.required('string', 'findAndModify');
  const query = readQuery(fields);
  const project = parseProjection(fields.optional('object', 'fields'));
  const [removing, after, upsert] = ['remove', 'new', 'upsert'].map((flag) => fields.optional('bool', flag) ?? false) as [
    boolean,
    boolean,
    boolean,
  ];
  const update = fields.optional('any', 'update');
  const arrayFilters = fields.optional('array', 'arrayFilters');
  fields.ignore('bypassDocumentValidation');
  fields.end();
  const shown = (doc: Doc | undefined): Doc | null => (doc === undefined ? null : project(doc));
  if (removing) {
    if (update !== undefined) fail(9, 'Cannot specify both an update and remove=true');
    if (upsert) fail(9, 'Cannot specify both upsert=true and remove=true ');
    if (after) fail(9, "Cannot specify both new=true and remove=true; 'remove' always returns the deleted document");
    const collection = stores.catalog.get(db, name);
    const [found] = find(stores.storage, collection, { ...query, limit: 1 });
    if (found) stores.catalog.remove(collection!, found.record, found.bytes);
    return { lastErrorObject: { n: found ? 1 : 0 }, value: shown(found && decode(found.bytes)), ok: 1 };
  }
  if (update === undefined) fail(9, 'Either an update or remove=true must be specified');
  const result = change(stores, db, name, query, parseUpdate(update, arrayFilters), false, upsert);
  const upserted = result.upsertedId !== undefined && { upserted: result.upsertedId };
  return {
    lastErrorObject: { n: result.after ? 1 : 0, updatedExisting: result.matched > 0, ...upserted },
    value: shown(after ? result.after : result.before),
    ok: 1,
  };
}

const readQuery = (fields: Fields): Query => ({
  filter: parseFilter(fields.optional('object', 'query')),
  sort: parseSort(fields.optional('object', 'sort')),
  hint: parseHint(fields.optional('any', 'hint')),
});

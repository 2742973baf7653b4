import { decode, encode } from './codec.ts';
import { onCollection, readFields, type Context } from './command.ts';
import { fail, MongoError } from './errors.ts';
import { parseFilter } from './matcher.ts';
import { parseProjection, project } from './projection.ts';
import { find, parseSort, type Query } from './query.ts';
import { documentFromFilter, parseUpdate, type Update } from './updater.ts';
import { isDoc, type Doc, type Value } from './values.ts';

/** Runs statements that each answer how many documents they wrote; one that fails becomes a write error and ends an ordered run. */
function eachStatement<T>(statements: readonly T[], ordered: boolean | undefined, run: (statement: T, index: number) => number) {
  const count = statements.length;
  if (count === 0 || count > 100_000) fail(16, `Write batch sizes must be between 1 and 100000. Got ${count} operations.`);
  const writeErrors: object[] = [];
  let n = 0;
  for (const [index, statement] of statements.entries()) {
    try {
      n += run(statement, index);
    } catch (error) {
      if (!(error instanceof MongoError)) throw error;
      writeErrors.push({ index, ...error.reply });
      if (ordered !== false) break;
    }
  }
  return { n, ...(writeErrors.length > 0 && { writeErrors }) };
}

const insert = onCollection({ documents: 'array', ordered: 'bool' }, ({ documents = [], ordered }, { catalog, namespace, ...context }) => {
  const encoded = (doc: Value): Buffer => encode(isDoc(doc) ? doc : fail(14, "BSON field 'insert.documents' must hold objects"));
  return eachStatement(context.documents ?? documents.map(encoded), ordered, (bytes) => {
    catalog.insert(catalog.getOrCreate(namespace), bytes);
    return 1;
  });
});

/** Changes one document that the query finds, or all of them by `multi`, or makes the one that it asks for by `upsert`. */
function change(context: Context, query: Query, update: Update, multi = false, upsert = false) {
  const { catalog, collection, namespace } = context;
  let [matched, modified] = [0, 0];
  let [before, after]: (Uint8Array | undefined)[] = [];
  // All are found before the first is changed: a changed one must not be met again further on in the index.
  for (const row of [...find(context, { ...query, limit: multi ? 0 : 1 })]) {
    const doc = decode(row[0], update.fields);
    const changed = update.apply(doc, false);
    before = row[0];
    after = update.replaces ? catalog.replace(collection!, row, changed) : catalog.patch(collection!, row, differences(doc, changed));
    matched++;
    if (after !== before) modified++;
  }
  if (matched > 0 || !upsert) return { matched, modified, before, after };
  const start = documentFromFilter(query.filter);
  // Of a replacement's filter only the _id counts.
  if (update.replaces) for (const field of start.keys()) if (field !== '_id') start.delete(field);
  const made = catalog.insert(catalog.getOrCreate(namespace), encode(update.apply(start, true)));
  return { matched, modified, before, after: encode(made), upsertedId: made.get('_id')! };
}

/** The fields that an update has changed; it leaves the values of others as they are. */
function differences(before: Doc, after: Doc): Map<string, Value | undefined> {
  const names = new Set([...before.keys(), ...after.keys()]);
  return new Map([...names].filter((name) => before.get(name) !== after.get(name)).map((name) => [name, after.get(name)]));
}

const UPDATE = { q: 'object!', u: 'any!', multi: 'bool', upsert: 'bool', arrayFilters: 'array', hint: 'any' } as const;

const update = onCollection({ updates: 'array!', ordered: 'bool' }, ({ updates, ordered }, context) => {
  let nModified = 0;
  const upserted: { index: number; _id: Value }[] = [];
  const statements = updates.map((statement) => readFields(statement, 'update.updates', UPDATE));
  const done = eachStatement(statements, ordered, ({ q, u, arrayFilters, hint, multi, upsert }, index) => {
    const parsed = parseUpdate(u, arrayFilters);
    if (multi && parsed.replaces) fail(9, 'multi update is not supported for replacement-style update');
    const { matched, modified, upsertedId } = change(context, { filter: parseFilter(q), hint }, parsed, multi, upsert);
    nModified += modified;
    if (upsertedId !== undefined) upserted.push({ index, _id: upsertedId });
    return upsertedId === undefined ? matched : 1;
  });
  return { ...done, nModified, ...(upserted.length > 0 && { upserted }) };
});

const remove = onCollection({ deletes: 'array!', ordered: 'bool' }, ({ deletes, ordered }, context) => {
  const statements = deletes.map((statement) => readFields(statement, 'delete.deletes', { q: 'object!', limit: 'size!', hint: 'any' }));
  return eachStatement(statements, ordered, ({ q, limit, hint }) => {
    if (limit !== 0 && limit !== 1) fail(9, `The limit field in delete objects must be 0 or 1. Got ${limit}`);
    const found = [...find(context, { filter: parseFilter(q), hint, limit })];
    for (const row of found) context.catalog.remove(context.collection!, row);
    return found.length;
  });
});

const CHANGES = { update: 'any', arrayFilters: 'array', remove: 'bool', new: 'bool', upsert: 'bool' } as const;

const findAndModify = onCollection(
  { ...CHANGES, query: 'object', sort: 'object', fields: 'object', hint: 'any' },
  ({ hint, upsert, ...given }, context) => {
    const query = { filter: parseFilter(given.query), sort: parseSort(given.sort), hint, limit: 1 };
    const keeps = parseProjection(given.fields);
    const shown = (bytes: Uint8Array | undefined): Doc | null => (bytes === undefined ? null : project(decode(bytes), keeps));
    if (given.remove) {
      if (given.update !== undefined || upsert || given.new) fail(9, 'Cannot specify remove=true together with an update, upsert or new');
      const [found] = find(context, query);
      if (found) context.catalog.remove(context.collection!, found);
      return { lastErrorObject: { n: found ? 1 : 0 }, value: shown(found?.[0]) };
    }
    if (given.update === undefined) fail(9, 'Either an update or remove=true must be specified');
    const { before, after, matched, upsertedId } = change(context, query, parseUpdate(given.update, given.arrayFilters), false, upsert);
    const upserted = upsertedId !== undefined && { upserted: upsertedId };
    return { lastErrorObject: { n: after ? 1 : 0, updatedExisting: matched > 0, ...upserted }, value: shown(given.new ? after : before) };
  },
);

export const WRITES = { insert, update, delete: remove, findAndModify };

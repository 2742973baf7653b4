import type { Binary } from 'bson';
import { parsePipeline } from './aggregation.ts';
import { checkConcerns, fieldsOf, type Fields } from './arguments.ts';
import type { Catalog, Collection } from './catalog.ts';
import { decode, encode } from './codec.ts';
import type { Cursors } from './cursors.ts';
import { setKey } from './encoding.ts';
import { fail, MongoError, unserved } from './errors.ts';
import { parseIndex, signatureOf } from './indexes.ts';
import { EVERYTHING, matches, parseFilter } from './matcher.ts';
import { someAt } from './paths.ts';
import { parseProjection } from './projection.ts';
import { find, parseHint, parseSort } from './query.ts';
import type { Storage } from './storage.ts';
import { firstKey, isDoc, show, typeOf, type Doc, type Value } from './values.ts';
import { findAndModify, insert, remove, updateMany, type Reply } from './writes.ts';

export interface Context {
  storage: Storage;
  catalog: Catalog;
  cursors: Cursors;
  now: () => Date;
}

export interface Request {
  db: string;
  command: Doc;
  /** The documents of an insert as they came, so that they are stored byte for byte. */
  documents: readonly Buffer[] | undefined;
  connection: number;
}

type Command = (context: Context, request: Request) => Reply | Buffer;

const LIMITS = { maxBsonObjectSize: 16 * 1024 * 1024, maxMessageSizeBytes: 48_000_000, maxWriteBatchSize: 100_000 };
const WIRE = { minWireVersion: 0, maxWireVersion: 21 };
const VERSION = { version: '7.0.0', versionArray: [7, 0, 0, 0], modules: ['embedded-mongo'], bits: 64 };

const hello: Command = ({ now }, { connection: connectionId }) => {
  const role = { helloOk: true, isWritablePrimary: true, ismaster: true, readOnly: false };
  return { ...role, ...LIMITS, ...WIRE, localTime: now(), logicalSessionTimeoutMinutes: 30, connectionId, ok: 1 };
};

const sessionId = (session: Value | undefined): string =>
  isDoc(session) ? ((session.get('id') as Binary | undefined)?.toString('hex') ?? '') : '';
const sessionOf = (command: Doc): string => sessionId(command.get('lsid'));

const findCommand: Command = ({ storage, catalog, cursors }, { db, command }) => {
  const fields = fieldsOf(command, 'find', true);
  const name = fields.required('string', 'find');
  const [filter, sort] = [parseFilter(fields.optional('object', 'filter')), parseSort(fields.optional('object', 'sort'))];
  const [skip, limit, batchSize] = [fields.size('skip'), fields.size('limit'), fields.size('batchSize')];
  const hint = parseHint(fields.optional('any', 'hint'));
  const projection = fields.optional('object', 'projection');
  const single = fields.optional('bool', 'singleBatch');
  const tailable = fields.optional('bool', 'tailable');
  fields.ignore('allowDiskUse', 'noCursorTimeout', 'allowPartialResults');
  fields.end();
  if (tailable)
    fail(2, 'error processing query: planner returned error :: caused by :: tailable cursor requested on non capped collection');
  const project = parseProjection(projection);
  const found = find(storage, catalog.get(db, name), { filter, sort, skip, limit, hint });
  const rows = found.map(({ bytes }) => (projection?.size ? encode(project(decode(bytes))) : bytes));
  return cursors.start(`${db}.${name}`, rows, sessionOf(command), batchSize, single);
};

const aggregate: Command = ({ storage, catalog, cursors }, { db, command }) => {
  const fields = fieldsOf(command, 'aggregate', true);
  const name = fields.required('any', 'aggregate');
  const pipeline = fields.required('array', 'pipeline');
  const cursor = fields.optional('object', 'cursor');
  const hint = parseHint(fields.optional('any', 'hint'));
  fields.ignore('allowDiskUse', 'bypassDocumentValidation');
  fields.end();
  if (typeof name !== 'string') return unserved('aggregate without a collection');
  const batchSize = readBatchSize(cursor ?? fail(9, "The 'cursor' option is required, except for aggregate with the explain argument"));
  const { query, stages } = parsePipeline(pipeline);
  const found = find(storage, catalog.get(db, name), { ...query, hint });
  const docs = () =>
    stages.reduce<Iterable<Doc>>(
      (before, stage) => stage(before),
      found.map(({ bytes }) => decode(bytes)),
    );
  const rows = stages.length === 0 ? found.map(({ bytes }) => bytes) : Iterator.from(docs()).map(encode);
  return cursors.start(`${db}.${name}`, rows, sessionOf(command), batchSize);
};

function readBatchSize(cursor: Doc): number | undefined {
  const fields = fieldsOf(cursor, 'cursor');
  const batchSize = fields.size('batchSize');
  fields.end();
  return batchSize;
}

const getMore: Command = ({ cursors }, { db, command }) => {
  const fields = fieldsOf(command, 'getMore', true);
  const [id, name, batchSize] = [fields.required('any', 'getMore'), fields.required('string', 'collection'), fields.size('batchSize')];
  fields.end();
  if (typeof id !== 'bigint') return fail(14, `BSON field 'getMore.getMore' is the wrong type '${typeOf(id)}', expected type 'long'`);
  return cursors.more(id, `${db}.${name}`, batchSize);
};

const killCursors: Command = ({ cursors }, { command }) => {
  const fields = fieldsOf(command, 'killCursors', true);
  fields.required('string', 'killCursors');
  const ids = fields.required('array', 'cursors');
  fields.end();
  const { killed = [], missing = [] } = Object.groupBy(ids, (id) => (cursors.kill(id as bigint) ? 'killed' : 'missing'));
  return { cursorsKilled: killed, cursorsNotFound: missing, cursorsAlive: [], cursorsUnknown: [], ok: 1 };
};

const count: Command = ({ storage, catalog }, { db, command }) => {
  const fields = fieldsOf(command, 'count', true);
  const collection = catalog.get(db, fields.required('string', 'count'));
  const query = fields.optional('object', 'query');
  const skip = fields.size('skip') ?? 0;
  // A negative limit is the same as a positive one, for reasons of MongoDB's old protocol.
  const limit = Math.abs(fields.optional('number', 'limit') ?? 0);
  const hint = parseHint(fields.optional('any', 'hint'));
  fields.end();
  const all = collection && !query?.size && !skip && !limit && hint === undefined;
  if (all) return { n: storage.count(collection.id).documents, ok: 1 };
  return { n: find(storage, collection, { filter: parseFilter(query), skip, limit, hint }).reduce((total) => total + 1, 0), ok: 1 };
};

const distinct: Command = ({ storage, catalog }, { db, command }) => {
  const fields = fieldsOf(command, 'distinct', true);
  const collection = catalog.get(db, fields.required('string', 'distinct'));
  const parts = fields.required('string', 'key').split('.');
  const query = { filter: parseFilter(fields.optional('object', 'query')), hint: parseHint(fields.optional('any', 'hint')) };
  fields.end();
  const values = new Map<string, Value>();
  for (const { bytes } of find(storage, collection, query)) {
    someAt(decode(bytes, new Set([parts[0]!])), parts, 0, true, (value, index) => {
      // The elements of an array at the end of the path have been shown before the array itself.
      const whole = Array.isArray(value) && index === undefined;
      if (value !== undefined && !whole && !values.has(setKey(value))) values.set(setKey(value), value);
      return false;
    });
  }
  return { values: [...values.values()], ok: 1 };
};

const existing = (catalog: Catalog, db: string, name: string, message: string): Collection =>
  catalog.get(db, name) ?? fail(26, `${message} ${db}.${name}`);

const createIndexes: Command = ({ storage, catalog }, { db, command }) => {
  const fields = fieldsOf(command, 'createIndexes', true);
  const name = fields.required('string', 'createIndexes');
  const indexes = fields.required('array', 'indexes');
  fields.end();
  if (indexes.length === 0) fail(2, 'Must specify at least one index to create');
  const wanted = indexes.map(parseIndex);
  const createdCollectionAutomatically = catalog.get(db, name) === undefined;
  const collection = catalog.getOrCreate(db, name);
  const numIndexesBefore = collection.indexes.length;
  for (const index of wanted) {
    const sameName = collection.indexes.find((other) => other.name === index.name);
    if (sameName && signatureOf(sameName) !== signatureOf(index)) {
      fail(
        86,
        `An existing index has the same name as the requested index: ${index.name}. When index names are not specified, they are auto generated and can cause conflicts.`,
      );
    }
    const same = collection.indexes.find((other) => signatureOf(other) === signatureOf(index));
    if (sameName) continue;
    if (same) fail(85, `Index already exists with a different name: ${same.name}`);
    if (collection.indexes.length >= 64) fail(67, `add index fails, too many indexes for ${collection.namespace}`);
    catalog.addIndex(collection, index.spec, find(storage, collection, { filter: EVERYTHING }));
  }
  const numIndexesAfter = collection.indexes.length;
  const note = numIndexesAfter === numIndexesBefore && { note: 'all indexes already exist' };
  return { numIndexesBefore, numIndexesAfter, createdCollectionAutomatically, ...note, ok: 1 };
};

const listIndexes: Command = ({ catalog, cursors }, { db, command }) => {
  const fields = fieldsOf(command, 'listIndexes', true);
  const collection = existing(catalog, db, fields.required('string', 'listIndexes'), 'ns does not exist:');
  const batchSize = readBatchSize(fields.optional('object', 'cursor') ?? new Map());
  fields.end();
  return cursors.start(collection.namespace, collection.indexes.map(({ spec }) => encode(spec)).values(), sessionOf(command), batchSize);
};

const dropIndexes: Command = ({ catalog }, { db, command }) => {
  const fields = fieldsOf(command, 'dropIndexes', true);
  const { indexes, ...collection } = existing(catalog, db, fields.required('string', 'dropIndexes'), 'ns not found');
  const wanted = fields.required('any', 'index');
  fields.end();
  const nIndexesWas = indexes.length;
  const same = (one: Value) => indexes.find(({ name, spec }) => (isDoc(one) ? setKey(spec.get('key')) === setKey(one) : name === one));
  const named = (one: Value) =>
    same(one) ??
    fail(27, isDoc(one) ? "can't find index with key" : `index not found with name [${typeof one === 'string' ? one : show(one)}]`);
  const doomed = wanted === '*' ? indexes.filter(({ name }) => name !== '_id_') : (Array.isArray(wanted) ? wanted : [wanted]).map(named);
  if (doomed.some(({ name }) => name === '_id_')) fail(72, 'cannot drop _id index');
  for (const index of doomed) catalog.dropIndex({ ...collection, indexes }, index);
  return { nIndexesWas, ok: 1 };
};

const listCollections: Command = ({ catalog, cursors }, { db, command }) => {
  const fields = fieldsOf(command, 'listCollections', true);
  const filter = parseFilter(fields.optional('object', 'filter'));
  const nameOnly = fields.optional('bool', 'nameOnly');
  fields.ignore('listCollections', 'authorizedCollections', 'cursor');
  fields.end();
  const all = catalog.inDatabase(db).map(({ name, indexes }) => {
    const details = !nameOnly && { options: {}, info: { readOnly: false }, idIndex: indexes[0]!.spec };
    return encode({ name, type: 'collection', ...details });
  });
  return cursors.start(`${db}.$cmd.listCollections`, all.filter((bytes) => matches(filter, decode(bytes))).values(), sessionOf(command));
};

const listDatabases: Command = ({ storage, catalog }, { command }) => {
  const fields = fieldsOf(command, 'listDatabases', true);
  const filter = parseFilter(fields.optional('object', 'filter'));
  const nameOnly = fields.optional('bool', 'nameOnly');
  fields.ignore('listDatabases', 'authorizedDatabases');
  fields.end();
  const sizeOf = (db: string): bigint => catalog.inDatabase(db).reduce((sum, { id }) => sum + BigInt(storage.count(id).size), 0n);
  const databases = [...new Set(catalog.all().map(({ db }) => db))].toSorted();
  const all = databases.map((name) => ({ name, ...(!nameOnly && { sizeOnDisk: sizeOf(name), empty: false }) }));
  const shown = all.filter((database) => matches(filter, decode(encode(database))));
  const totalSize = shown.reduce((sum, { sizeOnDisk }) => sum + (sizeOnDisk ?? 0n), 0n);
  return { databases: shown, ...(!nameOnly && { totalSize, totalSizeMb: totalSize >> 20n }), ok: 1 };
};

const create: Command = ({ catalog }, { db, command }) => {
  const fields = fieldsOf(command, 'create', true);
  const name = fields.required('string', 'create');
  fields.ignore('autoIndexId', 'idIndex');
  fields.end();
  if (catalog.get(db, name)) fail(48, `Collection ${db}.${name} already exists.`);
  catalog.getOrCreate(db, name);
  return { ok: 1 };
};

const drop: Command = ({ catalog }, { db, command }) => {
  const fields = fieldsOf(command, 'drop', true);
  const collection = catalog.get(db, fields.required('string', 'drop'));
  fields.end();
  if (!collection) return { ok: 1 };
  catalog.drop(collection);
  return { nIndexesWas: collection.indexes.length, ns: collection.namespace, ok: 1 };
};

const dropDatabase: Command = ({ catalog }, { db, command }) => {
  const fields = fieldsOf(command, 'dropDatabase', true);
  fields.ignore('dropDatabase');
  fields.end();
  const doomed = catalog.inDatabase(db);
  for (const collection of doomed) catalog.drop(collection);
  return { ...(doomed.length > 0 && { dropped: db }), ok: 1 };
};

const endSessions: Command = ({ cursors }, { command }) => {
  for (const session of fieldsOf(command, 'endSessions', true).required('array', 'endSessions')) cursors.endSession(sessionId(session));
  return { ok: 1 };
};

const compact: Command = ({ storage, catalog }, { db, command }) => {
  const fields: Fields = fieldsOf(command, 'compact', true);
  existing(catalog, db, fields.required('string', 'compact'), 'collection does not exist:');
  fields.ignore('force');
  fields.end();
  storage.compact();
  return { bytesFreed: 0, ok: 1 };
};

const buildInfo: Command = () => ({ ...VERSION, ...LIMITS, ok: 1 });

const COMMANDS: Readonly<Record<string, Command>> = {
  ...{ hello, isMaster: hello, ismaster: hello, buildInfo, buildinfo: buildInfo, ping: () => ({ ok: 1 }) },
  ...{ find: findCommand, aggregate, getMore, killCursors, count, distinct, endSessions, compact },
  ...{ createIndexes, listIndexes, dropIndexes, listCollections, listDatabases, create, drop, dropDatabase },
  insert: (context, { db, command, documents }) => insert(context, db, command, documents),
  update: (context, { db, command }) => updateMany(context, db, command),
  delete: (context, { db, command }) => remove(context, db, command),
  findAndModify: (context, { db, command }) => findAndModify(context, db, command),
};

/** Answers one command; a MongoError becomes the error document that MongoDB would send, any other error is the caller's to handle. */
export function execute(context: Context, request: Request): Buffer {
  const name = firstKey(request.command);
  try {
    checkConcerns(request.command);
    const run = Object.hasOwn(COMMANDS, name) ? COMMANDS[name]! : fail(59, `no such command: '${name}'`);
    const reply = run(context, request);
    return Buffer.isBuffer(reply) ? reply : encode(reply);
  } catch (error) {
    if (!(error instanceof MongoError)) throw error;
    return encode({ ok: 0, errmsg: error.message, code: error.code, codeName: error.codeName, ...error.extra });
  }
}

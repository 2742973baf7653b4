import { arch, platform } from 'node:os';
import type { Binary } from 'bson';
import { parsePipeline } from './aggregation.ts';
import { atLeastZero, checkConcerns, read } from './arguments.ts';
import type { Catalog, Collection } from './catalog.ts';
import { decode, encode } from './codec.ts';
import type { Cursors } from './cursors.ts';
import { setKey } from './encoding.ts';
import { fail, MongoError, unserved } from './errors.ts';
import { parseIndex, signatureOf } from './indexes.ts';
import { matches, parseFilter } from './matcher.ts';
import { someAt } from './paths.ts';
import { parseProjection } from './projection.ts';
import { asHint, find, parseSort } from './query.ts';
import type { Storage } from './storage.ts';
import { isDoc, typeOf, type Doc, type Value } from './values.ts';
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

const VERSION = '7.0.0';

const hello: Command = ({ now }, { connection }) => ({
  helloOk: true,
  isWritablePrimary: true,
  ismaster: true,
  maxBsonObjectSize: 16 * 1024 * 1024,
  maxMessageSizeBytes: 48_000_000,
  maxWriteBatchSize: 100_000,
  localTime: now(),
  logicalSessionTimeoutMinutes: 30,
  connectionId: connection,
  minWireVersion: 0,
  maxWireVersion: 21,
  readOnly: false,
  ok: 1,
});

const buildInfo: Command = () => ({
  version: VERSION,
  versionArray: [...VERSION.split('.').map(Number), 0],
  modules: ['embedded-mongo'],
  bits: 64,
  maxBsonObjectSize: 16 * 1024 * 1024,
  buildEnvironment: { target_arch: arch(), target_os: platform() },
  ok: 1,
});

const sessionOf = (command: Doc): string => {
  const lsid = command.get('lsid');
  return isDoc(lsid) ? ((lsid.get('id') as Binary | undefined)?.toString('hex') ?? '') : '';
};

const FIND = {
  find: 'string',
  filter: 'object',
  sort: 'object',
  projection: 'object',
  hint: 'any',
  skip: 'number',
  limit: 'number',
  batchSize: 'number',
  singleBatch: 'bool',
  allowDiskUse: 'bool',
  noCursorTimeout: 'bool',
  allowPartialResults: 'bool',
  tailable: 'bool',
} as const;

const findCommand: Command = ({ storage, catalog, cursors }, { db, command }) => {
  const given = read(command, 'find', FIND, ['find'], true);
  if (given.tailable)
    fail(2, 'error processing query: planner returned error :: caused by :: tailable cursor requested on non capped collection');
  const skip = atLeastZero('skip', given.skip);
  const limit = atLeastZero('limit', given.limit);
  const batchSize = atLeastZero('batchSize', given.batchSize);
  const query = { filter: parseFilter(given.filter ?? new Map()), sort: parseSort(given.sort), skip, limit, hint: asHint(given.hint) };
  const project = given.projection && parseProjection(given.projection);
  const rows = find(storage, catalog.get(db, given.find!), query).map(({ bytes }) => (project ? encode(project(decode(bytes))) : bytes));
  return cursors.start(`${db}.${given.find}`, rows, sessionOf(command), batchSize, given.singleBatch);
};

const AGGREGATE = {
  aggregate: 'any',
  pipeline: 'array',
  cursor: 'object',
  hint: 'any',
  allowDiskUse: 'bool',
  bypassDocumentValidation: 'bool',
} as const;

const aggregate: Command = ({ storage, catalog, cursors }, { db, command }) => {
  // `pipeline` and `explain` are fields that other commands leave out.
  const given = read(command, 'aggregate', AGGREGATE, ['pipeline'], true);
  if (typeof given.aggregate !== 'string') return unserved('aggregate without a collection');
  if (!given.cursor) return fail(9, "The 'cursor' option is required, except for aggregate with the explain argument");
  const { batchSize } = read(given.cursor, 'aggregate.cursor', { batchSize: 'number' });
  const { query, stages } = parsePipeline(given.pipeline!);
  const found = find(storage, catalog.get(db, given.aggregate), { ...query, hint: asHint(given.hint) });
  const rows = function* (): Generator<Buffer> {
    if (stages.length === 0) for (const { bytes } of found) yield bytes;
    else
      for (const doc of stages.reduce<Iterable<Doc>>(
        (docs, stage) => stage(docs),
        found.map(({ bytes }) => decode(bytes)),
      ))
        yield encode(doc);
  };
  return cursors.start(`${db}.${given.aggregate}`, rows(), sessionOf(command), atLeastZero('batchSize', batchSize));
};

const getMore: Command = ({ cursors }, { db, command }) => {
  const given = read(command, 'getMore', { getMore: 'any', collection: 'string', batchSize: 'number' }, ['getMore', 'collection'], true);
  if (typeof given.getMore !== 'bigint')
    return fail(14, `BSON field 'getMore.getMore' is the wrong type '${typeOf(given.getMore)}', expected type 'long'`);
  return cursors.more(given.getMore, `${db}.${given.collection}`, atLeastZero('batchSize', given.batchSize));
};

const killCursors: Command = ({ cursors }, { command }) => {
  const { cursors: ids } = read(command, 'killCursors', { killCursors: 'string', cursors: 'array' }, ['killCursors', 'cursors'], true);
  const killed = ids!.filter((id) => cursors.kill(id as bigint));
  return { cursorsKilled: killed, cursorsNotFound: ids!.filter((id) => !killed.includes(id)), cursorsAlive: [], cursorsUnknown: [], ok: 1 };
};

const count: Command = ({ storage, catalog }, { db, command }) => {
  const given = read(command, 'count', { count: 'string', query: 'object', limit: 'number', skip: 'number', hint: 'any' }, ['count'], true);
  const collection = catalog.get(db, given.count!);
  const skip = atLeastZero('skip', given.skip);
  if (collection && !given.query?.size && !skip && !given.limit && given.hint === undefined)
    return { n: storage.count(collection.id).documents, ok: 1 };
  // A negative limit is the same as a positive one, for reasons of MongoDB's old protocol.
  const query = { filter: parseFilter(given.query ?? new Map()), skip, limit: Math.abs(given.limit ?? 0), hint: asHint(given.hint) };
  return { n: find(storage, collection, query).reduce((total) => total + 1, 0), ok: 1 };
};

const distinct: Command = ({ storage, catalog }, { db, command }) => {
  const given = read(command, 'distinct', { distinct: 'string', key: 'string', query: 'object', hint: 'any' }, ['distinct', 'key'], true);
  const parts = given.key!.split('.');
  const values = new Map<string, Value>();
  const query = { filter: parseFilter(given.query ?? new Map()), hint: asHint(given.hint) };
  for (const { bytes } of find(storage, catalog.get(db, given.distinct!), query)) {
    someAt(decode(bytes, new Set([parts[0]!])), parts, 0, true, (value, index) => {
      // The elements of an array at the end of the path have been shown before the array itself.
      const whole = Array.isArray(value) && index === undefined;
      if (value !== undefined && !whole && !values.has(setKey(value))) values.set(setKey(value), value);
      return false;
    });
  }
  return { values: [...values.values()], ok: 1 };
};

const required = (catalog: Catalog, db: string, name: string, message = 'ns not found'): Collection =>
  catalog.get(db, name) ?? fail(26, `${message} ${db}.${name}`);

const createIndexes: Command = ({ storage, catalog }, { db, command }) => {
  const given = read(command, 'createIndexes', { createIndexes: 'string', indexes: 'array' }, ['createIndexes', 'indexes'], true);
  if (given.indexes!.length === 0) fail(2, 'Must specify at least one index to create');
  const specs = given.indexes!.map((spec) => ({ spec: spec as Doc, parsed: parseIndex(spec) }));
  const createdCollectionAutomatically = catalog.get(db, given.createIndexes!) === undefined;
  const collection = catalog.getOrCreate(db, given.createIndexes!);
  const numIndexesBefore = collection.indexes.length;
  for (const { spec, parsed } of specs) {
    const sameName = collection.indexes.find(({ name }) => name === parsed.name);
    const isId = parsed.paths.length === 1 && parsed.paths[0] === '_id' && !parsed.descending[0];
    if (isId) {
      if (parsed.partial || parsed.sparse)
        fail(197, `The field '${parsed.sparse ? 'sparse' : 'partialFilterExpression'}' is not valid for an _id index specification.`);
      continue;
    }
    if (sameName && signatureOf(sameName) !== signatureOf(parsed)) {
      fail(
        86,
        `An existing index has the same name as the requested index. When index names are not specified, they are auto generated and can cause conflicts. Please refer to our documentation. Requested index: ${parsed.name}`,
      );
    }
    if (sameName) continue;
    const same = collection.indexes.find((index) => signatureOf(index) === signatureOf(parsed));
    if (same) fail(85, `Index already exists with a different name: ${same.name}`);
    if (collection.indexes.length >= 64) fail(67, `add index fails, too many indexes for ${collection.namespace} key:${parsed.name}`);
    const stored: Doc = new Map([['v', 2 as Value], ...spec]);
    for (const name of ['background', 'ns']) stored.delete(name);
    catalog.addIndex(collection, stored, find(storage, collection, { filter: { op: 'and', of: [] } }));
  }
  const numIndexesAfter = collection.indexes.length;
  const note = numIndexesAfter === numIndexesBefore ? { note: 'all indexes already exist' } : {};
  return { numIndexesBefore, numIndexesAfter, createdCollectionAutomatically, ...note, ok: 1 };
};

const listIndexes: Command = ({ catalog, cursors }, { db, command }) => {
  const given = read(command, 'listIndexes', { listIndexes: 'string', cursor: 'object' }, ['listIndexes'], true);
  const collection = required(catalog, db, given.listIndexes!, 'ns does not exist:');
  const { batchSize } = read(given.cursor ?? new Map(), 'listIndexes.cursor', { batchSize: 'number' });
  return cursors.start(collection.namespace, collection.indexes.map(({ spec }) => encode(spec)).values(), sessionOf(command), batchSize);
};

const dropIndexes: Command = ({ catalog }, { db, command }) => {
  const given = read(command, 'dropIndexes', { dropIndexes: 'string', index: 'any' }, ['dropIndexes', 'index'], true);
  const collection = required(catalog, db, given.dropIndexes!);
  const nIndexesWas = collection.indexes.length;
  const named = (name: string) =>
    collection.indexes.find((index) => index.name === name) ?? fail(27, `index not found with name [${name}]`);
  const wanted = given.index!;
  const doomed =
    wanted === '*'
      ? collection.indexes.filter(({ name }) => name !== '_id_')
      : isDoc(wanted)
        ? [collection.indexes.find(({ spec }) => setKey(spec.get('key')) === setKey(wanted)) ?? fail(27, "can't find index with key")]
        : (Array.isArray(wanted) ? wanted : [wanted]).map((name) => named(name as string));
  if (doomed.some(({ name }) => name === '_id_')) fail(72, 'cannot drop _id index');
  for (const index of doomed) catalog.dropIndex(collection, index);
  return { nIndexesWas, ok: 1 };
};

const listCollections: Command = ({ catalog, cursors }, { db, command }) => {
  const spec = { listCollections: 'any', filter: 'object', nameOnly: 'bool', authorizedCollections: 'bool', cursor: 'object' } as const;
  const given = read(command, 'listCollections', spec, [], true);
  const filter = parseFilter(given.filter ?? new Map());
  const all = catalog.inDatabase(db).map(({ name, indexes }): Doc => {
    const brief: [string, Value][] = [
      ['name', name],
      ['type', 'collection'],
    ];
    return new Map(
      given.nameOnly
        ? brief
        : [
            ...brief,
            ['options', new Map<string, Value>()],
            ['info', new Map<string, Value>([['readOnly', false]])],
            ['idIndex', indexes[0]!.spec],
          ],
    );
  });
  return cursors.start(
    `${db}.$cmd.listCollections`,
    all
      .filter((doc) => matches(filter, doc))
      .map(encode)
      .values(),
    sessionOf(command),
  );
};

const listDatabases: Command = ({ storage, catalog }, { command }) => {
  const given = read(
    command,
    'listDatabases',
    { listDatabases: 'any', filter: 'object', nameOnly: 'bool', authorizedDatabases: 'bool' },
    [],
    true,
  );
  const filter = parseFilter(given.filter ?? new Map());
  const databases = [...new Set(catalog.all().map(({ db }) => db))].toSorted().map((name) => {
    const size = given.nameOnly ? 0 : catalog.inDatabase(name).reduce((sum, { id }) => sum + storage.count(id).size, 0);
    return given.nameOnly ? { name } : { name, sizeOnDisk: BigInt(size), empty: false };
  });
  const shown = databases.filter((database) => matches(filter, decode(encode(database))));
  const totalSize = shown.reduce((sum, { sizeOnDisk }) => sum + (sizeOnDisk ?? 0n), 0n);
  return { databases: shown, ...(given.nameOnly ? {} : { totalSize, totalSizeMb: totalSize >> 20n }), ok: 1 };
};

const create: Command = ({ catalog }, { db, command }) => {
  const given = read(command, 'create', { create: 'string', autoIndexId: 'bool', idIndex: 'any' }, ['create'], true);
  if (catalog.get(db, given.create!)) fail(48, `Collection ${db}.${given.create} already exists.`);
  catalog.create(db, given.create!);
  return { ok: 1 };
};

const drop: Command = ({ catalog }, { db, command }) => {
  const given = read(command, 'drop', { drop: 'string' }, ['drop'], true);
  const collection = catalog.get(db, given.drop!);
  if (!collection) return { ok: 1 };
  const nIndexesWas = collection.indexes.length;
  catalog.drop(collection);
  return { nIndexesWas, ns: collection.namespace, ok: 1 };
};

const dropDatabase: Command = ({ catalog }, { db, command }) => {
  read(command, 'dropDatabase', { dropDatabase: 'any' }, [], true);
  const doomed = catalog.inDatabase(db);
  for (const collection of doomed) catalog.drop(collection);
  return doomed.length > 0 ? { dropped: db, ok: 1 } : { ok: 1 };
};

const endSessions: Command = ({ cursors }, { command }) => {
  for (const session of command.get('endSessions') as Value[])
    if (isDoc(session)) cursors.endSession((session.get('id') as Binary).toString('hex'));
  return { ok: 1 };
};

const compact: Command = ({ storage, catalog }, { db, command }) => {
  const given = read(command, 'compact', { compact: 'string', force: 'bool' }, ['compact'], true);
  required(catalog, db, given.compact!, 'collection does not exist:');
  storage.compact();
  return { bytesFreed: 0, ok: 1 };
};

const COMMANDS: Readonly<Record<string, Command>> = {
  hello,
  isMaster: hello,
  ismaster: hello,
  ping: () => ({ ok: 1 }),
  buildInfo,
  buildinfo: buildInfo,
  find: findCommand,
  aggregate,
  getMore,
  killCursors,
  count,
  distinct,
  insert: (context, { db, command, documents }) => insert(context, db, command, documents),
  update: (context, { db, command }) => updateMany(context, db, command),
  delete: (context, { db, command }) => remove(context, db, command),
  findAndModify: (context, { db, command }) => findAndModify(context, db, command),
  createIndexes,
  listIndexes,
  dropIndexes,
  listCollections,
  listDatabases,
  create,
  drop,
  dropDatabase,
  endSessions,
  compact,
};

/** Answers one command; a MongoError becomes the error document that MongoDB would send, any other error is the caller's to handle. */
export function execute(context: Context, request: Request): Buffer {
  const name = [...request.command.keys()][0] ?? '';
  try {
    checkConcerns(request.command);
    if (!Object.hasOwn(COMMANDS, name)) fail(59, `no such command: '${name}'`);
    const reply = COMMANDS[name]!(context, request);
    return Buffer.isBuffer(reply) ? reply : encode(reply);
  } catch (error) {
    if (!(error instanceof MongoError)) throw error;
    return encode({ ok: 0, errmsg: error.message, code: error.code, codeName: error.codeName, ...error.extra });
  }
}

import type { Collection } from './catalog.ts';
import { decode, encode } from './codec.ts';
import { onCollection, onDatabase, readFields, type Command, type Context } from './command.ts';
import { fail } from './errors.ts';
import { parseIndex, signatureOf, type IndexSpec } from './indexes.ts';
import { EVERYTHING, parseFilter } from './matcher.ts';
import { find } from './query.ts';

const LIMITS = { maxBsonObjectSize: 16 * 1024 * 1024, maxMessageSizeBytes: 48_000_000, maxWriteBatchSize: 100_000 };
const ROLE = { helloOk: true, isWritablePrimary: true, ismaster: true, readOnly: false, logicalSessionTimeoutMinutes: 30 };
const WIRE = { minWireVersion: 0, maxWireVersion: 21 };

/** Drivers say who they are with it, in fields that nobody reads here. 21 is the protocol of MongoDB 7.0. */
const hello: Command = (_, { now, connection }) => ({ ...ROLE, ...LIMITS, ...WIRE, localTime: now(), connectionId: connection });
const buildInfo: Command = () => ({ version: '7.0.0', versionArray: [7, 0, 0, 0], modules: ['embedded-mongo'], bits: 64, ...LIMITS });
const nothing = onDatabase({}, () => ({}));
const existing = ({ collection, namespace }: Context): Collection => collection ?? fail(26, `ns does not exist: ${namespace}`);

const createIndexes = onCollection({ indexes: 'array!' }, ({ indexes }, { storage, catalog, namespace, collection: standing }) => {
  if (indexes.length === 0) fail(2, 'Must specify at least one index to create');
  const wanted = indexes.map(parseIndex);
  const collection = standing ?? catalog.create(namespace);
  const numIndexesBefore = collection.indexes.length;
  for (const index of wanted) {
    if (stands(collection, index)) continue;
    catalog.addIndex(collection, index.spec, find({ storage, collection }, { filter: EVERYTHING }));
  }
  const numIndexesAfter = collection.indexes.length;
  const note = numIndexesAfter === numIndexesBefore && { note: 'all indexes already exist' };
  return { numIndexesBefore, numIndexesAfter, createdCollectionAutomatically: !standing, ...note };
});

/** Whether a collection has the index. @throws codes 85 and 86 when it has the same one by another name or another one by this name */
function stands({ indexes }: Collection, wanted: IndexSpec): boolean {
  const same = indexes.find((index) => signatureOf(index) === signatureOf(wanted));
  if (same && same.name !== wanted.name) fail(85, `Index already exists with a different name: ${same.name}`);
  if (!same && indexes.some(({ name }) => name === wanted.name)) fail(86, `An existing index has the name ${wanted.name}`);
  return same !== undefined;
}

const listIndexes = onCollection({ cursor: 'object' }, ({ cursor }, context) => {
  const { namespace, indexes } = existing(context);
  const { batchSize } = readFields(cursor ?? new Map(), 'cursor', { batchSize: 'size' });
  return context.cursors.start(namespace, indexes.map(({ spec }) => encode(spec)).values(), batchSize);
});

const dropIndexes = onCollection({ index: 'string!' }, ({ index: wanted }, context) => {
  const collection = existing(context);
  const nIndexesWas = collection.indexes.length;
  const doomed = collection.indexes.filter(({ name }) => name !== '_id_' && (wanted === '*' || name === wanted));
  if (doomed.length === 0 && wanted !== '*') fail(wanted === '_id_' ? 72 : 27, `no index with name [${wanted}] can be dropped`);
  context.catalog.dropIndexes(collection, doomed);
  return { nIndexesWas };
});

const inDatabase = ({ catalog, db }: Context): Collection[] => catalog.all().filter((collection) => collection.db === db);

const listCollections = onDatabase(
  { filter: 'object', nameOnly: 'any', cursor: 'any', authorizedCollections: 'any' },
  ({ filter }, context) => {
    const { matches } = parseFilter(filter);
    const all = inDatabase(context).map(({ name }) => encode({ name, type: 'collection', options: {} }));
    return context.cursors.start(`${context.db}.$cmd.listCollections`, all.filter((bytes) => matches(decode(bytes))).values());
  },
);

const listDatabases = onDatabase({ nameOnly: 'any' }, (_, { catalog }) => {
  const names = new Set(catalog.all().map(({ db }) => db));
  return { databases: [...names].toSorted().map((name) => ({ name, empty: false })) };
});

const create = onCollection({}, (_, { catalog, namespace, collection }) => {
  if (collection) fail(48, `Collection ${namespace} already exists.`);
  catalog.create(namespace);
  return {};
});

const drop = onCollection({}, (_, { catalog, namespace, collection }) => {
  const reply = collection ? { nIndexesWas: collection.indexes.length, ns: namespace } : {};
  if (collection) catalog.drop(collection);
  return reply;
});

const dropDatabase = onDatabase({}, (_, context) => {
  for (const collection of inDatabase(context)) context.catalog.drop(collection);
  return { dropped: context.db };
});

const compact = onCollection({ force: 'any' }, (_, context) => {
  existing(context);
  context.storage.compact();
  return { bytesFreed: 0 };
});

export const SERVER = { hello, isMaster: hello, ismaster: hello, buildInfo, ping: nothing, endSessions: nothing, listDatabases };
export const COLLECTIONS = { createIndexes, listIndexes, dropIndexes, listCollections, create, drop, dropDatabase, compact };

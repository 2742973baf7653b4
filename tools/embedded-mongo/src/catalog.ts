import { decode, encode } from './codec.ts';
import { fail } from './errors.ts';
import { duplicateKey, keysOf, parseIndex, type Index, type Key } from './indexes.ts';
import { matches } from './matcher.ts';
import type { Storage } from './storage.ts';
import { isDoc, isRegex, type Doc } from './values.ts';
import { ObjectId } from 'bson';

const MAX_DOCUMENT = 16 * 1024 * 1024;

export interface Collection {
  id: number;
  db: string;
  name: string;
  namespace: string;
  indexes: Index[];
  lastRecord: number;
}

export type Catalog = ReturnType<typeof openCatalog>;

const ID_INDEX: Doc = new Map<string, never>([
  ['v', 2 as never],
  ['key', new Map([['_id', 1]]) as never],
  ['name', '_id_' as never],
]);

/** The collections with their indexes, and the only way to change a document: every index is kept, and a unique one enforced. */
export function openCatalog(storage: Storage) {
  const collections = new Map<string, Collection>();

  const readIndex = (id: number, spec: Doc, multikey: number): Index => ({
    ...parseIndex(spec),
    id,
    multikey,
    unique: spec.get('name') === '_id_' || parseIndex(spec).unique,
  });

  /** Reads everything from the files again: at the start, and after a transaction that was undone. */
  function load(): void {
    collections.clear();
    for (const { id, db, name } of storage.collections()) {
      const indexes = storage.indexes(id).map((row) => readIndex(row.id, decode(row.spec), row.multikey));
      collections.set(`${db}.${name}`, { id, db, name, namespace: `${db}.${name}`, indexes, lastRecord: storage.lastRecord(id) });
    }
  }
  load();

  function create(db: string, name: string): Collection {
    if (!/^[^/\\. "$*<>:|?\0]{1,63}$/.test(db) || !/^[^$\0]{1,200}$/.test(name) || name.startsWith('.') || name.startsWith('system.')) {
      fail(73, `Invalid namespace specified '${db}.${name}'`);
    }
    const id = storage.addCollection(db, name);
    const collection: Collection = { id, db, name, namespace: `${db}.${name}`, indexes: [], lastRecord: storage.lastRecord(id) };
    collection.indexes.push(readIndex(storage.addIndex(id, encode(ID_INDEX)), ID_INDEX, 0));
    collections.set(collection.namespace, collection);
    return collection;
  }

  const entriesOf = (index: Index, doc: Doc): { keys: Key[]; multikey: number } =>
    index.partial && !matches(index.partial, doc) ? { keys: [], multikey: 0 } : keysOf(index, doc, index.sparse);

  /** All keys of a document, after every unique index has agreed: a refused write has changed nothing. */
  function check(collection: Collection, doc: Doc, record: number, indexes: readonly Index[] = collection.indexes) {
    return indexes.map((index) => {
      const { keys, multikey } = entriesOf(index, doc);
      for (const key of index.unique ? keys : []) {
        const holder = storage.holder(index.id, key.key);
        if (holder !== undefined && holder !== record) duplicateKey(collection.namespace, index, key);
      }
      return { index, keys, multikey };
    });
  }

  function noteMultikey(index: Index, multikey: number): void {
    if ((index.multikey | multikey) === index.multikey) return;
    index.multikey |= multikey;
    storage.setMultikey(index.id, index.multikey);
  }

  return {
    load,
    create,
    get: (db: string, name: string): Collection | undefined => collections.get(`${db}.${name}`),
    getOrCreate: (db: string, name: string): Collection => collections.get(`${db}.${name}`) ?? create(db, name),
    inDatabase: (db: string): Collection[] => [...collections.values()].filter((collection) => collection.db === db),
    all: (): Collection[] => [...collections.values()],

    drop(collection: Collection): void {
      for (const index of collection.indexes) storage.removeIndex(index.id);
      storage.removeCollection(collection.id);
      collections.delete(collection.namespace);
    },

    /** Builds the index over what is there. @throws 11000 when a unique one can't be built; nothing is left of it then */
    addIndex(collection: Collection, spec: Doc, documents: Iterable<{ record: number; bytes: Buffer }>): void {
      const index = readIndex(storage.addIndex(collection.id, encode(spec)), spec, 0);
      try {
        for (const { record, bytes } of documents) {
          for (const { keys, multikey } of check(collection, decode(bytes), record, [index])) {
            for (const { key } of keys) storage.addEntry(index.id, key, record);
            noteMultikey(index, multikey);
          }
        }
      } catch (error) {
        storage.removeIndex(index.id);
        throw error;
      }
      collection.indexes.push(index);
    },

    dropIndex(collection: Collection, index: Index): void {
      storage.removeIndex(index.id);
      collection.indexes.splice(collection.indexes.indexOf(index), 1);
    },

    /** @returns the document's `_id`, which comes first in what is stored */
    insert(collection: Collection, given: Buffer): Doc {
      let doc = decode(given);
      let bytes = given;
      if ([...doc.keys()][0] !== '_id') {
        doc = new Map([['_id', doc.get('_id') ?? new ObjectId()], ...doc]);
        bytes = encode(doc);
      }
      const id = doc.get('_id');
      if (Array.isArray(id) || isRegex(id)) fail(53, `The '_id' value cannot be of type ${Array.isArray(id) ? 'array' : 'regex'}`);
      const dollar = isDoc(id) && [...id.keys()].find((name) => name.startsWith('$'));
      if (dollar) fail(52, `_id fields may not contain '$'-prefixed fields: ${dollar} is not valid for storage.`);
      refuseLarge(bytes);
      const record = collection.lastRecord + 1;
      const checked = check(collection, doc, record);
      collection.lastRecord = record;
      storage.insert(record, bytes);
      for (const { index, keys, multikey } of checked) {
        for (const { key } of keys) storage.addEntry(index.id, key, record);
        noteMultikey(index, multikey);
      }
      return doc;
    },

    /** @returns false when the new document is byte for byte the old one */
    replace(collection: Collection, record: number, before: Buffer, doc: Doc): boolean {
      const bytes = encode(doc);
      if (bytes.equals(before)) return false;
      refuseLarge(bytes);
      const checked = check(collection, doc, record);
      const old = decode(before);
      storage.replace(record, bytes);
      for (const { index, keys, multikey } of checked) {
        const previous = new Map(entriesOf(index, old).keys.map(({ key }) => [key.toString('latin1'), key]));
        for (const { key } of keys) if (!previous.delete(key.toString('latin1'))) storage.addEntry(index.id, key, record);
        for (const key of previous.values()) storage.removeEntry(index.id, key, record);
        noteMultikey(index, multikey);
      }
      return true;
    },

    remove(collection: Collection, record: number, bytes: Buffer): void {
      const doc = decode(bytes);
      for (const index of collection.indexes) for (const { key } of entriesOf(index, doc).keys) storage.removeEntry(index.id, key, record);
      storage.remove(record);
    },
  };
}

function refuseLarge(bytes: Buffer): void {
  if (bytes.length > MAX_DOCUMENT)
    fail(10334, `BSONObj size: ${bytes.length} is invalid. Size must be between 0 and ${MAX_DOCUMENT}(16MB)`);
}

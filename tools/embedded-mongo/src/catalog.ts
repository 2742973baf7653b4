import { ObjectId } from 'bson';
import { decode, encode } from './codec.ts';
import { fail } from './errors.ts';
import { duplicateKey, keysOf, parseIndex, type Index, type Key } from './indexes.ts';
import { matches } from './matcher.ts';
import type { Storage } from './storage.ts';
import { firstKey, isDoc, isRegex, type Doc } from './values.ts';

const MAX_DOCUMENT = 16 * 1024 * 1024;

export interface Collection {
  id: number;
  db: string;
  name: string;
  namespace: string;
  indexes: Index[];
  lastRecord: number;
}

interface Entries {
  index: Index;
  keys: Key[];
  multikey: number;
}

export type Catalog = ReturnType<typeof openCatalog>;

/** The collections with their indexes, and the only way to change a document: every index is kept, and a unique one enforced. */
export function openCatalog(storage: Storage) {
  const collections = new Map<string, Collection>();

  function remember(id: number, db: string, name: string): Collection {
    const indexes = storage.indexes(id).map((row): Index => ({ ...parseIndex(decode(row.spec)), id: row.id, multikey: row.multikey }));
    const collection = { id, db, name, namespace: `${db}.${name}`, indexes, lastRecord: storage.lastRecord(id) };
    collections.set(collection.namespace, collection);
    return collection;
  }

  /** Reads everything from the files again: at the start, and after a transaction that was undone. */
  function load(): void {
    collections.clear();
    for (const { id, db, name } of storage.collections()) remember(id, db, name);
  }
  load();

  function create(db: string, name: string): Collection {
    const valid = /^[^/\\. "$*<>:|?\0]{1,63}$/.test(db) && /^(?!\.|system\.)[^$\0]{1,200}$/.test(name);
    if (!valid) fail(73, `Invalid namespace specified '${db}.${name}'`);
    const id = storage.addCollection(db, name);
    storage.addIndex(id, encode({ v: 2, key: { _id: 1 }, name: '_id_' }));
    return remember(id, db, name);
  }

  function entriesOf(index: Index, doc: Doc): Entries {
    const left = index.partial && !matches(index.partial, doc);
    return { index, ...(left ? { keys: [], multikey: 0 } : keysOf(index, doc, index.sparse)) };
  }

  /** All keys of a document, after every unique index has agreed: a refused write has changed nothing. */
  function agreed(collection: Collection, doc: Doc, record: number, indexes: readonly Index[] = collection.indexes): Entries[] {
    const all = indexes.map((index) => entriesOf(index, doc));
    for (const { index, keys } of all) {
      for (const key of index.unique ? keys : []) {
        const holder = storage.holder(index.id, key.key);
        if (holder !== undefined && holder !== record) duplicateKey(collection.namespace, index, key);
      }
    }
    return all;
  }

  function addEntries({ index, keys, multikey }: Entries, record: number, present: ReadonlySet<string> = new Set()): void {
    for (const { key } of keys) if (!present.has(key.toString('latin1'))) storage.addEntry(index.id, key, record);
    if ((index.multikey | multikey) !== index.multikey) storage.setMultikey(index.id, (index.multikey |= multikey));
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
      const index: Index = { ...parseIndex(spec), id: storage.addIndex(collection.id, encode(spec)), multikey: 0 };
      try {
        for (const { record, bytes } of documents)
          for (const each of agreed(collection, decode(bytes), record, [index])) addEntries(each, record);
      } catch (error) {
        storage.removeIndex(index.id);
        throw error;
      }
      collection.indexes.push(index);
    },

    dropIndex({ indexes }: Collection, index: Index): void {
      storage.removeIndex(index.id);
      indexes.splice(indexes.indexOf(index), 1);
    },

    /** @returns the document as it is stored, with its `_id` first */
    insert(collection: Collection, given: Buffer): Doc {
      const read = decode(given);
      const inOrder = firstKey(read) === '_id';
      const doc: Doc = inOrder ? read : new Map([['_id', read.has('_id') ? read.get('_id')! : new ObjectId()], ...read]);
      const id = doc.get('_id')!;
      if (Array.isArray(id) || isRegex(id)) fail(53, `The '_id' value cannot be of type ${isRegex(id) ? 'regex' : 'array'}`);
      const dollar = isDoc(id) && [...id.keys()].find((name) => name.startsWith('$'));
      if (dollar) fail(52, `_id fields may not contain '$'-prefixed fields: ${dollar} is not valid for storage.`);
      const bytes = refuseLarge(inOrder ? given : encode(doc));
      const record = collection.lastRecord + 1;
      const entries = agreed(collection, doc, record);
      collection.lastRecord = record;
      storage.insert(record, bytes);
      for (const each of entries) addEntries(each, record);
      return doc;
    },

    /** @returns false when the new document is byte for byte the old one */
    replace(collection: Collection, record: number, before: Buffer, doc: Doc): boolean {
      const bytes = refuseLarge(encode(doc));
      if (bytes.equals(before)) return false;
      const entries = agreed(collection, doc, record);
      const old = decode(before);
      storage.replace(record, bytes);
      for (const each of entries) {
        const kept = new Set(each.keys.map(({ key }) => key.toString('latin1')));
        const previous = new Map(entriesOf(each.index, old).keys.map(({ key }) => [key.toString('latin1'), key]));
        for (const [text, key] of previous) if (!kept.has(text)) storage.removeEntry(each.index.id, key, record);
        addEntries(each, record, new Set(previous.keys()));
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

function refuseLarge(bytes: Buffer): Buffer {
  const large = bytes.length > MAX_DOCUMENT;
  return large ? fail(10334, `BSONObj size: ${bytes.length} is invalid. Size must be between 0 and ${MAX_DOCUMENT}(16MB)`) : bytes;
}

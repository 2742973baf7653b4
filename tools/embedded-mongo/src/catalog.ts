import { ObjectId } from 'bson';
import { decode, encode, splice } from './codec.ts';
import { fail } from './errors.ts';
import { duplicateKey, keysOf, parseIndex, type Index } from './indexes.ts';
import type { Row, Storage } from './storage.ts';
import { firstKey, isDoc, type Doc, type Value } from './values.ts';

const MAX_DOCUMENT = 16 * 1024 * 1024;

export type Collection = { id: number; db: string; name: string; namespace: string; indexes: Index[]; lastRecord: number };
export type Catalog = ReturnType<typeof openCatalog>;

/** The collections with their indexes, and the only way to change a document: every index is kept, and a unique one enforced. */
export function openCatalog(storage: Storage) {
  const collections = new Map<string, Collection>();

  function remember(id: number, db: string, name: string): Collection {
    const stored = storage.indexes(id);
    const indexes = stored.map((row): Index => ({ ...parseIndex(decode(row.spec)), id: row.id, multikey: row.multikey !== 0 }));
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

  /** @param namespace database and name, with a dot between them */
  function create(namespace: string): Collection {
    const [, db, name] = /^([^/\\. "$*<>:|?\0]{1,63})\.((?!\.|system\.)[^$\0]{1,200})$/.exec(namespace) ?? [];
    if (!db || !name) return fail(73, `Invalid namespace specified '${namespace}'`);
    const id = storage.addCollection(db, name);
    storage.addIndex(id, encode({ v: 2, key: { _id: 1 }, name: '_id_' }));
    return remember(id, db, name);
  }

  function keysIn(index: Index, doc: Doc | undefined): ReturnType<typeof keysOf> {
    const left = !doc || index.partial?.matches(doc) === false;
    return left ? { keys: new Map(), multikey: false } : keysOf(index, doc, index.sparse);
  }

  /** Takes indexes from one state of a document to the next. Every unique one agrees before anything is changed. @throws 171, 11000 */
  function reindex({ namespace }: Collection, indexes: readonly Index[], record: number, before?: Doc, after?: Doc): void {
    const changes = indexes.map((index) => {
      const [old, { keys, multikey }] = [keysIn(index, before).keys, keysIn(index, after)];
      const added = [...keys.keys()].filter((key) => !old.has(key));
      const taken = index.unique ? added.find((key) => (storage.holder(index.id, key) ?? record) !== record) : undefined;
      if (taken !== undefined) duplicateKey(namespace, index, keys.get(taken)!);
      return { index, gone: [...old.keys()].filter((key) => !keys.has(key)), added, multikey };
    });
    for (const { index, gone, added, multikey } of changes) {
      for (const key of gone) storage.removeEntry(index.id, key, record);
      for (const key of added) storage.addEntry(index.id, key, record);
      if (multikey && !index.multikey) storage.setMultikey(index.id);
      index.multikey ||= multikey;
    }
  }

  /** @param read the fields that have changed, and those of the indexes that are concerned */
  function exchange(collection: Collection, row: Row, given: Buffer, concerned: readonly Index[], read?: ReadonlySet<string>): Uint8Array {
    const [before, record] = row;
    const bytes = refuseLarge(given);
    if (bytes.equals(before)) return before;
    // Read again, which refuses what mustn't be stored.
    const after = decode(bytes, read);
    if (concerned.length > 0) reindex(collection, concerned, record, decode(before, read), after);
    storage.put(record, bytes);
    return bytes;
  }

  return {
    load,
    create,
    get: (namespace: string): Collection | undefined => collections.get(namespace),
    getOrCreate: (namespace: string): Collection => collections.get(namespace) ?? create(namespace),
    all: (): Collection[] => [...collections.values()],

    dropIndexes(collection: Collection, doomed: readonly Index[]): void {
      for (const { id } of doomed) storage.removeIndex(id);
      collection.indexes = collection.indexes.filter((index) => !doomed.includes(index));
    },

    drop(collection: Collection): void {
      this.dropIndexes(collection, collection.indexes);
      storage.removeCollection(collection.id);
      collections.delete(collection.namespace);
    },

    /** Builds the index over what is there. @throws 11000 when a unique one can't be built; nothing is left of it then */
    addIndex(collection: Collection, spec: Doc, documents: Iterable<Row>): void {
      const index: Index = { ...parseIndex(spec), id: storage.addIndex(collection.id, encode(spec)), multikey: false };
      try {
        for (const [bytes, record] of documents) reindex(collection, [index], record, undefined, decode(bytes));
      } catch (error) {
        storage.removeIndex(index.id);
        throw error;
      }
      collection.indexes.push(index);
    },

    /** @returns the document as it is stored, with its `_id` first */
    insert(collection: Collection, given: Buffer): Doc {
      const read = decode(given);
      const inOrder = firstKey(read) === '_id';
      const doc: Doc = inOrder ? read : new Map([['_id', read.has('_id') ? read.get('_id')! : new ObjectId()], ...read]);
      const id = doc.get('_id')!;
      if (Array.isArray(id)) fail(53, "The '_id' value cannot be of type array");
      if (isDoc(id) && [...id.keys()].some((name) => name.startsWith('$'))) fail(52, "_id fields may not contain '$'-prefixed fields");
      const bytes = refuseLarge(inOrder ? given : encode(doc));
      reindex(collection, collection.indexes, collection.lastRecord + 1, undefined, doc);
      storage.put(++collection.lastRecord, bytes);
      return doc;
    },

    /** @returns the document as it stands now: the bytes of the row themselves when nothing has changed */
    replace: (collection: Collection, row: Row, doc: Doc): Uint8Array => exchange(collection, row, encode(doc), collection.indexes),

    /** Changes these top-level fields; undefined takes one away. @returns as `replace` */
    patch(collection: Collection, row: Row, changes: ReadonlyMap<string, Value | undefined>): Uint8Array {
      if (changes.size === 0) return row[0];
      const concerned = collection.indexes.filter(({ fields }) => fields.some((name) => changes.has(name)));
      const read = new Set([...changes.keys(), ...concerned.flatMap(({ fields }) => fields)]);
      return exchange(collection, row, splice(row[0], changes), concerned, read);
    },

    remove(collection: Collection, [bytes, record]: Row): void {
      reindex(collection, collection.indexes, record, decode(bytes));
      storage.remove(record);
    },
  };
}

const refuseLarge = (bytes: Buffer): Buffer =>
  bytes.length > MAX_DOCUMENT ? fail(10334, `BSONObj size: ${bytes.length} is invalid, more than ${MAX_DOCUMENT} (16MB)`) : bytes;

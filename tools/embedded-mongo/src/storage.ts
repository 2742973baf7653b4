import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

/** A row of an index scan or a collection scan; `key` is empty in the latter. */
export interface Row {
  key: Buffer;
  record: number;
  bytes: Buffer;
}

export interface Range {
  from: Buffer;
  to: Buffer;
}

export type Storage = ReturnType<typeof openStorage>;

/** A record number holds its collection's number, so that one table serves all collections without any change of SQLite's schema. */
const RECORDS_PER_COLLECTION = 2 ** 36;
const LAST_COLLECTION = 2 ** 17 - 1;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS collections (id INTEGER PRIMARY KEY, db TEXT NOT NULL, name TEXT NOT NULL, UNIQUE (db, name)) STRICT;
  CREATE TABLE IF NOT EXISTS indexes (id INTEGER PRIMARY KEY, collection INTEGER NOT NULL, spec BLOB NOT NULL, multikey INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS documents (record INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS entries (i INTEGER NOT NULL, k BLOB NOT NULL, r INTEGER NOT NULL, PRIMARY KEY (i, k, r)) STRICT, WITHOUT ROWID;
`;

/**
 * All of SQLite is here. Writes open a transaction that the server commits once per turn of its event loop, before any reply goes out.
 * No statement stays open between calls: an open one would keep the write-ahead log from being truncated.
 * @throws when another server holds the folder; the lock is the operating system's, so none is left over after kill -9
 */
export function openStorage(folder: string) {
  mkdirSync(folder, { recursive: true });
  const lock = new DatabaseSync(join(folder, 'lock.sqlite'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    throw new Error(`${folder} is in use by another embedded-mongo server; stop that one or take another folder`, { cause });
  }
  const database = new DatabaseSync(join(folder, 'store.sqlite'), { timeout: 0 });
  // secure_delete and temp_store: what is erased must not stay behind in free pages or in a temporary file.
  database.exec(`
    PRAGMA page_size = 8192; PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536; ${SCHEMA}`);

  let writing = false;
  const prepare = (sql: string): StatementSync => {
    const statement = database.prepare(sql);
    statement.setReturnArrays(true);
    return statement;
  };
  const first = (statement: StatementSync, ...values: SQLInputValue[]): unknown[] | undefined =>
    statement.get(...values) as unknown[] | undefined;
  const write = (statement: StatementSync, ...values: SQLInputValue[]): number => {
    if (!writing) database.exec('BEGIN IMMEDIATE');
    writing = true;
    return Number(statement.run(...values).changes);
  };
  const buffer = (value: unknown): Buffer => {
    const bytes = value as Uint8Array;
    return Buffer.from(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.length);
  };
  const rows = (found: unknown): Row[] =>
    (found as unknown[][]).map(([key, record, bytes]) => ({ key: buffer(key), record: record as number, bytes: buffer(bytes) }));

  const scan = (order: 'ASC' | 'DESC') => {
    const after = order === 'ASC' ? '>' : '<';
    const bound = order === 'ASC' ? 'k < ?4' : 'k >= ?4';
    return {
      index: prepare(`SELECT k, r, bytes FROM entries CROSS JOIN documents ON record = r
        WHERE i = ?1 AND (k, r) ${after} (?2, ?3) AND ${bound} ORDER BY k ${order}, r ${order} LIMIT ?5`),
      all: prepare(
        `SELECT x'', record, bytes FROM documents WHERE record ${after} ?1 AND record ${after === '>' ? '<' : '>='} ?2 ORDER BY record ${order} LIMIT ?3`,
      ),
    };
  };
  const ascending = scan('ASC');
  const descending = scan('DESC');
  const statements = {
    insert: prepare('INSERT INTO documents VALUES (?, ?)'),
    replace: prepare('UPDATE documents SET bytes = ?2 WHERE record = ?1'),
    remove: prepare('DELETE FROM documents WHERE record = ?'),
    removeAll: prepare('DELETE FROM documents WHERE record >= ? AND record < ?'),
    get: prepare('SELECT bytes FROM documents WHERE record = ?'),
    last: prepare('SELECT max(record) FROM documents WHERE record >= ? AND record < ?'),
    count: prepare('SELECT count(*), total(length(bytes)) FROM documents WHERE record >= ? AND record < ?'),
    addEntry: prepare('INSERT INTO entries VALUES (?, ?, ?)'),
    removeEntry: prepare('DELETE FROM entries WHERE i = ? AND k = ? AND r = ?'),
    removeEntries: prepare('DELETE FROM entries WHERE i = ?'),
    holder: prepare('SELECT r FROM entries WHERE i = ? AND k = ? LIMIT 1'),
    collections: prepare('SELECT id, db, name FROM collections ORDER BY id'),
    addCollection: prepare('INSERT INTO collections VALUES (?, ?, ?)'),
    removeCollection: prepare('DELETE FROM collections WHERE id = ?'),
    lastCollection: prepare('SELECT max(id) FROM collections'),
    indexes: prepare('SELECT id, spec, multikey FROM indexes WHERE collection = ? ORDER BY id'),
    addIndex: prepare('INSERT INTO indexes VALUES (NULL, ?, ?, 0)'),
    lastIndex: prepare('SELECT max(id) FROM indexes'),
    setMultikey: prepare('UPDATE indexes SET multikey = ?2 WHERE id = ?1'),
    removeIndex: prepare('DELETE FROM indexes WHERE id = ?'),
  };
  const span = (collection: number): [number, number] => [collection * RECORDS_PER_COLLECTION, (collection + 1) * RECORDS_PER_COLLECTION];

  return {
    get writing(): boolean {
      return writing;
    },
    commit(): void {
      if (writing) database.exec('COMMIT');
      writing = false;
    },
    rollback(): void {
      if (database.isTransaction) database.exec('ROLLBACK');
      writing = false;
    },
    /** Rewrites the files so that nothing that was deleted or overwritten is left in them. */
    compact(): void {
      this.commit();
      database.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE)');
    },
    close(): void {
      this.commit();
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      database.close();
      lock.close();
    },

    collections: () => (statements.collections.all() as unknown as [number, string, string][]).map(([id, db, name]) => ({ id, db, name })),
    addCollection(db: string, name: string): number {
      const id = ((first(statements.lastCollection)?.[0] as number | null) ?? 0) + 1;
      if (id > LAST_COLLECTION) throw new Error('this folder has no room for another collection; start with a new one');
      write(statements.addCollection, id, db, name);
      return id;
    },
    removeCollection(id: number): void {
      write(statements.removeAll, ...span(id));
      write(statements.removeCollection, id);
    },
    lastRecord: (collection: number): number => (first(statements.last, ...span(collection))?.[0] as number | null) ?? span(collection)[0],
    count(collection: number): { documents: number; size: number } {
      const [documents, size] = first(statements.count, ...span(collection)) as [number, number];
      return { documents, size };
    },

    indexes: (collection: number) =>
      (statements.indexes.all(collection) as unknown as unknown[][]).map(([id, spec, multikey]) => ({
        id: id as number,
        spec: buffer(spec),
        multikey: multikey as number,
      })),
    addIndex(collection: number, spec: Buffer): number {
      write(statements.addIndex, collection, spec);
      return first(statements.lastIndex)![0] as number;
    },
    setMultikey: (index: number, fields: number) => write(statements.setMultikey, index, fields),
    removeIndex(id: number): void {
      write(statements.removeEntries, id);
      write(statements.removeIndex, id);
    },

    insert: (record: number, bytes: Buffer) => write(statements.insert, record, bytes),
    replace: (record: number, bytes: Buffer) => write(statements.replace, record, bytes),
    remove: (record: number) => write(statements.remove, record),
    get(record: number): Buffer | undefined {
      const found = first(statements.get, record);
      return found && buffer(found[0]);
    },
    addEntry: (index: number, key: Buffer, record: number) => write(statements.addEntry, index, key, record),
    removeEntry: (index: number, key: Buffer, record: number) => write(statements.removeEntry, index, key, record),
    /** The record that holds this key, of a unique index. */
    holder: (index: number, key: Buffer): number | undefined => first(statements.holder, index, key)?.[0] as number | undefined,

    /** The next rows of an index after the given one, at most `limit`. */
    scanIndex(index: number, { from, to }: Range, backwards: boolean, after: Row | undefined, limit: number): Row[] {
      return backwards
        ? rows(descending.index.all(index, after?.key ?? to, after?.record ?? -1, from, limit))
        : rows(ascending.index.all(index, after?.key ?? from, after?.record ?? -1, to, limit));
    },
    scanAll(collection: number, backwards: boolean, after: Row | undefined, limit: number): Row[] {
      const [from, to] = span(collection);
      return backwards
        ? rows(descending.all.all(after?.record ?? to, from, limit))
        : rows(ascending.all.all(after?.record ?? from - 1, to, limit));
    },
  };
}

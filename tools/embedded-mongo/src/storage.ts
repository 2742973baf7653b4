import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue, type SQLTagStore, type StatementSync } from 'node:sqlite';
import type { Range } from './ranges.ts';

/** A document as a scan has found it; the key is empty where no index was scanned. */
export type Row = [bytes: Uint8Array, record: number, key: Uint8Array];
type IndexRow = { id: number; spec: Uint8Array; multikey: number };
export type Storage = ReturnType<typeof openStorage>;

/** A record number holds its collection's number, so that one table serves all collections without any change of SQLite's schema. */
const RECORDS_PER_COLLECTION = 2 ** 36;

// The CHECK keeps record numbers within what a JavaScript number holds exactly.
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS collections (
    id INTEGER PRIMARY KEY CHECK (id < 131072), db TEXT NOT NULL, name TEXT NOT NULL, UNIQUE (db, name)) STRICT;
  CREATE TABLE IF NOT EXISTS indexes (
    id INTEGER PRIMARY KEY, collection INTEGER NOT NULL, spec BLOB NOT NULL, multikey INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS documents (record INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS entries (i INTEGER NOT NULL, k BLOB NOT NULL, r INTEGER NOT NULL, PRIMARY KEY (i, k, r)) STRICT, WITHOUT ROWID;
`;

/** Opens the file, or finds that another server has it; the lock is the operating system's, so none is left over after kill -9. */
function openDatabase(folder: string): DatabaseSync {
  mkdirSync(folder, { recursive: true });
  const database = new DatabaseSync(join(folder, 'store.sqlite'), { timeout: 0 });
  try {
    // secure_delete and temp_store: what is erased must not stay behind in free pages or in a temporary file.
    database.exec(`
      PRAGMA page_size = 8192; PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
      PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536; ${SCHEMA}`);
    return database;
  } catch (cause) {
    database.close();
    if (!String(cause).includes('locked')) throw cause;
    throw new Error(`${folder} is in use by another embedded-mongo server; stop that one or take another folder`, { cause });
  }
}

/** Keys are strings of bytes outside and bytes in the file. */
const bytesOf = (key: string): Buffer => Buffer.from(key, 'latin1');

/**
 * All of SQLite is here. Writes open a transaction that the server commits once per turn of its event loop, before any reply goes out.
 * No statement stays open between calls, which would keep the write-ahead log from being truncated. @throws when the folder is in use
 */
export function openStorage(folder: string) {
  const database = openDatabase(folder);
  const sql = database.createTagStore();
  let writing = false;
  const begin = (): SQLTagStore => {
    if (!writing) database.exec('BEGIN IMMEDIATE');
    writing = true;
    return sql;
  };
  const write = (statement: StatementSync, ...values: SQLInputValue[]): void => {
    begin();
    statement.run(...values);
  };

  // What runs for every document is prepared, which is twice as fast as the tag store. `+` keeps SQLite from planning anew for each limit.
  const scan = (order: 'ASC' | 'DESC', after: '<' | '>', bound: '<' | '>='): StatementSync =>
    database.prepare(`SELECT bytes, r, k FROM entries CROSS JOIN documents ON record = r
      WHERE i = ?1 AND (k, r) ${after} (?2, ?3) AND k ${bound} ?4 ORDER BY k ${order}, r ${order} LIMIT +?5`);
  const [forwards, backwards] = [scan('ASC', '>', '<'), scan('DESC', '<', '>=')];
  const unsorted = database.prepare("SELECT bytes, record, x'' FROM documents WHERE record > ? AND record < ? ORDER BY record LIMIT +?");
  for (const statement of [forwards, backwards, unsorted]) statement.setReturnArrays(true);
  const put = database.prepare('INSERT INTO documents VALUES (?1, ?2) ON CONFLICT (record) DO UPDATE SET bytes = ?2');
  const remove = database.prepare('DELETE FROM documents WHERE record = ?');
  const addEntry = database.prepare('INSERT INTO entries VALUES (?, ?, ?)');
  const removeEntry = database.prepare('DELETE FROM entries WHERE i = ? AND k = ? AND r = ?');
  const holder = database.prepare('SELECT r FROM entries WHERE i = ? AND k = ? LIMIT 1');
  const span = (collection: number): [number, number] => [collection * RECORDS_PER_COLLECTION, (collection + 1) * RECORDS_PER_COLLECTION];

  return {
    isWriting: (): boolean => writing,
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
      try {
        this.commit();
        database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      } finally {
        database.close();
      }
    },

    collections: () => sql.all`SELECT id, db, name FROM collections ORDER BY id` as { id: number; db: string; name: string }[],
    addCollection: (db: string, name: string) =>
      begin().get`INSERT INTO collections VALUES (NULL, ${db}, ${name}) RETURNING id`!.id as number,
    removeCollection(id: number): void {
      const [from, to] = span(id);
      begin();
      database.exec(`DELETE FROM documents WHERE record > ${from} AND record < ${to}; DELETE FROM collections WHERE id = ${id}`);
    },
    lastRecord(collection: number): number {
      const [from, to] = span(collection);
      const { last } = sql.get`SELECT max(record) AS last FROM documents WHERE record > ${from} AND record < ${to}`!;
      return (last as number | null) ?? from;
    },

    indexes: (of: number) => sql.all`SELECT id, spec, multikey FROM indexes WHERE collection = ${of} ORDER BY id` as unknown as IndexRow[],
    addIndex: (of: number, spec: Buffer) => begin().get`INSERT INTO indexes VALUES (NULL, ${of}, ${spec}, 0) RETURNING id`!.id as number,
    setMultikey: (id: number) => begin().run`UPDATE indexes SET multikey = 1 WHERE id = ${id}`,
    removeIndex(id: number): void {
      begin();
      database.exec(`DELETE FROM entries WHERE i = ${id}; DELETE FROM indexes WHERE id = ${id}`);
    },

    put: (record: number, bytes: Buffer): void => write(put, record, bytes),
    remove: (record: number): void => write(remove, record),
    addEntry: (index: number, key: string, record: number): void => write(addEntry, index, bytesOf(key), record),
    removeEntry: (index: number, key: string, record: number): void => write(removeEntry, index, bytesOf(key), record),
    /** The record that holds this key, of a unique index. */
    holder: (index: number, key: string) => holder.get(index, bytesOf(key))?.r as number | undefined,
    /** The next rows of an index after the given one, at most `limit`. */
    scanIndex(index: number, { from, to }: Range, down: boolean, [, record, key]: Partial<Row>, limit: number): Row[] {
      const [statement, start, end] = down ? [backwards, to, from] : [forwards, from, to];
      return statement.all(index, key ?? bytesOf(start), record ?? -1, bytesOf(end), limit) as unknown as Row[];
    },
    /** The next rows in the order of their insertion. */
    scanAll(collection: number, [, record]: Partial<Row>, limit: number): Row[] {
      const [from, to] = span(collection);
      return unsorted.all(record ?? from, to, limit) as unknown as Row[];
    },
  };
}

import { DatabaseSync } from 'node:sqlite';
import { property } from './property.ts';

const SQLITE_BUSY = 5;

/**
 * Takes a lock that ends with this process, however it ends: undefined when another process holds it, else a function that gives it back.
 * SQLite's file lock, since Node has none of its own and a file with a process id outlives a crash.
 */
export function takeLock(path: string): (() => void) | undefined {
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (property(error, 'errcode') === SQLITE_BUSY) return undefined;
    throw error;
  }
  return () => database.close();
}

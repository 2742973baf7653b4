import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const POLL_MS = 15;
const TAIL_BYTES = 64 * 1024;

/**
 * Reads a growing file line by line until `found` gives something, and returns that; undefined once the time is over or `signal` aborts.
 * Polling, since file watchers miss appends on some file systems, and it only lasts while a process starts.
 */
export async function followLog<Found>(
  path: string,
  found: (line: string) => Found | undefined,
  signal: AbortSignal,
  withinMs: number,
): Promise<Found | undefined> {
  const file = openSync(path, 'r');
  const decoder = new TextDecoder();
  const buffer = Buffer.alloc(TAIL_BYTES);
  const deadline = performance.now() + withinMs;
  let rest = '';
  try {
    while (!signal.aborted && performance.now() < deadline) {
      const bytes = readSync(file, buffer, 0, buffer.length, null);
      const lines = (rest + decoder.decode(buffer.subarray(0, bytes), { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const result = found(line);
        if (result !== undefined) return result;
      }
      if (bytes === 0) await pause(POLL_MS);
    }
    return undefined;
  } finally {
    closeSync(file);
  }
}

/** The last `count` lines of a file that aren't blank. */
export function lastLines(path: string, count: number): string[] {
  const file = openSync(path, 'r');
  try {
    const size = fstatSync(file).size;
    const buffer = Buffer.alloc(Math.min(size, TAIL_BYTES));
    readSync(file, buffer, 0, buffer.length, size - buffer.length);
    const lines = buffer
      .toString('utf8')
      .split('\n')
      .filter((line) => line.trim() !== '');
    return lines.slice(-count);
  } finally {
    closeSync(file);
  }
}

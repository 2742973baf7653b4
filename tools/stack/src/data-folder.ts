/** What a data folder remembers from start to start, and that only one stack uses it at a time. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { takeLock } from './lock.ts';
import { readStackFile } from './stack-file.ts';
import { UserError } from './user-error.ts';

/** A little more than the watchdog gives the children of a killed supervisor. */
const OLD_CHILDREN_MS = 8_000;

export interface DataFolder {
  readonly path: string;
  /** A folder inside, made if it isn't there. */
  folder(name: string): string;
  file(name: string): string;
  /** What was remembered under a name; undefined if nothing was. */
  recall<Value>(name: string): Value | undefined;
  remember(name: string, value: unknown): void;
  release(): void;
}

/** The lock that a stack's watchdog holds until the last child is gone. */
export const childrenLock = (path: string) => join(path, 'children.lock');

function lockOf(path: string): ReturnType<typeof takeLock> {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return takeLock(join(path, 'stack.lock'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(`The data folder ${path} can't be used (${reason}). Choose one that can be written to: DATA_DIR=…`, {
      cause: error,
    });
  }
}

/** Opens and locks a data folder; waits for what a killed stack left running on it. */
export async function openDataFolder(path: string, report: (line: string) => void): Promise<DataFolder> {
  const release = lockOf(path);
  if (!release) {
    const running = readStackFile(path);
    throw new UserError(
      `Another stack runs on the data folder ${path}${running ? ` (${running.endpoint})` : ''}. Stop it, or start this one on a folder of its own: DATA_DIR=.data-2 PORT=4001 npm start`,
    );
  }
  const deadline = Date.now() + OLD_CHILDREN_MS;
  for (let told = false; ; told = true) {
    const free = takeLock(childrenLock(path));
    if (free) {
      free();
      break;
    }
    if (!told) report('Waiting for the processes of a stack that was killed to end');
    if (Date.now() > deadline) {
      release();
      throw new UserError(`Processes of an earlier stack on ${path} are still running: end them, or use another DATA_DIR.`);
    }
    await pause(50);
  }
  const file = (name: string) => join(path, name);
  return {
    path,
    file,
    folder(name) {
      mkdirSync(file(name), { recursive: true, mode: 0o700 });
      return file(name);
    },
    recall: (name) => (existsSync(file(`${name}.json`)) ? JSON.parse(readFileSync(file(`${name}.json`), 'utf8')) : undefined),
    remember: (name, value) => writeFileSync(file(`${name}.json`), `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 }),
    release,
  };
}

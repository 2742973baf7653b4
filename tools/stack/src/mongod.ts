/** A real MongoDB on this machine. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findExecutable, isExecutable } from './executables.ts';
import type { ProcessSpec } from './supervisor.ts';
import { UserError } from './user-error.ts';

/** Where `npm run mongod:download` puts it. */
export const downloadFolder = (root: string) => join(root, '.cache/mongod');

/** MONGOD_BINARY, else a mongod on PATH, else the one that was downloaded; undefined if there is none. */
export function findMongod(options: { MONGOD_BINARY?: string | undefined; PATH: string; root: string }): string | undefined {
  const { MONGOD_BINARY } = options;
  if (MONGOD_BINARY !== undefined) {
    if (!isExecutable(MONGOD_BINARY)) throw new UserError(`MONGOD_BINARY names ${MONGOD_BINARY}, which is not a program that can be run.`);
    return MONGOD_BINARY;
  }
  return findExecutable('mongod', options.PATH) ?? downloaded(downloadFolder(options.root));
}

function downloaded(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  return readdirSync(folder)
    .filter((name) => name.startsWith('mongod'))
    .map((name) => join(folder, name))
    .findLast(isExecutable);
}

/** How to run it on a folder: a single node on loopback. */
export function mongodSpec(options: { binary: string; folder: string; port: number; stage: number }): ProcessSpec {
  mkdirSync(options.folder, { recursive: true });
  return {
    name: 'documents',
    command: options.binary,
    args: ['--dbpath', options.folder, '--port', String(options.port), '--bind_ip', '127.0.0.1', '--nounixsocket', '--quiet'],
    stage: options.stage,
    stopWithinMs: 2_000,
    ready: (line) => (line.includes('Waiting for connections') ? { url: `mongodb://127.0.0.1:${options.port}/` } : undefined),
  };
}

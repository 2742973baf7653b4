import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { childrenLock, openDataFolder } from './data-folder.ts';
import { takeLock } from './lock.ts';
import { removeStackFile, stackFilePath, writeStackFile, type StackFile } from './stack-file.ts';

let path: string;
beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'data-folder-'));
});
afterEach(() => rmSync(path, { recursive: true }));

const nothing = () => undefined;
const stack: StackFile = {
  endpoint: 'http://127.0.0.1:4000/graphql',
  mailCatcher: null,
  mailSmtp: 'smtp://127.0.0.1:1',
  issuer: 'http://127.0.0.1:2',
  redisUrl: 'redis://127.0.0.1:3',
  documents: { kind: 'embedded', url: 'mongodb://127.0.0.1:4/' },
  processes: {},
  tokens: { COORDINATOR: 'secret' },
};

describe('a data folder', () => {
  it('serves one stack at a time, and says which one has it and what to do', async () => {
    const first = await openDataFolder(path, nothing);
    writeStackFile(path, stack);
    await expect(openDataFolder(path, nothing)).rejects.toThrow(/Another stack runs on .*http:\/\/127\.0\.0\.1:4000\/graphql.*DATA_DIR=/);
    first.release();
    (await openDataFolder(path, nothing)).release();
  });

  it('is free again after its holder was killed', async () => {
    const script = `const { DatabaseSync } = require('node:sqlite'); new DatabaseSync(${JSON.stringify(join(path, 'stack.lock'))}).exec('BEGIN EXCLUSIVE'); console.log('locked'); setInterval(() => {}, 1000);`;
    const holder = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(holder.stdout, 'data');
    await expect(openDataFolder(path, nothing)).rejects.toThrow(/Another stack/);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    (await openDataFolder(path, nothing)).release();
  });

  it('waits for the processes that a killed stack left', async () => {
    const release = takeLock(childrenLock(path));
    const said: string[] = [];
    const opening = openDataFolder(path, (line) => {
      said.push(line);
      release?.();
    });
    (await opening).release();
    expect(said).toEqual([expect.stringContaining('Waiting for the processes of a stack that was killed')]);
  });

  it('says which path is no folder that can be written to', async () => {
    const file = join(path, 'file');
    writeFileSync(file, '');
    await expect(openDataFolder(file, nothing)).rejects.toThrow(/^The data folder \S+file can't be used \(.*EEXIST/);
    await expect(openDataFolder(join(file, 'inside'), nothing)).rejects.toThrow(/can't be used \(.*ENOTDIR/);
  });

  it('remembers from start to start', async () => {
    const first = await openDataFolder(path, nothing);
    expect(first.recall('store')).toBeUndefined();
    first.remember('store', { kind: 'embedded' });
    first.release();
    const second = await openDataFolder(path, nothing);
    expect(second.recall('store')).toEqual({ kind: 'embedded' });
    second.release();
  });
});

describe('stack.json', () => {
  it('is readable by its owner only, since it holds tokens, and goes when the stack stops', () => {
    writeStackFile(path, stack);
    expect(statSync(stackFilePath(path)).mode & 0o777).toBe(0o600);
    removeStackFile(path);
    expect(existsSync(stackFilePath(path))).toBe(false);
  });
});

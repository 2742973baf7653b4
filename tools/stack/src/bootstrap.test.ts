import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from './test-support/processes.ts';

let root: string;
let running: ChildProcess[];

/** A repository of one package, with an npm that only writes down that it was called and records the installation. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'bootstrap-'));
  running = [];
  write('package-lock.json', lock('1.0.0'));
  cpSync(join(__dirname, '../bootstrap.mjs'), join(root, 'tools/stack/bootstrap.mjs'), { recursive: true });
  write(
    'bin/npm',
    `#!/bin/sh\necho "$@" >> "${root}/npm-calls"\ncp "${root}/package-lock.json" "${root}/node_modules/.package-lock.json"\n`,
  );
  mkdirSync(join(root, 'node_modules/.bin'), { recursive: true });
  symlinkSync(process.execPath, join(root, 'node_modules/.bin/node'));
});
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(root, { recursive: true, force: true });
});

function write(path: string, content: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), content);
  chmodSync(join(root, path), 0o755);
}
function lock(version: string): string {
  return JSON.stringify({
    packages: { '': {}, 'node_modules/one': { version }, 'node_modules/of-another-platform': { version: '1.0.0', optional: true } },
  });
}
function installed(version: string): void {
  write('node_modules/.package-lock.json', JSON.stringify({ packages: { 'node_modules/one': { version } } }));
}
const npmCalls = () => (existsSync(join(root, 'npm-calls')) ? readFileSync(join(root, 'npm-calls'), 'utf8') : '');

function start(script: string, args: string[] = []) {
  write('script.mjs', script);
  const child = spawn(process.execPath, [join(root, 'tools/stack/bootstrap.mjs'), 'script.mjs', ...args], {
    env: { PATH: `${join(root, 'bin')}:/usr/bin:/bin` },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, exit, output: () => output };
}

describe('installing', () => {
  it('happens where nothing is installed yet', async () => {
    expect(await start('').exit).toBe(0);
    expect(npmCalls()).toMatch(/^ci /);
  });

  it('happens where something else is installed than the lock file names', async () => {
    installed('0.9.0');
    await start('').exit;
    expect(npmCalls()).toMatch(/^ci /);
  });

  it('does not happen where all is there, packages of other platforms aside', async () => {
    installed('1.0.0');
    await start('').exit;
    expect(npmCalls()).toBe('');
  });

  it('that fails ends everything with a clear word', async () => {
    write('bin/npm', '#!/bin/sh\nexit 7\n');
    const { exit, output } = start('console.log("ran all the same")');
    expect(await exit).toBe(1);
    expect(output()).toMatch(/"npm ci" failed \(code 7\)/);
    expect(output()).not.toContain('ran all the same');
  });
});

describe('the script', () => {
  beforeEach(() => installed('1.0.0'));

  it('runs on the Node of the repository, with its arguments, and its exit code is the bootstrap’s', async () => {
    const { exit, output } = start('console.log(process.argv.slice(2).join(), process.argv0); process.exit(5)', ['--some', 'thing']);
    expect(await exit).toBe(5);
    expect(output()).toContain(`--some,thing ${join(root, 'node_modules/.bin/node')}`);
  });

  it('hears a signal that the bootstrap gets', async () => {
    const { child, exit, output } = start("process.on('SIGTERM', () => process.exit(9)); setInterval(() => {}, 1000); console.log('up')");
    await until(() => output().includes('up'), 'the script to start');
    child.kill('SIGTERM');
    expect(await exit).toBe(9);
  });

  it('that dies by a signal gives the exit code that shells give', async () => {
    expect(await start("process.kill(process.pid, 'SIGKILL')").exit).toBe(137);
  });

  it('is told when the bootstrap is killed outright', async () => {
    const { child, exit, output } = start("process.on('disconnect', () => { console.log('alone'); process.exit() }); console.log('up')");
    await until(() => output().includes('up'), 'the script to start');
    child.kill('SIGKILL');
    await exit;
    expect(output()).toContain('alone');
  });
});

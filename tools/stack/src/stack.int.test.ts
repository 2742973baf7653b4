import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readConfig } from '@servicepunt/shared/config';
import { SERVICES } from '@servicepunt/shared/contracts/roles';
import { decodeJwt } from 'jose';
import { createReport } from './report.ts';
import { stackSettings } from './settings.ts';
import { runStack } from './stack.ts';
import { readStackFile, type StackFile } from './stack-file.ts';
import { isRunning, until } from './test-support/processes.ts';

const SYSTEM = [
  ...SERVICES.map((name) => `services/${name}/src/main.ts`),
  'services/notifications/src/worker-main.ts',
  'gateway/src/main.ts',
];
const PARTS = ['documents', 'redis', 'mail-catcher', 'oidc-issuer', ...SERVICES, 'notifications-worker', 'gateway'];

let root: string;
let stacks: { stop: () => void; ended: Promise<unknown> }[];

/** A repository whose services and gateway are stand-ins; everything else of the stack is real. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'stack-'));
  stacks = [];
  for (const file of SYSTEM) {
    mkdirSync(join(root, file, '..'), { recursive: true });
    cpSync(join(__dirname, 'test-support/fake-system.ts'), join(root, file));
  }
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }');
  symlinkSync(join(__dirname, '../..'), join(root, 'tools'));
});
afterEach(async () => {
  for (const stack of stacks) stack.stop();
  await Promise.allSettled(stacks.map((stack) => stack.ended));
  rmSync(root, { recursive: true, force: true });
});

function start(env: Record<string, string> = {}) {
  const interrupted = Promise.withResolvers<string>();
  const said: string[] = [];
  const dataFolder = join(root, env['DATA_DIR'] ?? '.data');
  const ended = runStack({
    settings: readConfig(stackSettings, { PORT: '0', SAMPLE_DATA: 'none', PATH: process.env['PATH'], ...env }),
    env: { PATH: process.env['PATH'] },
    root,
    report: createReport((line) => void said.push(line)),
    interrupted: interrupted.promise,
    insisted: new Promise(() => undefined),
  }).then(
    () => 'stopped',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  const stack = { ended, said, dataFolder, stop: () => interrupted.resolve('a test') };
  stacks.push(stack);
  return stack;
}

async function ready(stack: ReturnType<typeof start>): Promise<StackFile> {
  let failure: string | undefined;
  void stack.ended.then((message) => (failure = message));
  await until(() => existsSync(join(stack.dataFolder, 'stack.json')) || failure !== undefined, 'the stack to be ready');
  const file = readStackFile(stack.dataFolder);
  if (!file) throw new Error(`The stack was not ready: ${failure}`);
  return file;
}
const pidsOf = (file: StackFile) => Object.values(file.processes).map(({ pid }) => pid);

describe('npm start', () => {
  it('starts every part as a process of its own, tells scripts where they are, and stops all of them', async () => {
    const stack = start();
    const file = await ready(stack);
    expect(Object.keys(file.processes).toSorted()).toEqual(PARTS.toSorted());
    expect(pidsOf(file).map(isRunning)).not.toContain(false);
    expect((await fetch(file.endpoint)).status).toBe(200);
    expect((await fetch(`${file.mailCatcher}/messages`)).status).toBe(200);
    expect(file.documents.kind).toBe('embedded');
    for (const name of PARTS) expect(stack.said.some((line) => line.trim().startsWith(name) && / \d+\.\d s/.test(line))).toBe(true);
    stack.stop();
    expect(await stack.ended).toBe('stopped');
    expect(pidsOf(file).map(isRunning)).not.toContain(true);
    expect(readStackFile(stack.dataFolder)).toBeUndefined();
  });

  it('keeps its keys, and the addresses of its sign-in and its mails, from start to start', async () => {
    const first = start();
    const before = await ready(first);
    const key = readFileSync(join(first.dataFolder, 'keys/gateway.jwk.json'), 'utf8');
    first.stop();
    await first.ended;
    const after = await ready(start());
    expect([after.issuer, after.mailCatcher]).toEqual([before.issuer, before.mailCatcher]);
    expect(readFileSync(join(first.dataFolder, 'keys/gateway.jwk.json'), 'utf8')).toBe(key);
  });

  it('runs beside another stack, each on its own folder and ports', async () => {
    const [one, two] = await Promise.all([ready(start()), ready(start({ DATA_DIR: '.data-2' }))]);
    expect(one.endpoint).not.toBe(two.endpoint);
    expect(new Set([...pidsOf(one), ...pidsOf(two)]).size).toBe(2 * PARTS.length);
  });

  it('takes a mongod that is named, on its own folder and on loopback', async () => {
    const mongod = join(root, 'my-mongod');
    writeFileSync(mongod, `#!/bin/sh\necho '{"c":"NETWORK","msg":"Waiting for connections"}'\nexec sleep 60\n`, { mode: 0o755 });
    const { documents } = await ready(start({ MONGOD_BINARY: mongod }));
    expect(documents).toEqual({ kind: 'mongod', url: expect.stringMatching(/^mongodb:\/\/127\.0\.0\.1:\d+\/$/) });
  });

  it('makes tokens for the people it finds', async () => {
    const { issuer, tokens } = await ready(start());
    expect(Object.keys(tokens)).toEqual(['SERVICE_POINT']);
    expect(decodeJwt(tokens['SERVICE_POINT'] ?? '')).toMatchObject({ iss: issuer, sub: 'servicepunt@servicepunt.example' });
  });
});

describe('npm start refuses', () => {
  it('a port that is in use, before anything is started', async () => {
    const server = createServer();
    const port = await new Promise<number>((resolve) =>
      server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
    );
    expect(await start({ PORT: String(port) }).ended).toMatch(new RegExp(`^Port ${port} is in use`));
    expect(existsSync(join(root, '.data'))).toBe(false);
    server.close();
  });

  it('a data folder that another stack has', async () => {
    const file = await ready(start());
    expect(await start().ended).toContain(`(${file.endpoint})`);
  });

  it('a store that does not answer, rather than taking another', async () => {
    expect(await start({ MONGODB_URL: 'mongodb://127.0.0.1:1/' }).ended).toMatch(/^MONGODB_URL is set, but no MongoDB can be used there/);
    expect(await start({ REDIS_URL: 'redis://127.0.0.1:1' }).ended).toMatch(/^REDIS_URL is set, but no Redis can be used there/);
  });

  it('a mail server that does not answer, or that is none', async () => {
    expect(await start({ SMTP_URL: 'smtp://127.0.0.1:1' }).ended).toMatch(/^SMTP_URL is set, but no mail server .* ECONNREFUSED/);
    const other = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    const port = await new Promise<number>((resolve) =>
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port)),
    );
    expect(await start({ SMTP_URL: `smtp://127.0.0.1:${port}` }).ended).toMatch(/what answers is no mail server/);
    other.close();
  });

  it('to change the store of a data folder silently', async () => {
    const stack = start();
    await ready(stack);
    stack.stop();
    await stack.ended;
    expect(await start({ MONGOD_BINARY: process.execPath }).ended).toMatch(
      /belongs to the embedded document store, and this start would use a local mongod/,
    );
  });
});

describe('a stack', () => {
  it('of which a process dies names it, shows the end of its log, and stops the rest', async () => {
    const stack = start();
    const file = await ready(stack);
    process.kill(file.processes['placements']?.pid ?? 0, 'SIGUSR2');
    const message = await stack.ended;
    expect(message).toContain('placements ended with code 70');
    expect(message).toContain('| the well ran dry');
    expect(pidsOf(file).map(isRunning)).not.toContain(true);
  });

  it('of which a process does not start names it, and stops what was starting', async () => {
    writeFileSync(join(root, 'services/students/src/main.ts'), "console.log('I need a setting'); process.exit(78);");
    const stack = start();
    const message = await stack.ended;
    expect(message).toContain('students ended with code 78');
    expect(message).toContain('| I need a setting');
    const again = await start().ended;
    expect(again).toBe(message);
  });

  it('that is interrupted while it starts leaves nothing behind', async () => {
    const stack = start();
    await until(() => stack.said.some((line) => line.includes('redis')), 'Redis to be started');
    stack.stop();
    expect(await stack.ended).toBe('stopped');
    const again = start();
    await ready(again);
  });
});

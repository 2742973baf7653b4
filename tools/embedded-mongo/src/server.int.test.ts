import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { startEmbeddedMongo } from './server.ts';

const { MongoClient } = mongoose.mongo;
type Client = InstanceType<typeof MongoClient>;

let folder: string;
const cleanups: (() => unknown)[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'embedded-mongo-'));
});

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
  rmSync(folder, { recursive: true });
});

interface Running {
  process: ChildProcess;
  url: string;
}

function launch(env: Record<string, string> = {}): ChildProcess {
  const child = spawn(process.execPath, [join(__dirname, 'main.ts'), '--folder', folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'test', ...env },
  });
  cleanups.push(() => child.exitCode ?? child.signalCode ?? (child.kill('SIGKILL') && once(child, 'exit')));
  return child;
}

async function running(): Promise<Running> {
  const child = launch();
  const [line] = (await once(createInterface({ input: child.stdout! }), 'line')) as [string];
  const ready = JSON.parse(line) as { event: string; url: string };
  expect(ready.event).toBe('ready');
  return { process: child, url: ready.url };
}

/** How a start that is refused ends. */
async function refused(child: ChildProcess): Promise<{ code: number; said: string }> {
  let said = '';
  child.stderr!.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, said };
}

async function connected(url: string): Promise<Client> {
  const client = await new MongoClient(url, { serverSelectionTimeoutMS: 5000 }).connect();
  cleanups.push(() => client.close());
  return client;
}

interface Item {
  _id: string;
  n: number;
}

describe('the server as a process', () => {
  it('keeps everything that it acknowledged through kill -9 under concurrent writers', async () => {
    const acknowledged = new Map<string, number>();
    for (let round = 0; round < 4; round++) {
      const { process: child, url } = await running();
      const client = await connected(url);
      const items = client.db('kill').collection<Item>('items');
      await items.createIndex({ n: 1 });
      let inRound = 0;
      const writer = async (name: number): Promise<void> => {
        try {
          for (let i = 0; ; i++) {
            const _id = `${round}-${name}-${i}`;
            await items.insertOne({ _id, n: i });
            acknowledged.set(_id, i);
            if (i % 3 === 0) {
              await items.updateOne({ _id }, { $inc: { n: 1000 } });
              acknowledged.set(_id, i + 1000);
            }
            if (++inRound === 400) child.kill('SIGKILL');
          }
        } catch (error) {
          if (!(error instanceof mongoose.mongo.MongoError)) throw error;
        }
      };
      await Promise.all(Array.from({ length: 8 }, (_, name) => writer(name)));
      await client.close();
      expect(inRound).toBeGreaterThanOrEqual(400);
    }
    const { url } = await running();
    const items = (await connected(url)).db('kill').collection<Item>('items');
    const found = new Map((await items.find().toArray()).map(({ _id, n }) => [_id, n]));
    // A change that was under way when the server died may be there as well.
    const lost = [...acknowledged].filter(([id, n]) => found.get(id) !== n && found.get(id) !== n + 1000);
    expect(lost).toEqual([]);
    expect(await items.find().hint({ n: 1 }).toArray()).toHaveLength(found.size);
  });

  it('stops on SIGTERM with what was written, and gives its folder to the next one', async () => {
    const first = await running();
    await (await connected(first.url)).db('d').collection('c').insertOne({ a: 1 });
    first.process.kill('SIGTERM');
    expect(await once(first.process, 'exit')).toEqual([0, null]);
    const second = await running();
    expect(await (await connected(second.url)).db('d').collection('c').countDocuments({ a: 1 })).toBe(1);
  });

  it('refuses a folder that another server has, and takes it once that one was killed', async () => {
    const first = await running();
    const { code, said } = await refused(launch());
    expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining('is in use by another embedded-mongo server') });
    await expect(startEmbeddedMongo({ folder })).rejects.toThrow('is in use');
    first.process.kill('SIGKILL');
    await once(first.process, 'exit');
    await running();
  });

  it('refuses a file that is no store or only part of one, and says which', async () => {
    const first = await running();
    const items = (await connected(first.url)).db('d').collection('c');
    await items.insertMany(Array.from({ length: 500 }, (_, i) => ({ i, text: 'x'.repeat(1000) })));
    first.process.kill('SIGTERM');
    await once(first.process, 'exit');
    const file = join(folder, 'store.sqlite');
    for (const damage of [() => truncateSync(file, 200_000), () => writeFileSync(file, 'no database at all'.repeat(1000))]) {
      damage();
      const { code, said } = await refused(launch());
      expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining(`"event":"failed","folder":"${folder}"`) });
    }
  });

  it('refuses to run in production', async () => {
    expect(await refused(launch({ NODE_ENV: 'production' }))).toEqual({ code: 2, said: expect.stringContaining('NODE_ENV=production') });
  });
});

describe('the server inside of a process', () => {
  async function started() {
    const server = await startEmbeddedMongo({ folder });
    cleanups.push(() => server.stop());
    return server;
  }

  it('finds collections, indexes and documents again after a restart', async () => {
    const first = await startEmbeddedMongo({ folder });
    const before = await new MongoClient(first.url).connect();
    const people = before.db('d').collection('people');
    await people.createIndexes([{ key: { mail: 1 }, unique: true, sparse: true }, { key: { tags: 1, n: -1 } }]);
    await people.insertMany([
      { mail: 'a', tags: [1, 2], n: 1 },
      { mail: 'b', tags: [2], n: 2 },
    ]);
    await before.close();
    await first.stop();
    const after = (await connected((await started()).url)).db('d').collection('people');
    expect((await after.indexes()).map(({ name }) => name)).toEqual(['_id_', 'mail_1', 'tags_1_n_-1']);
    await expect(after.insertOne({ mail: 'a' })).rejects.toMatchObject({ code: 11000 });
    expect(await after.find({ tags: 2 }).sort({ n: -1 }).project({ _id: 0, n: 1 }).toArray()).toEqual([{ n: 2 }, { n: 1 }]);
  });

  it('keeps databases apart and forgets a dropped one', async () => {
    const client = await connected((await started()).url);
    await client.db('one').collection('c').insertOne({ a: 1 });
    await client.db('two').collection('c').insertOne({ a: 2 });
    expect((await client.db().admin().listDatabases()).databases.map(({ name }) => name)).toEqual(['one', 'two']);
    await client.db('one').dropDatabase();
    expect(await client.db('one').collection('c').countDocuments()).toBe(0);
    expect(await client.db('two').collection('c').countDocuments()).toBe(1);
    expect((await client.db().admin().listDatabases()).databases.map(({ name }) => name)).toEqual(['two']);
  });

  it('leaves nothing of changed, removed and dropped documents in its files after compact', async () => {
    const client = await connected((await started()).url);
    const people = client.db('d').collection<{ _id: number; name: string; note: string }>('people');
    await people.createIndex({ name: 1 });
    const note = 'x'.repeat(20_000);
    for (let i = 0; i < 200; i++) await people.insertOne({ _id: i, name: `SecretName${i}`, note: `SecretNote${i}${note}` });
    await client.db('d').collection('dropped').insertOne({ name: 'SecretName in a dropped collection' });
    await people.updateMany({ _id: { $lt: 50 } }, { $set: { name: 'gone', note: '' } });
    await people.deleteMany({ _id: { $gte: 50 } });
    await client.db('d').collection('dropped').drop();
    const traces = (): string[] => readdirSync(folder).filter((file) => readFileSync(join(folder, file)).includes('Secret'));
    expect(traces()).not.toEqual([]);
    await client.db('d').command({ compact: 'people' });
    expect(traces()).toEqual([]);
    expect(await people.countDocuments({ name: 'gone' })).toBe(50);
  });

  it('cuts off a connection that does not speak the protocol, and goes on', async () => {
    const server = await started();
    const socket = connect(server.port, '127.0.0.1');
    socket.on('error', () => {});
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await once(socket, 'close');
    expect(await (await connected(server.url)).db('d').command({ ping: 1 })).toMatchObject({ ok: 1 });
  });

  it('says clearly that a port is taken, and leaves the folder free', async () => {
    const server = await started();
    const other = join(folder, 'other');
    await expect(startEmbeddedMongo({ folder: other, port: server.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await (await startEmbeddedMongo({ folder: other })).stop();
  });

  it('answers many clients at once, each with its own', async () => {
    const server = await started();
    const clients = await Promise.all(Array.from({ length: 8 }, () => connected(server.url)));
    const results = await Promise.all(
      clients.map(async (client, name) => {
        const own = client.db('many').collection<{ name: number; i: number }>('c');
        for (let i = 0; i < 30; i++) await own.insertOne({ name, i });
        return own.countDocuments({ name });
      }),
    );
    expect(results).toEqual(Array.from({ length: 8 }, () => 30));
  });

  it('lets exactly one of many callers win a conditional change and a unique key', async () => {
    const client = await connected((await started()).url);
    const tasks = client.db('d').collection<{ _id: number; state: string; by?: number }>('tasks');
    await tasks.insertOne({ _id: 1, state: 'open' });
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, by) => tasks.findOneAndUpdate({ _id: 1, state: 'open' }, { $set: { state: 'taken', by } })),
    );
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
    const inserts = await Promise.allSettled(Array.from({ length: 20 }, () => tasks.insertOne({ _id: 2, state: 'open' })));
    expect(inserts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

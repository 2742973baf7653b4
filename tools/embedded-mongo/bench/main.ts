import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import mongoose from 'mongoose';

// Run with `npm run bench:embedded-mongo`. MONGODB_URL takes a real mongod instead, without the lines about restart and memory.
const DOCUMENTS = 100_000;
const LOOKUPS = 10_000;
const PAGES = 1_000;

const { MongoClient } = mongoose.mongo;
const folder = mkdtempSync(join(tmpdir(), 'embedded-mongo-bench-'));
const rows: { what: string; total: string; each: string }[] = [];

function report(what: string, millis: number, count?: number): void {
  rows.push({
    what,
    total: millis < 1000 ? `${millis.toFixed(0)} ms` : `${(millis / 1000).toFixed(2)} s`,
    each: count ? `${(millis / count).toFixed(3)} ms` : '',
  });
}

async function timed<T>(what: string, count: number | undefined, run: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await run();
  report(what, performance.now() - start, count);
  return result;
}

async function launch(): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../src/main.ts'), '--folder', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface({ input: child.stdout! }), 'line')) as [string];
  return { child, url: (JSON.parse(line) as { url: string }).url };
}

function reportMemory(child: ChildProcess): void {
  try {
    const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]);
    rows.push({ what: 'memory of the server', total: `${(kilobytes / 1024).toFixed(0)} MB`, each: '' });
  } catch {
    rows.push({ what: 'memory of the server', total: 'unknown on this system', each: '' });
  }
}

/** `parallel` callers that share `count` calls. */
async function callers(parallel: number, count: number, call: (i: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: parallel }, async () => {
      while (next < count) await call(next++);
    }),
  );
}

const states = ['PLANNED', 'ACTIVE', 'DONE', 'CANCELLED'];
const document = (i: number) => ({
  number: i,
  mail: `person${i}@example.nl`,
  state: states[i % 4]!,
  school: `school${i % 50}`,
  createdAt: new Date(1_700_000_000_000 + ((i * 7919) % DOCUMENTS) * 1000),
  address: { street: 'Kade', city: 'Ede' },
  tags: ['a', 'b'],
});

let server = process.env.MONGODB_URL ? undefined : await launch();
let client = await new MongoClient(process.env.MONGODB_URL ?? server!.url).connect();
try {
  const database = client.db(`bench_${process.pid}`);
  let people = database.collection('people');
  await people.createIndexes([{ key: { mail: 1 }, unique: true }, { key: { state: 1, createdAt: -1 } }, { key: { school: 1, number: 1 } }]);

  await timed(`${DOCUMENTS} inserts with three indexes, 1,000 at a time`, DOCUMENTS, async () => {
    for (let i = 0; i < DOCUMENTS; i += 1000) await people.insertMany(Array.from({ length: 1000 }, (_, j) => document(i + j)));
  });
  await timed('1,000 single inserts, one after the other', 1000, async () => {
    for (let i = 0; i < 1000; i++) await people.insertOne(document(DOCUMENTS + i));
  });
  await timed('1,000 single inserts, 16 callers', 1000, () => callers(16, 1000, (i) => people.insertOne(document(DOCUMENTS + 1000 + i))));
  await timed(`${LOOKUPS} look-ups by a unique index, one after the other`, LOOKUPS, async () => {
    for (let i = 0; i < LOOKUPS; i++)
      if (!(await people.findOne({ mail: `person${(i * 7919) % DOCUMENTS}@example.nl` }))) throw new Error('not found');
  });
  await timed(`${LOOKUPS} look-ups by a unique index, 16 callers`, LOOKUPS, () =>
    callers(16, LOOKUPS, (i) => people.findOne({ mail: `person${(i * 7919) % DOCUMENTS}@example.nl` })),
  );
  await timed(`${PAGES} sorted pages of 20 out of ${DOCUMENTS / 4}`, PAGES, async () => {
    for (let i = 0; i < PAGES; i++) {
      const before = new Date(1_700_000_000_000 + ((i * 104_729) % DOCUMENTS) * 1000 + 50_000);
      await people
        .find({ state: states[i % 4]!, createdAt: { $lt: before } })
        .sort({ createdAt: -1 })
        .limit(20)
        .toArray();
    }
  });
  await timed('1,000 changes under a condition', 1000, async () => {
    for (let i = 0; i < 1000; i++)
      await people.findOneAndUpdate({ mail: `person${i}@example.nl`, number: i }, { $set: { state: 'DONE' }, $inc: { revision: 1 } });
  });
  await timed(`a count of ${DOCUMENTS / 50} by index`, undefined, () => people.countDocuments({ school: 'school7' }));
  await timed(`a scan of ${DOCUMENTS} without index`, undefined, () => people.countDocuments({ 'address.city': 'Oss' }));
  await timed(`a cursor over ${DOCUMENTS} documents`, undefined, async () => {
    let count = 0;
    for await (const _ of people.find().batchSize(1000)) count++;
    if (count < DOCUMENTS) throw new Error(`${count} documents`);
  });

  if (server) {
    reportMemory(server.child);
    rows.push({ what: 'size of the files', total: `${(statSync(join(folder, 'store.sqlite')).size / 2 ** 20).toFixed(0)} MB`, each: '' });
    await client.close();
    server.child.kill('SIGKILL');
    await once(server.child, 'exit');
    await timed('restart after kill -9, to the first answer', undefined, async () => {
      server = await launch();
      client = await new MongoClient(server.url).connect();
      people = client.db(`bench_${process.pid}`).collection('people');
      await people.findOne({ mail: 'person5@example.nl' });
    });
    reportMemory(server.child);
  }
  await client.db(`bench_${process.pid}`).dropDatabase();
  console.table(rows);
} finally {
  await client.close();
  server?.child.kill('SIGTERM');
  if (server) await once(server.child, 'exit');
  rmSync(folder, { recursive: true });
}

/**
 * `npm run contracts:record`, at a release: takes one sample of every event and service call from what the tests of the services really did, and
 * writes them where the next release finds what it still has to understand.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CALLS } from '@servicepunt/shared/contracts/calls';
import { EVENTS } from '@servicepunt/shared/contracts/events';
import mongoose from 'mongoose';
import { startEmbeddedMongo } from '../../../embedded-mongo/src/server.ts';
import { RELEASED, type CallSample, type EventSample } from './released.ts';

const root = resolve(import.meta.dirname, '../../../..');
const { positionals } = parseArgs({ allowPositionals: true });
const folder = mkdtempSync(join(tmpdir(), 'servicepunt-contracts-'));
const store = await startEmbeddedMongo({ folder: join(folder, 'documents') });
try {
  const calls = join(folder, 'calls.jsonl');
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const paths = positionals.length > 0 ? positionals : ['services/.*\\.int\\.test\\.ts'];
  await new Promise((done, failed) => {
    const child = spawn(process.execPath, [jest, ...paths], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, MONGODB_URL: store.url, RECORD_CALLS: calls },
    });
    child.once('error', failed);
    // A test that fails is the business of the tests; what was recorded until then is real all the same.
    child.once('exit', done);
  });
  write('events', await eventSamples(store.url), Object.keys(EVENTS));
  write('calls', callSamples(calls), Object.keys(CALLS));
} finally {
  await store.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function eventSamples(url: string): Promise<Map<string, EventSample>> {
  const client = await mongoose.mongo.MongoClient.connect(url);
  const found = new Map<string, EventSample>();
  try {
    const { databases } = await client.db().admin().listDatabases({ nameOnly: true });
    for (const { name } of databases) {
      for (const { _id: number, entry: id, at, ...row } of await client.db(name).collection('events').find().toArray()) {
        const sample = JSON.parse(JSON.stringify({ number, id, at, ...row })) as EventSample;
        // Tests of the log itself put anything under a type's name.
        if (!(sample.type in EVENTS) || Object.keys(sample.data).length === 0) continue;
        if (says(sample) > says(found.get(sample.type))) found.set(sample.type, sample);
      }
    }
  } finally {
    await client.close();
  }
  return found;
}

function callSamples(file: string): Map<string, CallSample> {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  const found = new Map<string, CallSample>();
  for (const { name, ...sample } of lines.map((line) => JSON.parse(line) as CallSample & { name: string }))
    if (says(sample) > says(found.get(name))) found.set(name, sample);
  return found;
}

/** How much a sample tells: the one with the fewest gaps is kept. */
function says(sample: object | undefined): number {
  return sample ? JSON.stringify(sample).replaceAll(/null|\[\]/g, '').length : -1;
}

function write(what: string, samples: ReadonlyMap<string, object>, names: readonly string[]): void {
  const file = join(root, RELEASED, `${what}.json`);
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, object>) : {};
  const missing = names.filter((name) => !samples.has(name));
  const kept = names.flatMap((name) => {
    const sample = samples.get(name) ?? before[name];
    return sample ? [[name, sample] as const] : [];
  });
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`);
  process.stdout.write(`${file}: ${samples.size} recorded${missing.length > 0 ? `; nobody used ${missing.join(', ')}` : ''}\n`);
}

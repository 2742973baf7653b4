import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { eachDocument, loadMigrations, migrationModel, pendingMigrations, runMigrations, type NamedMigration } from './migrations.ts';
import { testMongoUrl } from './test-support/stores.ts';

const FOLDER = join(__dirname, 'test-support/migrations');
const COUNT = 200;

describe('data migrations', () => {
  let url: string;
  let connection: mongoose.Connection;
  let migrations: NamedMigration[];
  const lines: string[] = [];
  const things = () => connection.collection<{ _id: string; name?: string; folded?: string; times?: number }>('things');
  const run = (list: readonly NamedMigration[] = migrations, options = {}) =>
    runMigrations({ connection, migrations: list, instance: 'test', batchSize: 50, tell: (line) => lines.push(line), ...options });

  beforeEach(async () => {
    lines.length = 0;
    url = testMongoUrl('migrations');
    connection = await mongoose.createConnection(url, { autoIndex: false }).asPromise();
    migrations = await loadMigrations(FOLDER);
    const names = Array.from({ length: COUNT }, (_unused, index) => ({ _id: `t${String(index).padStart(4, '0')}`, name: `NAME ${index}` }));
    await things().insertMany(names);
  });
  afterEach(() => connection.close());

  it('run in the order of their numbers, batch by batch, and once', async () => {
    expect(await run()).toEqual({ ran: ['001-fold-names', '002-drop-names'] });
    expect(lines).toEqual([
      expect.stringMatching(/^001-fold-names: writes each name/),
      ...['50', '100', '150', '200'].map((changed) => `001-fold-names: ${changed} changed`),
      '001-fold-names: 200 changed, done',
      expect.stringMatching(/^002-drop-names/),
      ...['50', '100', '150', '200'].map((changed) => `002-drop-names: ${changed} changed`),
      '002-drop-names: 200 changed, done',
    ]);
    expect(await things().countDocuments({ times: 1, name: { $exists: false } })).toBe(COUNT);
    expect(await run()).toEqual({ ran: [] });
  });

  it('go on where a run was killed, and change no document twice', async () => {
    const slow = spawn(process.execPath, [join(__dirname, 'test-support/migrate-slowly.ts'), url]);
    await new Promise<void>((resolve) => {
      slow.stdout.on('data', (chunk: Buffer) => {
        if (!chunk.toString().includes('001-fold-names: 50 changed')) return;
        slow.kill('SIGKILL');
        resolve();
      });
    });
    const [begun] = await pendingMigrations(migrationModel(connection), migrations);
    expect(begun?.row).toMatchObject({ state: 'RUNNING', changed: expect.any(Number), after: expect.stringMatching(/^t00/) });
    await run(migrations, { leaseMs: 500 });
    expect(lines.find((line) => line.includes('going on after'))).toMatch(
      /001-fold-names: .*going on after t00\d\d \(\d+ changed before\)/,
    );
    expect(await things().countDocuments({ times: 1 })).toBe(COUNT);
  }, 60_000);

  it('wait for another run that has them, instead of working beside it', async () => {
    await Promise.all([run(migrations, { instance: 'one' }), run(migrations, { instance: 'two', leaseMs: 400 })]);
    expect(await things().countDocuments({ times: 1 })).toBe(COUNT);
  });

  it('that fail keep what they did, and go on from there once the cause is mended', async () => {
    let broken = true;
    const [first] = migrations;
    const failing = {
      ...(first as NamedMigration),
      batch: (...args: Parameters<NamedMigration['batch']>) =>
        broken && args[1] === 't0099' ? Promise.reject(new Error('disk full')) : (first as NamedMigration).batch(...args),
    };
    await expect(run([failing])).rejects.toThrow(
      expect.objectContaining({
        message: '001-fold-names stopped in the batch after t0099, with 100 documents changed before it',
        cause: expect.objectContaining({ message: 'disk full' }),
      }),
    );
    // The next run must not wait for a lease that nobody uses any more.
    expect(await migrationModel(connection).findById('001-fold-names').lean()).toMatchObject({ leaseOwner: null });
    expect(await things().countDocuments({ times: 1 })).toBe(100);
    broken = false;
    await run([failing]);
    expect(lines.at(-1)).toBe('001-fold-names: 200 changed, done');
    expect(await things().countDocuments({ times: 1 })).toBe(COUNT);
  });

  it('leave alone what somebody changed meanwhile so that it needs nothing any more', async () => {
    const racing = eachDocument({
      what: 'folds',
      collection: 'things',
      filter: { folded: { $exists: false } },
      change: () => ({ $set: { folded: 'by the migration' } }),
    });
    const slow = { ...racing, id: '001-fold', batch: racing.batch };
    await things().updateOne({ _id: 't0005' }, { $set: { folded: 'by a person' } });
    await run([slow]);
    expect(await things().findOne({ _id: 't0005' })).toMatchObject({ folded: 'by a person' });
  });

  it('refuse a database that a later release has taken further, and one with a hole', async () => {
    await run();
    await expect(run(migrations.slice(0, 1))).rejects.toThrow(/knows the migration 002-drop-names and this release doesn't/);
    await migrationModel(connection).deleteOne({ _id: '001-fold-names' });
    await expect(run()).rejects.toThrow(/002-drop-names was begun although 001-fold-names isn't done/);
  });

  it.each([
    ['a name without a number', ['fold.ts'], /must be called NNN-name\.ts/],
    ['two of one number', ['001-a.ts', '001-b.ts'], /001-b should have the number 002/],
    ['a gap', ['001-a.ts', '003-b.ts'], /003-b should have the number 002/],
  ])('refuse a folder with %s', async (_name, files, message) => {
    const folder = mkdtempSync(join(tmpdir(), 'servicepunt-migrations-'));
    for (const file of files) writeFileSync(join(folder, file), "exports.migration = { what: '' };");
    await expect(loadMigrations(folder)).rejects.toThrow(message);
    rmSync(folder, { recursive: true });
  });

  it('of a service that has none are none', async () => {
    expect(await loadMigrations(join(FOLDER, 'nowhere'))).toEqual([]);
  });
});

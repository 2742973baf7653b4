import { createHash } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { SERVICES } from '@servicepunt/shared/contracts/roles';
import { testMongoUrl } from '@servicepunt/shared/test-support/stores';
import { databaseUrl } from '../../../stack/src/documents.ts';
import { readManifest } from './archive.ts';
import { backUp } from './backup.ts';
import { restore } from './restore.ts';

const { Binary, Double, Int32, Long, MongoClient, ObjectId } = mongoose.mongo;
const CHUNK_BYTES = 100_000;

describe('backup and restore', () => {
  let folder: string;
  let source: string;
  let target: string;
  const lines: string[] = [];
  const tell = (line: string) => void lines.push(line);
  const clients: InstanceType<typeof MongoClient>[] = [];

  const open = async (url: string, service: string) => {
    const client = await MongoClient.connect(databaseUrl(url, service));
    clients.push(client);
    return client.db();
  };
  /** A digest of the bytes that are stored, by collection. */
  const contents = async (url: string) => {
    const found: Record<string, string> = {};
    for (const service of SERVICES) {
      const db = await open(url, service);
      for (const { name } of await db.listCollections().toArray()) {
        const rows = (await db.collection(name).find({}, { raw: true }).sort({ _id: 1 }).toArray()) as unknown as Uint8Array[];
        found[`${service}.${name}`] = createHash('sha256').update(Buffer.concat(rows)).digest('hex');
      }
    }
    return found;
  };
  const bringBack = (options: { replace?: boolean; to?: string } = {}) =>
    restore({ mongoUrl: options.to ?? target, folder, replace: options.replace ?? false, tell });
  const save = (told = tell) => backUp({ mongoUrl: source, folder, tell: told, chunkBytes: CHUNK_BYTES });

  beforeEach(async () => {
    lines.length = 0;
    folder = mkdtempSync(join(tmpdir(), 'servicepunt-backup-'));
    source = testMongoUrl('backup');
    target = testMongoUrl('restored');
    const students = await open(source, 'students');
    await students
      .collection<{ _id: string }>('students')
      .insertMany(
        Array.from({ length: 1_300 }, (_unused, index) => ({ _id: `stu_${String(index).padStart(5, '0')}`, note: 'x'.repeat(200) })),
      );
    await students.collection<{ _id: string }>('oddities').insertOne({
      ...{ _id: 'one', whole: new Double(5), small: new Int32(5), long: Long.fromNumber(5) },
      ...{
        at: new Date(0),
        bytes: new Binary(Buffer.from([1, 2])),
        oid: new ObjectId(),
        nothing: null,
      },
    } as never);
    await students.collection('students').createIndex({ note: 1, _id: -1 }, { sparse: true });
    await students.collection<{ _id: number }>('events').insertMany([{ _id: 1 }, { _id: 2 }, { _id: 3 }]);
    const placements = await open(source, 'placements');
    await placements
      .collection<{ _id: string }>('cursors')
      .insertOne({ _id: 'students', after: 3, leaseOwner: 'gone', leaseUntil: new Date() } as never);
    await (await open(source, 'employers')).collection('empty').createIndex({ name: 1 }, { unique: true });
  });
  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client.close()));
    rmSync(folder, { recursive: true });
  });

  it('bring back every document byte for byte, with its indexes', async () => {
    await save();
    await bringBack();
    const [before, after] = [await contents(source), await contents(target)];
    expect(after['students.students']).toBe(before['students.students']);
    expect(after['students.oddities']).toBe(before['students.oddities']);
    expect(Object.keys(after).toSorted()).toEqual(Object.keys(before).toSorted());
    const indexes = await (await open(target, 'students')).collection('students').indexes();
    expect(indexes).toContainEqual(expect.objectContaining({ key: { note: 1, _id: -1 }, sparse: true }));
    expect(await (await open(target, 'employers')).collection('empty').indexes()).toContainEqual(expect.objectContaining({ unique: true }));
  });

  it('go on where the backup was interrupted, and write no finished piece again', async () => {
    const ended = save((line) => {
      if (line.startsWith('students.students')) throw new Error('interrupted');
    });
    await expect(ended).rejects.toThrow('interrupted');
    await expect(bringBack()).rejects.toThrow(/is not finished: run "npm run backup/);
    const [piece] = readManifest(folder)?.databases['students']?.['students']?.chunks ?? [];
    const before = statSync(join(folder, piece?.file ?? '')).mtimeMs;
    await save();
    expect(lines[0]).toMatch(/^Going on with the backup/);
    expect(statSync(join(folder, piece?.file ?? '')).mtimeMs).toBe(before);
    expect(readManifest(folder)?.databases['students']?.['students']?.chunks.length).toBeGreaterThan(1);
    await bringBack();
    expect((await contents(target))['students.students']).toBe((await contents(source))['students.students']);
  });

  it('go on where the restore was interrupted, in the middle of a piece too', async () => {
    await save();
    const broken = restore({
      ...{ mongoUrl: target, folder, replace: false },
      tell: (line) => {
        if (line === 'students: restored') throw new Error('interrupted');
      },
    });
    await expect(broken).rejects.toThrow('interrupted');
    const db = await open(target, 'students');
    // As if it had been killed while it inserted the last piece.
    await db.collection<{ _id: string; chunks: string[] }>('restore').updateOne({}, { $pull: { chunks: 'students/students.0002.bson' } });
    await db.collection<{ _id: string }>('students').deleteMany({ _id: { $gt: 'stu_01200' } });
    await bringBack();
    expect((await contents(target))['students.students']).toBe((await contents(source))['students.students']);
    expect(Object.keys(await contents(target))).not.toContain('students.restore');
  });

  it('read cursors first and events last, so that nothing that was told goes missing', async () => {
    await save();
    const names = Object.keys(readManifest(folder)?.databases['students'] ?? {});
    expect(names.at(-1)).toBe('events');
    expect(Object.keys(readManifest(folder)?.databases['placements'] ?? {})[0]).toBe('cursors');
  });

  it('set the cursor of a subscriber back that has heard more than the restored log knows, and free its lease', async () => {
    await (await open(source, 'placements')).collection<{ _id: string }>('cursors').updateOne({ _id: 'students' }, { $set: { after: 9 } });
    await save();
    await bringBack();
    const cursors = (await open(target, 'placements')).collection<{ _id: string }>('cursors');
    expect(await cursors.findOne({ _id: 'students' })).toEqual({ _id: 'students', after: 3, leaseOwner: null, leaseUntil: null });
    expect(lines).toContain('placements: cursor of students set from 9 back to 3, the last event of the restored log');
  });

  it('refuse a store that holds documents, unless told to replace them', async () => {
    await save();
    const db = await open(target, 'employers');
    await db.collection<{ _id: string }>('employers').insertOne({ _id: 'emp_1' });
    await expect(bringBack()).rejects.toThrow(/The database employers holds documents \(employers\)\. Nothing was written\./);
    await bringBack({ replace: true });
    expect(await db.collection('employers').countDocuments()).toBe(0);
  });

  it.each<[string, (path: string) => void, RegExp]>([
    [
      'changed',
      (path) =>
        writeFileSync(
          path,
          readFileSync(path).map((byte, index) => (index === 40 ? byte ^ 1 : byte)),
        ),
      /its checksum differs/,
    ],
    ['cut short', (path) => truncateSync(path, 100), /its checksum differs/],
    ['longer', (path) => appendFileSync(path, 'x'), /its checksum differs/],
    ['gone', (path) => rmSync(path), /is missing/],
  ])('refuse a backup with a file that is %s, before anything is written', async (_name, harm, message) => {
    await save();
    harm(join(folder, 'students/students.0000.bson'));
    await expect(bringBack({ replace: true })).rejects.toThrow(message);
    expect(await contents(target)).toEqual({});
  });

  it('refuse a folder without a backup, or with something else in it', async () => {
    await expect(bringBack()).rejects.toThrow(/no backup/);
    writeFileSync(join(folder, 'manifest.json'), '{"format": 2}');
    await expect(bringBack()).rejects.toThrow(/is not the manifest of a backup: format/);
  });

  it('leave files that only their owner can read', async () => {
    await save();
    expect(statSync(join(folder, 'manifest.json')).mode & 0o077).toBe(0);
    expect(statSync(join(folder, 'students/students.0000.bson')).mode & 0o077).toBe(0);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import mongoose, { type Connection, type Model } from 'mongoose';
import { startEmbeddedMongo, type EmbeddedMongo } from './server.ts';

interface Task {
  _id: string;
  revision: number;
  state: 'OPEN' | 'DONE';
  owner?: { name: string; mail: string };
  dueAt: Date;
  steps: { key: string; done: boolean }[];
  tags: string[];
}

let server: EmbeddedMongo | undefined;
let folder: string;
let connection: Connection;
let tasks: Model<Task>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'embedded-mongo-'));
  if (!process.env.MONGODB_URL) server = await startEmbeddedMongo({ folder });
  connection = await mongoose
    .createConnection(process.env.MONGODB_URL ?? server!.url, {
      dbName: `mongoose_${new mongoose.Types.ObjectId().toHexString()}`,
      serverSelectionTimeoutMS: 5000,
    })
    .asPromise();
  const schema = new mongoose.Schema<Task>({
    _id: { type: String, required: true },
    revision: { type: Number, default: 1 },
    state: { type: String, enum: ['OPEN', 'DONE'], default: 'OPEN' },
    owner: { type: new mongoose.Schema({ name: String, mail: String }, { _id: false }) },
    dueAt: { type: Date, required: true },
    steps: [new mongoose.Schema({ key: String, done: Boolean }, { _id: false })],
    tags: [String],
  });
  schema.index({ 'owner.mail': 1 }, { unique: true, partialFilterExpression: { state: 'OPEN', 'owner.mail': { $exists: true } } });
  schema.index({ state: 1, dueAt: 1, _id: 1 });
  schema.index({ tags: 1 });
  tasks = connection.model<Task>('Task', schema);
  await tasks.init();
});

afterAll(async () => {
  await connection.dropDatabase();
  await connection.close();
  await server?.stop();
  rmSync(folder, { recursive: true });
});

beforeEach(async () => {
  await tasks.deleteMany({});
});

const task = (id: string, more: Partial<Task> = {}): Partial<Task> => ({ _id: id, dueAt: new Date(Date.UTC(2026, 0, 1)), ...more });

describe('mongoose', () => {
  it('creates the indexes of a schema and finds nothing to change afterwards', async () => {
    expect((await tasks.listIndexes()).map(({ name }: { name?: string }) => name)).toEqual([
      '_id_',
      'owner.mail_1',
      'state_1_dueAt_1__id_1',
      'tags_1',
    ]);
    expect(await tasks.diffIndexes()).toEqual({ toCreate: [], toDrop: [] });
    expect(await tasks.syncIndexes()).toEqual([]);
  });

  it('saves, loads and changes a document', async () => {
    const made = await tasks.create(task('t1', { owner: { name: 'Ada', mail: 'ada@example.nl' }, tags: ['x'] }));
    made.tags.push('y');
    made.owner!.name = 'Ada L.';
    await made.save();
    expect(await tasks.findById('t1').lean()).toMatchObject({
      owner: { name: 'Ada L.', mail: 'ada@example.nl' },
      tags: ['x', 'y'],
      state: 'OPEN',
      __v: 1,
    });
  });

  it('enforces a partial unique index', async () => {
    const owner = { name: 'Ada', mail: 'ada@example.nl' };
    await tasks.create([task('t1', { owner }), task('t2', { owner, state: 'DONE' }), task('t3'), task('t4')]);
    await expect(tasks.create(task('t5', { owner }))).rejects.toMatchObject({ code: 11000, keyValue: { 'owner.mail': 'ada@example.nl' } });
    await expect(tasks.updateOne({ _id: 't2' }, { $set: { state: 'OPEN' } })).rejects.toMatchObject({ code: 11000 });
    await tasks.updateOne({ _id: 't1' }, { $set: { state: 'DONE' } });
    await tasks.create(task('t5', { owner }));
  });

  it('changes a document under a condition on its revision', async () => {
    await tasks.create(task('t1'));
    const change = () =>
      tasks
        .findOneAndUpdate({ _id: 't1', revision: 1 }, { $set: { state: 'DONE' }, $inc: { revision: 1 } }, { returnDocument: 'after' })
        .lean();
    expect(await change()).toMatchObject({ state: 'DONE', revision: 2 });
    expect(await change()).toBeNull();
  });

  it('changes elements by array filters', async () => {
    await tasks.create(
      task('t1', {
        steps: [
          { key: 'a', done: false },
          { key: 'b', done: false },
        ],
      }),
    );
    await tasks.updateOne({ _id: 't1' }, { $set: { 'steps.$[step].done': true } }, { arrayFilters: [{ 'step.key': 'b' }] });
    expect((await tasks.findById('t1').lean())!.steps).toEqual([
      { key: 'a', done: false },
      { key: 'b', done: true },
    ]);
  });

  it('writes in bulk with upserts, changes and removals', async () => {
    await tasks.create([task('t1'), task('t2')]);
    const result = await tasks.bulkWrite([
      { updateOne: { filter: { _id: 't1' }, update: { $set: { state: 'DONE' } }, upsert: true } },
      { updateOne: { filter: { _id: 't3' }, update: { $set: { state: 'DONE' }, $setOnInsert: { dueAt: new Date(0) } }, upsert: true } },
      { deleteOne: { filter: { _id: 't2' } } },
      { insertOne: { document: task('t4') as Task } },
    ]);
    expect(result).toMatchObject({
      matchedCount: 1,
      modifiedCount: 1,
      upsertedCount: 1,
      deletedCount: 1,
      insertedCount: 1,
      upsertedIds: { 1: 't3' },
    });
    expect((await tasks.find().sort({ _id: 1 }).lean()).map(({ _id, state }) => `${_id} ${state}`)).toEqual([
      't1 DONE',
      't3 DONE',
      't4 OPEN',
    ]);
  });

  it('reports the taken keys of an unordered insert and keeps the rest', async () => {
    await tasks.create(task('t1'));
    await expect(tasks.insertMany([task('t1'), task('t2')], { ordered: false })).rejects.toMatchObject({ code: 11000 });
    expect(await tasks.countDocuments()).toBe(2);
  });

  it('walks a cursor over 1,000 documents while they change', async () => {
    await tasks.insertMany(Array.from({ length: 1000 }, (_, i) => task(`t${String(i).padStart(4, '0')}`, { tags: ['many'] })));
    const seen = new Set<string>();
    for await (const { _id } of tasks.find({ tags: 'many' }).sort({ _id: 1 }).lean().cursor({ batchSize: 100 })) {
      seen.add(_id);
      if (seen.size % 50 === 0) await tasks.updateOne({ _id }, { $set: { state: 'DONE' } });
    }
    expect(seen.size).toBe(1000);
    expect(await tasks.countDocuments({ state: 'DONE' })).toBe(20);
  });

  it('pages behind a cursor of two fields', async () => {
    await tasks.insertMany(
      Array.from({ length: 30 }, (_, i) => task(`t${String(i).padStart(2, '0')}`, { dueAt: new Date(Math.floor(i / 4) * 1000) })),
    );
    const pages: string[][] = [];
    let after: Task | undefined;
    do {
      const behind = after ? { $or: [{ dueAt: { $gt: after.dueAt } }, { dueAt: after.dueAt, _id: { $gt: after._id } }] } : {};
      const page: Task[] = await tasks
        .find({ state: 'OPEN', ...behind })
        .sort({ dueAt: 1, _id: 1 })
        .limit(7)
        .lean();
      pages.push(page.map(({ _id }) => _id));
      after = page.at(-1);
    } while (after && pages.length < 10);
    expect(pages.map((page) => page.length)).toEqual([7, 7, 7, 7, 2, 0]);
    expect(pages.flat()).toEqual(Array.from({ length: 30 }, (_, i) => `t${String(i).padStart(2, '0')}`));
  });

  it('counts and groups', async () => {
    await tasks.create([task('t1', { tags: ['a', 'b'] }), task('t2', { tags: ['b'] }), task('t3', { state: 'DONE' })]);
    expect(await tasks.countDocuments({ state: 'OPEN', tags: 'b' })).toBe(2);
    expect(await tasks.estimatedDocumentCount()).toBe(3);
    expect(await tasks.exists({ tags: 'a' })).toEqual({ _id: 't1' });
    expect(await tasks.distinct('tags')).toEqual(['a', 'b']);
    expect(await tasks.aggregate([{ $group: { _id: '$state', n: { $sum: 1 } } }, { $sort: { n: -1 } }])).toEqual([
      { _id: 'OPEN', n: 2 },
      { _id: 'DONE', n: 1 },
    ]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { buildMissingIndexes, planIndexes } from './indexes.ts';
import { testMongoUrl } from './test-support/stores.ts';

describe('the index job', () => {
  let connection: mongoose.Connection;
  beforeAll(async () => {
    connection = await mongoose.createConnection(testMongoUrl('indexes'), { autoIndex: false }).asPromise();
    const schema = new mongoose.Schema({ code: String, day: Date }, { autoCreate: false });
    schema.index({ code: 1 }, { unique: true });
    schema.index({ day: -1, code: 1 });
    connection.model('Thing', schema, 'things');
  });
  afterAll(() => connection.close());

  it('shows what it will build, builds it with progress, and has nothing to do the second time', async () => {
    expect(await planIndexes(connection)).toMatchObject([
      { collection: 'things', missing: [{ keys: { code: 1 }, options: { unique: true } }, { keys: { day: -1, code: 1 } }], undeclared: [] },
    ]);
    const lines: string[] = [];
    expect(await buildMissingIndexes(connection, (line) => lines.push(line))).toEqual({ built: 2, failed: 0 });
    expect(lines[0]).toMatch(/^\[1\/2\] things \{"code":1\} unique/);
    expect(await buildMissingIndexes(connection, (line) => lines.push(line))).toEqual({ built: 0, failed: 0 });
    expect(lines.at(-1)).toBe('Every index stands; nothing to build.');
  });

  it('goes on with the rest where it was stopped, names what it finds undeclared, and tells which data stand in the way', async () => {
    const things = connection.collection('things');
    await things.dropIndexes();
    await things.createIndex({ other: 1 });
    await things.createIndex({ day: -1, code: 1 });
    await things.insertMany([{ code: 'a' }, { code: 'a' }]);
    const lines: string[] = [];
    expect(await buildMissingIndexes(connection, (line) => lines.push(line))).toEqual({ built: 0, failed: 1 });
    expect(lines.join('\n')).toMatch(/other_1 stands and no model declares it[\s\S]*FAILED: DuplicateKey/);
    expect(lines.join('\n')).not.toContain('"a"');
  });
});

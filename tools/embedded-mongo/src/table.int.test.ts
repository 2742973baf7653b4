import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { commandCases } from '../cases/commands.ts';
import { indexCases } from '../cases/index-commands.ts';
import { filterGroups } from '../cases/filters.ts';
import { findGroups } from '../cases/finds.ts';
import { pipelineGroups } from '../cases/pipelines.ts';
import { isErrorCode, type ErrorCode, type Fields } from '../cases/types.ts';
import { updateCases, upsertCases } from '../cases/updates.ts';
import { startEmbeddedMongo, type EmbeddedMongo } from './server.ts';

const { MongoClient, Long, ObjectId, BSON } = mongoose.mongo;

/** The table runs against a real mongod too: what it expects is MongoDB's documented behaviour, not ours. */
const realUrl = process.env.MONGODB_URL;

let server: EmbeddedMongo | undefined;
let folder: string | undefined;
let client: InstanceType<typeof MongoClient>;
let database: ReturnType<typeof client.db>;
let collections = 0;

beforeAll(async () => {
  if (!realUrl) server = await startEmbeddedMongo({ folder: (folder = mkdtempSync(join(tmpdir(), 'embedded-mongo-'))) });
  client = await new MongoClient(realUrl ?? server!.url, { serverSelectionTimeoutMS: 5000 }).connect();
  database = client.db(`cases_${new ObjectId().toHexString()}`);
});

afterAll(async () => {
  await database.dropDatabase();
  await client.close();
  await server?.stop();
  if (folder) rmSync(folder, { recursive: true });
});

/** Types matter: Int32, Int64 and Double must come back as they went in. */
const exact = { promoteValues: false, promoteLongs: false, promoteBuffers: false, bsonRegExp: true } as const;
const text = (value: unknown): string => BSON.EJSON.stringify(value, { relaxed: false });

async function answerTo(command: Fields): Promise<unknown> {
  try {
    return await database.command(command, exact);
  } catch (error) {
    if (error instanceof mongoose.mongo.MongoServerError) return error;
    throw error;
  }
}

function expectCode(answer: unknown, expected: ErrorCode): void {
  const error = answer as { code?: unknown; writeErrors?: { code: unknown }[] };
  const code = error.writeErrors ? error.writeErrors[0]!.code : error.code;
  const wanted = typeof expected === 'number' ? [expected] : expected.anyOf;
  expect({ answer: text(answer), code: Number(code), accepted: wanted.includes(Number(code)) }).toMatchObject({ accepted: true });
}

const freshCollection = (): string => `c${++collections}`;

async function filled(documents: readonly Fields[]): Promise<string> {
  const name = freshCollection();
  if (documents.length > 0) await database.collection(name).insertMany(documents as never);
  return name;
}

const firstBatch = (answer: unknown): unknown => (answer as { cursor?: { firstBatch?: unknown } }).cursor?.firstBatch ?? answer;

describe.each(filterGroups)('a filter over $subject', ({ documents, cases }) => {
  let name: string;
  beforeAll(async () => {
    name = await filled(documents);
  });

  it.each(cases)('%s', async (_title, filter, expected) => {
    const answer = await answerTo({ find: name, filter, projection: { _id: 1 } });
    if (isErrorCode(expected)) expectCode(answer, expected);
    else expect(text(firstBatch(answer))).toBe(text(expected.map((_id) => ({ _id }))));
  });
});

describe.each(findGroups)('find: $subject', ({ documents, cases }) => {
  let name: string;
  beforeAll(async () => {
    name = await filled(documents);
  });

  it.each(cases)('%s', async (_title, command, expected) => {
    const answer = await answerTo({ find: name, ...command });
    if (isErrorCode(expected)) expectCode(answer, expected);
    else expect(text(firstBatch(answer))).toBe(text(expected));
  });
});

describe.each(pipelineGroups)('aggregate: $subject', ({ documents, cases }) => {
  let name: string;
  beforeAll(async () => {
    name = await filled(documents);
  });

  it.each(cases)('%s', async (_title, pipeline, expected) => {
    const answer = await answerTo({ aggregate: name, pipeline, cursor: {} });
    if (isErrorCode(expected)) expectCode(answer, expected);
    else expect(text(firstBatch(answer))).toBe(text(expected));
  });
});

describe('an update', () => {
  it.each(updateCases)('%s', async (_title, before, u, expected, { filter = {}, arrayFilters, unmodified = false } = {}) => {
    const name = await filled([{ _id: 1, ...before }]);
    const answer = await answerTo({ update: name, updates: [{ q: { _id: 1, ...filter }, u, ...(arrayFilters && { arrayFilters }) }] });
    const [after] = await database.collection(name).find({}, exact).toArray();
    if (isErrorCode(expected)) {
      expectCode(answer, expected);
      expect(text(after)).toBe(text({ _id: 1, ...before }));
    } else {
      expect(text(answer)).toContain(text({ nModified: unmodified ? 0 : 1 }).slice(1, -1));
      expect(text(after)).toBe(text({ _id: 1, ...expected }));
    }
  });
});

describe('an upsert', () => {
  it.each(upsertCases)('%s', async (_title, q, u, expected) => {
    const name = await filled([]);
    const answer = await answerTo({ update: name, updates: [{ q, u, upsert: true }] });
    if (isErrorCode(expected)) return expectCode(answer, expected);
    const [made] = await database.collection(name).find({}, exact).toArray();
    const generated = made!._id instanceof ObjectId && !('_id' in expected);
    expect(Object.keys(made!)[0]).toBe('_id');
    expect(text(made)).toBe(text(generated ? { _id: made!._id, ...expected } : expected));
  });
});

/** Replaces the stand-in by the name of the collection, and numbers by their exact types. */
function named(value: unknown, name: string): unknown {
  if (value === '@') return name;
  if (Array.isArray(value)) return value.map((item) => named(item, name));
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, named(inner, name)]));
}

/** What `expected` names, cut out of `actual`; the length of arrays counts. */
function cut(actual: unknown, expected: unknown): unknown {
  if (Array.isArray(expected) && Array.isArray(actual)) return actual.map((item, i) => cut(item, expected[i]));
  const plain = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && !('_bsontype' in value) && !(value instanceof Date);
  if (!plain(expected) || !plain(actual)) return actual;
  return Object.fromEntries(Object.keys(expected).map((key) => [key, cut(actual[key], expected[key])]));
}

/** `ok` and counts come as Double from one server and as Int32 from another: only documents and indexes must keep their types. */
const loosely = (value: unknown): unknown =>
  JSON.parse(text(value).replaceAll(/\{"\$number(?:Int|Double|Long)":"(-?\d+)(?:\.0)?"\}/g, '$1'));

describe('commands', () => {
  it.each([...commandCases, ...indexCases])('$title', async ({ documents = [], steps }) => {
    const name = await filled(documents);
    for (const [command, expected] of steps) {
      const answer = await answerTo(named(command, name) as Fields);
      if (isErrorCode(expected)) expectCode(answer, expected);
      else {
        const wanted = named(expected, name);
        const cutOut = cut(answer, wanted);
        expect(loosely(cutOut)).toEqual(loosely(wanted));
        expect(text(firstBatch(cutOut) ?? null)).toBe(firstBatch(cutOut) === cutOut ? text(cutOut) : text(firstBatch(wanted)));
      }
    }
  });

  it('fetches a result in batches, and ends the cursor with the last one', async () => {
    const name = await filled(Array.from({ length: 25 }, (_, _id) => ({ _id })));
    const first = (await answerTo({ find: name, sort: { _id: 1 }, batchSize: 10 })) as {
      cursor: { id: InstanceType<typeof Long>; firstBatch: unknown[] };
    };
    expect(first.cursor.firstBatch).toHaveLength(10);
    const second = (await answerTo({ getMore: first.cursor.id, collection: name, batchSize: 10 })) as { cursor: { nextBatch: unknown[] } };
    expect(text(second.cursor.nextBatch)).toBe(text(Array.from({ length: 10 }, (_, i) => ({ _id: i + 10 }))));
    const third = (await answerTo({ getMore: first.cursor.id, collection: name })) as { cursor: { id: unknown; nextBatch: unknown[] } };
    expect(third.cursor.nextBatch).toHaveLength(5);
    expect(text(third.cursor.id)).toBe(text(Long.fromNumber(0)));
    expectCode(await answerTo({ getMore: first.cursor.id, collection: name }), 43);
  });

  it('refuses a cursor of another collection and kills one that is asked to', async () => {
    const name = await filled(Array.from({ length: 5 }, (_, _id) => ({ _id })));
    const { cursor } = (await answerTo({ find: name, batchSize: 2 })) as { cursor: { id: InstanceType<typeof Long> } };
    expectCode(await answerTo({ getMore: cursor.id, collection: `${name}_other` }), 13);
    expect(text(await answerTo({ killCursors: name, cursors: [cursor.id] }))).toContain(`"cursorsKilled":[${text(cursor.id)}]`);
    expectCode(await answerTo({ getMore: cursor.id, collection: name }), 43);
  });
});

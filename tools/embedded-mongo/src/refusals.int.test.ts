import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { startEmbeddedMongo, type EmbeddedMongo } from './server.ts';

const { MongoClient, Decimal128 } = mongoose.mongo;

let server: EmbeddedMongo;
let folder: string;
let client: InstanceType<typeof MongoClient>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'embedded-mongo-'));
  server = await startEmbeddedMongo({ folder });
  client = await new MongoClient(server.url).connect();
  await client
    .db('refusals')
    .collection('c')
    .insertOne({ _id: 1 as never, a: [1], n: Decimal128.fromString('1') });
});

afterAll(async () => {
  await client.close();
  await server.stop();
  rmSync(folder, { recursive: true });
});

const find = (more: object) => ({ find: 'c', ...more });
const update = (u: unknown, more: object = {}) => ({ update: 'c', updates: [{ q: {}, u, ...more }] });
const aggregate = (...pipeline: object[]) => ({ aggregate: 'c', pipeline, cursor: {} });
const createIndex = (key: object, options: object = {}) => ({ createIndexes: 'c', indexes: [{ key, name: 'i', ...options }] });

/** What a real mongod would do and this server does not: it must say so, and never do something else instead. */
describe('what embedded-mongo leaves out on purpose', () => {
  it.each([
    ['$where', find({ filter: { $where: 'true' } }), 2],
    ['$expr', find({ filter: { $expr: { $eq: ['$a', 1] } } }), 2],
    ['$jsonSchema', find({ filter: { $jsonSchema: {} } }), 2],
    ['$mod', find({ filter: { a: { $mod: [2, 0] } } }), 2],
    ['$bitsAllSet', find({ filter: { a: { $bitsAllSet: 1 } } }), 2],
    ['$geoWithin', find({ filter: { a: { $geoWithin: {} } } }), 2],
    ['an extended regular expression', find({ filter: { a: { $regex: 'a b', $options: 'x' } } }), 238],
    ['a named group in a regular expression', find({ filter: { a: { $regex: '(?<n>a)' } } }), 238],
    ['an inline option in a regular expression', find({ filter: { a: { $regex: '(?i)a' } } }), 238],
    ['a possessive quantifier', find({ filter: { a: { $regex: 'a++' } } }), 238],
    ['a POSIX class', find({ filter: { a: { $regex: '[[:alpha:]]' } } }), 238],
    ['a Unicode class', find({ filter: { a: { $regex: '\\p{L}' } } }), 238],
    ['a collation of find', find({ collation: { locale: 'nl' } }), 238],
    ['a collation of an update', update({ $set: { a: 1 } }, { collation: { locale: 'nl' } }), 238],
    ['let', find({ let: { a: 1 } }), 238],
    ['min and max', find({ min: { a: 1 }, hint: { a: 1 } }), 238],
    ['$slice in a projection', find({ projection: { a: { $slice: 1 } } }), 238],
    ['$elemMatch in a projection', find({ projection: { a: { $elemMatch: { b: 1 } } } }), 238],
    ['a positional projection', find({ filter: { a: 1 }, projection: { 'a.$': 1 } }), 238],
    ['an expression in a projection', find({ projection: { b: '$a' } }), 238],
    ['an update pipeline', update([{ $set: { a: 1 } }]), 238],
    ['$rename', update({ $rename: { a: 'b' } }), 9],
    ['$mul', update({ $mul: { a: 2 } }), 9],
    ['$pop', update({ $pop: { a: 1 } }), 9],
    ['$bit', update({ $bit: { a: { and: 1 } } }), 9],
    ['$currentDate', update({ $currentDate: { a: true } }), 9],
    ['$sort in $push', update({ $push: { a: { $each: [1], $sort: 1 } } }), 238],
    ['arithmetic on Decimal128', update({ $inc: { n: 1 } }), 238],
    ['$lookup', aggregate({ $lookup: { from: 'd', localField: 'a', foreignField: 'b', as: 'c' } }), 40324],
    ['$facet', aggregate({ $facet: {} }), 40324],
    ['$out', aggregate({ $out: 'd' }), 40324],
    ['$merge', aggregate({ $merge: 'd' }), 40324],
    ['$map', aggregate({ $project: { b: { $map: {} } } }), 168],
    ['$dateToString', aggregate({ $project: { b: { $dateToString: {} } } }), 168],
    ['$stdDevPop', aggregate({ $group: { _id: null, s: { $stdDevPop: '$a' } } }), 15952],
    ['aggregate without a collection', { aggregate: 1, pipeline: [], cursor: {} }, 238],
    ['explain of aggregate', { ...aggregate(), explain: true }, 238],
    ['explain', { explain: find({}) }, 59],
    ['mapReduce', { mapReduce: 'c' }, 59],
    ['renameCollection', { renameCollection: 'refusals.c', to: 'refusals.d' }, 59],
    ['users', { createUser: 'x', pwd: 'x', roles: [] }, 59],
    ['a TTL index', createIndex({ a: 1 }, { expireAfterSeconds: 10 }), 67],
    ['a text index', createIndex({ a: 'text' }), 67],
    ['a geo index', createIndex({ a: '2dsphere' }), 67],
    ['a hashed index', createIndex({ a: 'hashed' }), 67],
    ['a wildcard index', createIndex({ '$**': 1 }), 67],
    ['a hidden index', createIndex({ a: 1 }, { hidden: true }), 238],
    ['an index with a collation', createIndex({ a: 1 }, { collation: { locale: 'nl' } }), 238],
    ['a capped collection', { create: 'd', capped: true, size: 1000 }, 238],
    ['a validator', { create: 'd', validator: { a: 1 } }, 238],
    ['a view', { create: 'd', viewOn: 'c', pipeline: [] }, 238],
    ['a time series', { create: 'd', timeseries: { timeField: 't' } }, 238],
  ])('refuses %s', async (_what, command, code) => {
    const answer = await client
      .db('refusals')
      .command(command)
      .then(
        (reply: { writeErrors?: object[] }) => reply.writeErrors?.[0],
        (error: unknown) => error,
      );
    expect(answer).toMatchObject({ code });
  });

  it('refuses transactions of a session', async () => {
    const session = client.startSession();
    await expect(session.withTransaction(() => client.db('refusals').collection('c').findOne({}, { session }))).rejects.toMatchObject({
      code: 20,
    });
    await session.endSession();
  });

  it('listens on no other address than a loopback one', async () => {
    await expect(startEmbeddedMongo({ folder: join(folder, 'open'), host: '0.0.0.0' })).rejects.toThrow('loopback');
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { startEmbeddedMongo, type EmbeddedMongo } from './server.ts';

const { MongoClient, Binary, BSONRegExp, Code, Decimal128, MaxKey, MinKey, Timestamp } = mongoose.mongo;

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
    .insertOne({ _id: 1 as never, a: [1], d: { x: 1 } });
});

afterAll(async () => {
  await client.close();
  await server.stop();
  rmSync(folder, { recursive: true });
});

const find = (more: object) => ({ find: 'c', ...more });
const where = (a: unknown) => find({ filter: { a } });
const update = (u: unknown, more: object = {}) => ({ update: 'c', updates: [{ q: {}, u, ...more }] });
const insert = (a: unknown) => ({ insert: 'c', documents: [{ a }] });
const aggregate = (...pipeline: object[]) => ({ aggregate: 'c', pipeline, cursor: {} });
const group = (more: object) => aggregate({ $group: { _id: null, ...more } });
const createIndex = (key: object, options: object = {}) => ({ createIndexes: 'c', indexes: [{ key, name: 'i', ...options }] });

/**
 * What a real mongod would do and this server does not: it must say so, and never do something else instead. Names that it doesn't serve
 * are unknown to it, with MongoDB's code for an unknown one; for types and values it answers NotImplemented (238).
 */
describe('what embedded-mongo leaves out on purpose', () => {
  it.each([
    // Filters
    ['$where', find({ filter: { $where: 'true' } }), 2],
    ['$expr', find({ filter: { $expr: { $eq: ['$a', 1] } } }), 2],
    ['$jsonSchema', find({ filter: { $jsonSchema: {} } }), 2],
    ['$all', where({ $all: [1] }), 2],
    ['$not with a regular expression', where({ $not: /a/ }), 2],
    ['$mod', where({ $mod: [2, 0] }), 2],
    ['$bitsAllSet', where({ $bitsAllSet: 1 }), 2],
    ['$geoWithin', where({ $geoWithin: {} }), 2],
    ['$regex', where({ $regex: 'a' }), 2],
    ['a regular expression in $in', where({ $in: [/a/] }), 238],
    ['an extended regular expression', where(new BSONRegExp('a b', 'x')), 238],
    ['a multi-line regular expression', where(/^a/m), 238],
    ['a dot for line breaks', where(new BSONRegExp('a.b', 's')), 238],
    ['a named group in a regular expression', where(new BSONRegExp('(?<n>a)')), 238],
    ['an inline option in a regular expression', where(new BSONRegExp('(?i)a')), 238],
    ['a possessive quantifier', where(new BSONRegExp('a++')), 238],
    ['a POSIX class', where(new BSONRegExp('[[:alpha:]]')), 238],
    ['a Unicode class', where(/\p{L}/u), 238],
    ['a class of words, which JavaScript reads differently', where(/\w/), 238],
    ['a reference back', where(/(a)\1/), 238],
    ['$type by number', where({ $type: 2 }), 238],
    ['several types', where({ $type: ['string', 'object'] }), 238],
    ['the type of one kind of numbers', where({ $type: 'int' }), 238],
    ['the type null', where({ $type: 'null' }), 238],
    ['the type array', where({ $type: 'array' }), 238],
    ['an unknown type', where({ $type: 'float' }), 238],
    ['$elemMatch over plain values', where({ $elemMatch: { $gt: 1 } }), 238],
    ['a position in a filter', find({ filter: { 'a.0': 1 } }), 238],
    ['a position in a sort', find({ sort: { 'a.0': 1 } }), 238],
    ['Decimal128 in a filter', where(Decimal128.fromString('1')), 238],
    ['MinKey in a filter', where(new MinKey()), 238],
    ['MaxKey in a filter', where({ $lt: new MaxKey() }), 238],
    // find
    ['a collation of find', find({ collation: { locale: 'nl' } }), 40415],
    ['a tailable cursor', find({ tailable: true }), 40415],
    ['let', find({ let: { a: 1 } }), 40415],
    ['min and max', find({ min: { a: 1 }, hint: { a: 1 } }), 40415],
    ['natural order', find({ hint: { $natural: -1 } }), 2],
    ['a path in a projection', find({ projection: { 'd.x': 1 } }), 238],
    ['a path in a projection, written as a document', find({ projection: { d: { x: 1 } } }), 238],
    ['$slice in a projection', find({ projection: { a: { $slice: 1 } } }), 238],
    ['$elemMatch in a projection', find({ projection: { a: { $elemMatch: { b: 1 } } } }), 238],
    ['a positional projection', find({ filter: { a: 1 }, projection: { 'a.$': 1 } }), 238],
    ['an expression in a projection', find({ projection: { b: '$a' } }), 238],
    // Documents
    ['Decimal128', insert(Decimal128.fromString('1')), 238],
    ['binary data of the old subtype 2', insert(new Binary(Buffer.from('ab'), 2)), 238],
    ['Timestamp', insert(new Timestamp({ t: 1, i: 1 })), 238],
    ['Code', insert(new Code('1')), 238],
    ['MinKey', insert({ inside: [new MinKey()] }), 238],
    ['MaxKey', insert(new MaxKey()), 238],
    // Updates
    ['a collation of an update', update({ $set: { a: 1 } }, { collation: { locale: 'nl' } }), 40415],
    ['an update pipeline', update([{ $set: { a: 1 } }]), 238],
    ['$rename', update({ $rename: { a: 'b' } }), 9],
    ['$mul', update({ $mul: { a: 2 } }), 9],
    ['$min', update({ $min: { a: 2 } }), 9],
    ['$max', update({ $max: { a: 2 } }), 9],
    ['$pop', update({ $pop: { a: 1 } }), 9],
    ['$pullAll', update({ $pullAll: { a: [1] } }), 9],
    ['$bit', update({ $bit: { a: { and: 1 } } }), 9],
    ['$currentDate', update({ $currentDate: { a: true } }), 9],
    ['$sort in $push', update({ $push: { a: { $each: [1], $sort: 1 } } }), 2],
    ['$position in $push', update({ $push: { a: { $each: [1], $position: 0 } } }), 2],
    ['a position behind the end of an array', update({ $set: { 'a.1': 2 } }), 238],
    ['a position in a document', update({ $set: { 'd.0': 2 } }), 238],
    ['a position beside a filter of elements', update({ $set: { 'a.0': 1, 'b.$[]': 1 } }), 238],
    ['the positional $', { update: 'c', updates: [{ q: { a: 1 }, u: { $set: { 'a.$': 1 } } }] }, 238],
    ['Decimal128 in an update', update({ $set: { a: Decimal128.fromString('1') } }), 238],
    // Aggregation
    ['$addFields', aggregate({ $addFields: { a: 1 } }), 40324],
    ['$set in a pipeline', aggregate({ $set: { a: 1 } }), 40324],
    ['$unwind', aggregate({ $unwind: '$a' }), 40324],
    ['$lookup', aggregate({ $lookup: { from: 'd', localField: 'a', foreignField: 'b', as: 'c' } }), 40324],
    ['$facet', aggregate({ $facet: {} }), 40324],
    ['$out', aggregate({ $out: 'd' }), 40324],
    ['$merge', aggregate({ $merge: 'd' }), 40324],
    ['a computed field in $project', aggregate({ $project: { b: { $add: [1, 1] } } }), 238],
    ['a renamed field in $project', aggregate({ $project: { b: '$a' } }), 238],
    ['$avg', group({ n: { $avg: '$a' } }), 15952],
    ['$last', group({ n: { $last: '$a' } }), 15952],
    ['$addToSet in a group', group({ n: { $addToSet: '$a' } }), 15952],
    ['$stdDevPop', group({ n: { $stdDevPop: '$a' } }), 15952],
    ['$cond', group({ n: { $sum: { $cond: ['$a', 1, 0] } } }), 168],
    ['$dateToString', group({ n: { $first: { $dateToString: {} } } }), 168],
    ['a document of expressions', aggregate({ $group: { _id: { x: '$d.x' } } }), 238],
    ['an array of expressions', aggregate({ $group: { _id: ['$a'] } }), 238],
    ['a path through an array', aggregate({ $group: { _id: '$a.x' } }), 238],
    ['$$ROOT', aggregate({ $group: { _id: '$$ROOT' } }), 17276],
    ['aggregate without a collection', { aggregate: 1, pipeline: [], cursor: {} }, 14],
    ['explain of aggregate', { ...aggregate(), explain: true }, 40415],
    // Other commands
    ['explain', { explain: find({}) }, 59],
    ['mapReduce', { mapReduce: 'c' }, 59],
    ['renameCollection', { renameCollection: 'refusals.c', to: 'refusals.d' }, 59],
    ['dropIndexes by key', { dropIndexes: 'c', index: { a: 1 } }, 14],
    ['users', { createUser: 'x', pwd: 'x', roles: [] }, 59],
    ['a TTL index', createIndex({ a: 1 }, { expireAfterSeconds: 10 }), 197],
    ['a text index', createIndex({ a: 'text' }), 67],
    ['a geo index', createIndex({ a: '2dsphere' }), 67],
    ['a hashed index', createIndex({ a: 'hashed' }), 67],
    ['a wildcard index', createIndex({ '$**': 1 }), 67],
    ['a hidden index', createIndex({ a: 1 }, { hidden: true }), 197],
    ['an index with a collation', createIndex({ a: 1 }, { collation: { locale: 'nl' } }), 197],
    ['an $or in a partial index', createIndex({ a: 1 }, { partialFilterExpression: { $or: [{ a: 1 }, { a: 2 }] } }), 67],
    ['a capped collection', { create: 'd', capped: true, size: 1000 }, 40415],
    ['a validator', { create: 'd', validator: { a: 1 } }, 40415],
    ['a view', { create: 'd', viewOn: 'c', pipeline: [] }, 40415],
    ['a time series', { create: 'd', timeseries: { timeField: 't' } }, 40415],
  ])('refuses %s', async (_what, command, code) => {
    const answer = await client
      .db('refusals')
      .command(command)
      .then(
        (reply: { writeErrors?: object[] }) => reply.writeErrors?.[0],
        (error: unknown) => error,
      );
    expect(answer).toMatchObject({ code });
    expect(await client.db('refusals').collection('c').find().toArray()).toEqual([{ _id: 1, a: [1], d: { x: 1 } }]);
  });

  it('refuses transactions of a session', async () => {
    const session = client.startSession();
    await expect(session.withTransaction(() => client.db('refusals').collection('c').findOne({}, { session }))).rejects.toMatchObject({
      code: 20,
    });
    await session.endSession();
  });
});

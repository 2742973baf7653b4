import { Double, Long, type CommandCase, type Fields } from './types.ts';

const index = (key: Fields, name: string, options: Fields = {}): Fields => ({ createIndexes: '@', indexes: [{ key, name, ...options }] });
const insert = (...documents: Fields[]): Fields => ({ insert: '@', documents });
const update = (q: Fields, u: unknown, options: Fields = {}): Fields => ({ update: '@', updates: [{ q, u, ...options }] });
const ok = { ok: 1 };
/** The answer of a find or an aggregate in one batch. */
const batch = (...firstBatch: Fields[]): Fields => ({ cursor: { firstBatch }, ...ok });
const all = { find: '@', sort: { _id: 1 } };
const duplicate = (fields: Fields = {}): Fields => ({ n: 0, writeErrors: [{ index: 0, code: 11000, ...fields }] });

/** From MongoDB's manual, "Database Commands". */
export const commandCases: readonly CommandCase[] = [
  // Handshake and server
  {
    title: 'says hello as a writable server',
    steps: [[{ hello: 1 }, { isWritablePrimary: true, minWireVersion: 0, readOnly: false, ...ok }]],
  },
  { title: 'answers a ping', steps: [[{ ping: 1 }, ok]] },
  { title: 'says its version', steps: [[{ buildInfo: 1 }, { bits: 64, ...ok }]] },
  { title: 'refuses an unknown command', steps: [[{ fetchAll: 1 }, 59]] },
  { title: 'accepts the fields that every command may carry', steps: [[{ ping: 1, comment: 'x', maxTimeMS: 1000 }, ok]] },
  // insert
  {
    title: 'inserts documents and counts them',
    steps: [
      [insert({ _id: 1 }, { _id: 2 }), { n: 2, ...ok }],
      [all, batch({ _id: 1 }, { _id: 2 })],
    ],
  },
  {
    title: 'puts the _id first',
    steps: [
      [insert({ a: 1, _id: 2 }), ok],
      [all, batch({ _id: 2, a: 1 })],
    ],
  },
  {
    title: 'keeps types and order of fields',
    steps: [
      [insert({ _id: 1, b: new Double(5), a: Long.fromNumber(5), c: { z: 1, y: 2 } }), ok],
      [all, batch({ _id: 1, b: new Double(5), a: Long.fromNumber(5), c: { z: 1, y: 2 } })],
    ],
  },
  {
    title: 'refuses a taken _id with key and value',
    documents: [{ _id: 1 }],
    steps: [[insert({ _id: 1 }), duplicate({ keyPattern: { _id: 1 }, keyValue: { _id: 1 } })]],
  },
  {
    title: 'takes an _id of another number type as the same',
    documents: [{ _id: 1 }],
    steps: [[insert({ _id: new Double(1) }), duplicate()]],
  },
  {
    title: 'stops at the first error when ordered',
    steps: [
      [insert({ _id: 1 }, { _id: 1 }, { _id: 2 }), { n: 1, writeErrors: [{ index: 1, code: 11000 }] }],
      [all, batch({ _id: 1 })],
    ],
  },
  {
    title: 'goes on after an error when not ordered',
    steps: [
      [
        { ...insert({ _id: 1 }, { _id: 1 }, { _id: 2 }), ordered: false },
        { n: 2, writeErrors: [{ index: 1, code: 11000 }] },
      ],
      [all, batch({ _id: 1 }, { _id: 2 })],
    ],
  },
  { title: 'refuses an array as _id', steps: [[insert({ _id: [1] }), { n: 0, writeErrors: [{ index: 0, code: 53 }] }]] },
  { title: 'takes documents, null and text as _id', steps: [[insert({ _id: { a: 1 } }, { _id: null }, { _id: 'x' }), { n: 3 }]] },
  {
    title: 'refuses dollar fields inside of an _id',
    steps: [[insert({ _id: { $a: 1 } }), { n: 0, writeErrors: [{ index: 0, code: 52 }] }]],
  },
  { title: 'refuses an unknown field of insert', steps: [[{ ...insert({ _id: 1 }), order: true }, 40415]] },
  { title: 'refuses a name of a collection with a dollar', steps: [[{ insert: 'a$b', documents: [{ _id: 1 }] }, 73]] },
  // update
  {
    title: 'counts what it matched and what it modified',
    documents: [
      { _id: 1, a: 1 },
      { _id: 2, a: 1 },
    ],
    steps: [
      [update({ a: 1 }, { $set: { b: 1 } }), { n: 1, nModified: 1, ...ok }],
      [update({}, { $set: { b: 1 } }, { multi: true }), { n: 2, nModified: 1 }],
    ],
  },
  { title: 'updates nothing without an error', steps: [[update({ a: 1 }, { $set: { b: 1 } }), { n: 0, nModified: 0, ...ok }]] },
  {
    title: 'updates all that match by multi',
    documents: [
      { _id: 1, a: 1 },
      { _id: 2, a: 1 },
      { _id: 3, a: 2 },
    ],
    steps: [
      [update({ a: 1 }, { $inc: { a: 1 } }, { multi: true }), { n: 2, nModified: 2 }],
      [all, batch({ _id: 1, a: 2 }, { _id: 2, a: 2 }, { _id: 3, a: 2 })],
    ],
  },
  {
    title: 'does not meet a document twice that moves on in an index',
    documents: [
      { _id: 1, a: 1 },
      { _id: 2, a: 2 },
    ],
    steps: [
      [index({ a: 1 }, 'a'), ok],
      [update({ a: { $gte: 1 } }, { $inc: { a: 10 } }, { multi: true }), { n: 2, nModified: 2 }],
      [all, batch({ _id: 1, a: 11 }, { _id: 2, a: 12 })],
    ],
  },
  {
    title: 'reports an upsert with its index and _id',
    steps: [
      [update({ _id: 7 }, { $set: { a: 1 } }, { upsert: true }), { n: 1, nModified: 0, upserted: [{ index: 0, _id: 7 }] }],
      [update({ _id: 7 }, { $set: { a: 2 } }, { upsert: true }), { n: 1, nModified: 1 }],
    ],
  },
  {
    title: 'refuses multi with a replacement',
    documents: [{ _id: 1 }],
    steps: [[update({}, { a: 1 }, { multi: true }), { n: 0, writeErrors: [{ index: 0, code: 9 }] }]],
  },
  {
    title: 'runs several updates in order',
    documents: [{ _id: 1, a: 1 }],
    steps: [
      [
        {
          update: '@',
          updates: [
            { q: { a: 1 }, u: { $set: { a: 2 } } },
            { q: { a: 2 }, u: { $set: { a: 3 } } },
          ],
        },
        { n: 2, nModified: 2 },
      ],
      [all, batch({ _id: 1, a: 3 })],
    ],
  },
  {
    title: 'stops at the first bad update when ordered',
    documents: [{ _id: 1, a: 1 }],
    steps: [
      [
        {
          update: '@',
          updates: [
            { q: {}, u: { $bad: 1 } },
            { q: {}, u: { $set: { a: 2 } } },
          ],
        },
        { n: 0, writeErrors: [{ index: 0, code: 9 }] },
      ],
      [all, batch({ _id: 1, a: 1 })],
    ],
  },
  {
    title: 'goes on after a bad update when not ordered',
    documents: [{ _id: 1, a: 1 }],
    steps: [
      [
        {
          update: '@',
          ordered: false,
          updates: [
            { q: {}, u: { $bad: 1 } },
            { q: {}, u: { $set: { a: 2 } } },
          ],
        },
        { n: 1, writeErrors: [{ index: 0, code: 9 }] },
      ],
      [all, batch({ _id: 1, a: 2 })],
    ],
  },
  {
    title: 'leaves a document alone when an update of it fails half-way',
    documents: [{ _id: 1, a: 1, b: 'x' }],
    steps: [
      [update({}, { $set: { a: 2 }, $inc: { b: 1 } }), { n: 0, writeErrors: [{ index: 0, code: 14 }] }],
      [all, batch({ _id: 1, a: 1, b: 'x' })],
    ],
  },
  {
    title: 'refuses an unknown field of an update',
    steps: [[{ update: '@', updates: [{ q: {}, u: { $set: { a: 1 } }, upsrt: true }] }, 40415]],
  },
  { title: 'refuses an update without its filter', steps: [[{ update: '@', updates: [{ u: { $set: { a: 1 } } }] }, 40414]] },
  // delete
  {
    title: 'deletes one by limit 1',
    documents: [
      { _id: 1, a: 1 },
      { _id: 2, a: 1 },
    ],
    steps: [
      [
        { delete: '@', deletes: [{ q: { a: 1 }, limit: 1 }] },
        { n: 1, ...ok },
      ],
      [all, batch({ _id: 2, a: 1 })],
    ],
  },
  {
    title: 'deletes all by limit 0',
    documents: [{ _id: 1, a: 1 }, { _id: 2, a: 1 }, { _id: 3 }],
    steps: [
      [{ delete: '@', deletes: [{ q: { a: 1 }, limit: 0 }] }, { n: 2 }],
      [all, batch({ _id: 3 })],
    ],
  },
  {
    title: 'deletes nothing without an error',
    steps: [
      [
        { delete: '@', deletes: [{ q: { a: 1 }, limit: 0 }] },
        { n: 0, ...ok },
      ],
    ],
  },
  { title: 'refuses a limit of 2', steps: [[{ delete: '@', deletes: [{ q: {}, limit: 2 }] }, { anyOf: [9] }]] },
  { title: 'refuses a delete without limit', steps: [[{ delete: '@', deletes: [{ q: {} }] }, 40414]] },
  {
    title: 'frees the keys of what it deletes',
    documents: [{ _id: 1, a: 1 }],
    steps: [
      [index({ a: 1 }, 'a', { unique: true }), ok],
      [{ delete: '@', deletes: [{ q: {}, limit: 0 }] }, { n: 1 }],
      [insert({ _id: 2, a: 1 }), { n: 1 }],
    ],
  },
  // findAndModify
  {
    title: 'answers the document before by default',
    documents: [{ _id: 1, a: 1 }],
    steps: [
      [
        { findAndModify: '@', query: { _id: 1 }, update: { $set: { a: 2 } } },
        { value: { _id: 1, a: 1 }, lastErrorObject: { n: 1, updatedExisting: true }, ...ok },
      ],
    ],
  },
  {
    title: 'answers the document after by new',
    documents: [{ _id: 1, a: 1 }],
    steps: [[{ findAndModify: '@', query: { _id: 1 }, update: { $set: { a: 2 } }, new: true }, { value: { _id: 1, a: 2 } }]],
  },
  {
    title: 'answers null when nothing matches',
    steps: [
      [
        { findAndModify: '@', query: { _id: 1 }, update: { $set: { a: 2 } } },
        { value: null, lastErrorObject: { n: 0, updatedExisting: false } },
      ],
    ],
  },
  {
    title: 'takes the first in the order of the sort',
    documents: [
      { _id: 1, a: 5 },
      { _id: 2, a: 9 },
    ],
    steps: [[{ findAndModify: '@', query: {}, sort: { a: -1 }, update: { $set: { b: 1 } }, new: true }, { value: { _id: 2, a: 9, b: 1 } }]],
  },
  {
    title: 'shows the fields asked for',
    documents: [{ _id: 1, a: 5, b: 6 }],
    steps: [[{ findAndModify: '@', query: {}, update: { $set: { a: 7 } }, new: true, fields: { a: 1, _id: 0 } }, { value: { a: 7 } }]],
  },
  {
    title: 'upserts and answers the new document',
    steps: [
      [
        { findAndModify: '@', query: { _id: 5 }, update: { $set: { a: 1 } }, upsert: true, new: true },
        { value: { _id: 5, a: 1 }, lastErrorObject: { n: 1, updatedExisting: false, upserted: 5 } },
      ],
    ],
  },
  {
    title: 'answers null before an upsert',
    steps: [
      [
        { findAndModify: '@', query: { _id: 5 }, update: { $set: { a: 1 } }, upsert: true },
        { value: null, lastErrorObject: { n: 1, updatedExisting: false, upserted: 5 } },
      ],
    ],
  },
  {
    title: 'removes and answers what it removed',
    documents: [{ _id: 1, a: 5 }],
    steps: [
      [
        { findAndModify: '@', query: { a: 5 }, remove: true },
        { value: { _id: 1, a: 5 }, lastErrorObject: { n: 1 } },
      ],
      [all, batch()],
    ],
  },
  {
    title: 'takes array filters',
    documents: [{ _id: 1, a: [1, 2] }],
    steps: [
      [
        { findAndModify: '@', query: {}, update: { $set: { 'a.$[e]': 0 } }, arrayFilters: [{ e: 2 }], new: true },
        { value: { _id: 1, a: [1, 0] } },
      ],
    ],
  },
  {
    title: 'changes by a condition on the state, once',
    documents: [{ _id: 1, state: 'open' }],
    steps: [
      [{ findAndModify: '@', query: { _id: 1, state: 'open' }, update: { $set: { state: 'done' } } }, { value: { _id: 1, state: 'open' } }],
      [{ findAndModify: '@', query: { _id: 1, state: 'open' }, update: { $set: { state: 'done' } } }, { value: null }],
    ],
  },
  { title: 'refuses remove together with update', steps: [[{ findAndModify: '@', query: {}, remove: true, update: { a: 1 } }, 9]] },
  { title: 'refuses remove together with new', steps: [[{ findAndModify: '@', query: {}, remove: true, new: true }, 9]] },
  { title: 'refuses remove together with upsert', steps: [[{ findAndModify: '@', query: {}, remove: true, upsert: true }, 9]] },
  { title: 'refuses neither update nor remove', steps: [[{ findAndModify: '@', query: {} }, 9]] },
  {
    title: 'refuses a taken key in findAndModify',
    documents: [
      { _id: 1, a: 1 },
      { _id: 2, a: 2 },
    ],
    steps: [
      [index({ a: 1 }, 'a', { unique: true }), ok],
      [{ findAndModify: '@', query: { _id: 2 }, update: { $set: { a: 1 } } }, 11000],
    ],
  },
  // count and distinct
  { title: 'counts all', documents: [{ _id: 1 }, { _id: 2 }], steps: [[{ count: '@' }, { n: 2, ...ok }]] },
  {
    title: 'counts what matches, skipped and limited',
    documents: [{ _id: 1, a: 1 }, { _id: 2, a: 1 }, { _id: 3, a: 1 }, { _id: 4 }],
    steps: [
      [{ count: '@', query: { a: 1 } }, { n: 3 }],
      [{ count: '@', query: { a: 1 }, skip: 1 }, { n: 2 }],
      [{ count: '@', query: { a: 1 }, limit: 2 }, { n: 2 }],
    ],
  },
  { title: 'counts nothing where there is no collection', steps: [[{ count: '@' }, { n: 0, ...ok }]] },
  {
    title: 'lists different values, also of arrays',
    documents: [{ _id: 1, a: 1 }, { _id: 2, a: [2, 3] }, { _id: 3, a: 1 }, { _id: 4 }],
    steps: [
      [
        { distinct: '@', key: 'a' },
        { values: [1, 2, 3], ...ok },
      ],
      [{ distinct: '@', key: 'a', query: { _id: { $lt: 3 } } }, { values: [1, 2, 3] }],
    ],
  },
  {
    title: 'lists different values of a path',
    documents: [
      { _id: 1, a: [{ b: 1 }, { b: 2 }] },
      { _id: 2, a: { b: 1 } },
    ],
    steps: [[{ distinct: '@', key: 'a.b' }, { values: [1, 2] }]],
  },
  { title: 'refuses distinct without a key', steps: [[{ distinct: '@' }, 40414]] },
  // Cursors
  {
    title: 'ends a single batch',
    documents: [{ _id: 1 }, { _id: 2 }, { _id: 3 }],
    steps: [[{ ...all, batchSize: 2, singleBatch: true }, { cursor: { id: Long.fromNumber(0), firstBatch: [{ _id: 1 }, { _id: 2 }] } }]],
  },
  { title: 'gives an empty first batch', documents: [{ _id: 1 }], steps: [[{ ...all, batchSize: 0 }, { cursor: { firstBatch: [] } }]] },
  { title: 'refuses a cursor that is not there', steps: [[{ getMore: Long.fromNumber(123456), collection: '@' }, 43]] },
  { title: 'refuses a cursor id that is no Int64', steps: [[{ getMore: 'x', collection: '@' }, 14]] },
  {
    title: 'says which cursors it could not kill',
    steps: [
      [
        { killCursors: '@', cursors: [Long.fromNumber(99)] },
        { cursorsKilled: [], cursorsNotFound: [Long.fromNumber(99)], cursorsAlive: [], cursorsUnknown: [], ...ok },
      ],
    ],
  },
  { title: 'finds nothing where there is no collection', steps: [[all, batch()]] },
  { title: 'wants a cursor from aggregate', steps: [[{ aggregate: '@', pipeline: [] }, 9]] },
  // Collections
  {
    title: 'creates a collection once',
    steps: [
      [{ create: '@' }, ok],
      [{ listCollections: 1, filter: { name: '@' }, nameOnly: true }, { cursor: { firstBatch: [{ name: '@', type: 'collection' }] } }],
    ],
  },
  {
    title: 'drops a collection with what is in it',
    documents: [{ _id: 1 }],
    steps: [
      [index({ a: 1 }, 'a', { unique: true }), ok],
      [{ drop: '@' }, { nIndexesWas: 2, ...ok }],
      [all, batch()],
      [{ listIndexes: '@' }, 26],
    ],
  },
  { title: 'refuses an unknown field of create', steps: [[{ create: '@', cappd: true }, 40415]] },
  // What a standalone server refuses
  {
    title: 'refuses a transaction',
    steps: [[{ find: '@', txnNumber: Long.fromNumber(1), startTransaction: true, autocommit: false }, { anyOf: [20, 50768, 50889, 72] }]],
  },
  {
    title: 'refuses a read concern that needs a replica set',
    steps: [[{ find: '@', readConcern: { level: 'linearizable' } }, { anyOf: [123, 246, 148] }]],
  },
  { title: 'refuses a write concern that needs a replica set', steps: [[{ ...insert({ _id: 1 }), writeConcern: { w: 2 } }, 2]] },
  {
    title: 'accepts a majority write concern',
    steps: [
      [
        { ...insert({ _id: 1 }), writeConcern: { w: 'majority' } },
        { n: 1, ...ok },
      ],
    ],
  },
  {
    title: 'accepts a local read concern',
    documents: [{ _id: 1 }],
    steps: [[{ ...all, readConcern: { level: 'local' } }, batch({ _id: 1 })]],
  },
];

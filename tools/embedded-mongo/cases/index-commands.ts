import { Long, type CommandCase, type Fields } from './types.ts';

const index = (key: Fields, name: string, options: Fields = {}): Fields => ({ createIndexes: '@', indexes: [{ key, name, ...options }] });
const insert = (...documents: Fields[]): Fields => ({ insert: '@', documents });
const update = (q: Fields, u: unknown, options: Fields = {}): Fields => ({ update: '@', updates: [{ q, u, ...options }] });
const ok = { ok: 1 };
/** The answer of a find or an aggregate in one batch. */
const batch = (...firstBatch: Fields[]): Fields => ({ cursor: { firstBatch }, ...ok });
const all = { find: '@', sort: { _id: 1 } };
const duplicate = (fields: Fields = {}): Fields => ({ n: 0, writeErrors: [{ index: 0, code: 11000, ...fields }] });

/** From MongoDB's manual, "Unique Indexes", "Sparse Indexes", "Partial Indexes", "createIndexes". */
export const indexCases: readonly CommandCase[] = [
  // Unique indexes
  {
    title: 'refuses a taken key with key, value and the name of the index',
    documents: [{ _id: 1, a: 'x' }],
    steps: [
      [index({ a: 1 }, 'by_a', { unique: true }), ok],
      [insert({ _id: 2, a: 'x' }), duplicate({ keyPattern: { a: 1 }, keyValue: { a: 'x' } })],
      [insert({ _id: 3, a: 'y' }), { n: 1 }],
    ],
  },
  {
    title: 'takes a missing field as null in a unique index',
    documents: [{ _id: 1 }],
    steps: [
      [index({ a: 1 }, 'a', { unique: true }), ok],
      [insert({ _id: 2, a: null }), duplicate({ keyValue: { a: null } })],
    ],
  },
  {
    title: 'compares numbers of different types in a unique index',
    documents: [{ _id: 1, a: 1 }],
    steps: [
      [index({ a: 1 }, 'a', { unique: true }), ok],
      [insert({ _id: 2, a: Long.fromNumber(1) }), duplicate()],
    ],
  },
  {
    title: 'refuses one taken element of an array',
    documents: [{ _id: 1, a: [1, 2] }],
    steps: [
      [index({ a: 1 }, 'a', { unique: true }), ok],
      [insert({ _id: 2, a: [2, 3] }), duplicate({ keyValue: { a: 2 } })],
      [insert({ _id: 3, a: [3, 3] }), { n: 1 }],
    ],
  },
  {
    title: 'refuses a taken combination of fields',
    documents: [{ _id: 1, a: 1, b: 1 }],
    steps: [
      [index({ a: 1, b: -1 }, 'ab', { unique: true }), ok],
      [insert({ _id: 2, a: 1, b: 2 }), { n: 1 }],
      [insert({ _id: 3, a: 1, b: 1 }), duplicate({ keyPattern: { a: 1, b: -1 }, keyValue: { a: 1, b: 1 } })],
    ],
  },
  {
    title: 'refuses an update to a taken key and changes nothing',
    documents: [
      { _id: 1, a: 1 },
      { _id: 2, a: 2 },
    ],
    steps: [
      [index({ a: 1 }, 'a', { unique: true }), ok],
      [update({ _id: 2 }, { $set: { a: 1 } }), { n: 0, writeErrors: [{ index: 0, code: 11000 }] }],
      [all, batch({ _id: 1, a: 1 }, { _id: 2, a: 2 })],
    ],
  },
  {
    title: 'lets a document keep its own key',
    documents: [{ _id: 1, a: 1 }],
    steps: [
      [index({ a: 1 }, 'a', { unique: true }), ok],
      [update({ _id: 1 }, { $set: { a: 1, b: 2 } }), { n: 1, nModified: 1 }],
    ],
  },
  {
    title: 'refuses an upsert to a taken key',
    documents: [{ _id: 1, a: 1 }],
    steps: [
      [index({ a: 1 }, 'a', { unique: true }), ok],
      [update({ _id: 2 }, { $set: { a: 1 } }, { upsert: true }), { writeErrors: [{ index: 0, code: 11000 }] }],
    ],
  },
  {
    title: 'refuses to build a unique index over equal values',
    documents: [
      { _id: 1, a: 1 },
      { _id: 2, a: 1 },
    ],
    steps: [
      [index({ a: 1 }, 'a', { unique: true }), 11000],
      [{ listIndexes: '@' }, { cursor: { firstBatch: [{ name: '_id_' }] } }],
    ],
  },
  {
    title: 'makes fields inside of documents unique',
    documents: [{ _id: 1, a: { b: 1 } }],
    steps: [
      [index({ 'a.b': 1 }, 'ab', { unique: true }), ok],
      [insert({ _id: 2, a: { b: 1 } }), duplicate({ keyValue: { 'a.b': 1 } })],
    ],
  },
  // Sparse and partial indexes
  {
    title: 'lets several miss the field of a sparse unique index',
    documents: [{ _id: 1 }],
    steps: [
      [index({ a: 1 }, 'a', { unique: true, sparse: true }), ok],
      [insert({ _id: 2 }), { n: 1 }],
      [insert({ _id: 3, a: null }), { n: 1 }],
      [insert({ _id: 4, a: null }), duplicate()],
    ],
  },
  {
    title: 'finds what a sparse index leaves out',
    documents: [{ _id: 1 }, { _id: 2, a: 1 }],
    steps: [
      [index({ a: 1 }, 'a', { sparse: true }), ok],
      [{ ...all, filter: { a: null } }, batch({ _id: 1 })],
      [{ find: '@', sort: { a: 1 } }, batch({ _id: 1 }, { _id: 2, a: 1 })],
    ],
  },
  {
    title: 'shows only what a sparse index holds under a hint',
    documents: [{ _id: 1 }, { _id: 2, a: 1 }],
    steps: [
      [index({ a: 1 }, 'a', { sparse: true }), ok],
      [{ find: '@', hint: 'a' }, batch({ _id: 2, a: 1 })],
    ],
  },
  {
    title: 'enforces a partial unique index only where its filter holds',
    documents: [{ _id: 1, a: 1, open: true }],
    steps: [
      [index({ a: 1 }, 'a', { unique: true, partialFilterExpression: { open: true } }), ok],
      [insert({ _id: 2, a: 1, open: false }), { n: 1 }],
      [insert({ _id: 3, a: 1 }), { n: 1 }],
      [insert({ _id: 4, a: 1, open: true }), duplicate()],
      [update({ _id: 1 }, { $set: { open: false } }), { nModified: 1 }],
      [insert({ _id: 5, a: 1, open: true }), { n: 1 }],
      [update({ _id: 2 }, { $set: { open: true } }), { n: 0, writeErrors: [{ index: 0, code: 11000 }] }],
    ],
  },
  {
    title: 'takes $exists, comparisons and $type in a partial filter',
    steps: [[index({ a: 1 }, 'a', { partialFilterExpression: { a: { $exists: true }, b: { $gt: 5 }, c: { $type: 'string' } } }), ok]],
  },
  {
    title: 'finds all although an index is partial',
    documents: [
      { _id: 1, a: 1, b: 1 },
      { _id: 2, a: 1, b: 9 },
    ],
    steps: [
      [index({ a: 1 }, 'a', { partialFilterExpression: { b: { $gt: 5 } } }), ok],
      [{ ...all, filter: { a: 1 } }, batch({ _id: 1, a: 1, b: 1 }, { _id: 2, a: 1, b: 9 })],
      [{ ...all, filter: { a: 1, b: { $gt: 7 } } }, batch({ _id: 2, a: 1, b: 9 })],
    ],
  },
  {
    title: 'refuses sparse together with partial',
    steps: [[index({ a: 1 }, 'a', { sparse: true, partialFilterExpression: { b: 1 } }), 67]],
  },
  { title: 'refuses $nin in a partial filter', steps: [[index({ a: 1 }, 'a', { partialFilterExpression: { b: { $nin: [1] } } }), 67]] },
  {
    title: 'refuses a regular expression in a partial filter',
    steps: [[index({ a: 1 }, 'a', { partialFilterExpression: { b: /x/ } }), 67]],
  },
  // Index administration
  {
    title: 'lists indexes with their options',
    steps: [
      [
        index({ a: 1, b: -1 }, 'ab', { unique: true }),
        { numIndexesBefore: 1, numIndexesAfter: 2, createdCollectionAutomatically: true, ...ok },
      ],
      [
        { listIndexes: '@' },
        {
          cursor: {
            firstBatch: [
              { v: 2, key: { _id: 1 }, name: '_id_' },
              { v: 2, key: { a: 1, b: -1 }, name: 'ab', unique: true },
            ],
          },
        },
      ],
    ],
  },
  {
    title: 'accepts the same index twice',
    steps: [
      [index({ a: 1 }, 'a'), ok],
      [index({ a: 1 }, 'a'), { numIndexesBefore: 2, numIndexesAfter: 2, note: 'all indexes already exist', ...ok }],
    ],
  },
  {
    title: 'refuses the same index under another name',
    steps: [
      [index({ a: 1 }, 'a'), ok],
      [index({ a: 1 }, 'b'), 85],
    ],
  },
  {
    title: 'refuses another index under the same name',
    steps: [
      [index({ a: 1 }, 'a'), ok],
      [index({ b: 1 }, 'a'), 86],
    ],
  },
  {
    title: 'refuses to make an index unique afterwards',
    steps: [
      [index({ a: 1 }, 'a'), ok],
      [index({ a: 1 }, 'a', { unique: true }), { anyOf: [85, 86] }],
    ],
  },
  { title: 'refuses an index without a name', steps: [[{ createIndexes: '@', indexes: [{ key: { a: 1 } }] }, 9]] },
  { title: 'refuses an index without a key', steps: [[{ createIndexes: '@', indexes: [{ name: 'a' }] }, 9]] },
  { title: 'refuses an empty key', steps: [[index({}, 'a'), 67]] },
  { title: 'refuses a direction of 0', steps: [[index({ a: 0 }, 'a'), 67]] },
  { title: 'refuses an index of an unknown kind', steps: [[index({ a: 'fast' }, 'a'), 67]] },
  { title: 'refuses an unknown option of an index', steps: [[index({ a: 1 }, 'a', { uniq: true }), 197]] },
  { title: 'refuses an empty list of indexes', steps: [[{ createIndexes: '@', indexes: [] }, 2]] },
  {
    title: 'refuses two arrays under one index',
    documents: [{ _id: 1, a: [1], b: 2 }],
    steps: [
      [index({ a: 1, b: 1 }, 'ab'), ok],
      [insert({ _id: 2, a: [1], b: [1] }), { writeErrors: [{ index: 0, code: 171 }] }],
    ],
  },
  {
    title: 'drops an index by name',
    steps: [
      [index({ a: 1 }, 'a'), ok],
      [
        { dropIndexes: '@', index: 'a' },
        { nIndexesWas: 2, ...ok },
      ],
      [{ listIndexes: '@' }, { cursor: { firstBatch: [{ name: '_id_' }] } }],
    ],
  },
  {
    title: 'drops all indexes but the one on _id',
    steps: [
      [index({ a: 1 }, 'a'), ok],
      [index({ b: 1 }, 'b'), ok],
      [{ dropIndexes: '@', index: '*' }, { nIndexesWas: 3 }],
      [{ listIndexes: '@' }, { cursor: { firstBatch: [{ name: '_id_' }] } }],
    ],
  },
  {
    title: 'stops enforcing a dropped unique index',
    documents: [{ _id: 1, a: 1 }],
    steps: [
      [index({ a: 1 }, 'a', { unique: true }), ok],
      [{ dropIndexes: '@', index: 'a' }, ok],
      [insert({ _id: 2, a: 1 }), { n: 1 }],
    ],
  },
  { title: 'refuses to drop the index on _id', documents: [{ _id: 1 }], steps: [[{ dropIndexes: '@', index: '_id_' }, 72]] },
  { title: 'refuses to drop an index that is not there', documents: [{ _id: 1 }], steps: [[{ dropIndexes: '@', index: 'nowhere' }, 27]] },
  { title: 'refuses to drop an index of no collection', steps: [[{ dropIndexes: '@', index: 'a' }, 26]] },
  { title: 'refuses to list indexes of no collection', steps: [[{ listIndexes: '@' }, 26]] },
];

import { runPipeline } from './aggregation.ts';
import { decode, encode, pick } from './codec.ts';
import { onCollection, onDatabase, readFields } from './command.ts';
import { EMPTY_ARRAY } from './encoding.ts';
import { fail } from './errors.ts';
import { keyPattern, keysOf } from './indexes.ts';
import { parseFilter } from './matcher.ts';
import { parseProjection } from './projection.ts';
import { find, parseSort } from './query.ts';
import type { Value } from './values.ts';

const findCommand = onCollection(
  {
    filter: 'object',
    sort: 'object',
    projection: 'object',
    skip: 'size',
    limit: 'size',
    batchSize: 'size',
    singleBatch: 'bool',
    hint: 'any',
  },
  ({ projection, singleBatch, batchSize, ...fields }, context) => {
    const keeps = parseProjection(projection);
    const found = find(context, { ...fields, filter: parseFilter(fields.filter), sort: parseSort(fields.sort) });
    const rows = found.map(([bytes]) => (projection?.size ? pick(bytes, keeps) : bytes));
    return context.cursors.start(context.namespace, rows, batchSize, singleBatch);
  },
);

const aggregate = onCollection({ pipeline: 'array!', cursor: 'object', hint: 'any' }, ({ pipeline, cursor, hint }, context) => {
  const { batchSize } = readFields(cursor ?? fail(9, "The 'cursor' option is required"), 'cursor', { batchSize: 'size' });
  const docs = runPipeline(pipeline, (query) => find(context, { ...query, hint }).map(([bytes]) => decode(bytes)));
  return context.cursors.start(context.namespace, docs.map(encode), batchSize);
});

const getMore = onDatabase({ getMore: 'any', collection: 'string!', batchSize: 'size' }, (fields, { cursors, db }) =>
  cursors.more(fields.getMore, `${db}.${fields.collection}`, fields.batchSize),
);

const killCursors = onCollection({ cursors: 'array!' }, ({ cursors: ids }, { cursors }) => {
  const { killed = [], missing = [] } = Object.groupBy(ids, (id) => (cursors.kill(id) ? 'killed' : 'missing'));
  return { cursorsKilled: killed, cursorsNotFound: missing, cursorsAlive: [], cursorsUnknown: [] };
});

const count = onCollection({ query: 'object', skip: 'size', limit: 'size', hint: 'any' }, ({ query, ...fields }, context) => ({
  n: find(context, { ...fields, filter: parseFilter(query) }).reduce((total) => total + 1, 0),
}));

/** The different values of a field are what an index on it would hold. */
const distinct = onCollection({ key: 'string!', query: 'object', hint: 'any' }, ({ key: path, query, hint }, context) => {
  const pattern = keyPattern(new Map([[path, 1]]), () => 1);
  const values = new Map<string, Value>();
  for (const [bytes] of find(context, { filter: parseFilter(query), hint }))
    for (const [key, [value]] of keysOf(pattern, decode(bytes), true).keys)
      if (value !== undefined && value !== EMPTY_ARRAY && !values.has(key)) values.set(key, value);
  return { values: [...values.values()] };
});

export const READS = { find: findCommand, aggregate, getMore, killCursors, count, distinct };

import type { Collection } from './catalog.ts';
import { decode } from './codec.ts';
import { fail } from './errors.ts';
import { sortKey, keyPattern, type KeyPattern } from './indexes.ts';
import { matches, type Filter, type Hit } from './matcher.ts';
import { plan as choose, type Plan } from './planner.ts';
import type { Row, Storage } from './storage.ts';
import { asNumber, isDoc, show, type Doc, type Value } from './values.ts';

export interface Query {
  filter: Filter;
  sort?: KeyPattern | undefined;
  skip?: number | undefined;
  /** 0 or undefined: no limit. */
  limit?: number | undefined;
  hint?: string | Doc | undefined;
}

export interface Found extends Row {
  /** Where the filter hit an array, for the positional `$`. */
  position: number | undefined;
}

const MAX_SORT_MEMORY = 100 * 1024 * 1024;

/** @throws code 15974, 15975 */
export function parseSort(sort: Doc | undefined): KeyPattern | undefined {
  if (!sort || sort.size === 0) return undefined;
  return keyPattern(
    [...sort].map(([path, direction]): [string, boolean] => {
      const number = asNumber(direction);
      if (number === undefined) fail(15974, `Illegal key in $sort specification: ${path}: ${show(direction)}`);
      if (number !== 1 && number !== -1) fail(15975, '$sort key ordering must be 1 (for ascending) or -1 (for descending)');
      return [path, number < 0];
    }),
  );
}

/** The top-level fields that decide whether a document matches and where it is sorted. */
function fieldsOf(filter: Filter, into = new Set<string>()): Set<string> {
  if (filter.op === 'not') fieldsOf(filter.of, into);
  else if ('parts' in filter) into.add(filter.parts[0]!);
  else for (const part of filter.of) fieldsOf(part, into);
  return into;
}

/** Reads in pieces that grow, and starts each piece where the last one ended: nothing is held open or in memory between two batches. */
function* rowsOf(storage: Storage, collection: Collection, { ranges, backwards, repeats }: Plan): Generator<Row> {
  const seen = repeats || (ranges?.length ?? 0) > 1 ? new Set<number>() : undefined;
  const sources: ((after: Row | undefined, limit: number) => Row[])[] = ranges
    ? ranges.map(
        ({ index, range }) =>
          (after, limit) =>
            storage.scanIndex(index.id, range, backwards, after, limit),
      )
    : [(after, limit) => storage.scanAll(collection.id, backwards, after, limit)];
  for (const read of sources) {
    let after: Row | undefined;
    for (let limit = 16; ; limit = Math.min(limit * 2, 512)) {
      const rows = read(after, limit);
      for (const row of rows) if (!seen || seen.size < seen.add(row.record).size) yield row;
      if (rows.length < limit) break;
      after = rows.at(-1);
    }
  }
}

function* sorted(found: Iterable<Found>, sort: KeyPattern, wanted: number): Generator<Found> {
  const fields = new Set(sort.parts.map(([first]) => first!));
  let rows: { key: Buffer; row: Found }[] = [];
  let size = 0;
  const order = (): void => {
    rows.sort((a, b) => Buffer.compare(a.key, b.key));
    rows = rows.slice(0, wanted);
    size = rows.reduce((sum, { row }) => sum + row.bytes.length, 0);
  };
  for (const row of found) {
    rows.push({ key: keyForSort(sort, decode(row.bytes, fields)), row });
    size += row.bytes.length;
    if (rows.length > 2 * wanted + 1000 || size > MAX_SORT_MEMORY) order();
    if (size > MAX_SORT_MEMORY)
      fail(292, 'Sort exceeded memory limit of 104857600 bytes; embedded-mongo has no disk sort: add an index or a limit');
  }
  order();
  for (const { row } of rows) yield row;
}

export function keyForSort(sort: KeyPattern, doc: Doc): Buffer {
  try {
    return sortKey(sort, doc);
  } catch (error) {
    if ((error as { code?: number }).code === 171) fail(2, 'cannot sort with keys that are parallel arrays');
    throw error;
  }
}

export function* find(storage: Storage, collection: Collection | undefined, query: Query): Generator<Found> {
  if (!collection) return;
  const plan = choose(collection.indexes, query.filter, query.sort, query.hint);
  const fields = fieldsOf(query.filter);
  const everything = query.filter.op === 'and' && query.filter.of.length === 0;
  const matching = function* (): Generator<Found> {
    for (const row of rowsOf(storage, collection, plan)) {
      const hit: Hit = {};
      if (everything || matches(query.filter, decode(row.bytes, fields), hit)) yield { ...row, position: hit.index };
    }
  };
  const skip = query.skip ?? 0;
  const last = skip + (query.limit || Infinity);
  let position = 0;
  for (const row of plan.sorted || !query.sort ? matching() : sorted(matching(), query.sort, last)) {
    if (position++ >= skip) yield row;
    if (position >= last) return;
  }
}

export const parseHint = (hint: Value | undefined): string | Doc | undefined =>
  hint === undefined || typeof hint === 'string' || isDoc(hint) ? hint : fail(9, 'Hint must be a string or an object');

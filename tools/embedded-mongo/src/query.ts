import type { Collection } from './catalog.ts';
import { decode } from './codec.ts';
import type { Context } from './command.ts';
import { order } from './encoding.ts';
import { fail } from './errors.ts';
import { keyPattern, sortKey, type KeyPattern } from './indexes.ts';
import type { Filter } from './matcher.ts';
import { plan as choose, type Plan } from './planner.ts';
import type { Row, Storage } from './storage.ts';
import { asNumber, show, type Doc, type Value } from './values.ts';

/** A limit of 0 is none. */
export interface Query {
  filter: Filter;
  sort?: KeyPattern | undefined;
  skip?: number | undefined;
  limit?: number | undefined;
  hint?: Value | undefined;
}

/** @throws code 15974, 15975 */
export function parseSort(sort: Doc | undefined): KeyPattern | undefined {
  if (!sort || sort.size === 0) return undefined;
  return keyPattern(sort, (direction, path) => {
    const number = asNumber(direction) ?? fail(15974, `Illegal key in $sort specification: ${path}: ${show(direction)}`);
    return Math.abs(number) === 1 ? number : fail(15975, '$sort key ordering must be 1 (for ascending) or -1 (for descending)');
  });
}

/** Reads in pieces that grow, and starts each piece where the last one ended: nothing is held open or in memory between two batches. */
function* rowsOf(storage: Storage, collection: Collection, { ranges, backwards, repeats }: Plan): Generator<Row> {
  const seen = repeats || (ranges?.length ?? 0) > 1 ? new Set<number>() : undefined;
  for (const { index, range } of ranges ?? [{ index: undefined, range: undefined }]) {
    let after: Partial<Row> = [];
    for (let limit = 16; ; limit = Math.min(limit * 2, 512)) {
      const rows = index ? storage.scanIndex(index.id, range, backwards, after, limit) : storage.scanAll(collection.id, after, limit);
      for (const row of rows) if (!seen || seen.size < seen.add(row[1]).size) yield row;
      if (rows.length < limit) break;
      after = rows.at(-1)!;
    }
  }
}

function* matching(rows: Iterable<Row>, { matches, fields }: Filter): Generator<Row> {
  const only = new Set(fields);
  for (const row of rows) if (matches(decode(row[0], only))) yield row;
}

/** Keeps no more rows in memory than are wanted, and some. */
function* sorted(found: Iterable<Row>, sort: KeyPattern, wanted: number): Generator<Row> {
  const fields = new Set(sort.parts.map(([first]) => first!));
  let rows: { key: string; row: Row }[] = [];
  const cut = (): void => void (rows = rows.sort((a, b) => order(a.key, b.key)).slice(0, wanted));
  for (const row of found) {
    rows.push({ key: sortKey(sort, decode(row[0], fields)), row });
    if (rows.length > 2 * wanted + 1000) cut();
  }
  cut();
  for (const { row } of rows) yield row;
}

export function* find({ storage, collection }: Pick<Context, 'storage' | 'collection'>, query: Query): Generator<Row> {
  if (!collection) return;
  const { filter, sort, skip = 0 } = query;
  const plan = choose(collection.indexes, filter, sort, query.hint);
  const everything = filter.complete && filter.conditions.length === 0;
  const rows = everything ? rowsOf(storage, collection, plan) : matching(rowsOf(storage, collection, plan), filter);
  const last = skip + (query.limit || Infinity);
  let position = 0;
  for (const row of plan.sorted || !sort ? rows : sorted(rows, sort, last)) {
    if (position++ >= skip) yield row;
    if (position >= last) return;
  }
}

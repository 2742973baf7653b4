import type { Model } from 'mongoose';
import { badArgument, tooManyRows } from './errors.ts';
import { ours } from './mongo.ts';
import type { RowFilter } from './policy.ts';

/** Relay's connection: rows with cursors that stay right while others are inserted. */
export interface Connection<Row> {
  readonly edges: readonly { readonly cursor: string; readonly node: Row }[];
  readonly nodes: readonly Row[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  /** Counts the rows that the viewer may see; runs only when asked for. */
  totalCount(): Promise<number>;
}
/** A connection of whatever rows, for the generated resolver types. */
export type AnyConnection = Connection<{ _id: string }>;
export interface PageArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}
/** Order of a list; `_id` is added as the last key, so that the order is total. */
export type SortKeys = Readonly<Record<string, 1 | -1>>;

export const MAX_PAGE = 100;
const DEFAULT_PAGE = 20;
/** Rows that one edge of many parents may read in all. */
const MAX_ROWS_OF_MANY_PARENTS = 5_000;

/** One page of the rows of `filter`; `null` as a filter is the empty list of somebody who sees no row, and takes no query. */
export async function page<Row extends { _id: string }>(
  model: Model<Row>,
  filter: RowFilter | null,
  sortKeys: SortKeys,
  args: PageArgs,
): Promise<Connection<Row>> {
  const { size, backwards, cursor } = readArgs(args);
  if (filter === null) return emptyConnection();
  const sort = totalOrder(sortKeys);
  const beyond = cursor === null ? {} : beyondCursor(sort, cursor, backwards);
  const found = (await model
    .find(ours({ $and: [filter, beyond] }))
    .sort(backwards ? reversed(sort) : sort)
    .limit(size + 1)
    .lean()) as unknown as Row[];
  const rows = found.slice(0, size);
  if (backwards) rows.reverse();
  const more = found.length > size;
  return connection(
    rows,
    sort,
    backwards ? { hasNextPage: cursor !== null, hasPreviousPage: more } : { hasNextPage: more, hasPreviousPage: cursor !== null },
    () => model.countDocuments(ours(filter)).exec(),
  );
}

/**
 * One page per parent with one query for all of them: an edge of a list doesn't cost a query per row.
 * One parent is paged in the database; many parents start at the beginning (a cursor belongs to one parent).
 */
export async function pagesByParent<Row extends { _id: string }>(
  model: Model<Row>,
  filter: RowFilter | null,
  sortKeys: SortKeys,
  parent: { readonly field: keyof Row & string; readonly ids: readonly string[] },
  args: PageArgs,
): Promise<Connection<Row>[]> {
  const { ids, field } = parent;
  const [only] = ids;
  if (ids.length === 1 && only !== undefined)
    return [await page(model, filter === null ? null : { $and: [filter, { [field]: only }] }, sortKeys, args)];
  const { size, backwards, cursor } = readArgs(args);
  if (cursor !== null) throw badArgument('after', 'a cursor belongs to one parent; ask for that parent alone');
  if (filter === null) return ids.map(() => emptyConnection<Row>());
  const sort = totalOrder(sortKeys);
  const all = (await model
    .find(ours({ $and: [filter, { [field]: { $in: [...ids] } }] }))
    .sort(sort)
    .limit(MAX_ROWS_OF_MANY_PARENTS + 1)
    .lean()) as unknown as Row[];
  if (all.length > MAX_ROWS_OF_MANY_PARENTS) throw tooManyRows();
  const byParent = Map.groupBy(all, (row) => row[field] as string);
  return ids.map((id) => {
    const rows = byParent.get(id) ?? [];
    const more = rows.length > size;
    return connection(
      backwards ? rows.slice(-size) : rows.slice(0, size),
      sort,
      { hasNextPage: !backwards && more, hasPreviousPage: backwards && more },
      () => Promise.resolve(rows.length),
    );
  });
}

/** A page of rows that are already in memory, in their order. */
export function pageOfRows<Row extends { _id: string }>(rows: readonly Row[], args: PageArgs): Connection<Row> {
  const { size, backwards, cursor } = readArgs(args);
  const at = cursor === null ? -1 : rows.findIndex((row) => row._id === cursor.at(-1));
  const candidates = cursor === null ? rows : backwards ? rows.slice(0, Math.max(at, 0)) : rows.slice(at + 1);
  const chosen = backwards ? candidates.slice(-size) : candidates.slice(0, size);
  const more = candidates.length > size;
  return connection(
    chosen,
    { _id: 1 },
    { hasNextPage: backwards ? cursor !== null : more, hasPreviousPage: backwards ? more : cursor !== null },
    () => Promise.resolve(rows.length),
  );
}

function emptyConnection<Row>(): Connection<Row> {
  return {
    edges: [],
    nodes: [],
    pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    totalCount: () => Promise.resolve(0),
  };
}

function connection<Row extends { _id: string }>(
  rows: readonly Row[],
  sort: SortKeys,
  info: { hasNextPage: boolean; hasPreviousPage: boolean },
  totalCount: () => Promise<number>,
): Connection<Row> {
  const edges = rows.map((node) => ({ cursor: encodeCursor(node, sort), node }));
  return {
    edges,
    nodes: rows,
    pageInfo: { ...info, startCursor: edges[0]?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null },
    totalCount,
  };
}

type CursorValue = string | number | boolean | Date | null;

function readArgs(args: PageArgs): { size: number; backwards: boolean; cursor: CursorValue[] | null } {
  const backwards = args.last !== undefined && args.last !== null;
  if (backwards && args.first !== undefined && args.first !== null) throw badArgument('last', 'take either first or last, not both');
  const name = backwards ? 'last' : 'first';
  const size = (backwards ? args.last : args.first) ?? DEFAULT_PAGE;
  if (!Number.isInteger(size) || size < 1 || size > MAX_PAGE) throw badArgument(name, `must be between 1 and ${MAX_PAGE}`);
  const text = backwards ? args.before : args.after;
  return { size, backwards, cursor: text === undefined || text === null ? null : decodeCursor(text, backwards ? 'before' : 'after') };
}

function encodeCursor(row: object, sort: SortKeys): string {
  const values = Object.keys(sort).map((key) => {
    const value = (row as Record<string, unknown>)[key];
    return value instanceof Date ? { d: value.getTime() } : (value ?? null);
  });
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

function decodeCursor(text: string, argument: string): CursorValue[] {
  try {
    const values = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown;
    if (Array.isArray(values) && values.length > 0 && values.length < 8) return values.map(cursorValue);
  } catch {
    // Falls through: the answer is the same for every kind of broken cursor.
  }
  throw badArgument(argument, 'is not a cursor of this list');
}
function cursorValue(value: unknown): CursorValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'object' && 'd' in value && typeof value.d === 'number') return new Date(value.d);
  throw new TypeError('not a cursor value');
}

function totalOrder(sortKeys: SortKeys): SortKeys {
  return '_id' in sortKeys ? sortKeys : { ...sortKeys, _id: Object.values(sortKeys).at(-1) ?? 1 };
}
function reversed(sort: SortKeys): SortKeys {
  return Object.fromEntries(Object.entries(sort).map(([key, direction]) => [key, direction === 1 ? -1 : 1]));
}

/** Rows that come after the cursor in the order: a later first key, or the same first key and a later second one, … */
function beyondCursor(sort: SortKeys, cursor: readonly CursorValue[], backwards: boolean): RowFilter {
  const keys = Object.entries(sort);
  if (cursor.length !== keys.length) throw badArgument(backwards ? 'before' : 'after', 'is not a cursor of this list');
  const alternatives = keys.map(([key, direction], index) => {
    const filter: RowFilter = {};
    for (const [position, [earlier]] of keys.slice(0, index).entries()) filter[earlier] = cursor[position];
    const ascending = (direction === 1) !== backwards;
    const value = cursor[index] ?? null;
    // Null sorts before every value: nothing precedes it, everything that isn't null follows it.
    if (value === null) return ascending ? { ...filter, [key]: { $ne: null } } : null;
    if (ascending) return { ...filter, [key]: { $gt: value } };
    return { ...filter, $or: [{ [key]: { $lt: value } }, { [key]: null }] };
  });
  const beyond = { $or: alternatives.filter((alternative) => alternative !== null) };
  // Says again what follows from the alternatives, as a range that an index can begin at: without it page 500 reads all pages before it.
  const [first, value] = [keys[0], cursor[0] ?? null];
  if (first === undefined || value === null || (first[1] === 1) === backwards) return beyond;
  return { ...beyond, [first[0]]: { $gte: value } };
}

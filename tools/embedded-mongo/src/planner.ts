import { isNumeric } from './arithmetic.ts';
import { EMPTY_ARRAY, invert, keyOf } from './encoding.ts';
import { fail } from './errors.ts';
import type { Index, KeyPattern } from './indexes.ts';
import type { Filter, Leaf } from './matcher.ts';
import { isIndex } from './paths.ts';
import { literalPrefix } from './regex.ts';
import type { Range } from './storage.ts';
import { isDoc, isRegex, RANK, typeOf, type Doc, type Value } from './values.ts';

/** How to find the documents. The filter is always applied afterwards, so ranges may hold too much but never too little. */
export interface Plan {
  ranges: { index: Index; range: Range }[] | undefined;
  backwards: boolean;
  /** The rows come in the order that was asked for. */
  sorted: boolean;
  /** A document may come more than once. */
  repeats: boolean;
}

interface Bound {
  key: Buffer;
  inclusive: boolean;
}

/** Values from one bound to the other; a point is one key. */
interface Interval {
  low: Bound;
  high: Bound;
  point: boolean;
}

const ABOVE = Buffer.from([255]);
const WHOLE_INDEX: Range = { from: Buffer.alloc(0), to: ABOVE };
const MAX_RANGES = 1000;

/** The leaves that must hold for the whole filter, also those inside of an $elemMatch. */
function required(filter: Filter, prefix: readonly string[] = []): Leaf[] {
  if (filter.op === 'and') return filter.of.flatMap((part) => required(part, prefix));
  if (filter.op === 'elements') return required(filter.of, [...prefix, ...filter.parts]);
  return filter.op === 'leaf' ? [{ ...filter, path: [...prefix, ...filter.parts].join('.') }] : [];
}

function intervalFrom(key: Buffer, point = true): Interval {
  const bound = { key, inclusive: true };
  return { low: bound, high: bound, point };
}

/** An array is found by its first element or, as an element of another one, as a whole. */
function points(values: readonly Value[]): Interval[] {
  const keys = values.flatMap((value) =>
    Array.isArray(value) ? [keyOf(value), keyOf(value.length === 0 ? EMPTY_ARRAY : value[0])] : [keyOf(value)],
  );
  return [...new Map(keys.map((key) => [key.toString('latin1'), key])).values()].map((key) => intervalFrom(key));
}

/** The keys that a leaf leaves to search, or undefined if it excludes none. */
function searched({ kind, value }: Leaf): Interval[] | undefined {
  if (kind === '$eq') return points([value]);
  if (kind === '$in') return (value as Value[]).some(isRegex) ? undefined : points(value as Value[]);
  if (kind === '$regex' && isRegex(value)) {
    const prefix = literalPrefix(value.pattern, value.options);
    return prefix === '' ? undefined : [intervalFrom(keyOf(prefix).subarray(0, -1), false), intervalFrom(keyOf(value))];
  }
  const rank = RANK[typeOf(value)];
  if (!/^\$[gl]te?$/.test(kind) || [RANK.null, RANK.array, RANK.minKey, RANK.maxKey].includes(rank)) return undefined;
  const bound = { key: keyOf(value), inclusive: kind.endsWith('e') };
  const [typeStart, typeEnd] = [rank, rank + 1].map((byte) => Buffer.from([byte])) as [Buffer, Buffer];
  const low = kind.startsWith('$g') ? bound : { key: typeStart, inclusive: true };
  return [{ low, high: kind.startsWith('$l') ? bound : { key: typeEnd, inclusive: false }, point: false }];
}

const startOf = ({ key, inclusive }: Bound): Buffer => (inclusive ? key : Buffer.concat([key, ABOVE]));
const endOf = ({ key, inclusive }: Bound): Buffer => (inclusive ? Buffer.concat([key, ABOVE]) : key);

/** The keys that all leaves on one path leave to search. */
function intervalsOf(leaves: readonly Leaf[], holdsArrays: boolean): Interval[] | undefined {
  const all = leaves.map(searched).filter((intervals) => intervals !== undefined);
  const weight = (intervals: Interval[]): number => (intervals.every(({ point }) => point) ? intervals.length : Infinity);
  const best = all.toSorted((a, b) => weight(a) - weight(b))[0];
  // With an array, one element may satisfy one bound and another element the other.
  if (!best || holdsArrays || best.length !== 1 || best[0]!.point) return best;
  const sameType = all.filter(({ length, 0: first }) => length === 1 && first!.low.key[0] === best[0]!.low.key[0]).map(([only]) => only!);
  const low = sameType.map((interval) => interval.low).reduce((a, b) => (Buffer.compare(startOf(a), startOf(b)) > 0 ? a : b));
  const high = sameType.map((interval) => interval.high).reduce((a, b) => (Buffer.compare(endOf(a), endOf(b)) < 0 ? a : b));
  return [{ low, high, point: false }];
}

function rangeOf(prefix: Buffer, interval: Interval, descending: boolean): Range {
  const inverted = ({ key, inclusive }: Bound): Bound => ({ key: invert(Buffer.from(key)), inclusive });
  const { low, high } = descending ? { low: inverted(interval.high), high: inverted(interval.low) } : interval;
  return { from: Buffer.concat([prefix, startOf(low)]), to: Buffer.concat([prefix, endOf(high)]) };
}

/** How one index would serve the leaves and the sort; the score is 0 if not at all. */
function consider(index: Index, leaves: readonly Leaf[], sort: KeyPattern | undefined): { plan: Plan; score: number } {
  let ranges: Range[] = [WHOLE_INDEX];
  let prefixes: Buffer[] = [Buffer.alloc(0)];
  let [score, fixed] = [0, 0];
  for (const [field, parts] of index.parts.entries()) {
    // Fields that pass through the same array may match in different elements: one of them narrows, the others don't.
    const shared = index.multikey !== 0 && index.parts.slice(0, field).some((other) => other[0] === parts[0]);
    if (shared || parts.some(isIndex)) break;
    const intervals = intervalsOf(
      leaves.filter(({ path }) => path === index.paths[field]),
      isMultikey(index, field),
    );
    if (!intervals || prefixes.length * intervals.length > MAX_RANGES) break;
    ranges = prefixes.flatMap((prefix) => intervals.map((interval) => rangeOf(prefix, interval, index.descending[field]!)));
    const onlyPoints = intervals.every(({ point }) => point);
    score += onlyPoints ? (intervals.length === 1 ? 12 : 10) : 6;
    if (!onlyPoints) break;
    if (ranges.length === 1) fixed++;
    prefixes = ranges.map(({ from }) => from);
  }
  const backwards = sort && ranges.length === 1 ? sortDirection(index, fixed, sort) : undefined;
  if (backwards !== undefined) score += 4;
  if (index.unique && fixed === index.paths.length) score += 100;
  const found = { ranges: ranges.map((range) => ({ index, range })), repeats: index.multikey !== 0 };
  return { plan: { ...found, backwards: backwards ?? false, sorted: !sort || backwards !== undefined }, score };
}

const isMultikey = ({ multikey }: Index, field: number): boolean => (multikey & (1 << field)) !== 0;

/** Whether an index holds every document that the leaves can match. */
function isComplete(index: Index, leaves: readonly Leaf[]): boolean {
  if (index.partial) return implies(leaves, index.partial);
  return !index.sparse || leaves.some((leaf) => index.paths.includes(leaf.path) && provesPresence(leaf));
}

/** Whether the rest of the index behind its `fixed` first fields has the order asked for: forwards (false), backwards (true) or not at all. */
function sortDirection(index: Index, fixed: number, sort: KeyPattern): boolean | undefined {
  const constant = index.paths.slice(0, fixed).filter((_, field) => !isMultikey(index, field));
  let field = fixed;
  let backwards: boolean | undefined;
  for (const [at, path] of sort.paths.entries()) {
    if (constant.includes(path)) continue;
    if (index.paths[field] !== path || isMultikey(index, field)) return undefined;
    const opposite = sort.descending[at] !== index.descending[field];
    if (backwards !== undefined && backwards !== opposite) return undefined;
    backwards = opposite;
    field++;
  }
  return backwards ?? false;
}

const provesPresence = ({ kind, value, test }: Pick<Leaf, 'kind' | 'value' | 'test'>): boolean =>
  kind === '$exists' || (value !== null && kind !== '$type' && !test(undefined));

/** Whether every document that satisfies the leaves satisfies the filter of a partial index as well. */
function implies(leaves: readonly Leaf[], partial: Filter): boolean {
  if (partial.op === 'and') return partial.of.every((part) => implies(leaves, part));
  if (partial.op === 'or') return partial.of.some((part) => implies(leaves, part));
  if (partial.op !== 'leaf') return false;
  return leaves.some(({ path, kind, value, test }) => {
    if (path !== partial.path) return false;
    if (partial.kind === '$exists') return provesPresence({ kind, value, test });
    if (kind === partial.kind && keyOf(value).equals(keyOf(partial.value))) return true;
    const sameSide = /^\$[gl]t/.test(kind) && kind.slice(0, 3) === partial.kind.slice(0, 3);
    const values = kind === '$in' ? (value as Value[]) : kind === '$eq' || sameSide ? [value] : [null];
    // An array may also match as an element, and numbers of another type are equal: neither says enough about the stored value.
    const vague = (one: Value): boolean =>
      one === null || Array.isArray(one) || isRegex(one) || (partial.kind === '$type' && isNumeric(one));
    return values.every((one) => !vague(one) && partial.test(one));
  });
}

/** @throws code 2 for a hint that names no index */
export function plan(indexes: readonly Index[], filter: Filter, sort: KeyPattern | undefined, hint?: string | Doc): Plan {
  const leaves = required(filter);
  const scan: Plan = { ranges: undefined, backwards: false, sorted: !sort, repeats: false };
  if (isDoc(hint) && hint.has('$natural')) return { ...scan, backwards: hint.get('$natural') === -1 };
  if (hint !== undefined) {
    const named = indexes.find(({ name, spec }) => (isDoc(hint) ? keyOf(spec.get('key')).equals(keyOf(hint)) : name === hint));
    const message = 'error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index';
    return consider(named ?? fail(2, message), leaves, sort).plan;
  }
  const candidates = indexes.filter((index) => isComplete(index, leaves)).map((index) => consider(index, leaves, sort));
  const best = candidates.reduce((leader, candidate) => (candidate.score > leader.score ? candidate : leader), { plan: scan, score: 0 });
  return best.score > 0 ? best.plan : (planAlternatives(indexes, filter, sort) ?? scan);
}

/** An $or of which every branch has an index. */
function planAlternatives(indexes: readonly Index[], filter: Filter, sort: KeyPattern | undefined): Plan | undefined {
  const alternatives = filter.op === 'and' ? filter.of.find(({ op }) => op === 'or') : filter;
  if (alternatives?.op !== 'or' || alternatives.of.length === 0) return undefined;
  const branches = alternatives.of.map((branch) => plan(indexes, branch, undefined).ranges);
  if (branches.includes(undefined)) return undefined;
  return { ranges: branches.flatMap((ranges) => ranges!), backwards: false, sorted: !sort, repeats: true };
}

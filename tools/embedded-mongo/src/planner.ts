import { invert, keyOf } from './encoding.ts';
import { fail } from './errors.ts';
import type { Index, KeyPattern } from './indexes.ts';
import type { Filter, Leaf } from './matcher.ts';
import { isIndex } from './paths.ts';
import { literalPrefix } from './regex.ts';
import type { Range } from './storage.ts';
import { isRegex, RANK, show, typeOf, type Doc, type Value } from './values.ts';

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

/** Values from one bound to the other; a point is both bounds on one key. */
interface Interval {
  low: Bound;
  high: Bound;
  point: boolean;
}

const ABOVE = Buffer.from([255]);
const EVERYTHING: Range = { from: Buffer.alloc(0), to: ABOVE };
const EMPTY_ARRAY_KEY = Buffer.from([15]);
const MAX_RANGES = 1000;

/** The leaves that must hold for the whole filter, also those inside of an $elemMatch. */
function required(filter: Filter, prefix = ''): Leaf[] {
  if (filter.op === 'and') return filter.of.flatMap((part) => required(part, prefix));
  if (filter.op === 'elements') {
    const path = prefix === '' || filter.path === '' ? prefix + filter.path : `${prefix}.${filter.path}`;
    return required(filter.of, path);
  }
  if (filter.op !== 'leaf') return [];
  return prefix === ''
    ? [filter]
    : [{ ...filter, path: filter.path === '' || filter.parts.length === 0 ? prefix : `${prefix}.${filter.path}` }];
}

const point = (key: Buffer): Interval => ({ low: { key, inclusive: true }, high: { key, inclusive: true }, point: true });

function points(values: readonly Value[]): Interval[] {
  const keys = values.flatMap((value) =>
    Array.isArray(value) ? [keyOf(value), value.length === 0 ? EMPTY_ARRAY_KEY : keyOf(value[0])] : [keyOf(value)],
  );
  return [...new Map(keys.map((key) => [key.toString('latin1'), key])).values()].map(point);
}

function bracketed({ kind, value }: Leaf): { low?: Bound; high?: Bound } | undefined {
  if (value === null || Array.isArray(value) || ['minKey', 'maxKey'].includes(typeOf(value))) return undefined;
  const bound = { key: keyOf(value), inclusive: kind.endsWith('e') };
  return kind.startsWith('$g') ? { low: bound } : kind.startsWith('$l') ? { high: bound } : undefined;
}

/** What the leaves on one path leave to search, or undefined if nothing is excluded. */
function intervalsOf(leaves: readonly Leaf[], holdsArrays: boolean): Interval[] | undefined {
  const sets = leaves.flatMap((leaf) => {
    if (leaf.kind === '$eq') return [points([leaf.value])];
    const list = leaf.kind === '$in' ? (leaf.value as Value[]) : [];
    return leaf.kind === '$in' && !list.some(isRegex) ? [points(list)] : [];
  });
  if (sets.length > 0) return sets.reduce((least, set) => (set.length < least.length ? set : least));
  let low: Bound | undefined;
  let high: Bound | undefined;
  for (const leaf of leaves) {
    if (leaf.kind === '$regex' && isRegex(leaf.value)) {
      const prefix = literalPrefix(leaf.value.pattern, leaf.value.options);
      if (prefix === '') continue;
      const key = keyOf(prefix).subarray(0, -1);
      return [{ low: { key, inclusive: true }, high: { key, inclusive: true }, point: false }, point(keyOf(leaf.value))];
    }
    const bounds = bracketed(leaf);
    if (!bounds) continue;
    // With an array, one element may satisfy one bound and another element the other.
    if (holdsArrays && (low || high)) continue;
    const rank = Buffer.from([RANK[typeOf(leaf.value)]]);
    const type = { key: rank, inclusive: true };
    if ((low ?? high)?.key[0] !== undefined && (low ?? high)!.key[0] !== rank[0]) continue;
    const lower = bounds.low ?? type;
    const upper = bounds.high ?? type;
    if (!low || Buffer.compare(lower.key, low.key) > 0) low = lower;
    if (!high || high.key.length === 1 || (bounds.high && Buffer.compare(upper.key, high.key) < 0)) high = upper;
  }
  return low && high ? [{ low, high, point: false }] : undefined;
}

const concat = (...parts: Buffer[]): Buffer => Buffer.concat(parts);

function rangeOf(prefix: Buffer, { low, high, point: isPoint }: Interval, descending: boolean): Range {
  if (isPoint) {
    const key = concat(prefix, descending ? invert(Buffer.from(low.key)) : low.key);
    return { from: key, to: concat(key, ABOVE) };
  }
  const [lower, upper] = descending ? [high, low] : [low, high];
  const bytes = ({ key }: Bound): Buffer => concat(prefix, descending ? invert(Buffer.from(key)) : key);
  return {
    from: lower.inclusive ? bytes(lower) : concat(bytes(lower), ABOVE),
    to: upper.inclusive ? concat(bytes(upper), ABOVE) : bytes(upper),
  };
}

interface Candidate {
  plan: Plan;
  score: number;
}

function consider(index: Index, leaves: readonly Leaf[], sort: KeyPattern | undefined, forced: boolean): Candidate | undefined {
  const complete = index.sparse
    ? index.paths.some((path) => leaves.some((leaf) => leaf.path === path && provesPresence(leaf)))
    : !index.partial || implies(leaves, index.partial);
  if (!complete && !forced) return undefined;
  let ranges: Range[] = [EVERYTHING];
  let prefixes: Buffer[] = [Buffer.alloc(0)];
  let field = 0;
  let score = 0;
  let singles = 0;
  for (; field < index.paths.length; field++) {
    const parts = index.parts[field]!;
    // Fields that pass through the same array may match in different elements: one of them narrows, the others don't.
    const shared = index.multikey !== 0 && index.parts.slice(0, field).some((other) => other[0] === parts[0]);
    const holdsArrays = (index.multikey & (1 << field)) !== 0;
    const intervals =
      shared || parts.some(isIndex)
        ? undefined
        : intervalsOf(
            leaves.filter(({ path }) => path === index.paths[field]),
            holdsArrays,
          );
    if (!intervals || prefixes.length * intervals.length > MAX_RANGES) break;
    const descending = index.descending[field]!;
    ranges = prefixes.flatMap((prefix) => intervals.map((interval) => rangeOf(prefix, interval, descending)));
    const allPoints = intervals.every((interval) => interval.point);
    score += allPoints ? (intervals.length === 1 ? 12 : 10) : 6;
    if (!allPoints) break;
    if (intervals.length === 1 && singles === field) singles++;
    prefixes = ranges.map(({ from }) => from);
  }
  const direction = sort && ranges.length === 1 ? sortDirection(index, singles, sort) : undefined;
  if (direction !== undefined) score += 4;
  if (index.unique && prefixes.length === 1 && field === index.paths.length) score += 100;
  if (score === 0 && !forced) return undefined;
  const plan = {
    ranges: ranges.map((range) => ({ index, range })),
    backwards: direction ?? false,
    sorted: !sort || direction !== undefined,
    repeats: index.multikey !== 0,
  };
  return { plan, score };
}

/** Whether the rest of the index behind `singles` fixed fields has the order asked for: forwards (false), backwards (true) or not at all. */
function sortDirection(index: Index, singles: number, sort: KeyPattern): boolean | undefined {
  const fixed = new Set(index.paths.slice(0, singles).filter((_, field) => (index.multikey & (1 << field)) === 0));
  let field = singles;
  let backwards: boolean | undefined;
  for (const [at, path] of sort.paths.entries()) {
    if (fixed.has(path)) continue;
    if (index.paths[field] !== path || (index.multikey & (1 << field)) !== 0) return undefined;
    const opposite = sort.descending[at] !== index.descending[field];
    if (backwards !== undefined && backwards !== opposite) return undefined;
    backwards = opposite;
    field++;
  }
  return backwards ?? false;
}

const provesPresence = ({ kind, value, test }: Leaf): boolean =>
  kind === '$exists' || (value !== null && kind !== '$type' && !test(undefined));

/** Whether every document that satisfies the leaves satisfies the filter of a partial index as well. */
function implies(leaves: readonly Leaf[], partial: Filter): boolean {
  if (partial.op === 'and') return partial.of.every((part) => implies(leaves, part));
  if (partial.op === 'or') return partial.of.some((part) => implies(leaves, part));
  if (partial.op !== 'leaf') return false;
  return leaves.some((leaf) => {
    if (leaf.path !== partial.path) return false;
    if (partial.kind === '$exists') return provesPresence(leaf);
    // An array as operand may also match as an element, which says nothing about the field's other values.
    if (leaf.kind === '$eq') return !Array.isArray(leaf.value) && leaf.value !== null && partial.test(leaf.value);
    if (leaf.kind === '$in')
      return (leaf.value as Value[]).every((value) => !Array.isArray(value) && !isRegex(value) && value !== null && partial.test(value));
    if (leaf.kind === partial.kind && keyOf(leaf.value).equals(keyOf(partial.value))) return true;
    const sameSide = leaf.kind.startsWith(partial.kind.slice(0, 3)) && /^\$[gl]t/.test(partial.kind);
    return sameSide && leaf.value !== null && !Array.isArray(leaf.value) && partial.test(leaf.value);
  });
}

/** The index that a hint names. @throws code 2 */
function hinted(indexes: readonly Index[], hint: string | Doc): Index {
  const found = indexes.find(({ name, spec }) => (typeof hint === 'string' ? name === hint : keyOf(spec.get('key')).equals(keyOf(hint))));
  return (
    found ??
    fail(
      2,
      `error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index: ${show(hint)}`,
    )
  );
}

export function plan(indexes: readonly Index[], filter: Filter, sort: KeyPattern | undefined, hint?: string | Doc): Plan {
  const leaves = required(filter);
  const scan: Plan = { ranges: undefined, backwards: false, sorted: !sort, repeats: false };
  if (hint !== undefined) {
    if (typeof hint !== 'string' && hint.has('$natural')) return { ...scan, backwards: hint.get('$natural') === -1 };
    return consider(hinted(indexes, hint), leaves, sort, true)!.plan;
  }
  const best = indexes
    .map((index) => consider(index, leaves, sort, false))
    .reduce((leader, candidate) => (candidate && candidate.score > (leader?.score ?? 0) ? candidate : leader), undefined);
  return best?.plan ?? planAlternatives(indexes, filter, sort) ?? scan;
}

/** An $or of which every branch has an index. */
function planAlternatives(indexes: readonly Index[], filter: Filter, sort: KeyPattern | undefined): Plan | undefined {
  const alternatives = filter.op === 'and' ? filter.of.find(({ op }) => op === 'or') : filter;
  if (alternatives?.op !== 'or' || alternatives.of.length === 0) return undefined;
  const branches = alternatives.of.map((branch) => plan(indexes, branch, undefined).ranges);
  if (branches.includes(undefined)) return undefined;
  return { ranges: branches.flatMap((ranges) => ranges!), backwards: false, sorted: !sort, repeats: true };
}

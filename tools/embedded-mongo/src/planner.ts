import { compare } from './encoding.ts';
import { fail } from './errors.ts';
import type { Index, KeyPattern } from './indexes.ts';
import type { Condition, Filter } from './matcher.ts';
import { behind, contains, EVERYTHING, intersection, isPoint, type Range } from './ranges.ts';
import { isDoc, type Value } from './values.ts';

/** How to find the documents. The filter is always applied afterwards, so ranges may hold too much but never too little. */
export interface Plan {
  /** All documents are looked at without. */
  ranges: readonly { index: Index; range: Range }[] | undefined;
  backwards: boolean;
  /** The rows come in the order that was asked for. */
  sorted: boolean;
  /** A document may come more than once. */
  repeats: boolean;
}

const MAX_RANGES = 1000;

/** The ranges of keys that all conditions on one field leave to search; undefined if they exclude none. */
function searched(conditions: readonly Condition[], path: string, holdsArrays: boolean): readonly Range[] | undefined {
  const found = conditions.flatMap((condition) => (condition.path === path && condition.ranges ? [condition.ranges] : []));
  const weight = (ranges: readonly Range[]): number => (ranges.every(isPoint) ? ranges.length : Infinity);
  const best = found.toSorted((a, b) => weight(a) - weight(b))[0];
  // With an array, one element may satisfy one bound and another element the other.
  return !best || holdsArrays || weight(best) < Infinity ? best : [found.flat().reduce(intersection)];
}

/** How one index would serve the conditions and the sort; the score is 0 if not at all. */
function consider(index: Index, conditions: readonly Condition[], sort: KeyPattern | undefined): { plan: Plan; score: number } {
  let ranges: Range[] = [EVERYTHING];
  let [score, fixed] = [0, 0];
  for (const [field, path] of index.paths.entries()) {
    // Fields that pass through the same array may match in different elements: one of them narrows, the others don't.
    if (index.multikey && index.parts.slice(0, field).some(([first]) => first === index.parts[field]![0])) break;
    const found = searched(conditions, path, index.multikey);
    if (!found || ranges.length * found.length > MAX_RANGES) break;
    ranges = ranges.flatMap(({ from: prefix }) => found.map((range) => behind(prefix, range, index.descending[field]!)));
    const points = found.every(isPoint);
    score += points ? (found.length === 1 ? 12 : 10) : 6;
    if (!points) break;
    if (ranges.length === 1) fixed++;
  }
  const backwards = sort && ranges.length === 1 ? sortDirection(index, fixed, sort) : undefined;
  if (backwards !== undefined) score += 4;
  if (index.unique && fixed === index.paths.length) score += 100;
  const found = { ranges: ranges.map((range) => ({ index, range })), repeats: index.multikey };
  return { plan: { ...found, backwards: backwards ?? false, sorted: !sort || backwards !== undefined }, score };
}

/** Whether the index has the order asked for behind its `fixed` first fields: forwards (false), backwards (true) or not at all. */
function sortDirection({ paths, descending, multikey }: Index, fixed: number, sort: KeyPattern): boolean | undefined {
  const constant = paths.slice(0, fixed);
  const wanted = sort.paths.map((path, at) => ({ path, down: sort.descending[at] })).filter(({ path }) => !constant.includes(path));
  if (multikey || wanted.some(({ path }, at) => path !== paths[fixed + at])) return undefined;
  const opposite = wanted.map(({ down }, at) => down !== descending[fixed + at]);
  return opposite.includes(true) && opposite.includes(false) ? undefined : opposite.includes(true);
}

/** Whether an index holds every document that satisfies the conditions. */
function isComplete({ partial, sparse, paths }: Index, conditions: readonly Condition[]): boolean {
  if (partial) return partial.conditions.every((wanted) => conditions.some((condition) => implies(condition, wanted)));
  return !sparse || conditions.some(({ path, accepts }) => paths.includes(path) && !accepts(undefined));
}

/** Whether every document that satisfies the one condition satisfies the other. */
function implies(condition: Condition, other: Condition): boolean {
  if (condition.path !== other.path) return false;
  if (other.exists) return !condition.accepts(undefined);
  return condition.ranges?.every((range) => other.ranges?.some((outer) => contains(outer, range))) ?? false;
}

/** @throws code 2 for a hint that names no index */
export function plan(indexes: readonly Index[], filter: Filter, sort: KeyPattern | undefined, hint?: Value): Plan {
  if (hint !== undefined) {
    const meant = indexes.find(({ name, spec }) => (isDoc(hint) ? compare(spec.get('key'), hint) === 0 : name === hint));
    return consider(meant ?? fail(2, 'hint provided does not correspond to an existing index'), filter.conditions, sort).plan;
  }
  const complete = indexes.filter((index) => isComplete(index, filter.conditions));
  const candidates = complete.map((index) => consider(index, filter.conditions, sort)).toSorted((a, b) => b.score - a.score);
  if (candidates[0] && candidates[0].score > 0) return candidates[0].plan;
  // Where one of several alternatives must hold, each of them may have an index.
  const branches = filter.alternatives?.map((branch) => plan(indexes, branch, undefined).ranges) ?? [undefined];
  const ranges = branches.includes(undefined) ? undefined : branches.flatMap((branch) => branch!);
  return { ranges, backwards: false, sorted: !sort, repeats: ranges !== undefined };
}

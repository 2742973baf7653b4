import { Double } from 'bson';
import { compare, keyOf, order } from './encoding.ts';
import { fail, unserved } from './errors.ts';
import { sortKey } from './indexes.ts';
import { EVERYTHING, parseFilter } from './matcher.ts';
import { partsOf } from './paths.ts';
import { parseProjection, project } from './projection.ts';
import { parseSort, type Query } from './query.ts';
import { add, asNumber, firstKey, isDoc, isNumeric, show, tableOf, type Doc, type Numeric, type Value } from './values.ts';

type Docs = IteratorObject<Doc>;
type Result = Value | undefined;

/** Runs a pipeline over what `find` finds. Its leading $match, $sort, $skip and $limit go into that query, so that indexes serve them. */
export function runPipeline(pipeline: readonly Value[], find: (query: Query) => Docs): Docs {
  const stages = pipeline.map((stage) =>
    isDoc(stage) && stage.size === 1 ? [...stage][0]! : fail(40323, 'A pipeline stage must be an object of exactly one field.'),
  );
  for (const [name] of stages) if (!STAGES.has(name)) fail(40324, `Unrecognized pipeline stage name: '${name}'`);
  const leading = <T>(name: string, parse: (spec: Value) => T): T | undefined =>
    stages[0]?.[0] === name ? parse(stages.shift()![1]) : undefined;
  // Once each and in the order in which a query applies them.
  const filter = leading('$match', matchOf) ?? EVERYTHING;
  const query = { filter, sort: leading('$sort', sortOf), skip: leading('$skip', skipOf), limit: leading('$limit', limitOf) };
  return stages.reduce((docs, [name, spec]) => STAGES.get(name)!(docs, spec), find(query));
}

const docOf = (spec: Value, code: number): Doc => (isDoc(spec) ? spec : fail(code, 'the specification of a stage must be an object'));

function wholeNumber(spec: Value, code: number): number {
  const number = asNumber(spec) ?? -1;
  return Number.isInteger(number) && number >= 0 ? number : fail(code, `Expected a non-negative integer in: ${show(spec)}`);
}

const matchOf = (spec: Value) => parseFilter(docOf(spec, 15959));
const sortOf = (spec: Value) => parseSort(docOf(spec, 15973)) ?? fail(15976, '$sort stage must have at least one sort key');
const skipOf = (spec: Value) => wholeNumber(spec, 5107200);
const limitOf = (spec: Value) => wholeNumber(spec, 2107201) || fail(15958, 'the limit must be positive');

const STAGES = tableOf<(docs: Docs, spec: Value) => Docs>({
  $match: (docs, spec) => docs.filter(matchOf(spec).matches),
  $skip: (docs, spec) => docs.drop(skipOf(spec)),
  $limit: (docs, spec) => docs.take(limitOf(spec)),
  $sort(docs, spec) {
    const sort = sortOf(spec);
    const keyed = [...docs.map((doc) => ({ key: sortKey(sort, doc), doc }))].sort((a, b) => order(a.key, b.key));
    return keyed.values().map(({ doc }) => doc);
  },
  $count(docs, name) {
    if (typeof name !== 'string' || name === '') return fail(40156, 'the count field must be a non-empty string');
    if (/^\$|\./.test(name)) fail(name.startsWith('$') ? 40158 : 40160, 'the count field cannot be a path');
    const count = docs.reduce((total) => total + 1, 0);
    return [new Map([[name, count]])].values().filter(() => count > 0);
  },
  $project(docs, spec) {
    const keeps = docOf(spec, 15969).size > 0 ? parseProjection(spec as Doc) : fail(51272, 'a projection must have at least one field');
    return docs.map((doc) => project(doc, keeps));
  },
  $group(docs, spec) {
    const { _id = fail(15955, 'a group specification must include an _id'), ...others } = Object.fromEntries(docOf(spec, 15947));
    const id = parseExpression(_id);
    const fields = Object.entries(others).map(([name, accumulator]) => parseField(name, accumulator));
    const groups = new Map<string, Doc>();
    for (const doc of docs) {
      const value = id(doc) ?? null;
      const group = groups.get(keyOf(value)) ?? new Map([['_id', value]]);
      groups.set(keyOf(value), group);
      for (const { name, expression, next } of fields) group.set(name, next(group.get(name), expression(doc)));
    }
    return groups.values();
  },
});

/** A field of $group: an accumulator and what it collects. */
function parseField(name: string, accumulator: Value) {
  if (name.includes('.')) fail(40235, `The field name '${name}' cannot contain '.'`);
  if (!isDoc(accumulator)) return fail(40234, `The field '${name}' must be an accumulator object`);
  if (accumulator.size !== 1) fail(40238, `The field '${name}' must specify one accumulator`);
  const operator = firstKey(accumulator);
  const next = ACCUMULATORS.get(operator) ?? fail(15952, `unknown group operator '${operator}'`);
  return { name, expression: parseExpression(accumulator.get(operator)!), next };
}

/** How $group goes on from what it has, at first undefined, with the next value of a group. */
const ACCUMULATORS = tableOf<(total: Result, value: Result) => Value>({
  $sum(total = 0, value) {
    const sum = total as Numeric;
    return isNumeric(value) ? (add(sum, value) ?? new Double(Number(sum) + Number(value))) : sum;
  },
  $min: (least, value) => extreme(least, value, -1),
  $max: (greatest, value) => extreme(greatest, value, 1),
  $first: (first, value) => (first === undefined ? (value ?? null) : first),
  $push: (all = [], value) => [...(all as Value[]), ...(value === undefined ? [] : [value])],
});

/** The value at one end of the order, and null while there is none. */
function extreme(best: Result = null, value: Result = null, sign: number): Value {
  return value === null || (best !== null && compare(value, best) * sign <= 0) ? best : value;
}

/** A field path through documents, or a literal. @throws code 168 for operators and 17276 for variables, 238 for what else there is */
function parseExpression(value: Value): (doc: Doc) => Result {
  if (typeof value === 'string' && value.startsWith('$')) {
    if (value.startsWith('$$')) fail(17276, `Use of undefined variable: ${value}`);
    const parts = partsOf(value.slice(1));
    return (doc) => parts.reduce<Result>(fieldOf, doc);
  }
  if (isDoc(value) && firstKey(value) === '$literal') return () => value.get('$literal');
  if (isDoc(value) && firstKey(value).startsWith('$')) fail(168, `Unrecognized expression '${firstKey(value)}'`);
  return isDoc(value) || Array.isArray(value) ? unserved('a document or an array of expressions') : () => value;
}

const fieldOf = (value: Result, name: string): Result =>
  isDoc(value) ? value.get(name) : Array.isArray(value) ? unserved('a path through an array') : undefined;

import { setKey } from './encoding.ts';
import { fail, unserved } from './errors.ts';
import { ACCUMULATORS, parseExpression, type Expression } from './expressions.ts';
import { EVERYTHING, matches, parseFilter } from './matcher.ts';
import { valueAt } from './paths.ts';
import { addPath, flatten, pick, switchOf, type Tree } from './projection.ts';
import { keyForSort, parseSort, type Query } from './query.ts';
import { asNumber, firstKey, isDoc, show, truthy, typeOf, type Doc, type Value } from './values.ts';

type Stage = (docs: Iterable<Doc>) => Iterable<Doc>;

export interface Pipeline {
  /** What the leading $match, $sort, $skip and $limit ask of the collection, so that its indexes serve them. */
  query: Query;
  stages: Stage[];
}

/** @throws codes 40323, 40324 and those of the single stages */
export function parsePipeline(pipeline: readonly Value[]): Pipeline {
  const specs = pipeline.map((stage): [string, Value] =>
    isDoc(stage) && stage.size === 1
      ? [...stage][0]!
      : fail(40323, 'A pipeline stage specification object must contain exactly one field.'),
  );
  const stages = specs.map(([name, spec]) =>
    Object.hasOwn(STAGES, name) ? STAGES[name]!(spec) : fail(40324, `Unrecognized pipeline stage name: '${name}'`),
  );
  const query: Query = { filter: EVERYTHING };
  // Once each and in the order in which a find applies them; whatever comes later stays a stage.
  const allowed = ['$match', '$sort', '$skip', '$limit'];
  let taken = 0;
  for (; taken < specs.length; taken++) {
    const [name, spec] = specs[taken]!;
    const place = allowed.indexOf(name);
    if (place < 0) break;
    allowed.splice(0, place + 1);
    if (name === '$match') query.filter = parseFilter(spec as Doc);
    else if (name === '$sort') query.sort = parseSort(spec as Doc);
    else query[name === '$skip' ? 'skip' : 'limit'] = asNumber(spec);
  }
  return { query, stages: stages.slice(taken) };
}

const STAGES: Readonly<Record<string, (spec: Value) => Stage>> = {
  $match(spec) {
    const filter = parseFilter(isDoc(spec) ? spec : fail(15959, 'the match filter must be an expression in an object'));
    return (docs) => Iterator.from(docs).filter((doc) => matches(filter, doc));
  },
  $sort(spec) {
    const sort = parseSort(isDoc(spec) ? spec : fail(15973, 'the $sort key specification must be an object'));
    if (!sort) return fail(15976, '$sort stage must have at least one sort key');
    const keyed = (docs: Iterable<Doc>) => [...docs].map((doc) => ({ key: keyForSort(sort, doc), doc }));
    return (docs) =>
      keyed(docs)
        .toSorted((a, b) => Buffer.compare(a.key, b.key))
        .map(({ doc }) => doc);
  },
  $limit(spec) {
    const limit = wholeNumber('$limit', spec, 2107201);
    return limit === 0 ? fail(15958, 'the limit must be positive') : (docs) => Iterator.from(docs).take(limit);
  },
  $skip(spec) {
    const skip = wholeNumber('$skip', spec, 5107200);
    return (docs) => Iterator.from(docs).drop(skip);
  },
  $count(spec) {
    if (typeof spec !== 'string' || spec === '') return fail(40156, 'the count field must be a non-empty string');
    if (spec.startsWith('$')) fail(40158, 'the count field cannot be a $-prefixed path');
    if (spec.includes('.')) fail(40160, "the count field cannot contain '.'");
    return function* (docs) {
      const count = Iterator.from(docs).reduce((total) => total + 1, 0);
      if (count > 0) yield new Map([[spec, count]]);
    };
  },
  $group: parseGroup,
  $project: parseProject,
  $addFields: (spec) => parseAddFields('$addFields', spec),
  $set: (spec) => parseAddFields('$set', spec),
  $unwind: parseUnwind,
};

function wholeNumber(stage: string, spec: Value, code: number): number {
  const number = asNumber(spec) ?? -1;
  return Number.isInteger(number) && number >= 0
    ? number
    : fail(code, `invalid argument to ${stage} stage: Expected a non-negative integer in: ${show(spec)}`);
}

function parseGroup(spec: Value): Stage {
  if (!isDoc(spec)) return fail(15947, "a group's fields must be specified in an object");
  if (!spec.has('_id')) fail(15955, 'a group specification must include an _id');
  const id = parseExpression(spec.get('_id')!);
  const names = [...spec.keys()].filter((name) => name !== '_id');
  const fields = names.map((name) => {
    const accumulator = spec.get(name)!;
    if (name.includes('.')) fail(40235, `The field name '${name}' cannot contain '.'`);
    if (!isDoc(accumulator)) return fail(40234, `The field '${name}' must be an accumulator object`);
    if (accumulator.size !== 1) fail(40238, `The field '${name}' must specify one accumulator`);
    const operator = firstKey(accumulator);
    if (!Object.hasOwn(ACCUMULATORS, operator)) fail(15952, `unknown group operator '${operator}'`);
    return { start: ACCUMULATORS[operator]!, value: parseExpression(accumulator.get(operator)!) };
  });
  return function* (docs) {
    const groups = new Map<string, { id: Value; accumulators: ReturnType<(typeof fields)[number]['start']>[] }>();
    for (const doc of docs) {
      const value = id(doc) ?? null;
      const key = setKey(value);
      let group = groups.get(key);
      if (!group) groups.set(key, (group = { id: value, accumulators: fields.map(({ start }) => start()) }));
      for (const [i, field] of fields.entries()) group.accumulators[i]![0](field.value(doc));
    }
    for (const { id: _id, accumulators } of groups.values()) {
      yield new Map([['_id', _id], ...names.map((name, i): [string, Value] => [name, accumulators[i]![1]()])]);
    }
  };
}

/** Sets a path on a copy of the documents on the way; an array on the way gets it in each element. */
function setPath(value: Value | undefined, parts: readonly string[], set: Value | undefined): Value | undefined {
  const [part, ...rest] = parts;
  if (part === undefined) return set;
  if (Array.isArray(value)) return value.map((item) => setPath(item, parts, set)!);
  const doc: Doc = new Map(isDoc(value) ? value : []);
  const inner = setPath(doc.get(part), rest, set);
  if (inner === undefined) doc.delete(part);
  else doc.set(part, inner);
  return doc;
}

type Computed = { parts: string[]; value: Expression }[];

const compute = (doc: Doc, computed: Computed, from: Doc): Doc =>
  computed.reduce((result, { parts, value }) => setPath(result, parts, value(from)) as Doc, doc);

function parseAddFields(name: string, spec: Value): Stage {
  if (!isDoc(spec)) return fail(40272, `${name} specification stage must be an object, got ${typeOf(spec)}`);
  if (spec.size === 0) fail(40177, `${name}: specification must have at least one field`);
  const tree: Tree = new Map();
  for (const [path] of flatten(spec)) addPath(tree, path);
  const computed = flatten(spec).map(([path, value]) => ({ parts: path.split('.'), value: parseExpression(value) }));
  return (docs) => Iterator.from(docs).map((doc) => compute(doc, computed, doc));
}

function parseProject(spec: Value): Stage {
  if (!isDoc(spec)) return fail(15969, '$project specification must be an object');
  if (spec.size === 0) fail(51272, 'Invalid $project :: caused by :: projection specification must have at least one field');
  const [every, kept, dropped]: [Tree, Tree, Tree] = [new Map(), new Map(), new Map()];
  const computed: Computed = [];
  let withoutId = false;
  for (const [path, value] of flatten(spec)) {
    addPath(every, path);
    const on = switchOf(value);
    if (path === '_id' && on === false) withoutId = true;
    else if (on === undefined) computed.push({ parts: path.split('.'), value: parseExpression(value) });
    else addPath(on ? kept : dropped, path);
  }
  const including = kept.size > 0 || computed.length > 0;
  if (including && dropped.size > 0)
    fail(31254, `Invalid $project :: caused by :: Cannot do exclusion on field ${firstKey(dropped as never)} in inclusion projection`);
  if (withoutId) dropped.set('_id', true);
  else if (!every.has('_id')) kept.set('_id', true);
  const tree = including ? kept : dropped;
  return (docs) => Iterator.from(docs).map((doc) => compute(pick(doc, tree, including) as Doc, computed, doc));
}

function parseUnwind(spec: Value): Stage {
  const options: Doc = isDoc(spec) ? spec : new Map([['path', spec]]);
  const unknown = [...options.keys()].find((name) => !['path', 'includeArrayIndex', 'preserveNullAndEmptyArrays'].includes(name));
  if (unknown) fail(28811, `unrecognized option to $unwind stage: ${unknown}`);
  const path = options.get('path') ?? fail(28812, 'no path specified to $unwind stage');
  if (typeof path !== 'string') return fail(28808, `expected a string as the path for $unwind stage, got ${typeOf(path)}`);
  if (!path.startsWith('$')) fail(28818, `path option to $unwind stage should be prefixed with a '$': ${path}`);
  const indexField = options.get('includeArrayIndex') ?? '';
  if (typeof indexField !== 'string') return unserved('an includeArrayIndex that is not a string');
  const parts = path.slice(1).split('.');
  const preserve = truthy(options.get('preserveNullAndEmptyArrays'));
  const row = (doc: Value | undefined, index: bigint | null): Doc =>
    (indexField === '' ? doc : setPath(doc, indexField.split('.'), index)) as Doc;
  return function* (docs) {
    for (const doc of docs) {
      const value = valueAt(doc, parts) ?? null;
      const items = Array.isArray(value) ? value : [];
      for (const [index, item] of items.entries()) yield row(setPath(doc, parts, item), BigInt(index));
      if (value !== null && !Array.isArray(value)) yield row(doc, null);
      else if (items.length === 0 && preserve) yield row(value === null ? doc : setPath(doc, parts, undefined), null);
    }
  };
}

import { setKey } from './encoding.ts';
import { fail, unserved } from './errors.ts';
import { ACCUMULATORS, parseExpression, type Expression } from './expressions.ts';
import { matches, parseFilter, type Filter } from './matcher.ts';
import { valueAt } from './paths.ts';
import { addPath, exclude, flatten, include, switchOf, type Tree } from './projection.ts';
import { keyForSort, parseSort, type Query } from './query.ts';
import { asNumber, isDoc, show, truthy, typeOf, type Doc, type Value } from './values.ts';

export type Stage = (docs: Iterable<Doc>) => Iterable<Doc>;

export interface Pipeline {
  /** What the leading $match, $sort, $skip and $limit ask of the collection, so that its indexes serve them. */
  query: Query;
  stages: Stage[];
}

/** @throws codes 40323, 40324 and those of the single stages */
export function parsePipeline(pipeline: readonly Value[]): Pipeline {
  const stages = pipeline.map((stage): [string, Value] =>
    isDoc(stage) && stage.size === 1
      ? [...stage][0]!
      : fail(40323, 'A pipeline stage specification object must contain exactly one field.'),
  );
  const parsed = stages.map(([name, spec]) => parseStage(name, spec));
  const query: Query = { filter: { op: 'and', of: [] } };
  const allowed = ['$match', '$sort', '$skip', '$limit'];
  let taken = 0;
  for (; taken < stages.length; taken++) {
    const [name, spec] = stages[taken]!;
    const position = allowed.indexOf(name);
    if (position < 0) break;
    // Once each and in the order in which a find applies them; a later one stays a stage.
    allowed.splice(0, position + 1);
    if (name === '$match') query.filter = parseFilter(spec as Doc);
    else if (name === '$sort') query.sort = parseSort(spec as Doc);
    else query[name === '$skip' ? 'skip' : 'limit'] = asNumber(spec);
  }
  return { query, stages: parsed.slice(taken) };
}

function parseStage(name: string, spec: Value): Stage {
  switch (name) {
    case '$match':
      return parseMatch(spec);
    case '$sort':
      return parseSortStage(spec);
    case '$limit':
      return parseLimit(spec);
    case '$skip':
      return parseSkip(spec);
    case '$count':
      return parseCount(spec);
    case '$group':
      return parseGroup(spec);
    case '$project':
      return parseProject(spec);
    case '$addFields':
    case '$set':
      return parseAddFields(name, spec);
    case '$unwind':
      return parseUnwind(spec);
    default:
      return fail(40324, `Unrecognized pipeline stage name: '${name}'`);
  }
}

function* filterDocs(docs: Iterable<Doc>, filter: Filter): Generator<Doc> {
  for (const doc of docs) if (matches(filter, doc)) yield doc;
}

function parseMatch(spec: Value): Stage {
  const filter = parseFilter(isDoc(spec) ? spec : fail(15959, 'the match filter must be an expression in an object'));
  return (docs) => filterDocs(docs, filter);
}

function parseSortStage(spec: Value): Stage {
  const sort = parseSort(isDoc(spec) ? spec : fail(15973, 'the $sort key specification must be an object'));
  if (!sort) return fail(15976, '$sort stage must have at least one sort key');
  return (docs) =>
    [...docs]
      .map((doc) => ({ key: keyForSort(sort, doc), doc }))
      .toSorted((a, b) => Buffer.compare(a.key, b.key))
      .map(({ doc }) => doc);
}

function wholeNumber(stage: string, spec: Value, code: number): number {
  const number = asNumber(spec);
  if (number === undefined) return fail(code, `invalid argument to ${stage} stage: Expected a number in: ${stage}: ${show(spec)}`);
  if (!Number.isInteger(number)) fail(code, `invalid argument to ${stage} stage: Expected an integer: ${stage}: ${show(spec)}`);
  if (number < 0) fail(code, `invalid argument to ${stage} stage: Expected a non-negative number in: ${stage}: ${show(spec)}`);
  return number;
}

function parseLimit(spec: Value): Stage {
  const limit = wholeNumber('$limit', spec, 2107201);
  if (limit === 0) fail(15958, 'the limit must be positive');
  return function* (docs) {
    let count = 0;
    for (const doc of docs) {
      yield doc;
      if (++count === limit) return;
    }
  };
}

function parseSkip(spec: Value): Stage {
  const skip = wholeNumber('$skip', spec, 5107200);
  return function* (docs) {
    let count = 0;
    for (const doc of docs) if (count++ >= skip) yield doc;
  };
}

function parseCount(spec: Value): Stage {
  if (typeof spec !== 'string' || spec === '') return fail(40156, 'the count field must be a non-empty string');
  if (spec.startsWith('$')) fail(40158, 'the count field cannot be a $-prefixed path');
  if (spec.includes('.')) fail(40160, "the count field cannot contain '.'");
  return function* (docs) {
    let count = 0;
    for (const _ of docs) count++;
    if (count > 0) yield new Map([[spec, count]]);
  };
}

function parseGroup(spec: Value): Stage {
  if (!isDoc(spec)) return fail(15947, "a group's fields must be specified in an object");
  if (!spec.has('_id')) fail(15955, 'a group specification must include an _id');
  const id = parseExpression(spec.get('_id')!);
  const fields = [...spec]
    .filter(([name]) => name !== '_id')
    .map(([name, accumulator]) => {
      if (name.includes('.')) fail(40235, `The field name '${name}' cannot contain '.'`);
      if (!isDoc(accumulator)) return fail(40234, `The field '${name}' must be an accumulator object`);
      if (accumulator.size !== 1) fail(40238, `The field '${name}' must specify one accumulator`);
      const [operator, operand] = [...accumulator][0]!;
      if (!Object.hasOwn(ACCUMULATORS, operator)) fail(15952, `unknown group operator '${operator}'`);
      return { name, start: ACCUMULATORS[operator]!, value: parseExpression(operand) };
    });
  return function* (docs) {
    const groups = new Map<string, { id: Value; accumulators: ReturnType<(typeof fields)[number]['start']>[] }>();
    for (const doc of docs) {
      const value = id(doc) ?? null;
      const key = setKey(value);
      let group = groups.get(key);
      if (!group) groups.set(key, (group = { id: value, accumulators: fields.map(({ start }) => start()) }));
      for (const [i, field] of fields.entries()) group.accumulators[i]!.add(field.value(doc));
    }
    for (const group of groups.values()) {
      yield new Map([['_id', group.id], ...fields.map(({ name }, i): [string, Value] => [name, group.accumulators[i]!.result()])]);
    }
  };
}

/** Sets a path on a copy of the documents on the way; an array on the way gets it in each element. */
function setPath(value: Value | undefined, parts: readonly string[], at: number, set: Value | undefined): Value | undefined {
  if (at === parts.length) return set;
  if (Array.isArray(value)) return value.map((item) => setPath(item, parts, at, set)!);
  const doc: Doc = new Map(isDoc(value) ? value : []);
  const inner = setPath(doc.get(parts[at]!), parts, at + 1, set);
  if (inner === undefined) doc.delete(parts[at]!);
  else doc.set(parts[at]!, inner);
  return doc;
}

type Computed = { parts: string[]; value: Expression }[];

const compute = (doc: Doc, computed: Computed, from: Doc): Doc =>
  computed.reduce((result, { parts, value }) => setPath(result, parts, 0, value(from)) as Doc, doc);

function parseAddFields(name: string, spec: Value): Stage {
  if (!isDoc(spec)) return fail(40272, `${name} specification stage must be an object, got ${typeOf(spec)}`);
  if (spec.size === 0) fail(40177, 'invalid $addFields: specification must have at least one field');
  const tree: Tree = new Map();
  const computed = flatten(spec).map(([path, value]) => {
    addPath(tree, path);
    return { parts: path.split('.'), value: parseExpression(value) };
  });
  return function* (docs) {
    for (const doc of docs) yield compute(doc, computed, doc);
  };
}

function parseProject(spec: Value): Stage {
  if (!isDoc(spec)) return fail(15969, '$project specification must be an object');
  if (spec.size === 0) fail(51272, 'Invalid $project :: caused by :: projection specification must have at least one field');
  const kept: Tree = new Map();
  const dropped: Tree = new Map();
  const every: Tree = new Map();
  const computed: Computed = [];
  let keepId = true;
  for (const [path, value] of flatten(spec)) {
    addPath(every, path);
    const on = switchOf(value);
    if (path === '_id' && on === false) keepId = false;
    else if (on === false) addPath(dropped, path);
    else if (on === true) addPath(kept, path);
    else computed.push({ parts: path.split('.'), value: parseExpression(value) });
  }
  const including = kept.size > 0 || computed.length > 0;
  if (including && dropped.size > 0)
    fail(31254, `Invalid $project :: caused by :: Cannot do exclusion on field ${[...dropped.keys()][0]} in inclusion projection`);
  if (!including && !keepId) dropped.set('_id', true);
  if (keepId && !computed.some(({ parts }) => parts[0] === '_id')) kept.set('_id', true);
  return function* (docs) {
    for (const doc of docs) yield including ? compute(include(doc, kept), computed, doc) : exclude(doc, dropped);
  };
}

function parseUnwind(spec: Value): Stage {
  const options: Doc = isDoc(spec) ? spec : new Map([['path', spec]]);
  for (const name of options.keys()) {
    if (!['path', 'includeArrayIndex', 'preserveNullAndEmptyArrays'].includes(name))
      fail(28811, `unrecognized option to $unwind stage: ${name}`);
  }
  const path = options.get('path');
  if (path === undefined) fail(28812, 'no path specified to $unwind stage');
  if (typeof path !== 'string') return fail(28808, `expected a string as the path for $unwind stage, got ${typeOf(path)}`);
  if (!path.startsWith('$')) fail(28818, `path option to $unwind stage should be prefixed with a '$': ${path}`);
  const parts = path.slice(1).split('.');
  const indexField = options.get('includeArrayIndex');
  if (indexField !== undefined && typeof indexField !== 'string') unserved('an includeArrayIndex that is not a string');
  const preserve = truthy(options.get('preserveNullAndEmptyArrays'));
  const withIndex = (doc: Doc, index: bigint | null): Doc =>
    typeof indexField === 'string' ? (setPath(doc, indexField.split('.'), 0, index) as Doc) : doc;
  return function* (docs) {
    for (const doc of docs) {
      const value = valueAt(doc, parts);
      if (Array.isArray(value) && value.length > 0) {
        for (const [index, item] of value.entries()) yield withIndex(setPath(doc, parts, 0, item) as Doc, BigInt(index));
      } else if (value !== undefined && value !== null && !Array.isArray(value)) {
        yield withIndex(doc, null);
      } else if (preserve) {
        yield withIndex(Array.isArray(value) ? (setPath(doc, parts, 0, undefined) as Doc) : doc, null);
      }
    }
  };
}

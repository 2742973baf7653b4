import { combine, isNumeric } from './arithmetic.ts';
import { compare, setKey } from './encoding.ts';
import { fail, unserved } from './errors.ts';
import { isOperators, matches, parseFilter, parseOperators, type Filter } from './matcher.ts';
import { isIndex } from './paths.ts';
import { asNumber, firstKey, isDoc, isRegex, show, typeOf, type Doc, type Value } from './values.ts';

interface Modifier {
  operator: string;
  path: string;
  parts: string[];
  argument: Value;
}

/** A parsed update: a whole new document, or modifiers in the order in which MongoDB applies them. */
export type Update = { kind: 'replace'; doc: Doc } | { kind: 'modify'; modifiers: Modifier[]; filters: Map<string, Filter> };

type Operator = (current: Value | undefined, modifier: Modifier, doc: Doc) => Value | undefined;

const idOf = (doc: Doc): string => `{_id: ${show(doc.get('_id'))}}`;

function arrayOf(current: Value | undefined, message: () => string): Value[] {
  return current === undefined ? [] : Array.isArray(current) ? current : fail(2, message());
}

const OPERATORS: Readonly<Record<string, Operator>> = {
  $set: (_, { argument }) => argument,
  $setOnInsert: (_, { argument }) => argument,
  $unset: () => undefined,
  $inc: (current, { argument, path }, doc) => {
    if (current === undefined) return argument;
    const place = `${idOf(doc)} has the field '${path.split('.').at(-1)}' of non-numeric type ${typeOf(current)}`;
    if (!isNumeric(current)) fail(14, `Cannot apply $inc to a value of non-numeric type. ${place}`);
    return (
      combine(current, argument, '+') ??
      fail(2, `Failed to apply $inc operations to current value (${show(current)}) for document ${idOf(doc)}`)
    );
  },
  $min: (current, { argument }) => (current === undefined || compare(argument, current) < 0 ? argument : current),
  $max: (current, { argument }) => (current === undefined || compare(argument, current) > 0 ? argument : current),
  $push: (current, { argument, path }, doc) =>
    push(
      arrayOf(current, () => `The field '${path}' must be an array but is of type ${typeOf(current)} in document ${idOf(doc)}`),
      argument,
    ),
  $addToSet: (current, { argument, path }) => {
    const result = [
      ...arrayOf(current, () => `Cannot apply $addToSet to non-array field. Field named '${path}' has non-array type ${typeOf(current)}`),
    ];
    const seen = new Set(result.map(setKey));
    for (const item of eachOf('$addToSet', argument)) if (seen.size < seen.add(setKey(item)).size) result.push(item);
    return result;
  },
  $pull: (current, { argument }) => {
    const unwanted = pulled(argument);
    return arrayOf(current, () => 'Cannot apply $pull to a non-array value').filter((item) => !unwanted(item));
  },
  $pullAll: (current, { argument }) => {
    const unwanted = new Set((argument as Value[]).map(setKey));
    return arrayOf(current, () => 'Cannot apply $pull to a non-array value').filter((item) => !unwanted.has(setKey(item)));
  },
};

/** Operators that never create the field that they name. */
const NEED_FIELD = new Set(['$unset', '$pull', '$pullAll']);

function eachOf(operator: '$push' | '$addToSet', argument: Value): Value[] {
  if (!isDoc(argument) || !argument.has('$each')) return [argument];
  const each = argument.get('$each')!;
  const pushing = operator === '$push';
  if (!Array.isArray(each))
    return fail(pushing ? 2 : 14, `The argument to $each in ${operator} must be an array but it was of type ${typeOf(each)}`);
  const known = pushing ? ['$each', '$slice', '$position'] : ['$each'];
  const unknown = [...argument.keys()].find((clause) => !known.includes(clause));
  if (pushing && unknown === '$sort') unserved('$sort in $push');
  if (unknown)
    fail(2, pushing ? `Unrecognized clause in $push: ${unknown}` : `Found unexpected fields after $each in $addToSet: ${show(argument)}`);
  return each;
}

function push(current: Value[], argument: Value): Value[] {
  const each = eachOf('$push', argument);
  const clause = (name: string): number | undefined => {
    const value = isDoc(argument) && argument.has('$each') ? argument.get(name) : undefined;
    const number = asNumber(value);
    if (value !== undefined && !Number.isInteger(number))
      fail(2, `The value for ${name} must be an integer value but was given type: ${typeOf(value)}`);
    return number;
  };
  const slice = clause('$slice');
  const result = [...current];
  result.splice(clause('$position') ?? current.length, 0, ...each);
  return slice === undefined ? result : slice < 0 ? result.slice(slice) : result.slice(0, slice);
}

const pullers = new WeakMap<object, (item: Value) => boolean>();

/** What `$pull` takes out; read once for all documents of an update, whose `$in` may name as many items as there are documents. */
function pulled(argument: Value): (item: Value) => boolean {
  const known = isDoc(argument) ? pullers.get(argument) : undefined;
  if (known) return known;
  const unwanted = readPull(argument);
  if (isDoc(argument)) pullers.set(argument, unwanted);
  return unwanted;
}

function readPull(argument: Value): (item: Value) => boolean {
  if (isOperators(argument) || isRegex(argument)) {
    const condition = parseOperators('', [], isDoc(argument) ? argument : new Map([['$regex', argument]]));
    return (item) => matches(condition, item, {}, false);
  }
  const condition = isDoc(argument) ? parseFilter(argument) : undefined;
  const unwanted = setKey(argument);
  return (item) => (condition ? isDoc(item) && matches(condition, item) : setKey(item) === unwanted);
}

/** Part by part, numbers as numbers; a path before those inside of it. */
function comparePaths(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((part, i) => part !== b[i]);
  const [left, right] = [a[at], b[at]];
  if (left === undefined || right === undefined) return a.length - b.length;
  return isIndex(left) && isIndex(right) ? Number(left) - Number(right) : left < right ? -1 : 1;
}

/** Sorts by path. @throws code 40 where one path is, or lies inside, another */
function inOrder(modifiers: readonly Modifier[]): Modifier[] {
  const sorted = modifiers.toSorted((a, b) => comparePaths(a.parts, b.parts));
  sorted.forEach(({ parts }, i) => {
    const previous = sorted[i - 1]?.parts;
    if (previous?.every((part, at) => part === parts[at])) {
      fail(40, `Updating the path '${parts.join('.')}' would create a conflict at '${previous.join('.')}'`);
    }
  });
  return sorted;
}

/** @throws codes 2, 9, 14, 40, 52, 56: everything about an update that is wrong whatever the document */
export function parseUpdate(update: Value | undefined, arrayFilters: readonly Value[] = []): Update {
  if (Array.isArray(update)) return unserved('an update pipeline');
  if (!isDoc(update)) return fail(9, 'Update argument must be either an object or an array');
  if (!firstKey(update).startsWith('$')) {
    const dollar = [...update.keys()].find((name) => name.startsWith('$'));
    if (dollar)
      fail(
        52,
        `The dollar ($) prefixed field '${dollar}' in '${dollar}' is not allowed in the context of an update's replacement document.`,
      );
    if (arrayFilters.length > 0) fail(9, 'Cannot specify arrayFilters and a non-object update');
    return { kind: 'replace', doc: update };
  }
  const modifiers = inOrder(
    [...update].flatMap(([operator, fields]) => {
      const expectation = 'Expected a valid update modifier or pipeline-style update specified as an array';
      if (!Object.hasOwn(OPERATORS, operator)) fail(9, `Unknown modifier: ${operator}. ${expectation}`);
      if (!isDoc(fields))
        return fail(9, `Modifiers operate on fields but we found type ${typeOf(fields)} instead. For example: {$mod: {<field>: ...}}`);
      return [...fields].map(([path, argument]) => parseModifier({ operator, path, argument, parts: path.split('.') }));
    }),
  );
  return { kind: 'modify', modifiers, filters: parseArrayFilters(arrayFilters, modifiers, update) };
}

function parseModifier(modifier: Modifier): Modifier {
  const { operator, path, parts, argument } = modifier;
  if (path === '') fail(56, 'An empty update path is not valid.');
  if (parts.includes('')) fail(56, `The update path '${path}' contains an empty field name, which is not allowed.`);
  if (/^\$(\[|$)/.test(parts[0]!)) fail(2, `Cannot have positional (i.e. '$') element in the first position in path '${path}'`);
  if (parts.indexOf('$') !== parts.lastIndexOf('$')) fail(2, `Too many positional (i.e. '$') elements found in path '${path}'`);
  const dollar = parts.find((part) => /^\$(?!$|\[.*\]$)/.test(part));
  if (dollar) fail(52, `The dollar ($) prefixed field '${dollar}' in '${path}' is not valid for storage.`);
  if (operator === '$inc' && !isNumeric(argument)) fail(14, `Cannot increment with non-numeric argument: {${path}: ${show(argument)}}`);
  if (operator === '$pullAll' && !Array.isArray(argument))
    fail(2, `$pullAll requires an array argument but was given a ${typeOf(argument)}`);
  // Wrong clauses are refused even if there is no document to apply them to.
  if (operator === '$addToSet') eachOf(operator, argument);
  if (operator === '$push') push([], argument);
  if (operator === '$pull') pulled(argument);
  return modifier;
}

function parseArrayFilters(arrayFilters: readonly Value[], modifiers: readonly Modifier[], update: Doc): Map<string, Filter> {
  const filters = new Map<string, Filter>();
  const wrong = 'Error parsing array filter :: caused by ::';
  for (const filter of arrayFilters) {
    const names = [...new Set(identifiers(isDoc(filter) ? filter : fail(14, "BSON field 'arrayFilters' must hold objects")))];
    const name = names[0] ?? fail(9, 'Cannot use an expression without a top-level field name in arrayFilters');
    if (names.length > 1) fail(9, `${wrong} Expected a single top-level field name, found '${names.join("' and '")}'`);
    const rule = 'The top-level field name must be an alphanumeric string beginning with a lowercase letter';
    if (!/^[a-z][a-zA-Z0-9]*$/.test(name)) fail(2, `${wrong} ${rule}, found '${name}'`);
    if (filters.has(name)) fail(9, `Found multiple array filters with the same top-level field name ${name}`);
    filters.set(name, parseFilter(filter as Doc));
  }
  const unused = new Set(filters.keys());
  for (const { parts, path } of modifiers) {
    for (const name of parts.flatMap((part) => /^\$\[(.+)\]$/.exec(part)?.[1] ?? [])) {
      if (!filters.has(name)) fail(2, `No array filter found for identifier '${name}' in path '${path}'`);
      unused.delete(name);
    }
  }
  for (const name of unused) fail(9, `The array filter for identifier '${name}' was not used in the update ${show(update)}`);
  return filters;
}

function identifiers(filter: Doc): string[] {
  return [...filter].flatMap(([name, value]) =>
    name.startsWith('$') ? (Array.isArray(value) ? value.filter(isDoc).flatMap(identifiers) : []) : [name.split('.')[0]!],
  );
}

/**
 * The document after the update; `doc` may be changed on the way and is not to be used afterwards.
 * @param position where the filter hit an array, for the positional `$`
 * @throws codes 2, 14, 28, 40, 66
 */
export function applyUpdate(update: Update, doc: Doc, position: number | undefined, inserting: boolean): Doc {
  const id = doc.get('_id');
  if (update.kind === 'replace') {
    const wanted = update.doc.get('_id') ?? id;
    if (id !== undefined && compare(id, wanted) !== 0) {
      fail(66, `After applying the update, the (immutable) field '_id' was found to have been altered to _id: ${show(wanted)}`);
    }
    const rest = [...update.doc].filter(([name]) => name !== '_id');
    return new Map(wanted === undefined ? rest : [['_id', id ?? wanted], ...rest]);
  }
  const due = update.modifiers.filter(({ operator }) => operator !== '$setOnInsert' || inserting);
  const placed = due.flatMap((modifier) =>
    expandPath(doc, modifier.parts, position, update.filters).map((parts) => ({ ...modifier, parts })),
  );
  for (const modifier of inOrder(placed)) applyModifier(modifier, doc);
  if (id !== undefined && setKey(id) !== setKey(doc.get('_id'))) {
    fail(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
  }
  return doc;
}

/** Replaces `$`, `$[]` and `$[name]` by the positions that they stand for in this document. */
function expandPath(doc: Doc, parts: readonly string[], position: number | undefined, filters: Map<string, Filter>): string[][] {
  const at = parts.findIndex((part) => part.startsWith('$'));
  if (at < 0) return [[...parts]];
  const before = parts.slice(0, at);
  const withIndex = (index: number): string[][] => expandPath(doc, [...before, String(index), ...parts.slice(at + 1)], position, filters);
  if (parts[at] === '$') return withIndex(position ?? fail(2, 'The positional operator did not find the match needed from the query.'));
  const step = (value: Value | undefined, name: string) =>
    Array.isArray(value) ? value[Number(name)] : isDoc(value) ? value.get(name) : undefined;
  const array = before.reduce<Value | undefined>(step, doc);
  if (array === undefined) fail(2, `The path '${before.join('.')}' must exist in the document in order to apply array updates.`);
  if (!Array.isArray(array)) return fail(2, `Cannot apply array updates to non-array element ${before.at(-1)}: ${show(array)}`);
  const name = parts[at]!.slice(2, -1);
  const filter = filters.get(name);
  return array.flatMap((item, index) => (filter && !matches(filter, new Map([[name, item]])) ? [] : withIndex(index)));
}

function applyModifier(modifier: Modifier, doc: Doc): void {
  const needsField = NEED_FIELD.has(modifier.operator);
  const parent = parentOf(doc, modifier.parts, !needsField);
  if (parent === undefined) return;
  const name = modifier.parts.at(-1)!;
  const current = Array.isArray(parent) ? parent[Number(name)] : parent.get(name);
  if (current === undefined && needsField) return;
  setIn(parent, name, OPERATORS[modifier.operator]!(current, modifier, doc));
}

/** Sets a field or an element; in an array, null takes the place of what is removed and of what is missing before. */
function setIn(parent: Doc | Value[], name: string, value: Value | undefined): void {
  if (Array.isArray(parent)) {
    const index = Number(name);
    if (index - parent.length > 1_500_000) fail(2, "can't backfill more than 1500000 elements");
    while (parent.length < index) parent.push(null);
    parent[index] = value ?? null;
  } else if (value === undefined) parent.delete(name);
  else parent.set(name, value);
}

/** The document or array that holds the last part of a path, created on the way if `create`. @throws code 28 */
function parentOf(doc: Doc, parts: readonly string[], create: boolean): Doc | Value[] | undefined {
  let current: Doc | Value[] = doc;
  for (const [i, part] of parts.entries()) {
    const blocked = (name: string | undefined, holder: string | undefined, value: Value): undefined =>
      create ? fail(28, `Cannot create field '${name}' in element {${holder}: ${show(value)}}`) : undefined;
    if (Array.isArray(current) && !isIndex(part)) return blocked(part, parts[i - 1], current);
    if (i === parts.length - 1) return current;
    let next: Value | undefined = Array.isArray(current) ? current[Number(part)] : current.get(part);
    if (next === undefined) {
      if (!create) return undefined;
      setIn(current, part, (next = new Map()));
    }
    if (!isDoc(next) && !Array.isArray(next)) return blocked(parts[i + 1], part, next);
    current = next;
  }
  return current;
}

/** The document that an upsert starts from: what the filter says by equality. @throws code 54 */
export function documentFromFilter(filter: Filter): Doc {
  const doc: Doc = new Map();
  const seen: string[] = [];
  for (const { path, parts, value } of equalities(filter).toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const twice = seen.some((other) => other === path || path.startsWith(`${other}.`));
    if (twice) fail(54, `cannot infer query fields to set, path '${path}' is matched twice`);
    seen.push(path);
    setIn(parentOf(doc, parts, true)!, parts.at(-1)!, value);
  }
  return doc;
}

function equalities(filter: Filter): { path: string; parts: string[]; value: Value }[] {
  if (filter.op === 'leaf') return filter.kind === '$eq' ? [filter] : [];
  return filter.op === 'and' || (filter.op === 'or' && filter.of.length === 1) ? filter.of.flatMap(equalities) : [];
}

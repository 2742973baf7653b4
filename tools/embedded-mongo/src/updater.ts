import { combine, isNumeric } from './arithmetic.ts';
import { compare, setKey } from './encoding.ts';
import { fail, unserved } from './errors.ts';
import { isOperators, matches, parseFilter, parseOperators, type Filter } from './matcher.ts';
import { isIndex } from './paths.ts';
import { asNumber, isDoc, isRegex, show, typeOf, type Doc, type Value } from './values.ts';

interface Modifier {
  operator: string;
  path: string;
  parts: string[];
  argument: Value;
}

/** A parsed update: a whole new document, or modifiers in the order in which MongoDB applies them. */
export type Update = { kind: 'replace'; doc: Doc } | { kind: 'modify'; modifiers: Modifier[]; filters: Map<string, Filter> };

interface Target {
  current: Value | undefined;
  argument: Value;
  path: string;
  doc: Doc;
  inserting: boolean;
}

type Operator = (target: Target) => Value | undefined;

const idOf = (doc: Doc): string => `{_id: ${show(doc.get('_id'))}}`;

const OPERATORS: Readonly<Record<string, Operator>> = {
  $set: ({ argument }) => argument,
  $setOnInsert: ({ argument }) => argument,
  $unset: () => undefined,
  $inc: ({ current, argument, path, doc }) => {
    if (current === undefined) return argument;
    const field = path.split('.').at(-1)!;
    if (!isNumeric(current)) {
      fail(
        14,
        `Cannot apply $inc to a value of non-numeric type. ${idOf(doc)} has the field '${field}' of non-numeric type ${typeOf(current)}`,
      );
    }
    return (
      combine(current, argument, '+') ??
      fail(2, `Failed to apply $inc operations to current value (${show(current)}) for document ${idOf(doc)}`)
    );
  },
  $min: ({ current, argument }) => (current === undefined || compare(argument, current) < 0 ? argument : current),
  $max: ({ current, argument }) => (current === undefined || compare(argument, current) > 0 ? argument : current),
  $push: ({ current, argument, path, doc }) => {
    if (current !== undefined && !Array.isArray(current)) {
      fail(2, `The field '${path}' must be an array but is of type ${typeOf(current)} in document ${idOf(doc)}`);
    }
    return push(current ?? [], argument);
  },
  $addToSet: ({ current, argument, path }) => {
    if (current !== undefined && !Array.isArray(current)) {
      fail(2, `Cannot apply $addToSet to non-array field. Field named '${path}' has non-array type ${typeOf(current)}`);
    }
    const result = [...(current ?? [])];
    const seen = new Set(result.map(setKey));
    for (const item of eachOf('$addToSet', argument)) if (seen.size < seen.add(setKey(item)).size) result.push(item);
    return result;
  },
  $pull: ({ current, argument }) => {
    if (!Array.isArray(current)) fail(2, 'Cannot apply $pull to a non-array value');
    const test = pulled(argument);
    return current.filter((item) => !test(item));
  },
  $pullAll: ({ current, argument }) => {
    if (!Array.isArray(current)) fail(2, 'Cannot apply $pull to a non-array value');
    const unwanted = new Set((argument as Value[]).map(setKey));
    return current.filter((item) => !unwanted.has(setKey(item)));
  },
};

/** Operators that never create the field that they name. */
const NEED_FIELD = new Set(['$unset', '$pull', '$pullAll']);

function eachOf(operator: string, argument: Value): Value[] {
  if (!isDoc(argument) || !argument.has('$each')) return [argument];
  const each = argument.get('$each')!;
  if (!Array.isArray(each))
    fail(operator === '$push' ? 2 : 14, `The argument to $each in ${operator} must be an array but it was of type ${typeOf(each)}`);
  for (const clause of argument.keys()) {
    if (operator === '$push' && clause === '$sort') unserved('$sort in $push');
    if (clause === '$each' || (operator === '$push' && (clause === '$slice' || clause === '$position'))) continue;
    fail(
      2,
      operator === '$push'
        ? `Unrecognized clause in $push: ${clause}`
        : `Found unexpected fields after $each in $addToSet: ${show(argument)}`,
    );
  }
  return each;
}

function push(current: Value[], argument: Value): Value[] {
  const each = eachOf('$push', argument);
  const clause = (name: string): number | undefined => {
    const value = isDoc(argument) && argument.has('$each') ? argument.get(name) : undefined;
    if (value === undefined) return undefined;
    const number = asNumber(value);
    return number !== undefined && Number.isInteger(number)
      ? number
      : fail(2, `The value for ${name} must be an integer value but was given type: ${typeOf(value)}`);
  };
  const position = clause('$position') ?? current.length;
  const slice = clause('$slice');
  const result = [...current];
  result.splice(position < 0 ? Math.max(0, current.length + position) : position, 0, ...each);
  return slice === undefined ? result : slice < 0 ? result.slice(slice) : result.slice(0, slice);
}

function pulled(argument: Value): (item: Value) => boolean {
  if (isOperators(argument) || isRegex(argument)) {
    const condition = parseOperators('', [], isRegex(argument) ? new Map([['$regex', argument]]) : argument);
    return (item) => matches(condition, item, undefined, false);
  }
  if (isDoc(argument)) {
    const condition = parseFilter(argument);
    return (item) => isDoc(item) && matches(condition, item);
  }
  const unwanted = setKey(argument);
  return (item) => setKey(item) === unwanted;
}

const comparePart = (a: string, b: string): number => (isIndex(a) && isIndex(b) ? Number(a) - Number(b) : a < b ? -1 : a > b ? 1 : 0);

function comparePaths(a: readonly string[], b: readonly string[]): number {
  const different = a.findIndex((part, i) => i >= b.length || part !== b[i]);
  return different < 0 ? a.length - b.length : different >= b.length ? 1 : comparePart(a[different]!, b[different]!);
}

/** @throws code 40 where one path is, or lies inside, another; `paths` are sorted */
function refuseConflicts(paths: readonly (readonly string[])[]): void {
  paths.forEach((path, i) => {
    const previous = paths[i - 1];
    if (previous?.every((part, at) => part === path[at])) {
      fail(40, `Updating the path '${path.join('.')}' would create a conflict at '${previous.join('.')}'`);
    }
  });
}

/** @throws codes 2, 9, 14, 40, 56: everything about an update that is wrong whatever the document */
export function parseUpdate(update: Value | undefined, arrayFilters: readonly Value[] = []): Update {
  if (Array.isArray(update)) unserved('an update pipeline');
  if (!isDoc(update)) return fail(9, 'Update argument must be either an object or an array');
  if (update.size === 0 || ![...update.keys()][0]!.startsWith('$')) {
    const dollar = [...update.keys()].find((name) => name.startsWith('$'));
    if (dollar)
      fail(
        52,
        `The dollar ($) prefixed field '${dollar}' in '${dollar}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`,
      );
    if (arrayFilters.length > 0) fail(9, 'Cannot specify arrayFilters and a non-object update');
    return { kind: 'replace', doc: update };
  }
  const modifiers = [...update].flatMap(([operator, fields]) => {
    if (!Object.hasOwn(OPERATORS, operator)) {
      fail(9, `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`);
    }
    if (!isDoc(fields)) {
      fail(
        9,
        `Modifiers operate on fields but we found type ${typeOf(fields)} instead. For example: {$mod: {<field>: ...}} not {${operator}: ${show(fields)}}`,
      );
    }
    return [...fields].map(([path, argument]) => parseModifier(operator, path, argument));
  });
  modifiers.sort((a, b) => comparePaths(a.parts, b.parts));
  refuseConflicts(modifiers.map(({ parts }) => parts));
  return { kind: 'modify', modifiers, filters: parseArrayFilters(arrayFilters, modifiers, update) };
}

function parseModifier(operator: string, path: string, argument: Value): Modifier {
  const parts = path.split('.');
  if (path === '') fail(56, 'An empty update path is not valid.');
  if (parts.includes('')) fail(56, `The update path '${path}' contains an empty field name, which is not allowed.`);
  if (/^\$(\[|$)/.test(parts[0]!)) fail(2, `Cannot have positional (i.e. '$') element in the first position in path '${path}'`);
  if (parts.filter((part) => part === '$').length > 1) fail(2, `Too many positional (i.e. '$') elements found in path '${path}'`);
  const dollar = parts.find((part) => part.startsWith('$') && part !== '$' && !/^\$\[.*\]$/.test(part));
  if (dollar) fail(52, `The dollar ($) prefixed field '${dollar}' in '${path}' is not valid for storage.`);
  if (operator === '$inc' && !isNumeric(argument)) {
    fail(14, `Cannot increment with non-numeric argument: {${path}: ${show(argument)}}`);
  }
  if (operator === '$pullAll' && !Array.isArray(argument))
    fail(2, `$pullAll requires an array argument but was given a ${typeOf(argument)}`);
  if (operator === '$push' || operator === '$addToSet') eachOf(operator, argument);
  if (operator === '$push') push([], argument);
  if (operator === '$pull') pulled(argument);
  return { operator, path, parts, argument };
}

function parseArrayFilters(arrayFilters: readonly Value[], modifiers: readonly Modifier[], update: Doc): Map<string, Filter> {
  const filters = new Map<string, Filter>();
  for (const filter of arrayFilters) {
    if (!isDoc(filter)) return fail(14, `BSON field 'arrayFilters' is the wrong type '${typeOf(filter)}', expected type 'object'`);
    const names = new Set(identifiers(filter));
    if (names.size === 0) fail(9, 'Cannot use an expression without a top-level field name in arrayFilters');
    if (names.size > 1)
      fail(9, `Error parsing array filter :: caused by :: Expected a single top-level field name, found '${[...names].join("' and '")}'`);
    const [name] = names as unknown as [string];
    if (!/^[a-z][a-zA-Z0-9]*$/.test(name))
      fail(
        2,
        `Error parsing array filter :: caused by :: The top-level field name must be an alphanumeric string beginning with a lowercase letter, found '${name}'`,
      );
    if (filters.has(name)) fail(9, `Found multiple array filters with the same top-level field name ${name}`);
    filters.set(name, parseFilter(filter));
  }
  const used = new Set<string>();
  for (const { parts, path } of modifiers) {
    for (const part of parts) {
      const name = /^\$\[(.+)\]$/.exec(part)?.[1];
      if (name === undefined) continue;
      if (!filters.has(name)) fail(2, `No array filter found for identifier '${name}' in path '${path}'`);
      used.add(name);
    }
  }
  const unused = [...filters.keys()].find((name) => !used.has(name));
  if (unused !== undefined) fail(9, `The array filter for identifier '${unused}' was not used in the update ${show(update)}`);
  return filters;
}

function identifiers(filter: Doc): string[] {
  return [...filter].flatMap(([name, value]) =>
    !name.startsWith('$') ? [name.split('.')[0]!] : Array.isArray(value) ? value.filter(isDoc).flatMap(identifiers) : [],
  );
}

/**
 * The document after the update; `doc` may be changed on the way and is not to be used afterwards.
 * @param position where the filter hit an array, for the positional `$`
 * @throws codes 2, 14, 28, 40, 54, 66
 */
export function applyUpdate(update: Update, doc: Doc, position: number | undefined, inserting: boolean): Doc {
  const id = doc.get('_id');
  if (update.kind === 'replace') {
    const replaced: Doc = new Map(id === undefined ? [] : [['_id', id]]);
    for (const [name, value] of update.doc) if (name !== '_id' || id === undefined) replaced.set(name, value);
    const wanted = update.doc.get('_id');
    if (id !== undefined && wanted !== undefined && compare(id, wanted) !== 0) {
      fail(66, `After applying the update, the (immutable) field '_id' was found to have been altered to _id: ${show(wanted)}`);
    }
    return replaced;
  }
  const targets = update.modifiers
    .filter(({ operator }) => operator !== '$setOnInsert' || inserting)
    .flatMap((modifier) => expandPath(doc, modifier.parts, position, update.filters).map((parts) => ({ ...modifier, parts })))
    .toSorted((a, b) => comparePaths(a.parts, b.parts));
  refuseConflicts(targets.map(({ parts }) => parts));
  for (const target of targets) applyModifier(target, doc, inserting);
  if (id !== undefined && (doc.get('_id') === undefined || compare(id, doc.get('_id')) !== 0)) {
    fail(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
  }
  return doc;
}

/** Replaces `$`, `$[]` and `$[name]` by the positions that they stand for in this document. */
function expandPath(doc: Doc, parts: readonly string[], position: number | undefined, filters: Map<string, Filter>): string[][] {
  const at = parts.findIndex((part) => part.startsWith('$'));
  if (at < 0) return [[...parts]];
  const before = parts.slice(0, at);
  const part = parts[at]!;
  if (part === '$') {
    if (position === undefined) fail(2, 'The positional operator did not find the match needed from the query.');
    return expandPath(doc, [...before, String(position), ...parts.slice(at + 1)], position, filters);
  }
  const array = before.reduce<Value | undefined>(
    (value, name) => (Array.isArray(value) ? value[Number(name)] : isDoc(value) ? value.get(name) : undefined),
    doc,
  );
  if (array === undefined) fail(2, `The path '${before.join('.')}' must exist in the document in order to apply array updates.`);
  if (!Array.isArray(array)) fail(2, `Cannot apply array updates to non-array element ${before.at(-1)}: ${show(array)}`);
  const name = part.slice(2, -1);
  const filter = name === '' ? undefined : filters.get(name)!;
  return array.flatMap((item, index) =>
    filter && !matches(filter, new Map([[name, item]]))
      ? []
      : expandPath(doc, [...before, String(index), ...parts.slice(at + 1)], position, filters),
  );
}

function applyModifier({ operator, path, parts, argument }: Modifier, doc: Doc, inserting: boolean): void {
  const parent = parentOf(doc, parts, !NEED_FIELD.has(operator));
  if (parent === undefined) return;
  const last = parts.at(-1)!;
  const current = Array.isArray(parent) ? parent[Number(last)] : parent.get(last);
  if (current === undefined && NEED_FIELD.has(operator)) return;
  const result = OPERATORS[operator]!({ current, argument, path, doc, inserting });
  if (!Array.isArray(parent)) {
    if (result === undefined) parent.delete(last);
    else parent.set(last, result);
  } else {
    pad(parent, Number(last));
    parent[Number(last)] = result ?? null;
  }
}

function pad(array: Value[], length: number): void {
  if (length - array.length > 1_500_000) fail(2, `can't backfill more than 1500000 elements`);
  while (array.length < length) array.push(null);
}

/** The document or array that holds the last part of a path, created on the way if `create`. */
function parentOf(doc: Doc, parts: readonly string[], create: boolean): Doc | Value[] | undefined {
  let current: Doc | Value[] = doc;
  for (const [i, part] of parts.entries()) {
    if (Array.isArray(current) && !isIndex(part)) {
      return create ? fail(28, `Cannot create field '${part}' in element {${parts[i - 1]}: ${show(current)}}`) : undefined;
    }
    if (i === parts.length - 1) return current;
    let next: Value | undefined = Array.isArray(current) ? current[Number(part)] : current.get(part);
    if (next === undefined) {
      if (!create) return undefined;
      next = new Map<string, Value>();
      if (Array.isArray(current)) {
        pad(current, Number(part));
        current[Number(part)] = next;
      } else {
        current.set(part, next);
      }
    }
    if (!isDoc(next) && !Array.isArray(next)) {
      return create ? fail(28, `Cannot create field '${parts[i + 1]}' in element {${part}: ${show(next)}}`) : undefined;
    }
    current = next;
  }
  return current;
}

/** The document that an upsert starts from: what the filter says by equality. */
export function documentFromFilter(filter: Filter): Doc {
  const doc: Doc = new Map();
  const seen: string[] = [];
  for (const { path, parts, value } of equalities(filter).toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    if (seen.some((other) => other === path || other.startsWith(`${path}.`) || path.startsWith(`${other}.`))) {
      fail(54, `cannot infer query fields to set, path '${path}' is matched twice`);
    }
    seen.push(path);
    const parent = parentOf(doc, parts, true);
    if (isDoc(parent)) parent.set(parts.at(-1)!, value);
  }
  return doc;
}

function equalities(filter: Filter): { path: string; parts: string[]; value: Value }[] {
  if (filter.op === 'leaf' && filter.kind === '$eq') return [filter];
  if (filter.op === 'and') return filter.of.flatMap(equalities);
  return filter.op === 'or' && filter.of.length === 1 ? equalities(filter.of[0]!) : [];
}

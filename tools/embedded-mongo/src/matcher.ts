import { BSONRegExp } from 'bson';
import { compare, keyOf, setKey } from './encoding.ts';
import { fail } from './errors.ts';
import { asDoc, someAt } from './paths.ts';
import { toRegExp } from './regex.ts';
import * as values from './values.ts';
import { asNumber, isDoc, isRegex, RANK, show, typeOf, type Doc, type Value } from './values.ts';

type Test = (value: Value | undefined) => boolean;

export interface Leaf {
  op: 'leaf';
  kind: '$eq' | '$lt' | '$lte' | '$gt' | '$gte' | '$in' | '$exists' | '$regex' | '$type' | '$size';
  path: string;
  parts: string[];
  value: Value;
  test: Test;
}

/** A parsed filter. The planner reads it as well, so leaves keep their operator and operand. */
export type Filter =
  | { op: 'and' | 'or' | 'nor'; of: Filter[] }
  | { op: 'not'; of: Filter }
  | { op: 'elements'; path: string; parts: string[]; of: Filter; documents: boolean }
  | Leaf;

export const EVERYTHING: Filter = { op: 'and', of: [] };

/** Where the last array predicate of a match hit: what the positional `$` stands for. */
export interface Hit {
  index?: number;
}

/** @param expand false takes the subject as one value: its own elements don't match for it */
export function matches(filter: Filter, subject: Value | undefined, hit: Hit = {}, expand = true): boolean {
  switch (filter.op) {
    case 'and':
      return filter.of.every((part) => matches(part, subject, hit, expand));
    case 'or':
      return filter.of.some((part) => matches(part, subject, hit, expand));
    case 'nor':
      return !filter.of.some((part) => matches(part, subject, {}, expand));
    case 'not':
      return !matches(filter.of, subject, {}, expand);
    case 'leaf':
      return someAt(subject, filter.parts, 0, expand && filter.kind !== '$exists' && filter.kind !== '$size', (value, index) => {
        if (!filter.test(value)) return false;
        if (index !== undefined) hit.index = index;
        return true;
      });
    case 'elements':
      return someAt(subject, filter.parts, 0, false, (value) => {
        const index = Array.isArray(value) ? value.findIndex((item) => elementMatches(filter, item)) : -1;
        if (index >= 0) hit.index = index;
        return index >= 0;
      });
    default:
      return filter satisfies never;
  }
}

function elementMatches({ documents, of }: Extract<Filter, { op: 'elements' }>, item: Value): boolean {
  if (!documents) return matches(of, item, {}, false);
  return (isDoc(item) || Array.isArray(item)) && matches(of, asDoc(item));
}

/** @throws code 2 for an unknown operator or a wrong operand, as MongoDB does */
export function parseFilter(doc: Doc | undefined): Filter {
  const fields = [...(doc ?? [])].filter(([name]) => name !== '$comment');
  return joined(fields.map(([name, value]) => (name.startsWith('$') ? parseLogical(name, value) : parsePath(name, value))));
}

const joined = (of: Filter[]): Filter => (of.length === 1 ? of[0]! : { op: 'and', of });

function parseLogical(name: string, value: Value): Filter {
  if (name === '$text') fail(27, 'text index required for $text query');
  if (name !== '$and' && name !== '$or' && name !== '$nor') {
    const advice = "If you have a field name that starts with a '$' symbol, consider using $getField or $setField.";
    fail(2, `unknown top level operator: ${name}. ${advice}`);
  }
  if (!Array.isArray(value)) fail(2, `${name} must be an array`);
  if (value.length === 0) fail(2, '$and/$or/$nor must be a nonempty array');
  const of = value.map((part) => parseFilter(isDoc(part) ? part : fail(2, '$or/$and/$nor entries need to be full objects')));
  return { op: name.slice(1) as 'and' | 'or' | 'nor', of };
}

export const isOperators = (value: Value | undefined): value is Doc => isDoc(value) && values.firstKey(value).startsWith('$');

function parsePath(path: string, value: Value): Filter {
  if (isOperators(value)) return parseOperators(path, path.split('.'), value);
  const place = { path, parts: path.split('.') };
  return isRegex(value) ? regexLeaf(place, value.pattern, value.options) : leaf(place, '$eq', value, equals(value));
}

/** @param parts empty when the operators apply to a value itself and not to a field of it */
export function parseOperators(path: string, parts: string[], operators: Doc): Filter {
  return joined([...operators].flatMap(([name, value]) => parseOperator(name, value, { path, parts }, operators)));
}

interface Place {
  path: string;
  parts: string[];
}

const leaf = (place: Place, kind: Leaf['kind'], value: Value, test: Test): Leaf => ({ op: 'leaf', kind, value, test, ...place });
const not = (of: Filter): Filter => ({ op: 'not', of });

function parseOperator(name: string, value: Value, place: Place, all: Doc): Filter | [] {
  switch (name) {
    case '$eq':
      return leaf(place, name, value, equals(value));
    case '$ne':
      return not(leaf(place, '$eq', value, isRegex(value) ? fail(2, "Can't have regex as arg to $ne.") : equals(value)));
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      if (isRegex(value)) fail(2, `Can't have RegEx as arg to predicate over field '${place.path}'.`);
      return leaf(place, name, value, compares(name, value));
    case '$in':
      return leaf(place, name, value, oneOf(name, value));
    case '$nin':
      return not(leaf(place, '$in', value, oneOf(name, value)));
    case '$exists': {
      const exists = leaf(place, name, true, (found) => found !== undefined);
      return values.truthy(value) ? exists : not(exists);
    }
    case '$not':
      if (isRegex(value)) return not(regexLeaf(place, value.pattern, value.options));
      if (!isDoc(value)) return fail(2, '$not needs a regex or a document');
      return not(value.size === 0 ? fail(2, '$not cannot be empty') : parseOperators(place.path, place.parts, value));
    case '$regex':
      return parseRegex(value, place, all.get('$options'));
    case '$options':
      return all.has('$regex') ? [] : fail(2, '$options needs a $regex');
    case '$size': {
      const size = asNumber(value) ?? -1;
      if (!Number.isInteger(size) || size < 0) fail(2, `Failed to parse $size. Expected a non-negative integer in: $size: ${show(value)}`);
      return leaf(place, name, value, (found) => Array.isArray(found) && found.length === size);
    }
    case '$all':
      return parseAll(value, place);
    case '$elemMatch':
      return parseElements(value, place);
    case '$type':
      return leaf(place, name, value, hasType(value));
    case '$near':
    case '$nearSphere':
      return fail(291, 'error processing query: planner returned error :: caused by :: unable to find index for $geoNear query');
    default:
      return fail(2, `unknown operator: ${name}`);
  }
}

function parseRegex(value: Value, place: Place, given: Value | undefined): Leaf {
  const [pattern, own] = isRegex(value) ? [value.pattern, value.options] : [value, ''];
  const options = given ?? own;
  if (typeof pattern !== 'string') return fail(2, '$regex has to be a string');
  if (typeof options !== 'string') return fail(2, '$options has to be a string');
  if (given !== undefined && own !== '') fail(51075, 'options set in both $regex and $options');
  return regexLeaf(place, pattern, options);
}

function parseElements(value: Value, place: Place): Filter {
  if (!isDoc(value)) return fail(2, '$elemMatch needs an Object');
  const documents = !/^\$(?!(and|or|nor)$)/.test(values.firstKey(value));
  return { op: 'elements', ...place, documents, of: documents ? parseFilter(value) : parseOperators(place.path, [], value) };
}

function parseAll(value: Value, place: Place): Filter {
  if (!Array.isArray(value)) return fail(2, '$all needs an array');
  if (value.length === 0) return { op: 'or', of: [] };
  const isElements = (item: Value): boolean => isDoc(item) && values.firstKey(item) === '$elemMatch';
  if (value.some(isElements) && !value.every(isElements)) fail(2, '$all/$elemMatch has to be consistent');
  const parse = (item: Value): Filter => {
    if (isElements(item)) return parseElements((item as Doc).get('$elemMatch')!, place);
    if (isOperators(item)) fail(2, 'no $ expressions in $all');
    return isRegex(item) ? regexLeaf(place, item.pattern, item.options) : leaf(place, '$eq', item, equals(item));
  };
  return { op: 'and', of: value.map(parse) };
}

/** Equality to null includes a missing field; numbers of all types are equal by value. */
export function equals(wanted: Value): Test {
  if (wanted === null) return (value) => value === null || value === undefined;
  if (typeof wanted === 'string') return (value) => value === wanted;
  const rank = RANK[typeOf(wanted)];
  const key = keyOf(wanted);
  return (value) => value !== undefined && RANK[typeOf(value)] === rank && key.equals(keyOf(value));
}

const isNaNValue = (value: Value): boolean => Number.isNaN(asNumber(value));

/** Values of one type only are compared, except with MinKey and MaxKey; NaN is equal to itself and has no order. */
function compares(kind: '$gt' | '$gte' | '$lt' | '$lte', wanted: Value): Test {
  const orEqual = kind.endsWith('e');
  if (wanted === null || isNaNValue(wanted)) return orEqual ? equals(wanted) : () => false;
  const rank = RANK[typeOf(wanted)];
  const anyType = rank === RANK.minKey || rank === RANK.maxKey;
  const sign = kind.startsWith('$g') ? 1 : -1;
  return (value) => {
    if (value === undefined || isNaNValue(value) || (!anyType && RANK[typeOf(value)] !== rank)) return false;
    const order = compare(value, wanted);
    return order * sign > 0 || (orEqual && order === 0);
  };
}

function oneOf(name: string, value: Value): Test {
  if (!Array.isArray(value)) return fail(2, `${name} needs an array`);
  if (value.some(isOperators)) fail(2, `cannot nest $ under ${name}`);
  const keys = new Set(value.map(setKey));
  const patterns = value.filter(isRegex).map(({ pattern, options }) => regexTest(pattern, options));
  const orMissing = value.includes(null);
  return (found) => (found === undefined ? orMissing : keys.has(setKey(found)) || patterns.some((test) => test(found)));
}

function regexTest(pattern: string, options: string): Test {
  const regex = toRegExp(pattern, options);
  const same = (value: Value | undefined): boolean => isRegex(value) && value.pattern === pattern && value.options === options;
  return (value) => (typeof value === 'string' ? regex.test(value) : same(value));
}

function regexLeaf(place: Place, pattern: string, options: string): Leaf {
  // The test first: it refuses options that BSONRegExp would throw on.
  const test = regexTest(pattern, options);
  return leaf(place, '$regex', new BSONRegExp(pattern, options), test);
}

function hasType(value: Value): Test {
  const wanted = (Array.isArray(value) ? value : [value]).map((item): string => {
    if (typeof item === 'string') return item === 'number' || values.isTypeName(item) ? item : fail(2, `Unknown type name alias: ${item}`);
    const number = asNumber(item) ?? fail(14, 'type must be represented as a number or a string');
    return values.typeNumbered(number) ?? fail(2, `Invalid numerical type code: ${number}`);
  });
  if (wanted.length === 0) fail(9, '$type must match at least one type');
  return (found) => wanted.includes(typeOf(found)) || (wanted.includes('number') && RANK[typeOf(found)] === RANK.int);
}

import { BSONRegExp } from 'bson';
import { compare, keyOf, RANK, setKey } from './encoding.ts';
import { fail } from './errors.ts';
import { asDoc, someAt } from './paths.ts';
import { toRegExp } from './regex.ts';
import { asNumber, isDoc, isRegex, show, truthy, typeOf, type Doc, type Value } from './values.ts';

type Test = (value: Value | undefined) => boolean;
export type Comparison = '$eq' | '$lt' | '$lte' | '$gt' | '$gte';
export type LeafKind = Comparison | '$in' | '$exists' | '$regex' | '$type';

export interface Leaf {
  op: 'leaf';
  kind: LeafKind;
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
  | { op: 'size'; parts: string[]; size: number }
  | Leaf;

/** Where the last array predicate of a match hit: what the positional `$` stands for. */
export interface Hit {
  index?: number;
}

export function matches(filter: Filter, subject: Value | undefined, hit?: Hit, expand = true): boolean {
  switch (filter.op) {
    case 'and':
      return filter.of.every((part) => matches(part, subject, hit, expand));
    case 'or':
      return filter.of.some((part) => matches(part, subject, hit, expand));
    case 'nor':
      return !filter.of.some((part) => matches(part, subject, undefined, expand));
    case 'not':
      return !matches(filter.of, subject, undefined, expand);
    case 'leaf':
      return someAt(subject, filter.parts, 0, expand && filter.kind !== '$exists', (value, index) => {
        if (!filter.test(value)) return false;
        if (hit && index !== undefined) hit.index = index;
        return true;
      });
    case 'size':
      return someAt(subject, filter.parts, 0, false, (value) => Array.isArray(value) && value.length === filter.size);
    case 'elements':
      return someAt(subject, filter.parts, 0, false, (value) => {
        if (!Array.isArray(value)) return false;
        const index = value.findIndex((item) =>
          filter.documents
            ? (isDoc(item) || Array.isArray(item)) && matches(filter.of, asDoc(item as Doc | Value[]))
            : matches(filter.of, item, undefined, false),
        );
        if (index < 0) return false;
        if (hit) hit.index = index;
        return true;
      });
  }
}

/** @throws code 2 for an unknown operator or a wrong operand, as MongoDB does */
export function parseFilter(doc: Doc): Filter {
  const parts = [...doc].flatMap(([name, value]) =>
    name === '$comment' ? [] : [name.startsWith('$') ? parseLogical(name, value) : parsePath(name, value)],
  );
  return parts.length === 1 ? parts[0]! : { op: 'and', of: parts };
}

function parseLogical(name: string, value: Value): Filter {
  if (name === '$text') fail(27, 'text index required for $text query');
  if (name !== '$and' && name !== '$or' && name !== '$nor') {
    fail(
      2,
      `unknown top level operator: ${name}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.`,
    );
  }
  if (!Array.isArray(value)) fail(2, `${name} must be an array`);
  if (value.length === 0) fail(2, '$and/$or/$nor must be a nonempty array');
  const of = value.map((part) => (isDoc(part) ? parseFilter(part) : fail(2, '$or/$and/$nor entries need to be full objects')));
  return { op: name.slice(1) as 'and' | 'or' | 'nor', of };
}

export const isOperators = (value: Value | undefined): value is Doc =>
  isDoc(value) && value.size > 0 && [...value.keys()][0]!.startsWith('$');

function parsePath(path: string, value: Value): Filter {
  const parts = path.split('.');
  if (isRegex(value)) return regexLeaf(path, parts, value.pattern, value.options);
  return isOperators(value) ? parseOperators(path, parts, value) : leaf('$eq', path, parts, value, equals(value));
}

/** @param parts empty when the operators apply to a value itself and not to a field of it */
export function parseOperators(path: string, parts: string[], operators: Doc): Filter {
  const of = [...operators].flatMap(([name, value]) => parseOperator(name, value, path, parts, operators));
  return of.length === 1 ? of[0]! : { op: 'and', of };
}

function leaf(kind: LeafKind, path: string, parts: string[], value: Value, test: Test): Leaf {
  return { op: 'leaf', kind, path, parts, value, test };
}

function parseOperator(name: string, value: Value, path: string, parts: string[], all: Doc): Filter[] {
  switch (name) {
    case '$eq':
      return [leaf('$eq', path, parts, value, equals(value))];
    case '$ne':
      if (isRegex(value)) fail(2, "Can't have regex as arg to $ne.");
      return [{ op: 'not', of: leaf('$eq', path, parts, value, equals(value)) }];
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      if (isRegex(value)) fail(2, `Can't have RegEx as arg to predicate over field '${path}'.`);
      return [leaf(name, path, parts, value, compares(name, value))];
    case '$in':
    case '$nin': {
      const test = oneOf(name, value);
      const inside = leaf('$in', path, parts, value, test);
      return [name === '$in' ? inside : { op: 'not', of: inside }];
    }
    case '$exists': {
      const exists = leaf('$exists', path, parts, true, (found) => found !== undefined);
      return [truthy(value) ? exists : { op: 'not', of: exists }];
    }
    case '$not':
      if (isRegex(value)) return [{ op: 'not', of: regexLeaf(path, parts, value.pattern, value.options) }];
      if (!isDoc(value)) fail(2, '$not needs a regex or a document');
      if (value.size === 0) fail(2, '$not cannot be empty');
      if (value.has('$options') && !value.has('$regex')) fail(2, '$options needs a $regex');
      return [{ op: 'not', of: parseOperators(path, parts, value) }];
    case '$regex': {
      const options = all.get('$options') ?? (isRegex(value) ? value.options : '');
      if (typeof options !== 'string') fail(2, '$options has to be a string');
      if (isRegex(value)) {
        if (all.has('$options') && value.options !== '') fail(51075, 'options set in both $regex and $options');
        return [regexLeaf(path, parts, value.pattern, options)];
      }
      return [typeof value === 'string' ? regexLeaf(path, parts, value, options) : fail(2, '$regex has to be a string')];
    }
    case '$options':
      return all.has('$regex') ? [] : fail(2, '$options needs a $regex');
    case '$size': {
      const size = asNumber(value);
      if (size === undefined) fail(2, `Failed to parse $size. Expected a number in: $size: ${show(value)}`);
      if (!Number.isInteger(size)) fail(2, `Failed to parse $size. Expected an integer: $size: ${show(value)}`);
      if (size < 0) fail(2, `Failed to parse $size. Expected a non-negative number in: $size: ${show(value)}`);
      return [{ op: 'size', parts, size }];
    }
    case '$all':
      return [parseAll(value, path, parts)];
    case '$elemMatch':
      return [parseElements(value, path, parts)];
    case '$type':
      return [leaf('$type', path, parts, value, hasType(value))];
    case '$near':
    case '$nearSphere':
      return fail(291, 'error processing query: planner returned error :: caused by :: unable to find index for $geoNear query');
    default:
      return fail(2, `unknown operator: ${name}`);
  }
}

function parseElements(value: Value, path: string, parts: string[]): Filter {
  if (!isDoc(value)) fail(2, '$elemMatch needs an Object');
  const first = [...value.keys()][0] ?? '';
  const documents = !first.startsWith('$') || ['$and', '$or', '$nor'].includes(first);
  return { op: 'elements', path, parts, documents, of: documents ? parseFilter(value) : parseOperators(path, [], value) };
}

function parseAll(value: Value, path: string, parts: string[]): Filter {
  if (!Array.isArray(value)) fail(2, '$all needs an array');
  if (value.length === 0) return { op: 'or', of: [] };
  const elements = value.map((item) => isDoc(item) && [...item.keys()][0] === '$elemMatch');
  if (elements.includes(true) && elements.includes(false)) fail(2, '$all/$elemMatch has to be consistent');
  const of = value.map((item): Filter => {
    if (isDoc(item) && item.has('$elemMatch')) return parseElements(item.get('$elemMatch')!, path, parts);
    if (isOperators(item)) fail(2, 'no $ expressions in $all');
    return isRegex(item) ? regexLeaf(path, parts, item.pattern, item.options) : leaf('$eq', path, parts, item, equals(item));
  });
  return { op: 'and', of };
}

/** Equality to null includes a missing field; numbers of all types are equal by value. */
export function equals(wanted: Value): Test {
  if (wanted === null) return (value) => value === null || value === undefined;
  if (typeof wanted === 'string') return (value) => value === wanted;
  const rank = RANK[typeOf(wanted)];
  const key = keyOf(wanted);
  return (value) => value !== undefined && RANK[typeOf(value)] === rank && key.equals(keyOf(value));
}

const isNaNValue = (value: Value | undefined): boolean => Number.isNaN(asNumber(value));

function compares(kind: Exclude<Comparison, '$eq'>, wanted: Value): Test {
  const orEqual = kind === '$gte' || kind === '$lte';
  if (wanted === null || isNaNValue(wanted)) return orEqual ? equals(wanted) : () => false;
  const type = typeOf(wanted);
  const anyType = type === 'minKey' || type === 'maxKey';
  const sign = kind === '$gt' || kind === '$gte' ? 1 : -1;
  return (value) => {
    if (value === undefined || isNaNValue(value) || (!anyType && RANK[typeOf(value)] !== RANK[type])) return false;
    const order = compare(value, wanted);
    return order * sign > 0 || (orEqual && order === 0);
  };
}

function oneOf(name: string, value: Value): Test {
  if (!Array.isArray(value)) fail(2, `${name} needs an array`);
  if (value.some(isOperators)) fail(2, `cannot nest $ under ${name}`);
  const keys = new Set(value.map(setKey));
  const patterns = value.filter(isRegex).map((item) => regexTest(item.pattern, item.options));
  const orMissing = value.includes(null);
  return (found) => (found === undefined ? orMissing : keys.has(setKey(found)) || patterns.some((test) => test(found)));
}

function regexTest(pattern: string, options: string): Test {
  const regex = toRegExp(pattern, options);
  return (value) =>
    typeof value === 'string' ? regex.test(value) : isRegex(value) && value.pattern === pattern && value.options === options;
}

function regexLeaf(path: string, parts: string[], pattern: string, options: string): Leaf {
  const test = regexTest(pattern, options);
  return leaf('$regex', path, parts, new BSONRegExp(pattern, options), test);
}

const TYPE_NUMBERS: Readonly<Record<number, string>> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  13: 'javascript',
  16: 'int',
  17: 'timestamp',
  18: 'long',
  19: 'decimal',
  127: 'maxKey',
};

function hasType(value: Value): Test {
  const wanted = (Array.isArray(value) ? value : [value]).map((item) => {
    if (typeof item === 'string') {
      if (item === 'number' || item === 'minKey' || Object.values(TYPE_NUMBERS).includes(item)) return item;
      return fail(2, `Unknown type name alias: ${item}`);
    }
    const number = asNumber(item) ?? fail(14, 'type must be represented as a number or a string');
    return number === -1 ? 'minKey' : (TYPE_NUMBERS[number] ?? fail(2, `Invalid numerical type code: ${number}`));
  });
  if (wanted.length === 0) fail(9, 'a must match at least one type');
  return (found) => {
    const type = typeOf(found);
    return wanted.includes(type) || (wanted.includes('number') && RANK[type] === RANK.int && type !== 'missing');
  };
}

import { keyOf } from './encoding.ts';
import { fail, unserved } from './errors.ts';
import { partsOf, someAt } from './paths.ts';
import { holds, pointOf, sideOf, typeRange, type Range } from './ranges.ts';
import { toRegExp } from './regex.ts';
import { asNumber, firstKey, isDoc, isRegex, show, tableOf, truthy, type Doc, type TypeName, type Value } from './values.ts';

/** A parsed filter. */
export interface Filter {
  matches: (doc: Doc) => boolean;
  /** What every document that matches satisfies. */
  conditions: readonly Condition[];
  /** The conditions are all that the filter asks. */
  complete: boolean;
  /** Filters of which a document that matches satisfies one at least. */
  alternatives?: readonly Filter[] | undefined;
  /** The top-level fields that it looks at. */
  fields: readonly string[];
}

/** A condition on the values at one path. */
export interface Condition {
  path: string;
  accepts: (value: Value | undefined) => boolean;
  /** The values that it accepts, where ranges of keys say it: an index is searched by them. */
  ranges?: readonly Range[] | undefined;
  /** The operand of an equality, from which an upsert starts. */
  equal?: Value | undefined;
  /** It accepts everything but a missing value. */
  exists?: boolean;
}

/** @param elements an array at the end of the path passes by one of its elements too */
function condition(path: string, accepts: Condition['accepts'], more: Partial<Condition> = {}, elements = true): Filter {
  const parts = partsOf(path);
  const matches = (doc: Doc): boolean => someAt(doc, parts, elements, accepts);
  return { matches, conditions: [{ path, accepts, ...more }], complete: true, fields: parts.slice(0, 1) };
}

function all(of: readonly Filter[]): Filter {
  if (of.length === 1) return of[0]!;
  return {
    matches: (doc) => of.every(({ matches }) => matches(doc)),
    conditions: of.flatMap(({ conditions }) => conditions),
    complete: of.every(({ complete }) => complete),
    alternatives: of.find(({ alternatives }) => alternatives)?.alternatives,
    fields: of.flatMap(({ fields }) => fields),
  };
}

function any(of: readonly Filter[]): Filter {
  if (of.length === 1) return of[0]!;
  const matches = (doc: Doc): boolean => of.some((filter) => filter.matches(doc));
  return { matches, conditions: [], complete: false, alternatives: of, fields: of.flatMap(({ fields }) => fields) };
}

const not = ({ matches, fields }: Filter): Filter => ({ matches: (doc) => !matches(doc), conditions: [], complete: false, fields });

export const EVERYTHING = all([]);

/** @throws code 2 for an unknown operator or a wrong operand, as MongoDB does */
export function parseFilter(doc: Doc | undefined): Filter {
  const fields = [...(doc ?? [])].filter(([name]) => name !== '$comment');
  return all(fields.map(([name, value]) => (name.startsWith('$') ? parseLogical(name, value) : parseField(name, value))));
}

const LOGICAL = new Set(['$and', '$or', '$nor']);

function parseLogical(name: string, value: Value): Filter {
  if (!LOGICAL.has(name)) fail(name === '$text' ? 27 : 2, `unknown top level operator: ${name}`);
  if (!Array.isArray(value) || value.length === 0) return fail(2, `${name} must be a nonempty array`);
  const of = value.map((part) => parseFilter(isDoc(part) ? part : fail(2, `${name} entries need to be full objects`)));
  return name === '$and' ? all(of) : name === '$or' ? any(of) : not(any(of));
}

export const isOperators = (value: Value | undefined): value is Doc => isDoc(value) && firstKey(value).startsWith('$');

function parseField(path: string, value: Value): Filter {
  if (isRegex(value)) {
    const [regex, key] = [toRegExp(value), keyOf(value)];
    return condition(path, (found) => (typeof found === 'string' ? regex.test(found) : keyOf(found) === key));
  }
  if (!isOperators(value)) return equality(path, value);
  const parserOf = (name: string) => OPERATORS.get(name) ?? fail(name === '$near' ? 291 : 2, `unknown operator: ${name}`);
  return all([...value].map(([name, operand]) => parserOf(name)(path, operand)));
}

/** A condition that values in one range pass. An index holds the elements of an array and not the array: it isn't searched for that. */
function within(path: string, range: Range, operand: Value, equal?: Value): Filter {
  const accepts: Condition['accepts'] = typeof equal === 'string' ? (found) => found === equal : (found) => holds(range, keyOf(found));
  return condition(path, accepts, { equal, ranges: Array.isArray(operand) ? undefined : [range] });
}

const equality = (path: string, value: Value): Filter => within(path, pointOf(value), value, value);

const comparison = (name: Parameters<typeof sideOf>[0]) => (path: string, value: Value) =>
  isRegex(value) ? fail(2, `Can't have a regex as arg to ${name}`) : within(path, sideOf(name, value), value);

function oneOf(path: string, values: Value): Filter {
  if (!Array.isArray(values) || values.some(isOperators)) return fail(2, '$in and $nin need an array, and no operators in it');
  if (values.some(isRegex)) unserved('a regular expression in $in');
  const keys = new Set(values.map(keyOf));
  return condition(path, (found) => keys.has(keyOf(found)), { ranges: values.some(Array.isArray) ? undefined : values.map(pointOf) });
}

const OPERATORS = tableOf<(path: string, operand: Value) => Filter>({
  $eq: equality,
  $ne: (path, value) => not(isRegex(value) ? fail(2, "Can't have regex as arg to $ne.") : equality(path, value)),
  $gt: comparison('$gt'),
  $gte: comparison('$gte'),
  $lt: comparison('$lt'),
  $lte: comparison('$lte'),
  $in: oneOf,
  $nin: (path, values) => not(oneOf(path, values)),
  $not: (path, value) => not(isOperators(value) ? parseField(path, value) : fail(2, '$not needs a document of operators')),
  $exists(path, value) {
    const exists = condition(path, (found) => found !== undefined, { exists: true }, false);
    return truthy(value) ? exists : not(exists);
  },
  $size(path, value) {
    const size = asNumber(value) ?? -1;
    if (!Number.isInteger(size) || size < 0) fail(2, `Failed to parse $size. Expected a non-negative integer in: ${show(value)}`);
    return condition(path, (found) => Array.isArray(found) && found.length === size, {}, false);
  },
  $type(path, value) {
    // The other types share their keys with something else, or are in no index.
    const served = typeof value === 'string' && /^(number|string|object|binData|objectId|bool|date)$/.test(value);
    return served ? within(path, typeRange(value as TypeName), null) : unserved(`$type: ${show(value)}`);
  },
  $elemMatch(path, value) {
    if (!isDoc(value)) return fail(2, '$elemMatch needs an Object');
    if (isOperators(value) && !LOGICAL.has(firstKey(value))) unserved('$elemMatch with operators on the elements themselves');
    const { matches, conditions } = parseFilter(value);
    const some = (found: Value | undefined): boolean => Array.isArray(found) && found.some((item) => isDoc(item) && matches(item));
    const inner = conditions.map((one) => ({ ...one, path: `${path}.${one.path}`, equal: undefined }));
    return { ...condition(path, some, {}, false), conditions: inner, complete: false };
  },
});

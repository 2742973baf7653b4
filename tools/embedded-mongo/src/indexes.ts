import { readFields } from './command.ts';
import { compoundKey, EMPTY_ARRAY, keyOf, type Keyable } from './encoding.ts';
import { fail } from './errors.ts';
import { parseFilter } from './matcher.ts';
import { partsOf } from './paths.ts';
import { asNumber, isDoc, show, type Doc, type Value } from './values.ts';

/** The fields of an index or of a sort, with their directions. */
export type KeyPattern = ReturnType<typeof keyPattern>;
export type IndexSpec = ReturnType<typeof parseIndex>;

/** `multikey`: it has passed through an array of some document. */
export type Index = IndexSpec & { id: number; multikey: boolean };

/** @param direction the number that stands for a direction, or a refusal */
export function keyPattern(fields: Doc, direction: (given: Value, path: string) => number) {
  const paths = [...fields.keys()];
  return { paths, parts: paths.map((path) => partsOf(path)), descending: [...fields].map(([path, given]) => direction(given, path) < 0) };
}

/** A value on the way down a path. `parts` are those still to go; there are none once it is the value of the key. */
type Place = { value: Keyable; parts?: readonly string[] };

/**
 * The keys of a document under a pattern, with their values: one, or one for each element of the array that its fields pass through.
 * @param skipMissing leaves out keys of which no field exists, as a sparse index does
 * @throws when two fields pass through different arrays: 171 for an index, another code for a sort
 */
export function keysOf({ paths, parts: ways, descending }: KeyPattern, doc: Doc, skipMissing = false, code = 171) {
  const keys = new Map<string, Keyable[]>();
  let multikey = false;
  const visit = (start: readonly Place[]): void => {
    const places = start.map(walk);
    const array = places.find(({ parts }) => parts)?.value as Value[] | undefined;
    if (!array) {
      const values = places.map(({ value }) => value);
      if (!skipMissing || values.some((value) => value !== undefined)) keys.set(compoundKey(values, descending), values);
      return;
    }
    multikey = true;
    const other = places.findIndex(({ value, parts }) => parts && value !== array);
    if (other >= 0) fail(code, `cannot index or sort parallel arrays, of which one is at ${paths[other]}`);
    const items: readonly Keyable[] = array.length === 0 ? [EMPTY_ARRAY] : array;
    for (const item of items) visit(places.map((place) => elementOf(place, item)));
  };
  visit(ways.map((parts) => ({ value: doc, parts })));
  return { keys, multikey };
}

/** Goes down to the value of the key, or to the first array that has to be gone through element by element. */
function walk({ value, parts }: Place): Place {
  if (!parts) return { value };
  let current = value;
  for (let at = 0; at < parts.length; at++) {
    if (Array.isArray(current)) return { value: current, parts: parts.slice(at) };
    current = isDoc(current) ? current.get(parts[at]!) : undefined;
  }
  return Array.isArray(current) ? { value: current, parts: [] } : { value: current };
}

/** The place in one element; what isn't in an array stays. An array inside of an array is no further gone through. */
function elementOf(place: Place, item: Keyable): Place {
  if (!place.parts) return place;
  if (place.parts.length === 0) return { value: item };
  return isDoc(item) ? { value: item, parts: place.parts } : { value: undefined };
}

/** The least key of a document under a sort: in an array the least element counts, descending the greatest. */
export const sortKey = (pattern: KeyPattern, doc: Doc): string =>
  [...keysOf(pattern, doc, false, 2).keys.keys()].reduce((least, key) => (key < least ? key : least));

const SPEC = { key: 'object!', name: 'string!', unique: 'bool', sparse: 'bool', partialFilterExpression: 'object' } as const;
/** These change nothing any more. */
const IGNORED = { v: 'any', background: 'any' } as const;

/** @throws codes 9, 14, 67 and 197 */
export function parseIndex(given: Value) {
  const {
    key,
    name,
    unique = false,
    sparse = false,
    ...rest
  } = readFields(given, 'createIndexes.indexes', { ...SPEC, ...IGNORED }, 197, 9);
  if (key.size === 0) fail(67, 'Index keys cannot be empty.');
  const partial = rest.partialFilterExpression && parseFilter(rest.partialFilterExpression);
  if (partial && sparse) fail(67, 'cannot mix "partialFilterExpression" and "sparse" options');
  const served = !partial || (partial.complete && partial.conditions.every(({ ranges, exists }) => ranges ?? exists));
  if (!served) fail(67, 'Expression not supported in partial index');
  const spec: Doc = new Map<string, Value>([['v', 2], ...(given as Doc)]);
  spec.delete('background');
  const pattern = keyPattern(key, directionOf);
  /** The top-level fields on which it depends whether and where a document stands in the index. */
  const fields = [...new Set([...pattern.parts.map(([first]) => first!), ...(partial?.fields ?? [])])];
  return { ...pattern, fields, name, spec, unique: unique || name === '_id_', sparse, partial };
}

function directionOf(direction: Value, path: string): number {
  if (typeof direction === 'string')
    fail(67, `Unknown index plugin '${direction}' (embedded-mongo has ascending and descending keys only)`);
  if (path.includes('$')) fail(67, `Index key contains an illegal field name: ${path}`);
  return asNumber(direction) || fail(67, `Values in v:2 index key pattern must be numbers > 0 or < 0, not ${show(direction)}`);
}

/** What makes two indexes the same, whatever their names. */
export const signatureOf = ({ spec, unique, sparse }: IndexSpec): string =>
  keyOf([spec.get('key')!, unique, sparse, spec.get('partialFilterExpression') ?? null]);

/** MongoDB's E11000 for a key that another document holds. */
export function duplicateKey(namespace: string, { paths, name, spec }: Index, values: readonly Keyable[]): never {
  const shown = (value: Keyable): Value => (value === EMPTY_ARRAY ? [] : (value ?? null));
  const keyValue: Doc = new Map(paths.map((path, field) => [path, shown(values[field])]));
  const message = `E11000 duplicate key error collection: ${namespace} index: ${name} dup key: ${show(keyValue)}`;
  fail(11000, message, { keyPattern: spec.get('key'), keyValue });
}

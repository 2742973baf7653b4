import { fieldsOf } from './arguments.ts';
import { compoundKey, EMPTY_ARRAY, setKey, type Keyable } from './encoding.ts';
import { fail } from './errors.ts';
import { parseFilter, type Filter } from './matcher.ts';
import { isIndex } from './paths.ts';
import { asNumber, isDoc, show, type Doc, type Value } from './values.ts';

/** The fields of an index or of a sort, with their directions. */
export interface KeyPattern {
  paths: string[];
  parts: string[][];
  descending: boolean[];
}

export interface IndexSpec extends KeyPattern {
  name: string;
  spec: Doc;
  unique: boolean;
  sparse: boolean;
  partial: Filter | undefined;
}

export interface Index extends IndexSpec {
  id: number;
  /** One bit for each field that has ever held an array in some document. */
  multikey: number;
}

export interface Key {
  key: Buffer;
  values: Keyable[];
}

export function keyPattern(fields: readonly (readonly [path: string, descending: boolean])[]): KeyPattern {
  const paths = fields.map(([path]) => path);
  return { paths, parts: paths.map((path) => path.split('.')), descending: fields.map(([, descending]) => descending) };
}

interface Place {
  value: Value | undefined;
  rest: readonly string[];
  /** An array at the end of a path that was an element of another one is a value as a whole. */
  whole: boolean;
}

/**
 * The keys of a document under a pattern: one, or one for each element of the array that its fields pass through.
 * @param skipMissing leaves out keys of which no field exists, as a sparse index does
 * @throws code 171 when two fields pass through different arrays
 */
export function keysOf(pattern: KeyPattern, doc: Doc, skipMissing = false): { keys: Key[]; multikey: number } {
  const found = new Map<string, Key>();
  let multikey = 0;
  const visit = (places: readonly Place[]): void => {
    const walked = places.map(walk);
    const inArray = walked.map(({ value, whole }) => Array.isArray(value) && !whole);
    const array = walked[inArray.indexOf(true)]?.value as Value[] | undefined;
    if (array === undefined) {
      // Only an empty array is replaced by what stands for it.
      const values = walked.map(({ value, rest }): Keyable => (rest === EMPTY ? EMPTY_ARRAY : value));
      if (skipMissing && values.every((value) => value === undefined)) return;
      const key = compoundKey(values, pattern.descending);
      found.set(key.toString('latin1'), { key, values });
      return;
    }
    const parallel = walked.findIndex(({ value }, field) => inArray[field] && value !== array);
    if (parallel >= 0) fail(171, `cannot index parallel arrays [${pattern.paths[parallel]}] [${pattern.paths[inArray.indexOf(true)]}]`);
    for (const field of inArray.keys()) if (inArray[field]) multikey |= 1 << field;
    for (const item of array.length === 0 ? [undefined] : array) {
      visit(walked.map((place, field) => (inArray[field] ? elementOf(place, item, array.length === 0) : place)));
    }
  };
  visit(pattern.parts.map((rest) => ({ value: doc, rest, whole: false })));
  return { keys: [...found.values()], multikey };
}

const EMPTY: readonly string[] = [];

function elementOf({ rest }: Place, item: Value | undefined, empty: boolean): Place {
  if (rest.length > 0) return { value: isDoc(item) ? item : undefined, rest, whole: false };
  return { value: item, rest: empty ? EMPTY : rest, whole: true };
}

/** Goes down a path to its end, or to the first array that it has to go through element by element. */
function walk({ value, rest, whole }: Place): Place {
  let current = value;
  for (const [at, part] of rest.entries()) {
    if (isDoc(current)) current = current.get(part);
    else if (!Array.isArray(current)) return { value: undefined, rest: [], whole };
    else if (isIndex(part) && Number(part) < current.length) current = current[Number(part)];
    else return { value: current, rest: rest.slice(at), whole: false };
  }
  return { value: current, rest: rest === EMPTY ? EMPTY : [], whole };
}

/** The least key of a document under a sort: in an array the least element counts, descending the greatest. */
export function sortKey(pattern: KeyPattern, doc: Doc): Buffer {
  const keys = keysOf(pattern, doc).keys.map(({ key }) => key);
  return keys.reduce((least, key) => (Buffer.compare(key, least) < 0 ? key : least));
}

/** @throws codes 9, 14, 67, 197, 238 */
export function parseIndex(given: Value): IndexSpec {
  const fields = fieldsOf(given, 'createIndexes.indexes');
  const missing = (name: string): never => fail(9, `The '${name}' field is a required property of an index specification`);
  const key = fields.optional('object', 'key') ?? missing('key');
  const isId = key.size === 1 && asNumber(key.get('_id')) === 1;
  const name = isId ? '_id_' : (fields.optional('string', 'name') ?? missing('name'));
  const [unique, sparse] = [fields.optional('bool', 'unique') ?? false, fields.optional('bool', 'sparse') ?? false];
  const partial = fields.optional('object', 'partialFilterExpression');
  fields.ignore('v', 'background', 'ns', 'name');
  const spec: Doc = new Map<string, Value>([['v', 2], ...(given as Doc)]);
  for (const ignored of ['background', 'ns']) spec.delete(ignored);
  if (spec.has('expireAfterSeconds'))
    fail(67, 'TTL indexes (expireAfterSeconds) are not served by embedded-mongo: nothing would delete the documents');
  fields.end(197);
  if (key.size === 0) fail(67, 'Index keys cannot be empty.');
  const pattern = keyPattern([...key].map(([path, direction]) => [path, isDescending(path, direction)]));
  if (partial && sparse) fail(67, 'cannot mix "partialFilterExpression" and "sparse" options');
  return { ...pattern, name, spec, unique: unique || isId, sparse, partial: partial && parsePartial(parseFilter(partial)) };
}

function isDescending(path: string, direction: Value): boolean {
  const number = asNumber(direction) ?? 0;
  if (typeof direction === 'string')
    fail(67, `Unknown index plugin '${direction}' (embedded-mongo serves ascending and descending keys only)`);
  if (number === 0 || Number.isNaN(number)) fail(67, `Values in v:2 index key pattern must be numbers > 0 or < 0, not ${show(direction)}`);
  if (path.includes('$') || path.split('.').includes('')) fail(67, `Index key contains an illegal field name: ${path}`);
  return number < 0;
}

function parsePartial(filter: Filter): Filter {
  if (filter.op === 'and' || filter.op === 'or') filter.of.forEach(parsePartial);
  else if (filter.op !== 'leaf' || filter.kind === '$regex' || filter.kind === '$size')
    fail(67, 'Expression not supported in partial index');
  return filter;
}

/** What makes two indexes the same, whatever their names. */
export const signatureOf = ({ spec, unique, sparse }: IndexSpec): string =>
  setKey([spec.get('key')!, unique, sparse, spec.get('partialFilterExpression') ?? null]);

/** MongoDB's E11000 for a key that another document holds. */
export function duplicateKey(namespace: string, { paths, name, spec }: Index, { values }: Key): never {
  const keyValue: Doc = new Map(
    paths.map((path, field) => [path, values[field] === EMPTY_ARRAY ? [] : ((values[field] as Value) ?? null)]),
  );
  const message = `E11000 duplicate key error collection: ${namespace} index: ${name} dup key: ${show(keyValue)}`;
  fail(11000, message, { keyPattern: spec.get('key'), keyValue });
}

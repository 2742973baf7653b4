import { compoundKey, EMPTY_ARRAY, setKey, type Keyable } from './encoding.ts';
import { fail, unserved } from './errors.ts';
import { parseFilter, type Filter } from './matcher.ts';
import { isIndex } from './paths.ts';
import { asNumber, isDoc, show, truthy, typeOf, type Doc, type Value } from './values.ts';

/** The fields of an index or of a sort, with their directions. */
export interface KeyPattern {
  paths: string[];
  parts: string[][];
  descending: boolean[];
}

export interface Index extends KeyPattern {
  id: number;
  name: string;
  spec: Doc;
  unique: boolean;
  sparse: boolean;
  partial: Filter | undefined;
  /** One bit for each field that has ever held an array in some document. */
  multikey: number;
}

export interface Key {
  key: Buffer;
  values: Keyable[];
}

export interface Keys {
  keys: Key[];
  multikey: number;
}

export function keyPattern(fields: Iterable<[path: string, descending: boolean]>): KeyPattern {
  const entries = [...fields];
  return {
    paths: entries.map(([path]) => path),
    parts: entries.map(([path]) => path.split('.')),
    descending: entries.map(([, descending]) => descending),
  };
}

interface Cursor {
  value: Value | undefined;
  rest: readonly string[];
}

/**
 * The keys of a document under a pattern: one, or one for each element of the array that its fields pass through.
 * @param skipMissing leaves out keys of which no field exists, as a sparse index does
 * @throws code 171 when two fields pass through different arrays
 */
export function keysOf(pattern: KeyPattern, doc: Doc, skipMissing = false): Keys {
  const found = new Map<string, Key>();
  let multikey = 0;
  const visit = (cursors: Cursor[], values: Keyable[]): void => {
    let array: Value[] | undefined = undefined as Value[] | undefined;
    const next = cursors.map((cursor, field) => {
      const walked = walk(cursor);
      if (!Array.isArray(walked.value) || values[field] === walked.value) return walked;
      if (array !== undefined && array !== walked.value) {
        fail(171, `cannot index parallel arrays [${pattern.parts[field]!.at(-1)}] [${pattern.parts[0]!.at(-1)}]`);
      }
      array = walked.value;
      multikey |= 1 << field;
      return walked;
    });
    const passed = array;
    if (passed === undefined) {
      const leaves = next.map(({ value }, field) => (values[field] === EMPTY_ARRAY ? EMPTY_ARRAY : value));
      if (skipMissing && leaves.every((leaf) => leaf === undefined)) return;
      const key = compoundKey(leaves, pattern.descending);
      found.set(key.toString('latin1'), { key, values: leaves });
      return;
    }
    for (const item of passed.length === 0 ? [undefined] : passed) {
      const marks = [...values];
      visit(
        next.map((cursor, field) => {
          if (cursor.value !== passed) return cursor;
          if (cursor.rest.length > 0) return { value: isDoc(item) ? item : undefined, rest: cursor.rest };
          if (passed.length === 0) marks[field] = EMPTY_ARRAY;
          // An array inside of an array is a value as a whole.
          else if (Array.isArray(item)) marks[field] = item;
          return { value: item, rest: [] };
        }),
        marks,
      );
    }
  };
  visit(
    pattern.parts.map((rest) => ({ value: doc, rest })),
    [],
  );
  return { keys: [...found.values()], multikey };
}

function walk({ value, rest }: Cursor): Cursor {
  let at = 0;
  let current = value;
  for (; at < rest.length; at++) {
    const part = rest[at]!;
    if (isDoc(current)) current = current.get(part);
    else if (Array.isArray(current)) {
      if (!isIndex(part) || Number(part) >= current.length) break;
      current = current[Number(part)];
    } else return { value: undefined, rest: [] };
  }
  return { value: current, rest: rest.slice(at) };
}

/** The least key of a document under a sort: in an array the least element counts, descending the greatest. */
export function sortKey(pattern: KeyPattern, doc: Doc): Buffer {
  return keysOf(pattern, doc)
    .keys.map(({ key }) => key)
    .reduce((least, key) => (Buffer.compare(key, least) < 0 ? key : least));
}

const ACCEPTED = new Set(['v', 'key', 'name', 'unique', 'sparse', 'partialFilterExpression', 'background', 'ns']);

/** @throws codes 9, 14, 67, 197 */
export function parseIndex(spec: Value): Omit<Index, 'id' | 'multikey'> {
  if (!isDoc(spec)) return fail(14, `BSON field 'createIndexes.indexes' is the wrong type '${typeOf(spec)}', expected type 'object'`);
  const key = spec.get('key');
  const name = spec.get('name');
  if (!isDoc(key)) return fail(9, "The 'key' field is a required property of an index specification");
  if (typeof name !== 'string') return fail(9, "The 'name' field is a required property of an index specification");
  if (spec.has('expireAfterSeconds'))
    fail(67, 'embedded-mongo does not serve TTL indexes (expireAfterSeconds): nothing would delete the documents');
  for (const option of spec.keys()) {
    if (['collation', 'weights', 'default_language', 'hidden', 'wildcardProjection', 'storageEngine'].includes(option))
      unserved(`the index option ${option}`);
    if (!ACCEPTED.has(option)) fail(197, `The field '${option}' is not valid for an index specification. Specification: ${show(spec)}`);
  }
  if (key.size === 0) fail(67, 'Index keys cannot be empty.');
  if (name === '') fail(67, 'index name cannot be empty');
  const fields = [...key].map(([path, direction]): [string, boolean] => {
    const number = asNumber(direction);
    if (typeof direction === 'string')
      return fail(67, `Unknown index plugin '${direction}' (embedded-mongo serves ascending and descending keys only)`);
    if (number === undefined || number === 0 || Number.isNaN(number))
      return fail(67, `Values in v:2 index key pattern must be numbers > 0, numbers < 0 or strings: ${show(key)}`);
    if (path.split('.').includes('')) fail(67, 'Index keys cannot contain an empty field.');
    if (path.includes('$')) fail(67, `Index key contains an illegal field name: ${path}`);
    return [path, number < 0];
  });
  const partial = spec.get('partialFilterExpression');
  const sparse = truthy(spec.get('sparse'));
  if (partial !== undefined && !isDoc(partial))
    fail(14, `The field 'partialFilterExpression' must be an object, but got ${typeOf(partial)}`);
  if (partial && sparse) fail(67, 'cannot mix "partialFilterExpression" and "sparse" options');
  const filter = partial && parseFilter(partial as Doc);
  if (filter) refuseInPartial(filter);
  return { ...keyPattern(fields), name, sparse, partial: filter, unique: truthy(spec.get('unique')), spec };
}

function refuseInPartial(filter: Filter): void {
  if (filter.op === 'and' || filter.op === 'or') filter.of.forEach(refuseInPartial);
  else if (filter.op !== 'leaf' || filter.kind === '$regex') fail(67, 'Expression not supported in partial index');
}

/** What makes two indexes the same, whatever their names. */
export const signatureOf = ({ spec, unique, sparse }: Omit<Index, 'id' | 'multikey'>): string =>
  setKey([spec.get('key')!, unique, sparse, spec.get('partialFilterExpression') ?? null]);

/** MongoDB's E11000 for a key that another document holds. */
export function duplicateKey(namespace: string, index: Index, { values }: Key): never {
  const keyValue: Doc = new Map(
    index.paths.map((path, field) => [path, values[field] === EMPTY_ARRAY ? [] : ((values[field] as Value | undefined) ?? null)]),
  );
  fail(11000, `E11000 duplicate key error collection: ${namespace} index: ${index.name} dup key: ${show(keyValue)}`, {
    keyPattern: index.spec.get('key'),
    keyValue,
  });
}

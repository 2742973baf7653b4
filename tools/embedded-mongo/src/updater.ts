import { compare, keyOf, order } from './encoding.ts';
import { fail, unserved } from './errors.ts';
import { isOperators, parseFilter, type Filter } from './matcher.ts';
import { isPosition } from './paths.ts';
import { add, asNumber, isDoc, isNumeric, isRegex, show, tableOf, typeOf, type Doc, type Value } from './values.ts';

type Found = Value | undefined;
/** The new value of a field; undefined removes it, or leaves it missing. */
type Change = (current: Found) => Found;
type Modifier = { operator: string; parts: readonly string[]; change: Change };
/** The filters of arrays by the names that stand for them in paths, as in `$[name]`. */
type ArrayFilters = ReadonlyMap<string, Filter>;
/** What an update makes of a document, which stays as it is; of its fields those are enough that the update names. */
type Apply = (doc: Doc, inserting: boolean) => Doc;
export type Update = ReturnType<typeof parseUpdate>;

/** Each reads its argument once for all documents, and refuses a wrong one even if there is none to change. */
const OPERATORS = tableOf<(argument: Value) => Change>({
  $set: (argument) => () => argument,
  $setOnInsert: (argument) => () => argument,
  $unset: () => () => undefined,
  $inc(argument) {
    if (!isNumeric(argument)) return fail(14, `Cannot increment with non-numeric argument: ${show(argument)}`);
    return (current = 0) => {
      if (!isNumeric(current)) return fail(14, `Cannot apply $inc to a value of non-numeric type ${typeOf(current)}`);
      return add(current, argument) ?? fail(2, `Failed to apply $inc operations to current value (${show(current)})`);
    };
  },
  $push(argument) {
    const { each, slice } = eachOf('$push', argument);
    return (current) => {
      const result = [...arrayOf('$push', current), ...each];
      return slice === undefined ? result : slice < 0 ? result.slice(slice) : result.slice(0, slice);
    };
  },
  $addToSet(argument) {
    const { each } = eachOf('$addToSet', argument);
    return (current) => {
      const result = [...arrayOf('$addToSet', current)];
      const seen = new Set(result.map(keyOf));
      return [...result, ...each.filter((item) => seen.size < seen.add(keyOf(item)).size)];
    };
  },
  $pull(argument) {
    const unwanted = conditionOf(argument);
    return (current) => (current === undefined ? undefined : arrayOf('$pull', current).filter((item) => !unwanted(item)));
  },
});

const arrayOf = (operator: string, current: Found): readonly Value[] =>
  current === undefined ? [] : Array.isArray(current) ? current : fail(2, `Cannot apply ${operator} to a field of type ${typeOf(current)}`);

/** What $push and $addToSet add: the argument itself, or each of its `$each`. */
function eachOf(operator: '$push' | '$addToSet', argument: Value): { each: readonly Value[]; slice?: number | undefined } {
  if (!isDoc(argument) || !argument.has('$each')) return { each: [argument] };
  const [each, pushing] = [argument.get('$each'), operator === '$push'];
  if (!Array.isArray(each)) return fail(pushing ? 2 : 14, `The argument to $each in ${operator} must be an array`);
  const unknown = [...argument.keys()].find((clause) => clause !== '$each' && !(pushing && clause === '$slice'));
  if (unknown !== undefined) fail(2, `Unrecognized clause in ${operator}, or one that embedded-mongo does not serve: ${unknown}`);
  const slice = asNumber(argument.get('$slice'));
  if (argument.has('$slice') && !Number.isInteger(slice)) fail(2, 'The value for $slice must be an integer value');
  return { each, slice };
}

/** What $pull takes out: by operators or a pattern, by a filter on documents, or by equality. */
function conditionOf(argument: Value): (item: Value) => boolean {
  const byItself = isOperators(argument) || isRegex(argument);
  if (!byItself && !isDoc(argument)) return (item) => compare(item, argument) === 0;
  const { matches } = parseFilter(byItself ? new Map([['item', argument]]) : argument);
  return (item) => (byItself ? matches(new Map([['item', item]])) : isDoc(item) && matches(item));
}

/** @throws codes 2, 9, 14, 40, 52, 56: everything about an update that is wrong whatever the document */
export function parseUpdate(given: Found, arrayFilters: readonly Value[] = []) {
  if (Array.isArray(given)) return unserved('an update pipeline');
  if (!isDoc(given)) return fail(9, 'Update argument must be either an object or an array');
  const replaces = !isOperators(given);
  const { change, fields } = replaces ? parseReplacement(given, arrayFilters) : parseModifiers(given, parseArrayFilters(arrayFilters));
  const apply: Apply = (doc, inserting) => {
    const after = change(doc, inserting);
    const altered = doc.has('_id') && compare(doc.get('_id'), after.get('_id')) !== 0;
    return altered ? fail(66, "After applying the update, the (immutable) field '_id' was found to have been altered") : after;
  };
  return { replaces, apply, fields };
}

/** `fields`: the top-level ones that an update looks at; all of them without. */
type Parsed = { change: Apply; fields?: ReadonlySet<string> | undefined };

function parseReplacement(given: Doc, arrayFilters: readonly Value[]): Parsed {
  const dollar = [...given.keys()].find((name) => name.startsWith('$'));
  if (dollar) fail(52, `The dollar ($) prefixed field '${dollar}' is not allowed in an update's replacement document.`);
  if (arrayFilters.length > 0) fail(9, 'Cannot specify arrayFilters and a replacement');
  return { change: (doc) => (doc.has('_id') ? new Map([['_id', doc.get('_id')!], ...given]) : given) };
}

function parseModifiers(update: Doc, filters: ArrayFilters): Parsed {
  const modifiers = [...update].flatMap(([operator, fields]) => {
    const parse = OPERATORS.get(operator) ?? fail(9, `Unknown modifier: ${operator}. Expected a valid update modifier`);
    if (!isDoc(fields)) return fail(9, `Modifiers operate on fields but we found type ${typeOf(fields)} instead.`);
    return [...fields].map(([path, argument]): Modifier => ({ operator, parts: writtenParts(path), change: parse(argument) }));
  });
  const used = new Set(modifiers.flatMap(({ parts }) => parts.flatMap((part) => nameIn(part) || [])));
  for (const name of used) if (!filters.has(name)) fail(2, `No array filter found for identifier '${name}'`);
  if (used.size < filters.size) fail(9, 'An array filter was not used in the update');
  const some = (test: (part: string) => boolean): boolean => modifiers.some(({ parts }) => parts.some(test));
  if (some(isPosition) && some((part) => part.startsWith('$'))) unserved('an update of elements by position and by a filter at once');
  const changes = inOrder(modifiers);
  const existing = changes.filter(({ operator }) => operator !== '$setOnInsert');
  const fields = new Set(modifiers.map(({ parts }) => parts[0]!));
  return { change: (doc, inserting) => applyAll(inserting ? changes : existing, filters, doc), fields };
}

const applyAll = (modifiers: readonly Modifier[], filters: ArrayFilters, doc: Doc): Doc =>
  modifiers.reduce((changed, modifier) => changeAt(modifier.parts, modifier, filters, changed, doc) as Doc, doc);

/** The name in `$[name]`, empty in `$[]`; undefined for any other part of a path. */
const nameIn = (part: string): string | undefined => /^\$\[(.*)\]$/.exec(part)?.[1];

function writtenParts(path: string): string[] {
  const parts = path.split('.');
  if (parts.includes('')) fail(56, `The update path '${path}' contains an empty field name, which is not allowed.`);
  if (/^\$(\[|$)/.test(parts[0]!)) fail(2, `Cannot have positional (i.e. '$') element in the first position in path '${path}'`);
  if (parts.includes('$')) unserved(`the positional $ in '${path}'`);
  const dollar = parts.find((part) => part.startsWith('$') && nameIn(part) === undefined);
  return dollar ? fail(52, `The dollar ($) prefixed field '${dollar}' in '${path}' is not valid for storage.`) : parts;
}

/** Sorts by path. @throws where one path is another or contains it, or may do so in some array */
function inOrder(modifiers: readonly Modifier[], code = 40): Modifier[] {
  const wayOf = ({ parts }: Modifier): string => parts.map((part) => `${part.startsWith('$') ? '$[]' : part}\0`).join('');
  const sorted = modifiers.map((modifier) => ({ modifier, way: wayOf(modifier) })).sort((a, b) => order(a.way, b.way));
  const conflict = sorted.find(({ way }, i) => i > 0 && way.startsWith(sorted[i - 1]!.way));
  if (conflict) fail(code, `Updating the path '${conflict.modifier.parts.join('.')}' would create a conflict`);
  return sorted.map(({ modifier }) => modifier);
}

function parseArrayFilters(arrayFilters: readonly Value[]): ArrayFilters {
  const filters = new Map<string, Filter>();
  for (const given of arrayFilters) {
    const filter = parseFilter(isDoc(given) ? given : fail(14, "BSON field 'arrayFilters' must hold objects"));
    const [name, ...others] = new Set(filter.fields);
    const single = name !== undefined && others.length === 0 && !filters.has(name);
    if (!single) return fail(9, 'An array filter must have exactly one top-level field name, and no other may have the same');
    if (!/^[a-z][a-zA-Z0-9]*$/.test(name)) fail(2, `The name '${name}' of an array filter must begin with a lowercase letter`);
    filters.set(name, filter);
  }
  return filters;
}

/**
 * A value with one modifier applied to what the path names inside of it; values on the way are copied.
 * @param original the same value before the first modifier of the update: array filters look at that one
 */
function changeAt([part, ...rest]: readonly string[], modifier: Modifier, filters: ArrayFilters, value: Found, original: Found): Found {
  if (part === undefined) return modifier.change(value);
  const name = nameIn(part);
  if (name !== undefined) {
    if (!Array.isArray(value)) return fail(2, `Cannot apply array updates to ${show(value)}, which is no array`);
    const before = original as Value[];
    const passes = (at: number): boolean => filters.get(name)?.matches(new Map([[name, before[at]!]])) ?? true;
    return value.map((item, at) => (passes(at) ? (changeAt(rest, modifier, filters, item, before[at]) ?? null) : item));
  }
  if (isPosition(part)) {
    if (!Array.isArray(value) || Number(part) >= value.length) return unserved(`the position ${part} where there is no such element`);
    return value.with(Number(part), changeAt(rest, modifier, filters, value[Number(part)], (original as Value[])[Number(part)]) ?? null);
  }
  // These two don't create the documents on the way to the field that they name.
  const needsField = modifier.operator === '$unset' || modifier.operator === '$pull';
  if (value === undefined && needsField) return undefined;
  if (value !== undefined && !isDoc(value)) return needsField ? value : fail(28, `Cannot create field '${part}' in element ${show(value)}`);
  const inner = changeAt(rest, modifier, filters, value?.get(part), isDoc(original) ? original.get(part) : undefined);
  const changed: Doc = new Map(value);
  if (inner === undefined) changed.delete(part);
  else changed.set(part, inner);
  return changed;
}

/** The document that an upsert starts from: what the filter says by equality. @throws code 54 */
export function documentFromFilter({ conditions }: Filter): Doc {
  const equalities = conditions.filter(({ equal }) => equal !== undefined);
  const modifiers = equalities.map(({ path, equal }) => ({ operator: '$set', parts: path.split('.'), change: () => equal }));
  return applyAll(inOrder(modifiers, 54), new Map(), new Map());
}

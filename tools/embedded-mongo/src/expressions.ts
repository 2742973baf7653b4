import { Double } from 'bson';
import { combineOrDouble, isNumeric } from './arithmetic.ts';
import { compare, setKey } from './encoding.ts';
import { fail } from './errors.ts';
import { valueAt } from './paths.ts';
import { asNumber, firstKey, isDoc, show, truthy, typeOf, type Doc, type Value } from './values.ts';

type Result = Value | undefined;

/** A parsed aggregation expression; undefined stands for a missing value. */
export type Expression = (doc: Doc) => Result;

const nullish = (value: Result): value is null | undefined => value === undefined || value === null;

/** A missing value sorts below null in expressions, unlike in filters. */
const order = (a: Result, b: Result): number =>
  a === undefined || b === undefined ? Number(b === undefined) - Number(a === undefined) : compare(a, b);

type Apply = (values: Result[]) => Result;

/** An operator that answers null as soon as one of its values is null or missing. */
const orNull =
  (apply: (...values: Value[]) => Result): Apply =>
  (values) =>
    values.some(nullish) ? null : apply(...(values as Value[]));

const numericOr = (value: Value, date: boolean, name: string): Value =>
  isNumeric(value) || (date && value instanceof Date)
    ? value
    : fail(14, `${name} only supports numeric${date ? ' or date' : ''} types, not ${typeOf(value)}`);

function addUp(...values: Value[]): Value {
  const [date, second] = values.filter((value) => numericOr(value, true, '$add') instanceof Date) as Date[];
  if (second) fail(16612, 'only one date allowed in an $add expression');
  const sum = values.filter(isNumeric).reduce<Value>((total, value) => combineOrDouble(total, value, '+'), 0);
  return date ? new Date(date.getTime() + Math.round(asNumber(sum)!)) : sum;
}

function subtract(a: Value, b: Value): Value {
  if (a instanceof Date && b instanceof Date) return BigInt(a.getTime() - b.getTime());
  if (a instanceof Date && isNumeric(b)) return new Date(a.getTime() - Math.round(asNumber(b)!));
  return isNumeric(a) && isNumeric(b) ? combineOrDouble(a, b, '-') : fail(14, `can't $subtract ${typeOf(b)} from ${typeOf(a)}`);
}

function divide(a: Value, b: Value): Value {
  if (!isNumeric(a) || !isNumeric(b)) return fail(14, `$divide only supports numeric types, not ${typeOf(a)} and ${typeOf(b)}`);
  return asNumber(b) === 0 ? fail(2, "can't $divide by zero") : new Double(asNumber(a)! / asNumber(b)!);
}

function elementAt(array: Value, index: Value): Result {
  if (!Array.isArray(array)) return fail(28689, `$arrayElemAt's first argument must be an array, but is ${typeOf(array)}`);
  return array.at(asNumber(index) ?? fail(28690, `$arrayElemAt's second argument must be a numeric value, but is ${typeOf(index)}`));
}

function asText(value: Value): Value {
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Double) return Object.is(value.value, -0) ? '-0' : String(value.value);
  const plain = ['string', 'bool', 'int', 'long', 'decimal', 'objectId'].includes(typeOf(value));
  return plain
    ? String(value as bigint)
    : fail(241, `Unsupported conversion from ${typeOf(value)} to string in $convert with no onError value`);
}

const asDate = (value: Value): Date =>
  value instanceof Date ? value : fail(16006, `can't convert from BSON type ${typeOf(value)} to Date`);

const OPERATORS: Readonly<Record<string, [least: number, most: number, apply: Apply]>> = {
  $eq: [2, 2, ([a, b]) => order(a, b) === 0],
  $ne: [2, 2, ([a, b]) => order(a, b) !== 0],
  $gt: [2, 2, ([a, b]) => order(a, b) > 0],
  $gte: [2, 2, ([a, b]) => order(a, b) >= 0],
  $lt: [2, 2, ([a, b]) => order(a, b) < 0],
  $lte: [2, 2, ([a, b]) => order(a, b) <= 0],
  $and: [0, Infinity, (values) => values.every(truthy)],
  $or: [0, Infinity, (values) => values.some(truthy)],
  $not: [1, 1, ([value]) => !truthy(value)],
  $ifNull: [2, Infinity, (values) => values.find((value, i) => i === values.length - 1 || !nullish(value))],
  $in: [
    2,
    2,
    ([value, array]) =>
      Array.isArray(array)
        ? array.some((item) => order(item, value) === 0)
        : fail(40081, `$in requires an array as a second argument, found: ${typeOf(array)}`),
  ],
  $add: [0, Infinity, orNull(addUp)],
  $multiply: [
    0,
    Infinity,
    orNull((...values) => values.reduce((total, value) => combineOrDouble(total, numericOr(value, false, '$multiply'), '*'), 1)),
  ],
  $subtract: [2, 2, orNull(subtract)],
  $divide: [2, 2, orNull(divide)],
  $arrayElemAt: [2, 2, orNull(elementAt)],
  $toString: [1, 1, orNull(asText)],
  $year: [1, 1, orNull((value) => asDate(value).getUTCFullYear())],
  $month: [1, 1, orNull((value) => asDate(value).getUTCMonth() + 1)],
  $size: [
    1,
    1,
    ([value]) =>
      Array.isArray(value) ? value.length : fail(17124, `The argument to $size must be an array, but was of type: ${typeOf(value)}`),
  ],
};

/** @throws code 168 for an unknown operator, 16020 for a wrong number of arguments */
export function parseExpression(value: Value): Expression {
  if (typeof value === 'string' && value.startsWith('$')) return parsePath(value);
  if (Array.isArray(value)) {
    const items = value.map(parseExpression);
    return (doc) => items.map((item) => item(doc) ?? null);
  }
  if (!isDoc(value)) return () => value;
  const name = firstKey(value);
  if (value.size > 1 && [...value.keys()].some((key) => key.startsWith('$'))) {
    fail(15983, `An object representing an expression must have exactly one field: ${show(value)}`);
  }
  if (!name.startsWith('$')) {
    const fields = [...value].map(([field, inner]) => ({ field, expression: parseExpression(inner) }));
    const found = (doc: Doc) => fields.map(({ field, expression }): [string, Result] => [field, expression(doc)]);
    return (doc) => new Map(found(doc).filter((entry): entry is [string, Value] => entry[1] !== undefined));
  }
  const operand = value.get(name)!;
  return name === '$literal' ? () => operand : name === '$cond' ? parseCondition(operand) : parseOperator(name, operand);
}

function parseOperator(name: string, operand: Value): Expression {
  if (!Object.hasOwn(OPERATORS, name)) fail(168, `Unrecognized expression '${name}'`);
  const [least, most, apply] = OPERATORS[name]!;
  const operands = (Array.isArray(operand) ? operand : [operand]).map(parseExpression);
  const right = operands.length >= least && operands.length <= most;
  if (!right)
    fail(name === '$ifNull' ? 1257300 : 16020, `Expression ${name} takes exactly ${least} arguments. ${operands.length} were passed in.`);
  return (doc) => apply(operands.map((expression) => expression(doc)));
}

function parsePath(text: string): Expression {
  const [first, ...rest] = text.slice(1).split('.') as [string, ...string[]];
  if (first === '' || rest.includes('')) fail(first === '' ? 16872 : 40353, `'${text}' is not a valid FieldPath`);
  if (first === '$REMOVE') return () => undefined;
  if (first.startsWith('$') && first !== '$ROOT') fail(17276, `Use of undefined variable: ${first.slice(1)}`);
  const parts = first === '$ROOT' ? rest : [first, ...rest];
  return (doc) => valueAt(doc, parts);
}

function parseCondition(operand: Value): Expression {
  const given = Array.isArray(operand) ? operand : isDoc(operand) ? undefined : [operand];
  if (given && given.length !== 3) fail(16020, `Expression $cond takes exactly 3 arguments. ${given.length} were passed in.`);
  const names = ['if', 'then', 'else'];
  const parts: Doc = given ? new Map(names.map((name, i) => [name, given[i]!])) : (operand as Doc);
  for (const name of parts.keys()) if (!names.includes(name)) fail(17083, `Unrecognized parameter to $cond: ${name}`);
  const parsed = names.map((name, i) =>
    parseExpression(parts.has(name) ? parts.get(name)! : fail(17080 + i, `Missing '${name}' parameter to $cond`)),
  );
  const [condition, then, otherwise] = parsed as [Expression, Expression, Expression];
  return (doc) => (truthy(condition(doc)) ? then(doc) : otherwise(doc));
}

/** Collects the values of a group; the second function answers at its end. */
type Accumulator = [add: (value: Result) => void, result: () => Value];

function collect<T>(start: () => T, add: (state: T, value: Result) => T, result: (state: T) => Value): () => Accumulator {
  return () => {
    let state = start();
    return [(value) => void (state = add(state, value)), () => result(state)];
  };
}

function extreme(sign: number): () => Accumulator {
  const better = (best: Result, value: Result): boolean => !nullish(value) && (best === undefined || compare(value, best) * sign > 0);
  return collect<Result>(
    () => undefined,
    (best, value) => (better(best, value) ? value : best),
    (best) => best ?? null,
  );
}

export const ACCUMULATORS: Readonly<Record<string, () => Accumulator>> = {
  $sum: collect<Value>(
    () => 0,
    (total, value) => (isNumeric(value) ? combineOrDouble(total, value, '+') : total),
    (total) => total,
  ),
  $avg: collect(
    () => ({ total: 0, count: 0 }),
    ({ total, count }, value) => (isNumeric(value) ? { total: total + asNumber(value)!, count: count + 1 } : { total, count }),
    ({ total, count }) => (count === 0 ? null : new Double(total / count)),
  ),
  $min: extreme(-1),
  $max: extreme(1),
  $first: collect<Result[]>(
    () => [],
    (seen, value) => (seen.length === 0 ? [value] : seen),
    ([first]) => first ?? null,
  ),
  $last: collect<Result>(
    () => undefined,
    (_, value) => value,
    (last) => last ?? null,
  ),
  $push: collect<Value[]>(
    () => [],
    (all, value) => (value !== undefined && all.push(value), all),
    (all) => all,
  ),
  $addToSet: collect<Map<string, Value>>(
    () => new Map(),
    (all, value) => (value === undefined || all.has(setKey(value)) ? all : all.set(setKey(value), value)),
    (all) => [...all.values()],
  ),
  $count: collect(
    () => 0,
    (count) => count + 1,
    (count) => count,
  ),
};

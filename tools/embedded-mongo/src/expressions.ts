import { Double } from 'bson';
import { combineOrDouble, isNumeric } from './arithmetic.ts';
import { compare, setKey } from './encoding.ts';
import { fail } from './errors.ts';
import { valueAt } from './paths.ts';
import { asNumber, isDoc, show, truthy, typeOf, type Doc, type Value } from './values.ts';

/** A parsed aggregation expression; undefined stands for a missing value. */
export type Expression = (doc: Doc) => Value | undefined;

const nullish = (value: Value | undefined): value is null | undefined => value === undefined || value === null;

/** A missing value sorts below null in expressions, unlike in filters. */
function order(a: Value | undefined, b: Value | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  return compare(a, b);
}

const compares =
  (test: (order: number) => boolean) =>
  ([a, b]: (Value | undefined)[]) =>
    test(order(a, b));

interface Operator {
  arguments: [least: number, most: number];
  apply: (values: (Value | undefined)[]) => Value | undefined;
}

function arithmetic(name: '$add' | '$multiply', operation: '+' | '*'): Operator['apply'] {
  return (values) => {
    if (values.some(nullish)) return null;
    const dates = values.filter((value) => value instanceof Date);
    const wrong = values.find((value) => !isNumeric(value) && !(operation === '+' && value instanceof Date));
    if (wrong !== undefined) fail(14, `${name} only supports numeric${operation === '+' ? ' or date' : ''} types, not ${typeOf(wrong)}`);
    if (dates.length > 1) fail(16612, 'only one date allowed in an $add expression');
    const sum = values
      .filter(isNumeric)
      .reduce<Value>((total, value) => combineOrDouble(total, value, operation), operation === '+' ? 0 : 1);
    return dates[0] ? new Date(dates[0].getTime() + Math.round(asNumber(sum)!)) : sum;
  };
}

function subtract([a, b]: (Value | undefined)[]): Value {
  if (nullish(a) || nullish(b)) return null;
  if (a instanceof Date && b instanceof Date) return BigInt(a.getTime() - b.getTime());
  if (a instanceof Date && isNumeric(b)) return new Date(a.getTime() - Math.round(asNumber(b)!));
  if (!isNumeric(a) || !isNumeric(b)) return fail(14, `can't $subtract ${typeOf(b)} from ${typeOf(a)}`);
  return combineOrDouble(a, b, '-');
}

function divide([a, b]: (Value | undefined)[]): Value {
  if (nullish(a) || nullish(b)) return null;
  if (!isNumeric(a) || !isNumeric(b)) return fail(14, `$divide only supports numeric types, not ${typeOf(a)} and ${typeOf(b)}`);
  if (asNumber(b) === 0) fail(2, "can't $divide by zero");
  return new Double(asNumber(a)! / asNumber(b)!);
}

function datePart(read: (date: Date) => number): Operator['apply'] {
  return ([value]) =>
    nullish(value) ? null : value instanceof Date ? read(value) : fail(16006, `can't convert from BSON type ${typeOf(value)} to Date`);
}

function asText([value]: (Value | undefined)[]): Value {
  if (nullish(value)) return null;
  switch (typeOf(value)) {
    case 'date':
      return (value as Date).toISOString();
    case 'double': {
      const number = (value as Double).value;
      return Object.is(number, -0) ? '-0' : String(number);
    }
    case 'string':
    case 'bool':
    case 'int':
    case 'long':
    case 'decimal':
    case 'objectId':
      return String(value);
    default:
      return fail(241, `Unsupported conversion from ${typeOf(value)} to string in $convert with no onError value`);
  }
}

const OPERATORS: Readonly<Record<string, Operator>> = {
  $eq: { arguments: [2, 2], apply: compares((result) => result === 0) },
  $ne: { arguments: [2, 2], apply: compares((result) => result !== 0) },
  $gt: { arguments: [2, 2], apply: compares((result) => result > 0) },
  $gte: { arguments: [2, 2], apply: compares((result) => result >= 0) },
  $lt: { arguments: [2, 2], apply: compares((result) => result < 0) },
  $lte: { arguments: [2, 2], apply: compares((result) => result <= 0) },
  $and: { arguments: [0, Infinity], apply: (values) => values.every(truthy) },
  $or: { arguments: [0, Infinity], apply: (values) => values.some(truthy) },
  $not: { arguments: [1, 1], apply: ([value]) => !truthy(value) },
  $ifNull: { arguments: [2, Infinity], apply: (values) => values.find((value, i) => i === values.length - 1 || !nullish(value)) },
  $in: {
    arguments: [2, 2],
    apply: ([value, array]) =>
      Array.isArray(array)
        ? array.some((item) => order(item, value) === 0)
        : fail(40081, `$in requires an array as a second argument, found: ${typeOf(array)}`),
  },
  $add: { arguments: [0, Infinity], apply: arithmetic('$add', '+') },
  $multiply: { arguments: [0, Infinity], apply: arithmetic('$multiply', '*') },
  $subtract: { arguments: [2, 2], apply: subtract },
  $divide: { arguments: [2, 2], apply: divide },
  $toString: { arguments: [1, 1], apply: asText },
  $size: {
    arguments: [1, 1],
    apply: ([value]) =>
      Array.isArray(value) ? value.length : fail(17124, `The argument to $size must be an array, but was of type: ${typeOf(value)}`),
  },
  $arrayElemAt: {
    arguments: [2, 2],
    apply: ([array, index]) => {
      if (nullish(array) || nullish(index)) return null;
      if (!Array.isArray(array)) return fail(28689, `$arrayElemAt's first argument must be an array, but is ${typeOf(array)}`);
      return array.at(asNumber(index) ?? fail(28690, `$arrayElemAt's second argument must be a numeric value, but is ${typeOf(index)}`));
    },
  },
  $year: { arguments: [1, 1], apply: datePart((date) => date.getUTCFullYear()) },
  $month: { arguments: [1, 1], apply: datePart((date) => date.getUTCMonth() + 1) },
};

/** @throws code 168 for an unknown operator, 16020 for a wrong number of arguments */
export function parseExpression(value: Value): Expression {
  if (typeof value === 'string' && value.startsWith('$')) return parsePath(value);
  if (Array.isArray(value)) {
    const items = value.map(parseExpression);
    return (doc) => items.map((item) => item(doc) ?? null);
  }
  if (!isDoc(value)) return () => value;
  const [[name, operand] = ['', null]] = value;
  if (!name.startsWith('$')) {
    const fields = [...value].map(([field, inner]): [string, Expression] => [field, parseExpression(inner)]);
    const dollar = fields.find(([field]) => field.startsWith('$'));
    if (dollar) fail(15983, `An object representing an expression must have exactly one field: ${show(value)}`);
    return (doc) =>
      new Map(
        fields.flatMap(([field, inner]): [string, Value][] => ((found) => (found === undefined ? [] : [[field, found]]))(inner(doc))),
      );
  }
  if (value.size > 1) fail(15983, `An object representing an expression must have exactly one field: ${show(value)}`);
  if (name === '$literal') return () => operand;
  if (name === '$cond') return parseCondition(operand);
  if (!Object.hasOwn(OPERATORS, name)) fail(168, `Unrecognized expression '${name}'`);
  const operator = OPERATORS[name]!;
  const [least, most] = operator.arguments;
  const operands = Array.isArray(operand) ? operand : [operand];
  if (operands.length < least || operands.length > most) {
    if (name === '$ifNull') fail(1257300, '$ifNull needs at least two arguments, had: 1');
    fail(16020, `Expression ${name} takes exactly ${least} arguments. ${operands.length} were passed in.`);
  }
  const parsed = operands.map(parseExpression);
  return (doc) => operator.apply(parsed.map((expression) => expression(doc)));
}

function parsePath(text: string): Expression {
  if (text.startsWith('$$')) {
    const [name, ...rest] = text.slice(2).split('.');
    if (name === 'REMOVE') return () => undefined;
    if (name !== 'ROOT' && name !== 'CURRENT') fail(17276, `Use of undefined variable: ${name}`);
    return (doc) => valueAt(doc, rest);
  }
  const parts = text.slice(1).split('.');
  if (text === '$') fail(16872, "'$' by itself is not a valid FieldPath");
  if (parts.includes('')) fail(40353, "FieldPath must not end with a '.'.");
  return (doc) => valueAt(doc, parts);
}

function parseCondition(operand: Value): Expression {
  if (Array.isArray(operand) && operand.length !== 3)
    fail(16020, `Expression $cond takes exactly 3 arguments. ${operand.length} were passed in.`);
  const parts = Array.isArray(operand) ? new Map(operand.map((part, i): [string, Value] => [['if', 'then', 'else'][i]!, part])) : operand;
  if (!isDoc(parts)) return fail(16020, 'Expression $cond takes exactly 3 arguments. 1 were passed in.');
  for (const name of parts.keys()) if (!['if', 'then', 'else'].includes(name)) fail(17083, `Unrecognized parameter to $cond: ${name}`);
  const part = (name: string, code: number): Expression =>
    parseExpression(parts.has(name) ? parts.get(name)! : fail(code, `Missing '${name}' parameter to $cond`));
  const [condition, then, otherwise] = [part('if', 17080), part('then', 17081), part('else', 17082)];
  return (doc) => (truthy(condition(doc)) ? then(doc) : otherwise(doc));
}

/** Collects the values of a group, and answers at its end. */
export interface Accumulator {
  add(value: Value | undefined): void;
  result(): Value;
}

export const ACCUMULATORS: Readonly<Record<string, () => Accumulator>> = {
  $sum: () => {
    let total: Value = 0;
    return { add: (value) => void (isNumeric(value) && (total = combineOrDouble(total, value, '+'))), result: () => total };
  },
  $avg: () => {
    let [total, count] = [0, 0];
    return {
      add: (value) => void (isNumeric(value) && (count++, (total += asNumber(value)!))),
      result: () => (count === 0 ? null : new Double(total / count)),
    };
  },
  $min: () => extreme(-1),
  $max: () => extreme(1),
  $first: () => {
    let first: Value | undefined;
    let any = false;
    return { add: (value) => void (any || ((any = true), (first = value))), result: () => first ?? null };
  },
  $last: () => {
    let last: Value | undefined;
    return { add: (value) => void (last = value), result: () => last ?? null };
  },
  $push: () => {
    const values: Value[] = [];
    return { add: (value) => void (value !== undefined && values.push(value)), result: () => values };
  },
  $addToSet: () => {
    const values = new Map<string, Value>();
    return {
      add: (value) => void (value !== undefined && !values.has(setKey(value)) && values.set(setKey(value), value)),
      result: () => [...values.values()],
    };
  },
  $count: () => {
    let count = 0;
    return { add: () => void count++, result: () => count };
  },
};

function extreme(sign: number): Accumulator {
  let best: Value | undefined;
  return {
    add: (value) => {
      if (!nullish(value) && (best === undefined || compare(value, best) * sign > 0)) best = value;
    },
    result: () => best ?? null,
  };
}

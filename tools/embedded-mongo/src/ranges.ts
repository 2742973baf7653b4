import { invert, keyOf, NAN, rankKey } from './encoding.ts';
import { asNumber, isNumeric, typeOf, type TypeName, type Value } from './values.ts';

/** The keys from one up to, but without, another: how a filter says which values pass, and where an index is searched. */
export type Range = { from: string; to: string };

/** Behind a key and everything that starts with it. */
const above = (key: string): string => `${key}\xff`;

export const EVERYTHING: Range = { from: '', to: above('') };
export const pointOf = (value: Value): Range => ({ from: keyOf(value), to: above(keyOf(value)) });
export const isPoint = ({ from, to }: Range): boolean => above(from) === to;

/** All values of one type. Between two types there is room. */
export const typeRange = (type: TypeName): Range => ({ from: rankKey(type), to: rankKey(type, 1) });

/** The values that `$gt` and its like let pass: only those of the operand's type; NaN is equal to itself and has no order. */
export function sideOf(operator: '$gt' | '$gte' | '$lt' | '$lte', operand: Value): Range {
  const [type, key] = [typeRange(typeOf(operand)), keyOf(operand)];
  if (Number.isNaN(asNumber(operand))) type.to = above(key);
  else if (isNumeric(operand)) type.from = above(type.from + NAN);
  if (operator === '$gt' || operator === '$gte') return { from: operator === '$gte' ? key : above(key), to: type.to };
  return { from: type.from, to: operator === '$lte' ? above(key) : key };
}

export const holds = ({ from, to }: Range, key: string): boolean => from <= key && key < to;
export const contains = (outer: Range, inner: Range): boolean => outer.from <= inner.from && inner.to <= outer.to;

/** What two ranges have in common; it may be empty, with `to` before `from`. */
export const intersection = (a: Range, b: Range): Range => ({ from: a.from > b.from ? a.from : b.from, to: a.to < b.to ? a.to : b.to });

/** The same range behind a prefix. In a descending field the keys are inverted, and so are its ends; a bound more may slip in then. */
export function behind(prefix: string, { from, to }: Range, descending: boolean): Range {
  const inverted = (key: string): string => invert(key.endsWith('\xff') ? key.slice(0, -1) : key);
  return descending ? { from: prefix + inverted(to), to: prefix + above(inverted(from)) } : { from: prefix + from, to: prefix + to };
}

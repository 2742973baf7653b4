import { Double } from 'bson';
import { unserved } from './errors.ts';
import { asNumber, typeOf, type Value } from './values.ts';

export const isNumeric = (value: Value | undefined): value is number | bigint | Double => asNumber(value) !== undefined;

/**
 * Adds or multiplies as MongoDB does: Int32 grows into Int64, anything with a Double is a Double.
 * @returns undefined where the result leaves Int64; the caller decides whether that is an error or a Double
 */
export function combine(left: Value, right: Value, operation: '+' | '-' | '*'): Value | undefined {
  if (typeOf(left) === 'decimal' || typeOf(right) === 'decimal') unserved('arithmetic on Decimal128');
  if (left instanceof Double || right instanceof Double) return new Double(calculate(asNumber(left)!, asNumber(right)!, operation));
  const [a, b] = [BigInt(left as number | bigint), BigInt(right as number | bigint)];
  const result = operation === '+' ? a + b : operation === '-' ? a - b : a * b;
  if (typeof left === 'number' && typeof right === 'number' && BigInt.asIntN(32, result) === result) return Number(result);
  return BigInt.asIntN(64, result) === result ? result : undefined;
}

export function combineOrDouble(left: Value, right: Value, operation: '+' | '-' | '*'): Value {
  return combine(left, right, operation) ?? new Double(calculate(asNumber(left)!, asNumber(right)!, operation));
}

const calculate = (a: number, b: number, operation: '+' | '-' | '*'): number =>
  operation === '+' ? a + b : operation === '-' ? a - b : a * b;

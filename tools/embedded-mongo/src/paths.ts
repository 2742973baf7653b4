import { isDoc, type Doc, type Value } from './values.ts';

export type See = (value: Value | undefined, index: number | undefined) => boolean;

export const isIndex = (name: string): boolean => /^(0|[1-9]\d{0,8})$/.test(name);

/**
 * Shows `see` each value that MongoDB looks at for a dotted path, until it answers true: through arrays, by position where a part is a
 * number, and for an array at the end of the path each element before the array itself. A missing field is shown once, as undefined;
 * an array without a matching document inside shows nothing. `index` is the position in the innermost array passed, for `$`.
 * @param expand false keeps an array at the end of the path whole
 */
export function someAt(start: Value | undefined, parts: readonly string[], from: number, expand: boolean, see: See): boolean {
  let current = start;
  for (let i = from; i < parts.length; i++) {
    if (isDoc(current)) current = current.get(parts[i]!);
    else if (Array.isArray(current)) return someInArray(current, parts, i, expand, see);
    else return see(undefined, undefined);
  }
  return (expand && Array.isArray(current) && current.some((item, index) => see(item, index))) || see(current, undefined);
}

function someInArray(array: Value[], parts: readonly string[], i: number, expand: boolean, see: See): boolean {
  const part = parts[i]!;
  const position = isIndex(part) ? Number(part) : -1;
  return array.some((item, index) => {
    const seeInner: See = (value, inner) => see(value, inner ?? index);
    if (isDoc(item) && someAt(item, parts, i, expand, seeInner)) return true;
    if (index !== position) return false;
    if (i + 1 === parts.length) return see(item, index);
    return (isDoc(item) || Array.isArray(item)) && someAt(asDoc(item), parts, i + 1, expand, seeInner);
  });
}

/** An array seen as the document that BSON stores it as. */
export const asDoc = (value: Doc | Value[]): Doc =>
  isDoc(value) ? value : new Map(value.map((item, index): [string, Value] => [String(index), item]));

/** What the expression `$a.b` stands for: arrays are mapped over and missing values left out. */
export function valueAt(start: Value | undefined, parts: readonly string[], from = 0): Value | undefined {
  let current = start;
  for (let i = from; i < parts.length; i++) {
    if (Array.isArray(current))
      return current.map((item) => (isDoc(item) ? valueAt(item, parts, i) : undefined)).filter((item) => item !== undefined);
    if (!isDoc(current)) return undefined;
    current = current.get(parts[i]!);
  }
  return current;
}

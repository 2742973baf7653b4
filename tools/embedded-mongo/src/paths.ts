import { fail, unserved } from './errors.ts';
import { isDoc, type Value } from './values.ts';

export const isPosition = (part: string): boolean => /^\d+$/.test(part);

/** The parts of a dotted path that reads. @throws 40353 for an empty part, 238 for a position: no store of ours finds by it */
export function partsOf(path: string): string[] {
  const parts = path.split('.');
  if (parts.includes('')) fail(40353, `The path '${path}' contains an empty field name`);
  return parts.some(isPosition) ? unserved(`a position in the path '${path}'`) : parts;
}

/**
 * Shows `see` each value that MongoDB looks at for a dotted path, until it answers true: through arrays, and for an array at the end of
 * the path each element before the array itself. A missing field is shown as undefined; an array without a document inside shows nothing.
 * @param elements false keeps an array at the end of the path whole
 */
export function someAt(start: Value, parts: readonly string[], elements: boolean, see: (value: Value | undefined) => boolean): boolean {
  let current: Value | undefined = start;
  for (let at = 0; at < parts.length; at++) {
    if (Array.isArray(current)) return current.some((item) => isDoc(item) && someAt(item, parts.slice(at), elements, see));
    current = isDoc(current) ? current.get(parts[at]!) : undefined;
  }
  return (elements && Array.isArray(current) && current.some(see)) || see(current);
}

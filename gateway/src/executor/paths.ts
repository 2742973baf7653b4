import { isTree, valueAt, type Tree } from './tree.ts';

/** Where in the response something stands. */
export type ResponsePath = readonly (string | number)[];

/** The objects at a plan's path (`placements`, `@`, `student`), in their order; `@` goes through every element of a list. */
export function collect(root: Tree, path: readonly (string | number)[]): Tree[] {
  const found: Tree[] = [];
  descend(root, path, 0, found);
  return found;
}

function descend(value: unknown, path: readonly (string | number)[], at: number, found: Tree[]): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    // Past the end of the path a list is what its elements are, as before an `@`.
    const next = path[at] === '@' ? at + 1 : at;
    for (const element of value) descend(element, path, next, found);
    return;
  }
  if (at === path.length) found.push(value as Tree);
  else descend(valueAt(value as Tree, String(path[at])), path, at + 1, found);
}

/** The response paths of what `collect` finds, in the same order: made only when an error has to be told. */
export function collectPaths(root: Tree, path: readonly (string | number)[]): ResponsePath[] {
  const found: ResponsePath[] = [];
  const walk = (value: unknown, at: number, here: ResponsePath): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      const next = path[at] === '@' ? at + 1 : at;
      value.forEach((element, index) => walk(element, next, [...here, index]));
    } else if (at === path.length) found.push(here);
    else if (isTree(value)) walk(valueAt(value, String(path[at])), at + 1, [...here, String(path[at])]);
  };
  walk(root, 0, []);
  return found;
}

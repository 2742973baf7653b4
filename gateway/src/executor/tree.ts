/**
 * The tree that the answers of the subgraphs grow into. It is made of what JSON.parse returns, so that inherited members
 * (`constructor`, `toString`) are the only functions that can be met in it: they count as absent.
 */
export type Tree = Record<string, unknown>;

/** Stands where a value belongs that a subgraph could not give: told as SUBGRAPH_UNAVAILABLE where the client asked for it. */
export const OPEN = Symbol('open');

export function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands under a key, or undefined. */
export function valueAt(tree: Tree, key: string): unknown {
  const value = tree[key];
  return typeof value === 'function' ? undefined : value;
}

/**
 * Merges one subgraph's part into what is known, in place: objects by key, lists of one length by position, and of two plain values
 * the later one stands. Parts that nobody else touched are adopted, not copied.
 */
export function mergeInto(target: Tree, source: Tree): void {
  for (const key in source) {
    // Assigning it would replace the prototype; documents with such an alias are refused, a subgraph's answer may hold it anyway.
    if (key === '__proto__') continue;
    const value = source[key];
    if (value === undefined) continue;
    const known = target[key];
    if (typeof known !== 'object' || known === null || typeof value !== 'object' || value === null) target[key] = value;
    else if (!Array.isArray(value)) mergeInto(known as Tree, value as Tree);
    else if (Array.isArray(known) && known.length === value.length) mergeLists(known, value);
    else target[key] = value;
  }
}

function mergeLists(known: unknown[], list: readonly unknown[]): void {
  for (const [index, value] of list.entries()) {
    const before = known[index];
    if (isTree(before) && isTree(value)) mergeInto(before, value);
    else known[index] = value;
  }
}

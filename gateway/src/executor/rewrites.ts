import type { FetchDataRewrite } from '@apollo/query-planner';
import type { IsA } from './type-relations.ts';
import { valueAt, type Tree } from './tree.ts';

const CONDITION = '... on ';

/** Prepares a plan's rewrites: values that are set (the type name of an interface object) and keys that get their name back (aliases). */
export function compileRewrites(rewrites: readonly FetchDataRewrite[] | undefined, isA: IsA): ((value: unknown) => void) | null {
  if (!rewrites || rewrites.length === 0) return null;
  const compiled = rewrites.flatMap((rewrite) => {
    const parent = rewrite.path.slice(0, -1);
    const key = rewrite.path.at(-1);
    return key === undefined ? [] : [(value: unknown) => atPath(value, parent, 0, isA, (tree) => apply(rewrite, tree, key))];
  });
  return (value) => {
    for (const rewrite of compiled) rewrite(value);
  };
}

function apply(rewrite: FetchDataRewrite, tree: Tree, key: string): void {
  if (rewrite.kind === 'ValueSetter') tree[key] = rewrite.setValueTo;
  else {
    const value = valueAt(tree, key);
    if (value === undefined || value === null) return;
    tree[rewrite.renameKeyTo] = value;
    tree[key] = undefined;
  }
}

function atPath(value: unknown, path: readonly string[], at: number, isA: IsA, apply_: (tree: Tree) => void): void {
  if (Array.isArray(value)) {
    for (const element of value) atPath(element, path, at, isA, apply_);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const tree = value as Tree;
  const step = path[at];
  if (step === undefined) apply_(tree);
  else if (!step.startsWith(CONDITION)) atPath(valueAt(tree, step), path, at + 1, isA, apply_);
  else {
    const typename = tree['__typename'];
    // An object that doesn't tell its type can only be of the one that was asked for.
    if (!typename || isA(typename, step.slice(CONDITION.length))) atPath(tree, path, at + 1, isA, apply_);
  }
}

/** Names under which a fetch's own aliases end up in the response: for those at the top of an entity. */
export function renamedKeys(rewrites: readonly FetchDataRewrite[] | undefined): ReadonlyMap<string, string> {
  return new Map(
    (rewrites ?? []).flatMap((rewrite) =>
      rewrite.kind === 'KeyRenamer' ? [[rewrite.path.at(-1) ?? '', rewrite.renameKeyTo] as const] : [],
    ),
  );
}

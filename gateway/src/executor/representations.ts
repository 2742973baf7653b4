import type { FetchDataRewrite, QueryPlanSelectionNode } from '@apollo/query-planner';
import { compileRewrites } from './rewrites.ts';
import { mergeInto, OPEN, valueAt, type Tree } from './tree.ts';
import type { IsA } from './type-relations.ts';

/** `text` is JSON; null when the entity can't be asked for. `open` when that is because another subgraph failed. */
export interface Representation {
  readonly text: string | null;
  readonly open: boolean;
}
export type WriteRepresentation = (entity: Tree) => Representation;

const NONE: Representation = { text: null, open: false };
const BLOCKED: Representation = { text: null, open: true };

/**
 * Prepares how entities become the representations that a fetch sends: keys, and what `@requires` names.
 * They are written as JSON at once: the text is both what is sent and how an entity that is asked for twice is recognised.
 */
export function compileRepresentations(
  requires: readonly QueryPlanSelectionNode[],
  inputRewrites: readonly FetchDataRewrite[] | undefined,
  isA: IsA,
): WriteRepresentation {
  const rewrite = compileRewrites(inputRewrites, isA);
  const byType = new Map<unknown, WriteRepresentation>();
  return (entity) => {
    const typename = entity['__typename'];
    let write = byType.get(typename);
    if (!write) byType.set(typename, (write = writerFor(typename)));
    return write(entity);
  };

  function writerFor(typename: unknown): WriteRepresentation {
    const matching = requires.filter(
      (node) => node.kind === 'Field' || (node.typeCondition !== undefined && isA(typename, node.typeCondition)),
    );
    const [only] = matching;
    if (matching.length === 1 && only?.kind === 'InlineFragment' && !rewrite && only.selections.every(isLeaf))
      return leafWriter(only.selections.filter(isLeaf).map((field) => field.alias ?? field.name));
    return (entity) => {
      const seen = { open: false };
      const representation = select(entity, requires, isA, seen);
      if (seen.open) return BLOCKED;
      if (!representation?.['__typename']) return NONE;
      rewrite?.(representation);
      return { text: JSON.stringify(representation), open: false };
    };
  }
}

type LeafNode = Extract<QueryPlanSelectionNode, { kind: 'Field' }>;
const isLeaf = (node: QueryPlanSelectionNode): node is LeafNode => node.kind === 'Field' && node.selections === undefined;

/** The usual case: a few scalars of one type. */
function leafWriter(keys: readonly string[]): WriteRepresentation {
  if (!keys.includes('__typename')) return () => NONE;
  const starts = keys.map((key, index) => `${index === 0 ? '{' : ','}${JSON.stringify(key)}:`);
  return (entity) => {
    let text = '';
    for (let index = 0; index < keys.length; index += 1) {
      const value = valueAt(entity, keys[index] as string);
      if (value === undefined) return NONE;
      if (value === OPEN) return BLOCKED;
      text += starts[index] + JSON.stringify(value);
    }
    return { text: `${text}}`, open: false };
  };
}

/** Any selection, as an object; null when something of it is missing. */
function select(source: unknown, nodes: readonly QueryPlanSelectionNode[], isA: IsA, seen: { open: boolean }): Tree | null {
  if (typeof source !== 'object' || source === null) return null;
  const tree = source as Tree;
  const result: Tree = {};
  for (const node of nodes) {
    if (node.kind === 'InlineFragment') {
      if (node.typeCondition === undefined || !isA(tree['__typename'], node.typeCondition)) continue;
      const part = select(tree, node.selections, isA, seen);
      if (part) mergeInto(result, part);
      continue;
    }
    const key = node.alias ?? node.name;
    const value = valueAt(tree, key);
    if (value === OPEN) seen.open = true;
    if (value === undefined || value === OPEN) return null;
    const { selections } = node;
    if (!selections) result[key] = value;
    else
      result[key] = Array.isArray(value)
        ? value.map((element) => select(element, selections, isA, seen))
        : select(value, selections, isA, seen);
  }
  return result;
}

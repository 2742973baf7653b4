import type { FetchDataRewrite, QueryPlanSelectionNode } from '@apollo/query-planner';
import { compileRewrites } from './rewrites.ts';
import { mergeInto, OPEN, valueAt, type Tree } from './tree.ts';
import type { IsA } from './type-relations.ts';

/** The representations of one fetch, each once, as JSON. */
export interface Batch {
  readonly texts: string[];
  readonly byText: Map<string, number>;
  /** Positions of entities that one key names, by its value. */
  readonly byKey: Map<Enlist, Map<unknown, number>>;
}
export const emptyBatch = (): Batch => ({ texts: [], byText: new Map(), byKey: new Map() });

/** The entity can't be asked for: something that names it isn't there. */
export const LEFT_OUT = -1;
/** Nor this one, because another subgraph failed. */
export const LEFT_OPEN = -2;
/** Puts an entity's representation into a batch and answers its position there, or one of the two above. */
export type Enlist = (entity: Tree, batch: Batch) => number;

/**
 * Prepares how entities become the representations that a fetch sends: keys, and what `@requires` names.
 * They are written as JSON at once, each only when it is met for the first time.
 */
export function compileRepresentations(
  requires: readonly QueryPlanSelectionNode[],
  inputRewrites: readonly FetchDataRewrite[] | undefined,
  isA: IsA,
): Enlist {
  const rewrite = compileRewrites(inputRewrites, isA);
  const byType = new Map<unknown, Enlist>();
  return (entity, batch) => {
    const typename = entity['__typename'];
    let enlist = byType.get(typename);
    if (!enlist) byType.set(typename, (enlist = enlistType(typename)));
    return enlist(entity, batch);
  };

  function enlistType(typename: unknown): Enlist {
    const matching = requires.filter(
      (node) => node.kind === 'Field' || (node.typeCondition !== undefined && isA(typename, node.typeCondition)),
    );
    const [only] = matching;
    if (matching.length === 1 && only?.kind === 'InlineFragment' && !rewrite && only.selections.every(isLeaf))
      return enlistLeaves(only.selections.filter(isLeaf).map((field) => field.alias ?? field.name));
    return (entity, batch) => {
      const seen = { open: false };
      const representation = select(entity, requires, isA, seen);
      if (seen.open) return LEFT_OPEN;
      if (!representation?.['__typename']) return LEFT_OUT;
      rewrite?.(representation);
      return positionOf(JSON.stringify(representation), batch);
    };
  }
}

function positionOf(text: string, { texts, byText }: Batch): number {
  let position = byText.get(text);
  if (position === undefined) byText.set(text, (position = texts.push(text) - 1));
  return position;
}

type LeafNode = Extract<QueryPlanSelectionNode, { kind: 'Field' }>;
const isLeaf = (node: QueryPlanSelectionNode): node is LeafNode => node.kind === 'Field' && node.selections === undefined;

/** The usual case: a few scalars of one type. */
function enlistLeaves(keys: readonly string[]): Enlist {
  if (!keys.includes('__typename')) return () => LEFT_OUT;
  const [typename, key] = keys;
  if (keys.length === 2 && typename === '__typename' && key !== undefined) return enlistByKey(key);
  const starts = keys.map((name, index) => `${index === 0 ? '{' : ','}${JSON.stringify(name)}:`);
  return (entity, batch) => {
    let text = '';
    for (let index = 0; index < keys.length; index += 1) {
      const value = valueAt(entity, keys[index] as string);
      if (value === undefined) return LEFT_OUT;
      if (value === OPEN) return LEFT_OPEN;
      text += starts[index] + JSON.stringify(value);
    }
    return positionOf(`${text}}`, batch);
  };
}

/** One key: an entity that was met before is recognised by its value, without writing it again. */
function enlistByKey(key: string): Enlist {
  const between = `,${JSON.stringify(key)}:`;
  const enlist: Enlist = (entity, { texts, byKey }) => {
    const value = valueAt(entity, key);
    if (value === undefined) return LEFT_OUT;
    if (value === OPEN) return LEFT_OPEN;
    let positions = byKey.get(enlist);
    if (!positions) byKey.set(enlist, (positions = new Map()));
    let position = positions.get(value);
    if (position !== undefined) return position;
    const text = `{"__typename":${JSON.stringify(entity['__typename'])}${between}${JSON.stringify(value)}}`;
    positions.set(value, (position = texts.push(text) - 1));
    return position;
  };
  return enlist;
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

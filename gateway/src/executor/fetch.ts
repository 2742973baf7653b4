import type { FetchNode } from '@apollo/query-planner';
import { Kind, OperationTypeNode, parse, type FieldNode, type SelectionSetNode } from 'graphql';
import { SubgraphUnavailable, type SubgraphAnswer } from '../subgraph/client.ts';
import { collect, collectPaths, type ResponsePath } from './paths.ts';
import { compileRepresentations, emptyBatch, LEFT_OPEN } from './representations.ts';
import { compileRewrites, renamedKeys } from './rewrites.ts';
import type { FoundError, Run, Step } from './run.ts';
import { isTree, mergeInto, OPEN, valueAt, type Tree } from './tree.ts';
import type { IsA } from './type-relations.ts';

/** Asks one subgraph for root fields, and merges its answer into the tree. */
export function rootFetch(node: FetchNode): Step {
  const ask = prepareRequest(node);
  const rewrite = compileRewrites(node.outputRewrites, () => true);
  const keys = wantedFields(node).flatMap(({ keys: names }) => names);
  return async (run) => {
    const answer = await ask(run, null);
    if (answer === null) {
      for (const key of keys) if (valueAt(run.tree, key) === undefined) run.tree[key] = OPEN;
      return;
    }
    if (answer.errors)
      for (const error of answer.errors) run.errors.push({ error, subgraph: node.serviceName, path: error.path ?? undefined });
    if (!answer.data) return;
    rewrite?.(answer.data);
    mergeInto(run.tree, answer.data);
  };
}

/**
 * Asks one subgraph for fields of the entities at a path. Each entity is sent once, however often it occurs, and its answer and its
 * errors go to every place. Entities that lack what the fetch requires are left out, as the plan expects of types that don't match.
 */
export function entityFetch(node: FetchNode, path: readonly (string | number)[], isA: IsA): Step {
  const ask = prepareRequest(node);
  const enlist = compileRepresentations(node.requires ?? [], node.inputRewrites, isA);
  const rewrite = compileRewrites(node.outputRewrites, isA);
  const wanted = wantedFields(node);

  const leaveOpen = (entity: Tree) => {
    for (const { condition, keys } of wanted)
      if (condition === undefined || isA(entity['__typename'], condition))
        for (const key of keys) if (valueAt(entity, key) === undefined) entity[key] = OPEN;
  };

  return (run) => {
    const entities = collect(run.tree, path);
    const batch = emptyBatch();
    // For each entity the position of its representation in the request; negative without one.
    const positions = entities.map((entity) => {
      const position = enlist(entity, batch);
      if (position === LEFT_OPEN) leaveOpen(entity);
      return position;
    });
    if (batch.texts.length === 0) return undefined;
    return fetchEntities(run, entities, positions, batch.texts);
  };

  async function fetchEntities(run: Run, entities: readonly Tree[], positions: readonly number[], representations: readonly string[]) {
    const answer = await ask(run, representations);
    if (answer?.errors) run.errors.push(...placeErrors(answer, run.tree, positions));
    const received = answer?.data?.['_entities'];
    if (!Array.isArray(received) || received.length !== representations.length) {
      // Errors without data explain themselves; anything else is an answer that is none.
      if (!answer?.errors) entities.forEach((entity, index) => (positions[index] as number) >= 0 && leaveOpen(entity));
      return;
    }
    if (rewrite) for (const entity of received) rewrite(entity);
    for (let index = 0; index < entities.length; index += 1) {
      const position = positions[index] as number;
      const part: unknown = position < 0 ? null : received[position];
      if (isTree(part)) mergeEntity(entities[index] as Tree, part, isA);
    }
  }

  function placeErrors(answer: SubgraphAnswer, tree: Tree, positions: readonly number[]): FoundError[] {
    let places: ResponsePath[] | null = null;
    return (answer.errors ?? []).flatMap((error): FoundError[] => {
      const found = { error, subgraph: node.serviceName };
      const [root, position, ...rest] = error.path ?? [];
      if (root !== '_entities' || typeof position !== 'number') return [{ ...found, path: undefined }];
      places ??= collectPaths(tree, path);
      return places.flatMap((place, index) => (positions[index] === position ? [{ ...found, path: [...place, ...rest] }] : []));
    });
  }
}

/**
 * A subgraph may leave out the type of an entity, or know only the interface (an interface object): the narrower type stands.
 * The stock executor lets the last answer decide, and then finds no object type to name.
 */
function mergeEntity(entity: Tree, part: Tree, isA: IsA): void {
  const [known, told] = [entity['__typename'], part['__typename']];
  mergeInto(entity, part);
  if (typeof told !== 'string' || isA(known, told)) entity['__typename'] = known;
}

type AskWith = (run: Run, representations: readonly string[] | null) => Promise<SubgraphAnswer | null>;

/** Prepares the request's text up to its variables. Null is answered when the subgraph was not available. */
function prepareRequest(node: FetchNode): AskWith {
  const head = `{"query":${JSON.stringify(node.operation)}${node.operationName === undefined ? '' : `,"operationName":${JSON.stringify(node.operationName)}`}`;
  const usages = node.variableUsages ?? [];
  const isMutation = node.operationKind === OperationTypeNode.MUTATION;
  const constant = `${head}}`;
  return async (run, representations) => {
    let variables = '';
    for (const name of usages) {
      const value = run.variables[name];
      if (value !== undefined) variables += `${variables === '' ? '' : ','}${JSON.stringify(name)}:${JSON.stringify(value)}`;
    }
    if (representations) variables += `${variables === '' ? '' : ','}"representations":[${representations.join(',')}]`;
    const body = variables === '' ? constant : `${head},"variables":{${variables}}}`;
    try {
      return await run.ask(node.serviceName, body, isMutation, run.state);
    } catch (error) {
      if (error instanceof SubgraphUnavailable) return null;
      throw error;
    }
  };
}

interface WantedFields {
  readonly condition: string | undefined;
  readonly keys: readonly string[];
}

/** The response keys that a fetch fills: at the root, or per type of its entities. */
function wantedFields(node: FetchNode): WantedFields[] {
  const operation = parse(node.operation).definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (!operation) return [];
  const renamed = renamedKeys(node.outputRewrites);
  const keysOf = (set: SelectionSetNode) =>
    directFields(set).flatMap((field) => {
      const key = field.alias?.value ?? field.name.value;
      return key === '__typename' ? [] : [renamed.get(key) ?? key];
    });
  if (!node.requires) return [{ condition: undefined, keys: keysOf(operation.selectionSet) }];
  const entities = directFields(operation.selectionSet)[0]?.selectionSet;
  return (entities?.selections ?? []).flatMap((selection) =>
    selection.kind === Kind.INLINE_FRAGMENT
      ? [{ condition: selection.typeCondition?.name.value, keys: keysOf(selection.selectionSet) }]
      : [],
  );
}

function directFields(set: SelectionSetNode): FieldNode[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    return selection.kind === Kind.INLINE_FRAGMENT ? directFields(selection.selectionSet) : [];
  });
}

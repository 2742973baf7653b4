import { Kind, parse, type FieldNode, type SelectionSetNode } from 'graphql';
import type { SubgraphError } from './client.ts';

/** Places named one by one; beyond it the outage is told often enough. */
const MAX_ERRORS = 200;

/**
 * What a subgraph that can't be asked leaves open: one error per field that it should have filled.
 * For `_entities` the path names each entity by its index; null when the operation has no such field.
 */
export function unavailableErrors(operation: string, entityCount: number): SubgraphError[] {
  const document = parse(operation);
  const root = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (!root) return [];
  const paths = fieldsOf(root.selectionSet).flatMap((field): (string | number)[][] => {
    const key = field.alias?.value ?? field.name.value;
    if (field.name.value !== '_entities' || !field.selectionSet) return [[key]];
    const wanted = [...new Set(fieldsOf(field.selectionSet).map((inner) => inner.alias?.value ?? inner.name.value))];
    return Array.from({ length: entityCount }, (_unused, index) => wanted.map((name) => ['_entities', index, name])).flat();
  });
  return paths.slice(0, MAX_ERRORS).map((path) => unavailableError(path));
}

export function unavailableError(path: readonly (string | number)[]): SubgraphError {
  return { message: 'This part is not available now. Try again later.', path, extensions: { code: 'SUBGRAPH_UNAVAILABLE' } };
}

/** Fields of a selection set and of the inline fragments in it; `__typename` is known without asking. */
function fieldsOf(selectionSet: SelectionSetNode): FieldNode[] {
  return selectionSet.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return selection.name.value === '__typename' ? [] : [selection];
    return selection.kind === Kind.INLINE_FRAGMENT ? fieldsOf(selection.selectionSet) : [];
  });
}

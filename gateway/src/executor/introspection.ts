import {
  executeSync,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/**
 * Answers `__schema` and `__type` from the schema itself; null when the operation doesn't ask for them.
 * The fields are taken out of the operation, wherever its root has them, and run by graphql-js.
 */
export function prepareIntrospection(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): ((variables: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>) | null {
  const selectionSet = onlyIntrospection(operation.selectionSet, fragments, new Set());
  if (selectionSet.selections.length === 0) return null;
  const alone: DocumentNode = {
    ...document,
    definitions: [{ ...operation, selectionSet }, ...document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION)],
  };
  return (variables) => executeSync({ schema, document: alone, variableValues: variables }).data ?? {};
}

function onlyIntrospection(
  { selections, ...set }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  inside: ReadonlySet<string>,
): SelectionSetNode {
  return {
    ...set,
    selections: selections.flatMap((node): SelectionNode[] => {
      if (node.kind === Kind.FIELD) return node.name.value === '__schema' || node.name.value === '__type' ? [node] : [];
      const name = node.kind === Kind.FRAGMENT_SPREAD ? node.name.value : null;
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
      if (!fragment || (name !== null && inside.has(name))) return [];
      const inner = onlyIntrospection(fragment.selectionSet, fragments, name === null ? inside : new Set([...inside, name]));
      if (inner.selections.length === 0) return [];
      return [{ kind: Kind.INLINE_FRAGMENT, ...(node.directives ? { directives: node.directives } : {}), selectionSet: inner }];
    }),
  };
}

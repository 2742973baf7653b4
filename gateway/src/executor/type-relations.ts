import { Kind, type DocumentNode } from 'graphql';

/** Whether an object of a type, by its `__typename`, meets a type condition of the supergraph. */
export type IsA = (typename: unknown, condition: string) => boolean;

/** Reads from the supergraph's SDL which types an interface or union stands for; inaccessible ones count, since plans use them. */
export function typeRelations(supergraph: DocumentNode): IsA {
  const members = new Map<string, Set<string>>();
  const add = (abstract: string, member: string) => {
    const set = members.get(abstract) ?? new Set();
    members.set(abstract, set.add(member));
  };
  for (const definition of supergraph.definitions) {
    if (definition.kind === Kind.UNION_TYPE_DEFINITION)
      for (const type of definition.types ?? []) add(definition.name.value, type.name.value);
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION)
      for (const type of definition.interfaces ?? []) add(type.name.value, definition.name.value);
  }
  return (typename, condition) =>
    typename === condition || (typeof typename === 'string' && (members.get(condition)?.has(typename) ?? false));
}

import {
  GraphQLError,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  valueFromASTUntyped,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLNamedType,
  type SelectionSetNode,
  type ValidationRule,
} from 'graphql';

/** Names of the fields that a plan may ask for by itself, by type: what its keys are made of, and what `@requires` names. */
export type PlannedFields = ReadonlyMap<string, ReadonlySet<string>>;

/** Reads them from a supergraph's SDL; those that clients can't see are the ones that matter most. */
export function readPlannedFields(supergraph: DocumentNode): PlannedFields {
  const types = new Map<string, ReadonlyMap<string, FieldDefinitionNode>>();
  for (const definition of supergraph.definitions)
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION)
      types.set(definition.name.value, new Map((definition.fields ?? []).map((field) => [field.name.value, field])));
  const planned = new Map<string, Set<string>>();

  function add(type: string, { selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) add(selection.typeCondition?.name.value ?? type, selection.selectionSet);
      if (selection.kind !== Kind.FIELD) continue;
      const name = selection.name.value;
      planned.set(type, (planned.get(type) ?? new Set()).add(name));
      const field = types.get(type)?.get(name);
      if (selection.selectionSet && field) add(namedType(field), selection.selectionSet);
    }
  }

  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    const joins = [...(definition.directives ?? []), ...(definition.fields ?? []).flatMap(({ directives }) => directives ?? [])];
    for (const { name, arguments: given } of joins) {
      if (name.value !== 'join__type' && name.value !== 'join__field') continue;
      for (const { name: argument, value } of given ?? [])
        if (argument.value === 'key' || argument.value === 'requires')
          add(definition.name.value, fieldSet(String(valueFromASTUntyped(value))));
    }
  }
  return planned;
}

/**
 * Refuses an alias that is the name of a field which a plan may add beside it. Apollo's planner tells selections apart by the name of their
 * answer alone: it would take the client's field for its own, send its value as a key or as what `@requires` names, or show the client the
 * value of a field that he can't see.
 */
export function aliasesApart(planned: PlannedFields): ValidationRule {
  return (context) => {
    const schema = context.getSchema();
    const namesOf = (type: GraphQLNamedType): string[] => {
      const related = [
        ...(isAbstractType(type) ? schema.getPossibleTypes(type) : []),
        ...(isObjectType(type) || isInterfaceType(type) ? type.getInterfaces() : []),
      ];
      return [type, ...related].flatMap(({ name }) => [...(planned.get(name) ?? [])]);
    };
    return {
      Field(node) {
        const alias = node.alias?.value;
        const type = context.getParentType();
        if (alias === undefined || alias === node.name.value || !type) return;
        if (alias === '__typename' || namesOf(type).includes(alias))
          context.reportError(new GraphQLError(`"${alias}" can't be an alias here. Choose another one.`, { nodes: node }));
      },
    };
  };
}

function fieldSet(text: string): SelectionSetNode {
  const [definition] = parse(`{${text}}`).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`"${text}" is no set of fields`);
  return definition.selectionSet;
}

function namedType({ type }: FieldDefinitionNode): string {
  let inner = type;
  while (inner.kind !== Kind.NAMED_TYPE) inner = inner.type;
  return inner.name.value;
}

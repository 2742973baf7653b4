import {
  isAbstractType,
  isObjectType,
  Kind,
  type DirectiveNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

/** Whether a selection is in the answer, by its `@skip` and `@include`: decided per set of their variables' values, not per object. */
export type Included = (directives: readonly DirectiveNode[] | undefined) => boolean;

/** Selections of one response key, merged (section "Field Collection" of the specification). */
export interface CollectedField {
  readonly key: string;
  readonly name: string;
  readonly sets: readonly SelectionSetNode[];
}

/** The fields that selection sets ask of an object of a type, in the order of the document. */
export function collectFields(options: {
  schema: GraphQLSchema;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  included: Included;
  type: GraphQLCompositeType;
  sets: readonly SelectionSetNode[];
}): CollectedField[] {
  const { schema, type, included } = options;
  const fields = new Map<string, { name: string; sets: SelectionSetNode[] }>();
  const spread = new Set<string>();
  const visit = (set: SelectionSetNode): void => {
    for (const node of set.selections) {
      if (!included(node.directives)) continue;
      if (node.kind === Kind.FIELD) {
        const key = node.alias?.value ?? node.name.value;
        const field = fields.get(key) ?? { name: node.name.value, sets: [] };
        if (node.selectionSet) field.sets.push(node.selectionSet);
        fields.set(key, field);
        continue;
      }
      if (node.kind === Kind.FRAGMENT_SPREAD) {
        if (spread.has(node.name.value)) continue;
        spread.add(node.name.value);
      }
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : options.fragments.get(node.name.value);
      if (fragment && applies(schema, fragment.typeCondition?.name.value, type)) visit(fragment.selectionSet);
    }
  };
  options.sets.forEach(visit);
  return [...fields].map(([key, { name, sets }]) => ({ key, name, sets }));
}

function applies(schema: GraphQLSchema, condition: string | undefined, type: GraphQLCompositeType): boolean {
  if (condition === undefined || condition === type.name) return true;
  const wanted = schema.getType(condition);
  if (!isAbstractType(wanted)) return false;
  return (isObjectType(type) || 'getInterfaces' in type) && schema.isSubType(wanted, type);
}

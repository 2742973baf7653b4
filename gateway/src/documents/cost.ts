import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  type ArgumentNode,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import type { CostTable, ListSize } from './cost-table.ts';

export type Variables = Readonly<Record<string, unknown>> | undefined;
/** The cost of an operation with these variables. */
export type CostOf = (variables: Variables) => number;

/** A list whose schema says nothing of its size. */
const ASSUMED_SIZE = 10;
/** What our services return when a page's size isn't asked for. */
const DEFAULT_PAGE = 20;
const MUTATION_WEIGHT = 10;
/** More than any limit, and far from where sums lose precision. */
const MOST = 1_000_000_000;

/**
 * Prepares the cost of an operation after the cost specification that federation's `@cost` and `@listSize` follow: a composite field
 * weighs 1, a leaf 0, a mutation 10, unless the schema says otherwise; what stands below a list counts as often as the list is long,
 * by its slicing arguments, which are read from the variables of each request. The document must be valid.
 */
export function costOf(schema: GraphQLSchema, table: CostTable, document: DocumentNode, operation: OperationDefinitionNode): CostOf {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const defaults = new Map((operation.variableDefinitions ?? []).map(({ variable, defaultValue }) => [variable.name.value, defaultValue]));
  const read = (node: ValueNode | undefined, variables: Variables): unknown => {
    if (node?.kind !== Kind.VARIABLE) return literal(node);
    const value = variables?.[node.name.value];
    return value === undefined ? literal(defaults.get(node.name.value)) : value;
  };

  /** `sized` names the fields whose length their parent decides: `edges` of a connection. */
  function selections(parent: GraphQLCompositeType, set: SelectionSetNode, sized: SizedFields | null): CostOf {
    const parts = set.selections.flatMap((node): CostOf[] => {
      const part = selectionCost(parent, node, sized);
      return part ? [unlessLeftOut(node.directives, part)] : [];
    });
    return sum(parts);
  }

  function selectionCost(parent: GraphQLCompositeType, node: SelectionNode, sized: SizedFields | null): CostOf | null {
    if (node.kind === Kind.FIELD) {
      const field = 'getFields' in parent ? parent.getFields()[node.name.value] : undefined;
      return field ? fieldCost(parent, field, node.arguments ?? [], node.selectionSet, sized) : null;
    }
    const definition = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
    if (!definition) return null;
    const type = definition.typeCondition ? schema.getType(definition.typeCondition.name.value) : parent;
    return isCompositeType(type) ? selections(type, definition.selectionSet, sized) : null;
  }

  function fieldCost(
    parent: GraphQLCompositeType,
    field: GraphQLField<unknown, unknown>,
    args: readonly ArgumentNode[],
    set: SelectionSetNode | undefined,
    sized: SizedFields | null,
  ): CostOf {
    const coordinate = `${parent.name}.${field.name}`;
    const type = getNamedType(field.type);
    const isMutation = parent === schema.getMutationType();
    const own =
      table.weights.get(coordinate) ?? (isMutation ? MUTATION_WEIGHT : (table.weights.get(type.name) ?? (isCompositeType(type) ? 1 : 0)));
    const argumentsCost = args.reduce((total, arg) => total + (table.weights.get(`${coordinate}(${arg.name.value})`) ?? 0), 0);
    const listSize = table.listSizes.get(coordinate);
    const size = listSize ? sizeFromArguments(listSize, args, read) : null;
    const isList = isListType(getNullableType(field.type));
    const below =
      set && isCompositeType(type)
        ? selections(type, set, size && listSize?.sizedFields ? { names: listSize.sizedFields, size } : null)
        : null;
    const times: ((variables: Variables) => number) | null = !isList
      ? null
      : sized?.names.includes(field.name)
        ? sized.size
        : (size ?? (() => ASSUMED_SIZE));
    return (variables) => {
      const once = own + (below ? below(variables) : 0);
      return Math.min(argumentsCost + (times ? times(variables) * once : once), MOST);
    };
  }

  function unlessLeftOut(directives: readonly DirectiveNode[] | undefined, part: CostOf): CostOf {
    if (!directives || directives.length === 0) return part;
    return (variables) =>
      directives.some(({ name, arguments: args }) => {
        const value = read(args?.[0]?.value, variables);
        return (name.value === 'skip' && value === true) || (name.value === 'include' && value === false);
      })
        ? 0
        : part(variables);
  }

  const root = schema.getRootType(operation.operation);
  return isObjectType(root) ? selections(root, operation.selectionSet, null) : () => 0;
}

interface SizedFields {
  readonly names: readonly string[];
  readonly size: (variables: Variables) => number;
}

function sizeFromArguments(
  { slicingArguments, assumedSize }: ListSize,
  args: readonly ArgumentNode[],
  read: (node: ValueNode | undefined, variables: Variables) => unknown,
): (variables: Variables) => number {
  const slicing = args.filter((arg) => slicingArguments.includes(arg.name.value)).map((arg) => arg.value);
  return (variables) => {
    let size: number | null = null;
    for (const node of slicing) {
      const value = read(node, variables);
      if (typeof value === 'number' && Number.isFinite(value)) size = Math.max(size ?? 0, value);
    }
    return size ?? assumedSize ?? (slicingArguments.length > 0 ? DEFAULT_PAGE : ASSUMED_SIZE);
  };
}

function sum(parts: readonly CostOf[]): CostOf {
  const [only] = parts;
  if (!only) return () => 0;
  if (parts.length === 1) return only;
  return (variables) => {
    let total = 0;
    for (const part of parts) total += part(variables);
    return Math.min(total, MOST);
  };
}

function literal(node: ValueNode | undefined): unknown {
  if (node?.kind === Kind.INT || node?.kind === Kind.FLOAT) return Number(node.value);
  return node?.kind === Kind.BOOLEAN ? node.value : undefined;
}

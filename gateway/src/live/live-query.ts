import {
  Kind,
  OperationTypeNode,
  print,
  separateOperations,
  visit,
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
  type ValueNode,
} from 'graphql';
import { RequestRefused } from '../refusal.ts';

/**
 * The query that answers a subscription: the same selection of the query field of the same name, from a cursor on.
 * It is checked, weighed and planned like any other; that the two fields agree is held by a test over the supergraph.
 */
export interface LiveQuery {
  readonly source: string;
  readonly operationName: string | undefined;
  /** The cursor that the subscription itself names, with these variables. */
  cursorOf(variables: Variables): string | undefined;
  /** Variables of the query that tells what came after a cursor. */
  variablesAfter(variables: Variables, cursor: string | undefined): Record<string, unknown>;
  /** Takes out of an answer what the client didn't ask for; `cursor` is absent where the field gave none. */
  read(data: Readonly<Record<string, unknown>> | null | undefined): {
    readonly data: Readonly<Record<string, unknown>> | null | undefined;
    readonly cursor: string | undefined;
  };
}
type Variables = Readonly<Record<string, unknown>> | undefined;

const AFTER = 'after';
const CURSOR = 'cursor';
/** Names that no document of ours has. */
const AFTER_VARIABLE = 'liveAfter_';
const CURSOR_ALIAS = 'liveCursor_';

const name = (value: string) => ({ kind: Kind.NAME, value }) as const;
const variable = (value: string) => ({ kind: Kind.VARIABLE, name: name(value) }) as const;

/** @throws RequestRefused for a subscription whose field doesn't stand in the operation itself */
export function liveQueryOf(document: DocumentNode, node: OperationDefinitionNode): LiveQuery {
  const [field] = node.selectionSet.selections;
  if (field?.kind !== Kind.FIELD || !field.selectionSet || node.selectionSet.selections.length !== 1)
    throw new RequestRefused(400, 'GRAPHQL_VALIDATION_FAILED', 'A subscription has one field, and it stands in the operation itself.');
  const named = field.arguments?.find((argument) => argument.name.value === AFTER)?.value;
  const key = field.alias?.value ?? field.name.value;
  const own = separateOperations(document)[node.name?.value ?? ''] ?? document;
  const asking: OperationDefinitionNode = {
    ...node,
    operation: OperationTypeNode.QUERY,
    variableDefinitions: [
      ...(node.variableDefinitions ?? []),
      {
        kind: Kind.VARIABLE_DEFINITION,
        variable: variable(AFTER_VARIABLE),
        type: { kind: Kind.NAMED_TYPE, name: name('String') },
      },
    ],
    selectionSet: { kind: Kind.SELECTION_SET, selections: [askingAfter(field)] },
  };
  const query = withoutUnusedVariables({
    ...own,
    definitions: own.definitions.map((definition) => (definition.kind === Kind.OPERATION_DEFINITION ? asking : definition)),
  });
  return {
    source: print(query),
    operationName: node.name?.value,
    cursorOf: (variables) => textOf(named, variables, node),
    variablesAfter: (variables, cursor) => ({ ...variables, [AFTER_VARIABLE]: cursor ?? null }),
    read(data) {
      const update = data?.[key];
      if (typeof update !== 'object' || update === null) return { data, cursor: undefined };
      const { [CURSOR_ALIAS]: cursor, ...asked } = update as Record<string, unknown>;
      return { data: { ...data, [key]: asked }, cursor: typeof cursor === 'string' ? cursor : undefined };
    },
  };
}

function askingAfter(field: FieldNode): FieldNode {
  const others = field.arguments?.filter((argument) => argument.name.value !== AFTER) ?? [];
  return {
    ...field,
    arguments: [...others, { kind: Kind.ARGUMENT, name: name(AFTER), value: variable(AFTER_VARIABLE) }],
    selectionSet: {
      kind: Kind.SELECTION_SET,
      selections: [{ kind: Kind.FIELD, alias: name(CURSOR_ALIAS), name: name(CURSOR) }, ...(field.selectionSet?.selections ?? [])],
    },
  };
}

/** A variable that only named the cursor has nothing left to do, which validation would refuse. */
function withoutUnusedVariables(document: DocumentNode): DocumentNode {
  const used = new Set<string>();
  visit(document, {
    VariableDefinition: () => false,
    Variable: (node) => void used.add(node.name.value),
  });
  return visit(document, { VariableDefinition: (node) => (used.has(node.variable.name.value) ? undefined : null) });
}

function textOf(node: ValueNode | undefined, variables: Variables, operation: OperationDefinitionNode): string | undefined {
  if (node?.kind === Kind.STRING) return node.value;
  if (node?.kind !== Kind.VARIABLE) return undefined;
  const given = variables?.[node.name.value];
  if (typeof given === 'string' || given === null) return given ?? undefined;
  const definition = operation.variableDefinitions?.find((each) => each.variable.name.value === node.name.value);
  return definition?.defaultValue?.kind === Kind.STRING ? definition.defaultValue.value : undefined;
}

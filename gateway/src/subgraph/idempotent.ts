import { Kind, parse, type FieldNode } from 'graphql';

/**
 * Whether a mutation, as it was sent to a subgraph, may be carried out twice without harm: each of its fields has an `idempotencyKey` in its
 * `input`, so that a repeat returns the first result. Asked only after a connection was lost.
 */
export function isIdempotent(body: string): boolean {
  const { query, variables = {} } = JSON.parse(body) as { query: string; variables?: Readonly<Record<string, unknown>> };
  const operation = parse(query).definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const fields = operation?.selectionSet.selections ?? [];
  return fields.length > 0 && fields.every((field) => field.kind === Kind.FIELD && carriesKey(field, variables));
}

function carriesKey({ arguments: args = [] }: FieldNode, variables: Readonly<Record<string, unknown>>): boolean {
  const input = args.find(({ name }) => name.value === 'input')?.value;
  if (input?.kind === Kind.VARIABLE) return hasKey(variables[input.name.value]);
  if (input?.kind !== Kind.OBJECT) return false;
  const key = input.fields.find(({ name }) => name.value === 'idempotencyKey')?.value;
  return key?.kind === Kind.STRING || (key?.kind === Kind.VARIABLE && typeof variables[key.name.value] === 'string');
}

const hasKey = (input: unknown): boolean =>
  typeof input === 'object' && input !== null && 'idempotencyKey' in input && typeof input.idempotencyKey === 'string';

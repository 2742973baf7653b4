import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  defaultFieldResolver,
  getNamedType,
  isEnumType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  type DocumentNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { commonMessages, forbidden, type Messages } from '../errors.ts';
import { wrapMutation } from '../mutation.ts';
import {
  hasRole,
  passesStub,
  type Audited,
  type EntityPolicy,
  type OperationPolicy,
  type Policy,
  type StubPolicy,
  type StubVerdict,
} from '../policy.ts';
import type { Context } from './context.ts';
import { scalars } from './scalars.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- the generated resolver types of four services meet here.
export type Resolvers = Record<string, any>;

export interface SubgraphDefinition {
  /** SDL of the rooms, as `readTypeDefs` found it. */
  readonly typeDefs: readonly string[];
  readonly resolvers: Resolvers;
  readonly policies: readonly Policy[];
  /** The service's own error codes and their texts; the common ones are added. */
  readonly messages: Messages;
}

/** Every `.graphql` file below a folder, in a fixed order. */
export function readTypeDefs(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.graphql'))
    .toSorted()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

/** The SDL of one subgraph as composition reads it: prelude and rooms. The prelude's Query and Mutation stand where a room extends them. */
export function subgraphSdl(prelude: string, typeDefs: readonly string[]): DocumentNode {
  const rooms = parse(typeDefs.join('\n')).definitions;
  const extended = new Set(rooms.flatMap((node) => (node.kind === Kind.OBJECT_TYPE_EXTENSION ? [node.name.value] : [])));
  const common = parse(prelude).definitions.filter(
    (node) => node.kind !== Kind.OBJECT_TYPE_DEFINITION || (node.fields ?? []).length > 0 || extended.has(node.name.value),
  );
  return { kind: Kind.DOCUMENT, definitions: [...common, ...rooms] };
}

/**
 * Builds the executable schema and puts its policies on: every field asks its verdict before its resolver runs, every mutation goes through the wrapper.
 * Throws, with all problems at once, when a type or field has no verdict, when a field that some role may not see can't be null, or when codes and texts differ.
 */
export function buildSubgraph(definition: SubgraphDefinition, prelude: string): GraphQLSchema {
  const schema = buildSubgraphSchema([
    { typeDefs: subgraphSdl(prelude, definition.typeDefs), resolvers: { ...scalars, ...definition.resolvers } },
  ]);
  const messages: Messages = { ...commonMessages, ...definition.messages };
  const problems = [
    ...applyPolicies(schema, definition),
    ...errorCodeProblems(schema, messages),
    ...applyMutationWrapper(schema, messages),
  ];
  if (problems.length > 0) throw new Error(`This subgraph can't be served:\n  ${problems.join('\n  ')}`);
  return schema;
}

const STRUCTURAL = /(Connection|Edge|Payload|UserError|ImportRefusal)$/;
const FEDERATION = new Set(['_Service', '_Entity', '_Any']);

function applyPolicies(schema: GraphQLSchema, { policies, resolvers }: SubgraphDefinition): string[] {
  const problems: string[] = [];
  const named = new Map<string, EntityPolicy<object> | StubPolicy>();
  const parts = new Set<string>();
  const operations = {
    Query: new Map<string, OperationPolicy['Query'][string]>(),
    Mutation: new Map<string, OperationPolicy['Query'][string]>(),
    Subscription: new Map<string, OperationPolicy['Query'][string]>(),
  };
  for (const policy of policies) {
    if (policy.kind === 'part') policy.types.forEach((type) => parts.add(type));
    else if (policy.kind === 'operations') {
      for (const root of ['Query', 'Mutation', 'Subscription'] as const)
        for (const [field, roles] of Object.entries(policy[root])) operations[root].set(field, roles);
    } else {
      if (named.has(policy.type)) problems.push(`${policy.type} has two policies`);
      named.set(policy.type, policy);
    }
  }
  const unused = new Set([...named.keys(), ...parts]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__') || FEDERATION.has(type.name)) continue;
    unused.delete(type.name);
    if (type.name in operations) {
      problems.push(...guardRoot(type, operations[type.name as keyof typeof operations]));
      continue;
    }
    const policy = named.get(type.name);
    if (policy) problems.push(...guardEntity(type, policy, resolvers));
    else if (!parts.has(type.name) && type.name !== 'PageInfo' && !STRUCTURAL.test(type.name)) problems.push(`${type.name} has no policy`);
  }
  for (const name of unused) problems.push(`the policy of ${name} has no type`);
  return problems;
}

function guardRoot(type: GraphQLObjectType, roles: Map<string, OperationPolicy['Query'][string]>): string[] {
  const problems: string[] = [];
  for (const field of Object.values(type.getFields())) {
    // The identity was checked before GraphQL ran; what `_entities` returns has been through the rows of each policy.
    if (field.name === '_service' || field.name === '_entities') continue;
    const verdict = roles.get(field.name);
    roles.delete(field.name);
    if (verdict === undefined) problems.push(`${type.name}.${field.name} has no verdict`);
    else guard(field, verdict === 'signedIn' ? (_row, viewer) => viewer.kind !== 'SERVICE' : (_row, viewer) => hasRole(viewer, verdict));
    // A refusal, or a service that is down, must not take the rest of the answer with it.
    if (isNonNullType(field.type)) problems.push(`${type.name}.${field.name} must be nullable`);
  }
  for (const field of roles.keys()) problems.push(`the verdict of ${type.name}.${field} has no field`);
  return problems;
}

function guardEntity(type: GraphQLObjectType, policy: EntityPolicy<object> | StubPolicy, resolvers: Resolvers): string[] {
  const problems: string[] = [];
  const left = new Set(Object.keys(policy.fields));
  if (policy.kind === 'entity' && !resolvers[type.name]?.__resolveReference) problems.push(`${type.name} has no __resolveReference`);
  for (const field of Object.values(type.getFields())) {
    const verdict = policy.fields[field.name];
    left.delete(field.name);
    if (field.name === 'id' && !resolvers[type.name]?.id) field.resolve = (row: { _id?: string; id?: string }) => row._id ?? row.id;
    if (verdict === undefined) {
      problems.push(`${type.name}.${field.name} has no verdict`);
      continue;
    }
    if (verdict !== 'row' && isNonNullType(field.type))
      problems.push(`${type.name}.${field.name} must be nullable: some roles may not see it`);
    const audited = policy.kind === 'entity' && policy.audited?.fields.includes(field.name) ? policy.audited : undefined;
    // Inside the guard: a refusal showed nothing, so it is no reading.
    if (audited) noteReadings(field, `${type.name}.${field.name}`, audited);
    if (policy.kind === 'entity') guard(field, (row, viewer) => policy.maySee(viewer, row, field.name));
    else if (verdict !== 'row') guard(field, (_row, viewer) => passesStub(viewer, verdict as StubVerdict));
  }
  for (const field of left) problems.push(`the verdict of ${type.name}.${field} has no field`);
  return problems;
}

function guard(field: GraphQLField<object, Context>, allowed: (row: object, viewer: Context['viewer']) => boolean): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (row, args, context, info) => {
    if (!allowed(row, context.viewer)) throw forbidden();
    return resolve(row, args, context, info);
  };
}

function noteReadings(field: GraphQLField<object, Context>, name: string, audited: Audited<object, string>): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (row, args, context, info) => {
    if (audited.shows?.(context.viewer, row) ?? true) context.restrictedReads.note(name, audited.subject(row));
    return resolve(row, args, context, info);
  };
}

function errorCodeProblems(schema: GraphQLSchema, messages: Messages): string[] {
  const problems: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isEnumType(type) || !type.name.endsWith('ErrorCode')) continue;
    const codes = new Set(type.getValues().map((value) => value.name));
    for (const code of Object.keys(messages)) if (!codes.has(code)) problems.push(`${type.name} lacks ${code}`);
    for (const code of codes) if (!messages[code]) problems.push(`${type.name}.${code} has no text`);
  }
  return problems;
}

function applyMutationWrapper(schema: GraphQLSchema, messages: Messages): string[] {
  const mutation = schema.getMutationType();
  if (!mutation) return [];
  const problems: string[] = [];
  for (const field of Object.values(mutation.getFields())) {
    const payload = getNamedType(field.type);
    if (!isObjectType(payload) || !payload.getFields()['userErrors'])
      problems.push(`Mutation.${field.name} has no payload with userErrors`);
    if (field.args.length !== 1 || field.args[0]?.name !== 'input') problems.push(`Mutation.${field.name} must take one argument, input`);
    wrapMutation(field, messages);
  }
  return problems;
}

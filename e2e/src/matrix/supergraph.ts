import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildASTSchema,
  getNamedType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import { root } from '../support/stack.ts';

/** How a type hangs in the graph: a record with an id of its own, a page of records, or a value that belongs to the field that holds it. */
export type TypeKind = 'entity' | 'connection' | 'part';

export interface FieldOfType {
  readonly name: string;
  readonly type: GraphQLOutputType;
  readonly target: string;
  readonly isLeaf: boolean;
  readonly isList: boolean;
  readonly args: readonly GraphQLArgument[];
  /** Subgraphs that answer it by themselves, from nothing but the key. */
  readonly graphs: ReadonlySet<string>;
  readonly internal: boolean;
}
export interface TypeOfGraph {
  readonly name: string;
  readonly kind: TypeKind;
  /** Subgraphs that resolve a reference to it. */
  readonly resolvedBy: ReadonlySet<string>;
  readonly fields: readonly FieldOfType[];
}
/** The supergraph as the matrix walks it: what clients can ask, and which subgraph answers. */
export interface Supergraph {
  readonly schema: GraphQLSchema;
  readonly graphs: readonly string[];
  type(name: string): TypeOfGraph;
  readonly types: readonly TypeOfGraph[];
}

export function readSupergraph(): Supergraph {
  const document = parse(readFileSync(join(root, 'gateway/supergraph.graphql'), 'utf8'));
  const schema = buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });
  const nodes = new Map(
    document.definitions.flatMap((node) => (node.kind === Kind.OBJECT_TYPE_DEFINITION ? [[node.name.value, node] as const] : [])),
  );
  const types = new Map<string, TypeOfGraph>();
  for (const [name, node] of nodes) {
    const type = schema.getType(name);
    if (isObjectType(type)) types.set(name, describeType(node, Object.values(type.getFields())));
  }
  return {
    schema,
    graphs: [...new Set([...types.values()].flatMap(({ resolvedBy }) => [...resolvedBy]))],
    types: [...types.values()],
    type(name) {
      const found = types.get(name);
      if (!found) throw new Error(`The supergraph has no object type ${name}`);
      return found;
    },
  };
}

function describeType(node: ObjectTypeDefinitionNode, fields: readonly GraphQLField<unknown, unknown>[]): TypeOfGraph {
  const joins = directives(node, 'join__type');
  const keyed = joins.filter((mark) => argument(mark, 'key') !== undefined);
  const name = node.name.value;
  const isConnection = name.endsWith('Connection') && fields.some((field) => field.name === 'nodes');
  const byName = new Map(node.fields?.map((field) => [field.name.value, field]));
  const all = joins.map((mark) => argument(mark, 'graph') ?? '');
  return {
    name,
    kind: isConnection ? 'connection' : keyed.length > 0 ? 'entity' : 'part',
    resolvedBy: new Set(keyed.filter((mark) => argument(mark, 'resolvable') !== 'false').map((mark) => argument(mark, 'graph') ?? '')),
    fields: fields.map((field) => describeField(field, byName.get(field.name), all)),
  };
}

function describeField(field: GraphQLField<unknown, unknown>, node: FieldDefinitionNode | undefined, all: readonly string[]): FieldOfType {
  const joins = node ? directives(node, 'join__field').filter((mark) => argument(mark, 'graph') !== undefined) : [];
  const own = joins.filter((mark) => argument(mark, 'external') !== 'true' && argument(mark, 'requires') === undefined);
  const target = getNamedType(field.type);
  return {
    name: field.name,
    type: field.type,
    target: target.name,
    isLeaf: isLeafType(target),
    isList: isListType(isNonNullType(field.type) ? field.type.ofType : field.type),
    args: field.args,
    graphs: new Set(joins.length > 0 ? own.map((mark) => argument(mark, 'graph') ?? '') : all),
    internal: node !== undefined && directives(node, 'inaccessible').length > 0,
  };
}

const directives = (node: { readonly directives?: readonly ConstDirectiveNode[] }, name: string): readonly ConstDirectiveNode[] =>
  (node.directives ?? []).filter((directive) => directive.name.value === name);

function argument(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((arg) => arg.name.value === name)?.value;
  if (!value) return undefined;
  return 'value' in value ? String(value.value) : undefined;
}

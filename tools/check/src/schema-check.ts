import {
  type BreakingChangeType,
  findBreakingChanges,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  Kind,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLSchema,
} from 'graphql';

export interface ClientOperation {
  /** File of the document, which names the client: `frontend/pupilPage.graphql`. */
  readonly file: string;
  readonly document: DocumentNode;
}

/**
 * What the new schema takes away from the clients of the released one, and whom it hits; empty when nothing breaks.
 * A field, argument or enum value that the release already told to be deprecated may go once no known operation uses it.
 */
export function schemaProblems(released: GraphQLSchema, next: GraphQLSchema, operations: readonly ClientOperation[]): string[] {
  const used = operations.map(({ file, document }) => ({ file, coordinates: coordinatesIn(released, document) }));
  const changes = findBreakingChanges(released, next).flatMap(({ type, description }) => {
    const hit = used.filter(({ coordinates }) => coordinatesOf(description).some((name) => coordinates.has(name))).map(({ file }) => file);
    if (hit.length === 0 && wasAnnounced(released, type, description)) return [];
    return [
      `${description} ${hit.length > 0 ? `It hits ${hit.join(', ')}.` : 'No known operation uses it; deprecate it and remove it in a later release.'}`,
    ];
  });
  return [...changes, ...invalidOperations(next, operations)];
}

/** Operations that the schema refuses, with the reason. */
export function invalidOperations(schema: GraphQLSchema, operations: readonly ClientOperation[]): string[] {
  return operations.flatMap(({ file, document }) => refusalsOf(schema, document).map((message) => `${file}: ${message}`));
}

/** Why a schema doesn't answer a document. graphql-js' own rules say nothing of an operation whose root type isn't there. */
export function refusalsOf(schema: GraphQLSchema, document: DocumentNode): string[] {
  const rootless = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION && !schema.getRootType(definition.operation)
      ? [`The schema has no ${definition.operation} type.`]
      : [],
  );
  return [...rootless, ...validate(schema, document).map(({ message }) => message)];
}

/** What a change is about: an argument, a field or types. */
function coordinatesOf(description: string): string[] {
  const [, field, arg] = /\b([A-Z]\w*\.\w+)(?: arg (\w+))?/.exec(description) ?? [];
  if (field === undefined) return description.match(/\b\w+\b/g) ?? [];
  return [arg === undefined ? field : `${field}(${arg})`];
}

function coordinatesIn(schema: GraphQLSchema, document: DocumentNode): Set<string> {
  const found = new Set<string>();
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      enter() {
        const [parent, field, input, output] = [info.getParentType(), info.getFieldDef(), info.getInputType(), info.getType()];
        const arg = info.getArgument();
        if (parent && field) found.add(`${parent.name}.${field.name}`);
        if (parent && field && arg) found.add(`${parent.name}.${field.name}(${arg.name})`);
        for (const type of [parent, input, output]) if (type) found.add(getNamedType(type).name);
      },
    }),
  );
  // The fields of an input arrive in variables: whoever names the type may use all of it.
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInputObjectType(type) && found.has(type.name)) {
      for (const field of Object.values(type.getFields())) found.add(`${type.name}.${field.name}`).add(getNamedType(field.type).name);
    }
  }
  return found;
}

function wasAnnounced(released: GraphQLSchema, change: `${BreakingChangeType}`, description: string): boolean {
  const field = fieldAt(released, /\w+\.\w+/.exec(description)?.[0] ?? '');
  if (change === 'FIELD_REMOVED') return isDeprecated(field);
  if (change === 'ARG_REMOVED') {
    const name = / arg (\w+) /.exec(description)?.[1];
    return isDeprecated(argsOf(field).find((arg) => arg.name === name));
  }
  if (change === 'VALUE_REMOVED_FROM_ENUM') {
    const [, value = '', name = ''] = /^(\w+) was removed from enum type (\w+)/.exec(description) ?? [];
    const type = released.getType(name);
    return isEnumType(type) && isDeprecated(type.getValue(value));
  }
  if (change === 'TYPE_REMOVED') {
    if (description.startsWith('Standard scalar')) return true;
    return referencesTo(released, description.split(' ')[0] ?? '').every(isDeprecated);
  }
  return false;
}

type AnyField = GraphQLField<unknown, unknown> | GraphQLInputField;
type Described = { readonly deprecationReason?: string | null | undefined };
const isDeprecated = (member: Described | null | undefined) => typeof member?.deprecationReason === 'string';

const argsOf = (field: AnyField | undefined) => (field && 'args' in field ? field.args : []);

function fieldAt(schema: GraphQLSchema, coordinate: string): AnyField | undefined {
  const [typeName = '', fieldName = ''] = coordinate.split('.');
  const type = schema.getType(typeName);
  return isObjectType(type) || isInterfaceType(type) || isInputObjectType(type) ? type.getFields()[fieldName] : undefined;
}

/** Fields and arguments of other types that lead to a type. */
function referencesTo(schema: GraphQLSchema, name: string): Described[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (type.name === name || type.name.startsWith('__') || !(isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)))
      return [];
    return Object.values<AnyField>(type.getFields()).flatMap((field): Described[] => {
      const args = isDeprecated(field) ? [] : argsOf(field).filter((arg) => getNamedType(arg.type).name === name);
      return getNamedType(field.type).name === name ? [field, ...args] : args;
    });
  });
}

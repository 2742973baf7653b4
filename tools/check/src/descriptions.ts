import { getLocation, Kind, visit, type ASTNode, type DocumentNode } from 'graphql';

/** Definitions whose meaning a reader of the schema has to be told. */
const DESCRIBED = new Set<string>([
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.UNION_TYPE_DEFINITION,
  Kind.ENUM_TYPE_DEFINITION,
  Kind.ENUM_VALUE_DEFINITION,
  Kind.INPUT_OBJECT_TYPE_DEFINITION,
  Kind.INPUT_VALUE_DEFINITION,
  Kind.SCALAR_TYPE_DEFINITION,
  Kind.FIELD_DEFINITION,
]);
/** The first that a reader of the schema sees; rooms only extend them, so that a subgraph may never define them. */
const ROOTS = ['Query', 'Mutation'];

/** Every definition without a description, by its coordinate and place. A stub of another subgraph's entity is described by its owner. */
export function missingDescriptions(document: DocumentNode): string[] {
  const problems = ROOTS.filter(
    (root) =>
      document.definitions.some((node) => node.kind === Kind.OBJECT_TYPE_EXTENSION && node.name.value === root) &&
      !document.definitions.some((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === root),
  ).map((root) => `${root} has no description: nothing defines it, it is only extended`);
  visit(document, {
    enter(node, _key, _parent, _path, ancestors) {
      if (node.kind === Kind.DIRECTIVE_DEFINITION || isStub(node)) return false;
      if (!DESCRIBED.has(node.kind) || !('name' in node) || ('description' in node && node.description)) return undefined;
      const name = (node.name as { value: string }).value;
      if (!isOfAnotherSubgraph(node)) problems.push(`${coordinate(ancestors, name)} has no description${place(node)}`);
      return undefined;
    },
  });
  return problems;
}

/** `type Student @key(fields: "id", resolvable: false) { id: ID! }`: only a reference. */
function isStub(node: ASTNode): boolean {
  return (
    node.kind === Kind.OBJECT_TYPE_DEFINITION &&
    (node.directives ?? []).some(
      (directive) =>
        directive.name.value === 'key' &&
        directive.arguments?.some(({ name, value }) => name.value === 'resolvable' && value.kind === Kind.BOOLEAN && !value.value),
    )
  );
}

function isOfAnotherSubgraph(node: ASTNode): boolean {
  return 'directives' in node && (node.directives ?? []).some((directive) => directive.name.value === 'external');
}

function coordinate(ancestors: readonly (ASTNode | readonly ASTNode[])[], name: string): string {
  const parents = ancestors.flatMap((ancestor) =>
    'kind' in ancestor && 'name' in ancestor && ancestor.name !== undefined ? [(ancestor.name as { value: string }).value] : [],
  );
  return [...parents, name].join('.');
}

function place({ loc }: ASTNode): string {
  return loc ? ` (${loc.source.name}:${getLocation(loc.source, loc.start).line})` : '';
}

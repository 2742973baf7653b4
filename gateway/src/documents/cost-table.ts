import { Kind, type ConstDirectiveNode, type ConstValueNode, type DocumentNode, type FieldDefinitionNode } from 'graphql';

/** What a supergraph says of costs: `@cost` by coordinate (`Type`, `Type.field`, `Type.field(argument)`), `@listSize` by field. */
export interface CostTable {
  readonly weights: ReadonlyMap<string, number>;
  readonly listSizes: ReadonlyMap<string, ListSize>;
}
export interface ListSize {
  readonly assumedSize: number | undefined;
  readonly slicingArguments: readonly string[];
  /** Fields of the answer whose length the arguments decide; null where the field itself is the list. */
  readonly sizedFields: readonly string[] | null;
}

/** Reads the directives of the cost specification; they may be imported under another name or stay under their prefix. */
export function readCostTable(supergraph: DocumentNode): CostTable {
  const [cost, listSize] = [namesOf(supergraph, 'cost'), namesOf(supergraph, 'listSize')];
  const weights = new Map<string, number>();
  const listSizes = new Map<string, ListSize>();
  const weigh = (coordinate: string, directives: readonly ConstDirectiveNode[] | undefined) => {
    const weight = numberOf(argument(find(directives, cost), 'weight'));
    if (weight !== undefined) weights.set(coordinate, weight);
  };
  for (const definition of supergraph.definitions) {
    if (!('name' in definition) || !definition.name || !('directives' in definition)) continue;
    weigh(definition.name.value, definition.directives as readonly ConstDirectiveNode[]);
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const field of definition.fields ?? []) {
      const coordinate = `${definition.name.value}.${field.name.value}`;
      weigh(coordinate, field.directives);
      for (const arg of field.arguments ?? []) weigh(`${coordinate}(${arg.name.value})`, arg.directives);
      const size = listSizeOf(field, listSize);
      if (size) listSizes.set(coordinate, size);
    }
  }
  return { weights, listSizes };
}

function listSizeOf(field: FieldDefinitionNode, names: readonly string[]): ListSize | undefined {
  const directive = find(field.directives, names);
  if (!directive) return undefined;
  const sizedFields = stringsOf(argument(directive, 'sizedFields'));
  return {
    assumedSize: numberOf(argument(directive, 'assumedSize')),
    slicingArguments: stringsOf(argument(directive, 'slicingArguments')),
    sizedFields: sizedFields.length > 0 ? sizedFields : null,
  };
}

/** `@link(url: "https://specs.apollo.dev/cost/v0.1", as: "c", import: [{ name: "@cost", as: "@weight" }])` and what follows from it. */
function namesOf(supergraph: DocumentNode, directive: string): string[] {
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.SCHEMA_DEFINITION && definition.kind !== Kind.SCHEMA_EXTENSION) continue;
    for (const link of definition.directives ?? []) {
      const url = argument(link, 'url');
      if (url?.kind !== Kind.STRING || !/\/cost\/v\d/.test(url.value)) continue;
      const prefix = stringOf(argument(link, 'as')) ?? 'cost';
      const imported = argument(link, 'import');
      const names = (imported?.kind === Kind.LIST ? imported.values : []).flatMap((value) => importedAs(value, `@${directive}`));
      return [...names, directive === prefix ? directive : `${prefix}__${directive}`];
    }
  }
  return [];
}

function importedAs(value: ConstValueNode, name: string): string[] {
  if (value.kind === Kind.STRING) return value.value === name ? [name.slice(1)] : [];
  if (value.kind !== Kind.OBJECT) return [];
  const member = (key: string) => stringOf(value.fields.find((field) => field.name.value === key)?.value);
  return member('name') === name ? [(member('as') ?? name).slice(1)] : [];
}

const find = (directives: readonly ConstDirectiveNode[] | undefined, names: readonly string[]) =>
  directives?.find(({ name }) => names.includes(name.value));
const argument = (directive: ConstDirectiveNode | undefined, name: string) =>
  directive?.arguments?.find((arg) => arg.name.value === name)?.value;
const numberOf = (node: ConstValueNode | undefined) =>
  node?.kind === Kind.INT || node?.kind === Kind.FLOAT || node?.kind === Kind.STRING ? Number(node.value) : undefined;
const stringOf = (node: ConstValueNode | undefined) => (node?.kind === Kind.STRING ? node.value : undefined);
const stringsOf = (node: ConstValueNode | undefined) =>
  node?.kind === Kind.LIST ? node.values.flatMap((value) => stringOf(value) ?? []) : [];

import { Kind, type DocumentNode, type FragmentDefinitionNode, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import type { DocumentLimits } from '../limits/limits.ts';

/** How large an operation is once its fragments stand in their places; counted before validation, which is slow on hostile documents. */
export interface Shape {
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
  readonly rootFields: number;
}

const EMPTY: Shape = { depth: 0, fields: 0, aliases: 0, directives: 0, rootFields: 0 };
/** Fragments that spread each other double with every step: counting stops where no limit can reach. */
const MANY = 1_000_000_000;

/** Measures every operation of a document. Each fragment is measured once, so that the work grows with the document's length only. */
export function shapesOf(document: DocumentNode): { operation: OperationDefinitionNode; shape: Shape }[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const measured = new Map<string, Shape | 'measuring'>();

  function fragment(name: string): Shape {
    const known = measured.get(name);
    // A circle is refused by validation; here it only has to end.
    if (known) return known === 'measuring' ? EMPTY : known;
    const definition = fragments.get(name);
    if (!definition) return EMPTY;
    measured.set(name, 'measuring');
    const shape = plusDirectives(selections(definition.selectionSet), definition.directives?.length ?? 0);
    measured.set(name, shape);
    return shape;
  }

  function selections({ selections: nodes }: SelectionSetNode): Shape {
    let [depth, fields, aliases, directives, rootFields] = [0, 0, 0, 0, 0];
    for (const node of nodes) {
      directives += node.directives?.length ?? 0;
      let inner: Shape;
      if (node.kind === Kind.FIELD) {
        if (node.alias && node.alias.value !== node.name.value) aliases += 1;
        inner = node.selectionSet ? selections(node.selectionSet) : EMPTY;
        fields += 1 + inner.fields;
        rootFields += 1;
        // Introspection nests deeply by nature and is bounded by its own rule.
        if (!node.name.value.startsWith('__')) depth = Math.max(depth, inner.depth + 1);
      } else {
        inner = node.kind === Kind.INLINE_FRAGMENT ? selections(node.selectionSet) : fragment(node.name.value);
        fields += inner.fields;
        rootFields += inner.rootFields;
        depth = Math.max(depth, inner.depth);
      }
      aliases += inner.aliases;
      directives += inner.directives;
    }
    return {
      depth,
      fields: Math.min(fields, MANY),
      aliases: Math.min(aliases, MANY),
      directives: Math.min(directives, MANY),
      rootFields: Math.min(rootFields, MANY),
    };
  }

  return document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? [{ operation: definition, shape: plusDirectives(selections(definition.selectionSet), definition.directives?.length ?? 0) }]
      : [],
  );
}

function plusDirectives(shape: Shape, directives: number): Shape {
  return directives === 0 ? shape : { ...shape, directives: shape.directives + directives };
}

/** Which limits a shape breaks, in words for the client. */
export function brokenLimits(shape: Shape, limits: DocumentLimits): string[] {
  const measures = ['depth', 'fields', 'aliases', 'directives', 'rootFields'] as const;
  return measures.flatMap((measure) =>
    shape[measure] > limits[measure] ? [`The operation may have ${WORDS[measure]} ${limits[measure]}.`] : [],
  );
}
const WORDS = {
  depth: 'a depth of at most',
  fields: 'a number of fields, fragments put in their places, of at most',
  aliases: 'a number of aliases of at most',
  directives: 'a number of directives of at most',
  rootFields: 'a number of root fields of at most',
} as const;

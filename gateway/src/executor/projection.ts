import {
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLLeafType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { collectFields, type CollectedField, type Included } from './collect-fields.ts';
import { OPEN, valueAt, type Tree } from './tree.ts';

/** Something about a value that the client has to be told; the path is built while the projection returns, so that no fault costs nothing. */
export interface Fault {
  readonly kind: 'open' | 'invalid';
  /** From the value upwards; turned around at the end. */
  readonly path: (string | number)[];
}
/** What a field's value becomes; null is told to the parent by `BUBBLE` where the type forbids it. */
type Complete = (value: unknown, faults: Fault[]) => unknown;
type CompleteObject = (tree: Tree, faults: Fault[]) => unknown;

/** A null that the type forbids: the nearest parent that may be null becomes null. */
export const BUBBLE = Symbol('bubble');

interface ProjectedField {
  readonly key: string;
  /** Values of this JavaScript type need no closer look: most scalars of most answers. */
  readonly plain: 'string' | 'number' | 'boolean' | null;
  readonly mayBeNull: boolean;
  /** Whether a value of a leaf type is one of it; null for everything else. */
  readonly isValid: ((value: unknown) => boolean) | null;
  readonly complete: CompleteObject;
}

/**
 * Prepares how the tree becomes the answer: the client's selection and nothing else of it, in the client's order, with nulls
 * propagated as GraphQL asks, across the borders of subgraphs too. One pass, one closure per field. Objects and lists that are the
 * answer already are taken as they came; nothing of the tree is changed, since one object may stand at several places in it.
 */
export function compileProjection(options: {
  schema: GraphQLSchema;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  included: Included;
  root: GraphQLCompositeType;
  selectionSet: SelectionSetNode;
  /** Answers of the root's introspection fields, by response key. */
  introspection: Readonly<Record<string, unknown>>;
}): CompleteObject {
  const { schema } = options;
  return objectOf(options.root, [options.selectionSet], options.introspection);

  function objectOf(
    type: GraphQLCompositeType,
    sets: readonly SelectionSetNode[],
    constants: Readonly<Record<string, unknown>> = {},
  ): CompleteObject {
    const fields = collectFields({ ...options, type, sets }).map((field) => compileField(type, field, constants));
    const mayStay = fields.every(({ isValid }) => isValid !== null);
    return (tree, faults) => {
      if (mayStay && isAsAsked(tree, fields)) return tree;
      const result: Tree = {};
      for (const { key, plain, mayBeNull, complete } of fields) {
        const found = tree[key];
        // oxlint-disable-next-line valid-typeof -- it is one of them, or none.
        if (typeof found === plain || (found === null && mayBeNull)) {
          result[key] = found;
          continue;
        }
        const before = faults.length;
        const value = complete(tree, faults);
        if (faults.length !== before) for (let index = before; index < faults.length; index += 1) faults[index]?.path.push(key);
        if (value === BUBBLE) return BUBBLE;
        result[key] = value;
      }
      return result;
    };
  }

  function compileField(type: GraphQLCompositeType, field: CollectedField, constants: Readonly<Record<string, unknown>>): ProjectedField {
    const { key, name, sets } = field;
    if (Object.hasOwn(constants, key)) return { ...whatever, key, complete: () => constants[key] };
    if (name === '__typename') return { ...whatever, key, complete: typename(type, key) };
    const definition = 'getFields' in type ? type.getFields()[name] : undefined;
    if (!definition) throw new Error(`${type.name} has no field ${name}`);
    const complete = completeOf(definition.type, sets);
    const named = getNullableType(definition.type);
    return {
      key,
      plain: isLeafType(named) ? plainOf(named) : null,
      mayBeNull: !isNonNullType(definition.type),
      isValid: isLeafType(named) ? validatorOf(named) : null,
      complete: (tree, faults) => complete(valueAt(tree, key), faults),
    };
  }

  function completeOf(type: GraphQLOutputType, sets: readonly SelectionSetNode[]): Complete {
    if (isNonNullType(type)) return nonNull(nullable(getNullableType(type), sets));
    return nullable(type, sets);
  }

  function nullable(type: GraphQLOutputType, sets: readonly SelectionSetNode[]): Complete {
    if (isListType(type)) return listOf(completeOf(type.ofType as GraphQLOutputType, sets));
    if (isLeafType(type)) return leaf(type);
    if (isObjectType(type)) return composite(objectOf(type, sets));
    if (isAbstractType(type)) return composite(byTypename(type, sets));
    throw new Error('an output type is a list, a leaf or a composite');
  }

  /** What an interface or union stands for is known per object: one projection per type, made when it is first met. */
  function byTypename(type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): CompleteObject {
    const byName = new Map<unknown, CompleteObject>();
    const projectionFor = (name: unknown): CompleteObject => {
      if (name === undefined) return objectOf(type, sets);
      const found = typeof name === 'string' ? schema.getType(name) : undefined;
      if (isCompositeType(found)) return objectOf(found, sets);
      // A type that clients may not know of.
      return (_tree, faults) => {
        faults.push({ kind: 'invalid', path: [] });
        return BUBBLE;
      };
    };
    return (tree, faults) => {
      const name = tree['__typename'];
      let project = byName.get(name);
      if (!project) byName.set(name, (project = projectionFor(name)));
      return project(tree, faults);
    };
  }

  /** An object type is its own name; an object of an interface has to tell it. */
  function typename(type: GraphQLCompositeType, key: string): CompleteObject {
    if (isObjectType(type)) return () => type.name;
    return (tree) => {
      const name = valueAt(tree, key) ?? valueAt(tree, '__typename');
      return typeof name === 'string' && isObjectType(schema.getType(name)) ? name : BUBBLE;
    };
  }
}

/** What is said of a field whose value doesn't come from a subgraph. */
const whatever = { plain: null, mayBeNull: false, isValid: null } as const;

/** Whether an object has the fields that were asked for, in their order, each with a value of its leaf type. */
function isAsAsked(tree: Tree, fields: readonly ProjectedField[]): boolean {
  let at = 0;
  for (const key in tree) {
    const field = fields[at];
    if (field === undefined || field.key !== key) return false;
    const value = tree[key];
    // oxlint-disable-next-line valid-typeof -- it is one of them, or none.
    if (typeof value !== field.plain && !(value === null ? field.mayBeNull : value !== undefined && field.isValid?.(value))) return false;
    at += 1;
  }
  return at === fields.length;
}

function nonNull(complete: Complete): Complete {
  return (value, faults) => {
    const before = faults.length;
    const result = complete(value, faults);
    if (result !== null) return result;
    // What made it null was told already, or nobody knows.
    if (faults.length === before) faults.push({ kind: 'invalid', path: [] });
    return BUBBLE;
  };
}

function composite(complete: CompleteObject): Complete {
  return (value, faults) => {
    if (typeof value !== 'object' || value === null) return absent(value, faults);
    const result = complete(value as Tree, faults);
    return result === BUBBLE ? null : result;
  };
}

function listOf(complete: Complete): Complete {
  return (value, faults) => {
    if (!Array.isArray(value)) return absent(value, faults);
    // A copy from the first element that differs.
    let result: unknown[] | null = null;
    let broken = false;
    for (let index = 0; index < value.length; index += 1) {
      const before = faults.length;
      const element = complete(value[index], faults);
      if (faults.length !== before) for (let fault = before; fault < faults.length; fault += 1) faults[fault]?.path.push(index);
      if (element === BUBBLE) broken = true;
      if (element !== value[index]) result ??= value.slice(0, index);
      result?.push(element);
    }
    return broken ? null : (result ?? value);
  };
}

function leaf(type: GraphQLLeafType): Complete {
  const isValid = validatorOf(type);
  return (value, faults) => (value !== undefined && value !== null && isValid(value) ? value : absent(value, faults));
}

/** Null for what isn't there; a fault as well for what should have been, or is of another kind. */
function absent(value: unknown, faults: Fault[]): null {
  if (value === OPEN) faults.push({ kind: 'open', path: [] });
  else if (value !== undefined && value !== null) faults.push({ kind: 'invalid', path: [] });
  return null;
}

/** Null where the JavaScript type alone doesn't tell. */
function plainOf(type: GraphQLLeafType): ProjectedField['plain'] {
  if (isEnumType(type) || type.name === 'Int') return null;
  if (type.name === 'Float') return 'number';
  return type.name === 'Boolean' ? 'boolean' : 'string';
}

function validatorOf(type: GraphQLLeafType): (value: unknown) => boolean {
  if (isEnumType(type)) {
    const names = new Set<unknown>(type.getValues().map(({ name }) => name));
    return (value) => names.has(value);
  }
  if (!isSpecifiedScalarType(type)) return (value) => value !== OPEN;
  switch (type.name) {
    case 'Int':
      return (value) => Number.isInteger(value);
    case 'Float':
      return (value) => typeof value === 'number';
    case 'Boolean':
      return (value) => typeof value === 'boolean';
    case 'ID':
      return (value) => typeof value === 'string' || Number.isInteger(value);
    default:
      return (value) => typeof value === 'string';
  }
}

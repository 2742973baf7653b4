import { createHash } from 'node:crypto';
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  execute,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  parse,
  validate,
  type GraphQLAbstractType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import type { SubgraphAnswer } from '../subgraph/client.ts';

export interface MockSubgraph {
  readonly name: string;
  readonly url: string;
  readonly sdl: string;
  answer(body: string): Promise<SubgraphAnswer>;
}

/** A thing of a mocked world: `type` and `n` are who it is, everything else follows from them. */
interface Thing {
  readonly __typename: string;
  readonly n: number;
  /** What a representation brought along: external fields for `@requires`. */
  readonly given?: Record<string, unknown>;
}

/**
 * A subgraph that answers any operation of its schema. Every value follows from what is asked for (type, number, field, arguments),
 * so that all subgraphs of a world agree; some values are null, some fields fail, some lists are empty.
 * A field with `@requires` tells what it was given.
 */
export function mockSubgraph(name: string, sdl: string, options: { faults: boolean }): MockSubgraph {
  const document = parse(sdl);
  const schema: GraphQLSchema = buildSubgraphSchema([
    { typeDefs: document, resolvers: referenceResolvers(sdl, (name_) => schema.getType(name_)) },
  ]);
  const fieldResolver = (source: unknown, args: Record<string, unknown>, _context: unknown, info: GraphQLResolveInfo) =>
    resolveField(schema, source as Thing | undefined, args, info, options.faults);
  return {
    name,
    url: `http://${name}`,
    sdl,
    async answer(body) {
      const { query, variables, operationName } = JSON.parse(body) as {
        query: string;
        variables?: Record<string, unknown>;
        operationName?: string;
      };
      const parsed = parse(query);
      const problems = validate(schema, parsed);
      if (problems.length > 0) throw new Error(`${name} got an invalid operation: ${problems[0]?.message}\n${query}`);
      const result = await execute({ schema, document: parsed, variableValues: variables, operationName, fieldResolver, typeResolver });
      return JSON.parse(JSON.stringify(result)) as SubgraphAnswer;
    },
  };
}

// oxlint-disable-next-line typescript/no-explicit-any -- @apollo/subgraph's own type of a resolver map.
function referenceResolvers(sdl: string, typeOf: (name: string) => unknown): any {
  const names = [...sdl.matchAll(/^\s*(?:extend )?(?:type|interface) (\w+)[^{]*@key/gm)].map(([, name = '']) => name);
  const resolve = (reference: Record<string, unknown>, _context: unknown, info: GraphQLResolveInfo) => {
    const thing = fromReference(reference);
    // A subgraph with an interface object knows no more of a thing than the interface; here it is known what it is.
    const type = thing ? typeOf(thing.__typename) : null;
    return thing && isInterfaceType(type) ? { ...thing, __typename: concrete(info.schema, type, thing.n) } : thing;
  };
  return Object.fromEntries(
    names.map((name) => [
      name,
      {
        __resolveReference: resolve,
        ...(new RegExp(`interface ${name}\\b`).test(sdl) ? { __resolveType: (thing: Thing) => thing.__typename } : {}),
      },
    ]),
  );
}

/** Keys are written so that the thing can be read from any of them: `upc~Product~7`. */
function fromReference(reference: Record<string, unknown>): Thing | null {
  for (const value of Object.values(reference)) {
    const [, type, n] = typeof value === 'string' ? (/^\w+~(\w+)~(\d+)$/.exec(value) ?? []) : [];
    // Some things are known to one subgraph and not to another.
    if (type !== undefined) return Number(n) % 11 === 10 ? null : { __typename: type, n: Number(n), given: reference };
  }
  throw new Error(`no key in ${JSON.stringify(reference)}`);
}

const typeResolver = (value: unknown) => (value as Thing).__typename;

function resolveField(
  schema: GraphQLSchema,
  source: Thing | undefined,
  args: Record<string, unknown>,
  info: GraphQLResolveInfo,
  faults: boolean,
): unknown {
  const { fieldName, parentType } = info;
  const thing: Thing = source ?? { __typename: parentType.name, n: 0 };
  const required = info.parentType.getFields()[fieldName]?.astNode?.directives?.find(({ name }) => name.value === 'requires');
  if (required) return `${fieldName} of ${sorted(thing.given)}`.slice(0, 400);
  if (thing.given && fieldName in thing.given) return thing.given[fieldName];
  const seed = hash(thing.__typename, thing.n, fieldName, sorted(args));
  if (faults && seed % 29 === 0 && !isKey(fieldName)) throw new Error(`${thing.__typename}.${fieldName} failed`);
  return valueOf(schema, info.returnType, thing, fieldName, args, seed, !isKey(fieldName));
}

const isKey = (field: string) => field === 'id' || field === 'upc' || field === 'sku' || field === 'name_key';

function valueOf(
  schema: GraphQLSchema,
  type: GraphQLOutputType,
  thing: Thing,
  field: string,
  args: object,
  seed: number,
  mayBeNull: boolean,
): unknown {
  if (isNonNullType(type)) return valueOf(schema, type.ofType, thing, field, args, seed, false);
  if (mayBeNull && seed % 13 === 0) return null;
  if (isListType(type)) {
    return Array.from({ length: seed % 4 }, (_unused, index) =>
      valueOf(schema, type.ofType as GraphQLOutputType, thing, field, args, hash(String(seed), index), true),
    );
  }
  const named = getNamedType(type);
  if (isLeafType(named)) {
    if (isEnumType(named)) return named.getValues()[seed % named.getValues().length]?.value;
    if (named.name === 'Int') return seed % 1_000;
    if (named.name === 'Float') return (seed % 1_000) / 8;
    if (named.name === 'Boolean') return seed % 2 === 0;
    if (isKey(field)) return `${field}~${thing.__typename}~${thing.n}`;
    return `${thing.__typename}.${field}${sorted(args)}#${thing.n}`;
  }
  const typename = isAbstractType(named) ? concrete(schema, named, seed) : named.name;
  return { __typename: typename, n: seed % 12 };
}

function concrete(schema: GraphQLSchema, type: GraphQLAbstractType, seed: number): string {
  const possible = schema.getPossibleTypes(type).map(({ name }) => name);
  return possible[seed % possible.length] ?? type.name;
}

function sorted(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(sorted).join(',')}]`;
  return `{${Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, member]) => `${key}:${sorted(member)}`)
    .join(',')}}`;
}

function hash(...parts: readonly (string | number)[]): number {
  return createHash('sha1').update(parts.join('|')).digest().readUInt32BE(0);
}

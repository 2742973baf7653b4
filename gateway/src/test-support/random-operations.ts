import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  validate,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';

export interface RandomOperation {
  readonly source: string;
  readonly variables: Record<string, unknown>;
  readonly operationName?: string;
}

/** Numbers that look random and are the same in every run (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How large an operation may become: levels of fields, and fields in all, so that it stays small however the schema grows. */
export interface RandomSize {
  readonly depth: number;
  readonly fields: number;
}

/** A valid operation over a schema: aliases, fragments, type conditions, `@skip` and `@include`, arguments by literal and by variable. */
export function randomOperation(schema: GraphQLSchema, seed: number, size: RandomSize): RandomOperation {
  for (let attempt = 0; ; attempt += 1) {
    const operation = attemptOperation(schema, size, randomNumbers(seed * 1_000 + attempt));
    if (validate(schema, parse(operation.source)).length === 0) return operation;
  }
}

function attemptOperation(schema: GraphQLSchema, { depth: levels, fields: mostFields }: RandomSize, random: () => number): RandomOperation {
  let left = mostFields;
  const chance = (probability: number) => random() < probability;
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const variables: Record<string, unknown> = {};
  const definitions: string[] = [];
  const fragments: string[] = [];
  const mutation = schema.getMutationType();
  const isMutation = mutation !== undefined && mutation !== null && chance(0.1);
  const root = isMutation ? mutation : schema.getQueryType();

  const declare = (type: string, value: unknown, fallback?: string): string => {
    const name = `v${definitions.length}`;
    definitions.push(`$${name}: ${type}${fallback === undefined ? '' : ` = ${fallback}`}`);
    if (value !== undefined) variables[name] = value;
    return `$${name}`;
  };
  const directive = (): string => {
    if (!chance(0.12)) return '';
    const value = chance(0.3)
      ? String(chance(0.5))
      : chance(0.3)
        ? declare('Boolean!', undefined, String(chance(0.5)))
        : declare('Boolean!', chance(0.5));
    return ` @${chance(0.5) ? 'skip' : 'include'}(if: ${value})`;
  };
  const args = (list: readonly GraphQLArgument[]): string => {
    const given = list.flatMap(({ name, type, defaultValue }) => {
      const required = isNonNullType(type) && defaultValue === undefined;
      if (!required && chance(0.4)) return [];
      const value = inputValue(type);
      return [`${name}: ${chance(0.5) ? declare(String(type), value) : literal(value, type)}`];
    });
    return given.length > 0 ? `(${given.join(', ')})` : '';
  };
  const inputValue = (type: GraphQLInputType) => randomInput(type, random);

  function selections(type: GraphQLCompositeType, depth: number): string {
    if (depth < 0) return '__typename';
    const parts: string[] = [];
    if (chance(0.2)) parts.push(chance(0.3) ? 'kind_: __typename' : '__typename');
    if ('getFields' in type) {
      const fields = Object.values(type.getFields()).filter(
        ({ type: fieldType }) => depth > 0 || !isCompositeType(getNamedType(fieldType)),
      );
      const wanted = isMutation && depth === levels ? 2 : 1 + Math.floor(random() * Math.min(fields.length, 4));
      for (let count = 0; count < wanted && fields.length > 0 && left > 0; count += 1) {
        left -= 1;
        const field = pick(fields);
        const named = getNamedType(field.type);
        const below = isCompositeType(named) ? ` { ${selections(named, depth - 1)} }` : '';
        // An alias of its own keeps selections with other arguments apart.
        const alias = field.args.length > 0 || chance(0.15) ? `x${Math.floor(random() * 1e6)}: ` : '';
        parts.push(`${alias}${field.name}${args(field.args)}${directive()}${below}`);
      }
    }
    if (isAbstractType(type) || chance(0.1)) {
      const conditions = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
      for (let count = 0; count < 2 && left > 0; count += 1) {
        const condition = pick(conditions);
        if (!isObjectType(condition)) continue;
        if (chance(0.3)) {
          const name = `F${fragments.length}`;
          fragments.push('');
          fragments[Number(name.slice(1))] = `fragment ${name} on ${condition.name} { ${selections(condition, depth - 1)} }`;
          parts.push(`...${name}${directive()}`);
        } else parts.push(`... on ${condition.name}${directive()} { ${selections(condition, depth - 1)} }`);
      }
    }
    return parts.length > 0 ? parts.join(' ') : '__typename';
  }

  const body = root ? selections(root, levels) : '__typename';
  const source = `${isMutation ? 'mutation' : 'query'} Op${definitions.length > 0 ? `(${definitions.join(', ')})` : ''} { ${body} } ${fragments.join(' ')}`;
  return { source: source.trim(), variables };
}

/** Any valid value of an input type. */
export function randomInput(type: GraphQLInputType, random: () => number): unknown {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  if (isNonNullType(type)) return randomInput(type.ofType as GraphQLInputType, random);
  if (isListType(type)) return [randomInput(type.ofType as GraphQLInputType, random)];
  if (isEnumType(type)) return pick(type.getValues()).name;
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields()).flatMap((field) =>
        isNonNullType(field.type) || random() < 0.3 ? [[field.name, randomInput(field.type, random)]] : [],
      ),
    );
  const name = String(type);
  if (name === 'Int') return Math.floor(random() * 4) + 1;
  if (name === 'Float') return 1.5;
  if (name === 'Boolean') return random() < 0.5;
  return pick(['a', 'b', 'ü"\\\\']);
}

function literal(value: unknown, type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(value, type.ofType as GraphQLInputType);
  if (isListType(type)) return `[${(value as unknown[]).map((item) => literal(item, type.ofType as GraphQLInputType)).join(', ')}]`;
  if (isEnumType(type)) return String(value);
  if (isInputObjectType(type)) {
    const fields = type.getFields();
    return `{ ${Object.entries(value as object)
      .map(([name, member]) => `${name}: ${literal(member, fields[name]?.type as GraphQLInputType)}`)
      .join(', ')} }`;
  }
  return JSON.stringify(value);
}

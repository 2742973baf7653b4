import { createHash } from 'node:crypto';
import {
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { RequestRefused, type RefusedError } from '../refusal.ts';
import type { DocumentLimits } from '../limits/limits.ts';
import { liveQueryOf } from '../live/live-query.ts';
import { costOf, type CostOf } from './cost.ts';
import type { CostTable } from './cost-table.ts';
import { aliasesApart, type PlannedFields } from './planned-fields.ts';
import { brokenLimits, shapesOf } from './shape.ts';

/** An operation that passed every check which does not depend on its variables. */
export interface PreparedOperation {
  readonly source: string;
  /** SHA-256 of the source. */
  readonly hash: string;
  readonly document: DocumentNode;
  readonly node: OperationDefinitionNode;
  readonly name: string | null;
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly costOf: CostOf;
}

export interface DocumentStore {
  /** The operation of a document, checked once and remembered. Throws `RequestRefused`. */
  prepare(source: string, operationName: string | undefined): PreparedOperation;
  /** All operations of a document; none where the document is refused. */
  operationsOf(source: string): readonly PreparedOperation[];
  /** Documents that were asked for last, at most so many. */
  recent(most: number): readonly string[];
}

interface Prepared {
  readonly operations: ReadonlyMap<string | null, PreparedOperation>;
  readonly only: PreparedOperation | null;
}

const MAX_DOCUMENTS = 2_000;
const MAX_ERRORS = 10;

/** Documents of one schema: a new schema brings a new store. */
export function createDocumentStore(options: {
  schema: GraphQLSchema;
  costs: CostTable;
  planned: PlannedFields;
  limits: DocumentLimits;
  /** Whether the schema may be asked for, and whether errors may suggest names from it. */
  open: boolean;
}): DocumentStore {
  const { schema, limits, costs } = options;
  const rules = [...specifiedRules, aliasesApart(options.planned), ...(options.open ? [] : [NoSchemaIntrospectionCustomRule])];
  const known = new Map<string, Prepared>();

  function check(source: string): Prepared {
    const document = parseWithin(source, limits);
    const shapes = shapesOf(document);
    const broken = shapes.flatMap(({ shape }) => brokenLimits(shape, limits));
    if (broken.length > 0)
      throw new RequestRefused(
        400,
        'OPERATION_TOO_COMPLEX',
        [...new Set(broken)].map((message) => ({ message })),
      );
    const errors = validate(schema, document, rules, { maxErrors: MAX_ERRORS, hideSuggestions: !options.open });
    if (errors.length > 0) throw new RequestRefused(400, 'GRAPHQL_VALIDATION_FAILED', errors.map(shown));
    const hash = createHash('sha256').update(source).digest('hex');
    const operations = shapes.flatMap(({ operation: node }): PreparedOperation[] => {
      const { operation: kind } = node;
      // `validate` has nothing to say of an operation whose root type the schema lacks.
      if (!schema.getRootType(kind)) return [];
      return [{ source, hash, document, node, kind, name: node.name?.value ?? null, costOf: costOf(schema, costs, document, node) }];
    });
    return {
      operations: new Map(operations.map((operation) => [operation.name, operation])),
      only: shapes.length === 1 ? (operations[0] ?? null) : null,
    };
  }

  function lookUp(source: string): Prepared {
    const found = known.get(source);
    if (found) {
      // Most recently used last: the first entry is the one to forget.
      known.delete(source);
      known.set(source, found);
      return found;
    }
    const prepared = check(source);
    if (known.size >= MAX_DOCUMENTS) known.delete(known.keys().next().value ?? '');
    known.set(source, prepared);
    return prepared;
  }

  function operationsOf(source: string): readonly PreparedOperation[] {
    try {
      // A subscription is planned as the query that answers it.
      return [...lookUp(source).operations.values()].flatMap((operation) =>
        operation.kind === 'subscription' ? operationsOf(liveQueryOf(operation.document, operation.node).source) : [operation],
      );
    } catch (error) {
      if (error instanceof RequestRefused) return [];
      throw error;
    }
  }

  return {
    prepare(source, operationName) {
      const { operations, only } = lookUp(source);
      const operation = operationName === undefined ? only : operations.get(operationName);
      if (operation) return operation;
      throw new RequestRefused(
        400,
        'OPERATION_RESOLUTION_FAILURE',
        operationName === undefined
          ? 'The document needs exactly one operation, or the request an `operationName`.'
          : 'The document has no operation of that name.',
      );
    },
    operationsOf,
    recent: (most) => [...known.keys()].slice(-most).toReversed(),
  };
}

function parseWithin(source: string, limits: DocumentLimits): DocumentNode {
  if (source.length > limits.sourceLength)
    throw new RequestRefused(400, 'DOCUMENT_TOO_LARGE', `The document may have ${limits.sourceLength} characters.`);
  // As a key of a JavaScript object it would be the object's prototype.
  if (/\b__proto__\b/.test(source)) throw new RequestRefused(400, 'GRAPHQL_VALIDATION_FAILED', 'No field can be called `__proto__`.');
  try {
    return parse(source, { maxLexicalTokens: limits.tokens, maxComments: limits.comments });
  } catch (error) {
    // The parser calls itself for each level of a value, and may run out of stack within the number of tokens.
    if (error instanceof RangeError) throw new RequestRefused(400, 'DOCUMENT_TOO_LARGE', 'The document nests values too deeply.');
    if (!(error instanceof GraphQLError)) throw error;
    const tooLarge = /Parsing aborted/.test(error.message);
    throw new RequestRefused(400, tooLarge ? 'DOCUMENT_TOO_LARGE' : 'GRAPHQL_PARSE_FAILED', [
      tooLarge ? { message: `The document may have ${limits.tokens} tokens and ${limits.comments} comments.` } : shown(error),
    ]);
  }
}

/** Values that stand in the document may be somebody's data: messages keep their place and lose the value. */
function shown(error: GraphQLError): RefusedError {
  const message = error.message.replace(/(cannot represent [\w\s-]*?value): [\s\S]*$/, '$1.').replace(/, found [\s\S]*$/, '.');
  return error.locations ? { message, locations: error.locations.map(({ line, column }) => ({ line, column })) } : { message };
}

/** Whether an operation asks for nothing but the name of the root type, as health checks do. */
export function asksForNothing(source: string | undefined): boolean {
  return source !== undefined && /^\s*(query\b\s*\w*\s*)?\{\s*__typename\s*\}\s*$/.test(source);
}

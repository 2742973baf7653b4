import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { DOCUMENT_LIMITS } from '../limits/limits.ts';
import { RequestRefused } from '../refusal.ts';
import { costOf } from './cost.ts';
import { readCostTable } from './cost-table.ts';
import { shapesOf } from './shape.ts';
import { asksForNothing, createDocumentStore } from './prepare.ts';

const SDL = `
  schema @link(url: "https://specs.apollo.dev/cost/v0.1", import: ["@listSize", { name: "@cost", as: "@weight" }]) { query: Query mutation: Mutation }
  directive @link(url: String, import: [Import]) repeatable on SCHEMA
  scalar Import
  directive @weight(weight: Int!) on FIELD_DEFINITION | OBJECT | ARGUMENT_DEFINITION
  directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean) on FIELD_DEFINITION
  type Query {
    person(id: ID, search: String @weight(weight: 3)): Person
    people(first: Int, last: Int): PersonConnection @listSize(slicingArguments: ["first", "last"], sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false)
    tags: [Tag] @listSize(assumedSize: 3)
    plain: [Tag]
    report: Report
  }
  type Mutation { rename(id: ID): Person }
  type Person { name: String friends: [Person] friend: Person }
  type PersonConnection { nodes: [Person] edges: [Edge] total: Int }
  type Edge { node: Person }
  type Tag { name: String }
  type Report @weight(weight: 50) { text: String @weight(weight: 7) }
`;
const schema = buildSchema(SDL);
const costs = readCostTable(parse(SDL));
const cost = (query: string, variables?: Record<string, unknown>) => {
  const document = parse(query);
  const [operation] = shapesOf(document).map((shaped) => shaped.operation);
  if (!operation) throw new Error('no operation');
  return costOf(schema, costs, document, operation)(variables);
};

describe('the cost of an operation', () => {
  it.each([
    ['{ person { name } }', undefined, 1],
    ['{ person(search: "x") { name } }', undefined, 4],
    ['{ people { total } }', undefined, 1],
    ['{ people { nodes { name } } }', undefined, 21],
    ['{ people(first: 5) { nodes { name } } }', undefined, 6],
    ['query ($n: Int = 7) { people(last: $n) { nodes { name } } }', undefined, 8],
    ['query ($n: Int = 7) { people(last: $n) { nodes { name } } }', { n: 50 }, 51],
    ['{ people(first: 5) { edges { node { name } } } }', undefined, 11],
    ['{ people(first: 5) { nodes { friends { name } } } }', undefined, 56],
    ['{ tags { name } }', undefined, 3],
    ['{ plain { name } }', undefined, 10],
    ['{ report { text } }', undefined, 57],
    ['mutation { rename { name } }', undefined, 10],
    ['query ($yes: Boolean!) { person @include(if: $yes) { name } }', { yes: false }, 0],
    ['query ($yes: Boolean!) { person @include(if: $yes) { name } }', { yes: true }, 1],
    ['{ person @skip(if: true) { name } }', undefined, 0],
    ['{ ...F } fragment F on Query { a: person { name } b: person { ... { friend { name } } } }', undefined, 3],
  ])('%s with %j is %i', (query, variables, expected) => {
    expect(cost(query, variables)).toBe(expected);
  });

  it('stays a number when lists in lists grow beyond all measure', () => {
    const nested = `{ people(first: 2147483647) { nodes ${'{ friends '.repeat(9)}{ name }${' }'.repeat(9)} } }`;
    expect(cost(nested)).toBe(1_000_000_000);
  });

  it('does not trust a page size that is no number', () => {
    expect(cost('query ($n: Int) { people(first: $n) { nodes { name } } }', { n: 'many' })).toBe(21);
    expect(cost('query ($n: Int) { people(first: $n) { nodes { name } } }', { n: -5 })).toBe(1);
  });
});

describe('documents', () => {
  const store = (open: boolean) => createDocumentStore({ schema, costs, planned: new Map(), limits: DOCUMENT_LIMITS, open });
  const refusal = (query: string, operationName?: string, open = false) => {
    try {
      store(open).prepare(query, operationName);
    } catch (error) {
      if (error instanceof RequestRefused) return [error.code, error.errors.map(({ message }) => message).join(' ')];
      throw error;
    }
    return ['accepted', ''];
  };
  const bomb = `{ ...F0 } ${Array.from({ length: 40 }, (_unused, index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`).join(' ')} fragment F40 on Query { person { name } }`;

  it.each([
    ['depth 11', `{ person ${'{ friend '.repeat(10)}{ name }${' }'.repeat(10)} }`, 'OPERATION_TOO_COMPLEX'],
    ['1,000 aliases', `{ ${Array.from({ length: 300 }, (_unused, index) => `a${index}: __typename`).join(' ')} }`, 'OPERATION_TOO_COMPLEX'],
    ['many root fields', `{ ${'person { name } '.repeat(13)} }`, 'OPERATION_TOO_COMPLEX'],
    ['900 fields that are the same', `{ person { ${'name '.repeat(900)} } }`, 'OPERATION_TOO_COMPLEX'],
    ['many directives', `{ person { name ${'@skip(if: false) '.repeat(31)} } }`, 'OPERATION_TOO_COMPLEX'],
    ['a fragment bomb', bomb, 'OPERATION_TOO_COMPLEX'],
    ['3,000 tokens', `{ person { ${'name '.repeat(3_000)} } }`, 'DOCUMENT_TOO_LARGE'],
    ['100 comments', `${'#\n'.repeat(100)} { person { name } }`, 'DOCUMENT_TOO_LARGE'],
    ['a megabyte of blanks', `{ person { name } }${' '.repeat(1_000_000)}`, 'DOCUMENT_TOO_LARGE'],
    ['a circle of fragments', '{ person { ...A } } fragment A on Person { friend { ...A } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a syntax error', '{ person { name }', 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', '{ person { nme } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['introspection', '{ __schema { types { name } } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a subscription', 'subscription { person { name } }', 'OPERATION_RESOLUTION_FAILURE'],
    ['two operations and no name', 'query A { person { name } } query B { person { name } }', 'OPERATION_RESOLUTION_FAILURE'],
    ['fragments alone', 'fragment A on Person { name }', 'GRAPHQL_VALIDATION_FAILED'],
  ])('with %s are refused', (_what, query, code) => {
    expect(refusal(query)[0]).toBe(code);
  });

  it('are refused where they nest values so deeply that the parser runs out of stack', () => {
    // Within the number of tokens; optimised, the parser may get to the missing end.
    expect(['DOCUMENT_TOO_LARGE', 'GRAPHQL_PARSE_FAILED']).toContain(refusal(`{ people(first: ${'['.repeat(1_990)}`)[0]);
  });

  it('are measured where fragments stand, not where they are written', () => {
    expect(refusal(`{ ...A } fragment A on Query { person ${'{ friend '.repeat(10)}{ name }${' }'.repeat(10)} }`)[0]).toBe(
      'OPERATION_TOO_COMPLEX',
    );
  });

  it('may ask for the schema, and be helped with names, only where that is open', () => {
    expect(refusal('{ __schema { types { name } } }', undefined, true)[0]).toBe('accepted');
    expect(refusal('{ person { nam } }', undefined, true)[1]).toContain('Did you mean');
    expect(refusal('{ person { nam } }')[1]).not.toContain('Did you mean');
  });

  it('do not see their own values again in an error', () => {
    expect(refusal('{ people(first: "123456782") { total } }').join(' ')).not.toContain('123456782');
    expect(refusal('{ person(id: 1, search: {bsn: 123456782}) { name } }').join(' ')).not.toContain('123456782');
  });

  it('choose among several operations by name', () => {
    const text = 'query A { person { name } } mutation B { rename { name } }';
    expect(store(false).prepare(text, 'B').kind).toBe('mutation');
    expect(refusal(text, 'C')[0]).toBe('OPERATION_RESOLUTION_FAILURE');
  });

  it('are prepared once', () => {
    const documents = store(false);
    expect(documents.prepare('{ person { name } }', undefined)).toBe(documents.prepare('{ person { name } }', undefined));
  });

  it('that ask for nothing are known without parsing them', () => {
    expect(['{ __typename }', 'query { __typename }', 'query Health {__typename}', ' {\n __typename\n}\n'].every(asksForNothing)).toBe(
      true,
    );
    expect(['{ __typename a }', 'mutation { __typename }', '{ __typename } { a }', '{ x: __schema }', undefined].some(asksForNothing)).toBe(
      false,
    );
  });
});

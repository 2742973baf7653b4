import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Supergraph } from '@apollo/federation-internals';
import { parse, validate } from 'graphql';
import { aliasesApart, readPlannedFields } from './planned-fields.ts';

const trainee = (fields: string) => `{ employers(first: 1) { nodes { trainees(first: 9) { nodes { ${fields} } } } } }`;

describe('aliases in our supergraph', () => {
  const sdl = readFileSync(join(import.meta.dirname, '../../supergraph.graphql'), 'utf8');
  const schema = Supergraph.build(sdl).apiSchema().toGraphQLJSSchema();
  const rule = aliasesApart(readPlannedFields(parse(sdl)));
  const problems = (query: string) => validate(schema, parse(query), [rule]).map(({ message }) => message);

  it.each([
    // A pupil's id, which no company may know, would be the answer; or a company's own words the proof that a disclosure stands.
    ['what a name requires and clients cannot see', trainee('studentKey: id firstName')],
    ['whether a disclosure stands', trainee('disclosureBasis: kind firstName')],
    ['whether the agreement is in force, in a fragment', `${trainee('familyName ...F')} fragment F on Trainee { agreementInForce: id }`],
    ['a key', '{ employers(first: 1) { nodes { id: name trainees(first: 9) { totalCount } } } }'],
    ['the type', trainee('__typename: kind firstName')],
  ])('are no names of what a plan asks for by itself: %s', (_what, query) => {
    expect(problems(query)).toHaveLength(1);
  });

  it('may be anything else, also the field’s own name', () => {
    expect(problems(trainee('id: id __typename: __typename given: firstName kind name: familyName'))).toEqual([]);
  });
});

describe('fields that plans ask for', () => {
  const planned = readPlannedFields(
    parse(`
      interface Media @join__type(graph: A, key: "id owner { code }") { id: ID owner: [Owner!]! }
      type Owner @join__type(graph: A) { code: ID size: Size }
      type Size @join__type(graph: A) { height: Int }
      type Book implements Media @join__type(graph: B, key: "isbn") @join__type(graph: A) {
        id: ID owner: [Owner!]! isbn: ID
        weight: Int @join__field(graph: A, requires: "isbn owner { ... on Owner { size { height } } }")
      }
    `),
  );

  it('are those of keys and requirements, where they stand', () => {
    expect(Object.fromEntries([...planned].map(([type, names]) => [type, [...names].toSorted()]))).toEqual({
      Media: ['id', 'owner'],
      Owner: ['code', 'size'],
      Size: ['height'],
      Book: ['isbn', 'owner'],
    });
  });
});

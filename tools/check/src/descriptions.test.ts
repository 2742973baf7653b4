import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { missingDescriptions } from './descriptions.ts';

describe('descriptions', () => {
  it('are asked of every type, field, argument, enum value and input field', () => {
    const document = parse(`
      type Query { school(id: ID!): School }
      "A school." type School { "Its name." name: String code: String }
      enum Kind { VSO }
      "Which schools." input SchoolFilter { city: String }
    `);
    expect(missingDescriptions(document).map((problem) => problem.split(' ')[0])).toEqual([
      'Query',
      'Query.school',
      'Query.school.id',
      'School.code',
      'Kind',
      'Kind.VSO',
      'SchoolFilter.city',
    ]);
  });

  it('are asked of Query and Mutation, also where rooms only extend them', () => {
    const room = 'extend type Mutation { "Does it." run: Int }';
    expect(missingDescriptions(parse(room))).toEqual(['Mutation has no description: nothing defines it, it is only extended']);
    expect(missingDescriptions(parse(`"What can be done." type Mutation ${room}`))).toEqual([]);
  });

  it('are not asked again of what another subgraph describes', () => {
    const document = parse(`
      type Student @key(fields: "id", resolvable: false) { id: ID! }
      "The pupil." type Trainee @key(fields: "id") { "Key." id: ID! studentKey: ID @external }
    `);
    expect(missingDescriptions(document)).toEqual([]);
  });
});

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
      'Query.school',
      'Query.school.id',
      'School.code',
      'Kind',
      'Kind.VSO',
      'SchoolFilter.city',
    ]);
  });

  it('are not asked again of what another subgraph describes', () => {
    const document = parse(`
      type Student @key(fields: "id", resolvable: false) { id: ID! }
      "The pupil." type Trainee @key(fields: "id") { "Key." id: ID! studentKey: ID @external }
    `);
    expect(missingDescriptions(document)).toEqual([]);
  });
});

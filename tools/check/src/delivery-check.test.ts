import { describe, expect, it } from '@jest/globals';
import { parse, Source } from 'graphql';
import { apiSchemaOf } from './api-schema.ts';
import { composeSupergraph } from './compose-supergraph.ts';
import { deliveryProblems } from './delivery-check.ts';
import { invalidOperations } from './schema-check.ts';
import type { SubgraphFiles } from './subgraph-files.ts';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@override"])';
const STUDENTS = 'type Query { student(id: ID!): Student } type Student @key(fields: "id") { id: ID! name: String group: String }';
const PLACEMENTS =
  'type Query { placement(id: ID!): Placement } type Placement { id: ID! student: Student } type Student @key(fields: "id") { id: ID! days: Int }';

const supergraph = (sdls: Partial<Record<SubgraphFiles['name'], string>>): string => {
  const files = Object.entries(sdls).map(([name, sdl]) => ({
    name: name as SubgraphFiles['name'],
    document: parse(new Source(`${LINK}\n${sdl}`, `${name}.graphql`)),
  }));
  const { sdl, problems } = composeSupergraph(files);
  if (sdl === undefined) throw new Error(problems?.join());
  return sdl;
};
const released = supergraph({ students: STUDENTS, placements: PLACEMENTS });
const page = { file: 'frontend/page.graphql', document: parse('query Page { placement(id: 1) { id student { name days } } }') };

describe('rolling out one service alone', () => {
  it('works when fields, types and optional arguments are added, and when nothing that a client uses is taken away', () => {
    const current = supergraph({
      students: STUDENTS.replace('group: String', 'born: String'),
      placements: PLACEMENTS.replace('placement(id: ID!)', 'placement(id: ID!, on: String)').replace(
        'days: Int',
        'days: Int rooms: [Room] } type Room { no: Int',
      ),
    });
    expect(deliveryProblems(released, current, [page])).toEqual([]);
  });

  it.each<[string, string, string, RegExp]>([
    [
      'the old gateway asks the new subgraph for what it does not have any more',
      STUDENTS.replace('name: String', 'title: String'),
      PLACEMENTS,
      /^the old gateway with the new students: frontend\/page\.graphql is not answered: Cannot query field "name"/,
    ],
    [
      'the old gateway does not know an argument that the new subgraph demands',
      STUDENTS,
      PLACEMENTS.replace('placement(id: ID!)', 'placement(id: ID!, on: String!)'),
      /^the old gateway with the new placements: .*argument "on".*required/,
    ],
    [
      'the new gateway looks for a field in a subgraph that has it only once it is rolled',
      STUDENTS.replace('name: String', ''),
      PLACEMENTS.replace('days: Int', 'days: Int name: String'),
      /the new gateway with the old placements: frontend\/page\.graphql is not answered: Cannot query field "name"/,
    ],
    [
      'a field changes into something that no longer fits the other service',
      STUDENTS.replace('id: ID! name', 'id: Int! name'),
      PLACEMENTS.replace('type Student @key(fields: "id") { id: ID!', 'type Student @key(fields: "id") { id: Int!'),
      /doesn't compose: .*Student\.id/,
    ],
  ])('does not when %s', (_name, students, placements, message) => {
    expect(deliveryProblems(released, supergraph({ students, placements }), [page]).join('\n')).toMatch(message);
  });

  it('is judged by what the released gateway could answer: a document for a new field waits until both are out', () => {
    const current = supergraph({ students: STUDENTS.replace('name: String', 'name: String born: String'), placements: PLACEMENTS });
    const ahead = { file: 'frontend/new.graphql', document: parse('{ student(id: 1) { born } }') };
    expect(deliveryProblems(released, current, [page, ahead])).toEqual([]);
  });

  it('waits with a document of a kind of operation that the release did not have', () => {
    const current = supergraph({
      students: STUDENTS.replace('type Student ', 'type Subscription { student: Student } type Student '),
      placements: PLACEMENTS,
    });
    const live = { file: 'frontend/live.graphql', document: parse('subscription Live { student { name } }') };
    expect(deliveryProblems(released, current, [page, live])).toEqual([]);
    expect(invalidOperations(apiSchemaOf(released), [live])).toEqual(['frontend/live.graphql: The schema has no subscription type.']);
  });
});

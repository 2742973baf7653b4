import { describe, expect, it } from '@jest/globals';
import { findBreakingChanges, findDangerousChanges, parse, Source } from 'graphql';
import { apiSchemaOf } from './api-schema.ts';
import { composeSupergraph, deliveredForm } from './compose-supergraph.ts';
import type { SubgraphFiles } from './subgraph-files.ts';

const subgraph = (name: SubgraphFiles['name'], sdl: string): SubgraphFiles => ({
  name,
  document: parse(
    new Source(
      `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@inaccessible"])\n${sdl}`,
      `${name}.graphql`,
    ),
  ),
});

describe('composing', () => {
  it('gives a supergraph whose API schema hides what is inaccessible', () => {
    const { sdl = '' } = composeSupergraph([
      subgraph('students', 'type Query { student(id: ID!): Student } type Student @key(fields: "id") { id: ID! secret: ID @inaccessible }'),
    ]);
    const api = apiSchemaOf(sdl);
    expect(api.getType('Student')).toHaveProperty('name');
    expect(Object.keys(api.getType('Student')?.toConfig()['fields' as never] ?? {})).toEqual(['id']);
  });

  it('is delivered without descriptions, and is the same schema all the same', () => {
    const { sdl = '' } = composeSupergraph([
      subgraph(
        'students',
        '"A pupil." type Student @key(fields: "id") { "The id." id: ID! } type Query { "One pupil." student(id: ID!): Student }',
      ),
    ]);
    expect(deliveredForm(sdl)).not.toContain('pupil.');
    const [whole, bare] = [apiSchemaOf(sdl), apiSchemaOf(deliveredForm(sdl))];
    expect([...findBreakingChanges(whole, bare), ...findDangerousChanges(whole, bare), ...findBreakingChanges(bare, whole)]).toEqual([]);
  });

  it('names type, subgraphs, code and lines of what does not fit together', () => {
    const { problems } = composeSupergraph([
      subgraph('students', 'type Query { student: Student } type Student @key(fields: "id") { id: ID! }\nenum Kind { A }'),
      subgraph('employers', 'type Student @key(fields: "id") { id: Int! }'),
    ]);
    expect(problems).toHaveLength(1);
    expect(problems?.[0]).toContain('"Student.id"');
    expect(problems?.[0]).toContain('"employers"');
    expect(problems?.[0]).toContain('FIELD_TYPE_MISMATCH');
    expect(problems?.[0]).toContain('employers.graphql:2, students.graphql:2');
  });
});

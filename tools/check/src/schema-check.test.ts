import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { schemaProblems, type ClientOperation } from './schema-check.ts';

const released = buildSchema(`
  type Query { school(id: ID!, old: Int @deprecated(reason: "never meant anything")): School, person: Person @deprecated(reason: "use staff") }
  type School { name: String! code: String brin: String @deprecated(reason: "use code") kind: Kind }
  type Person { name: String }
  enum Kind { VSO SO @deprecated(reason: "closed") }
`);
const without = (change: (sdl: string) => string) =>
  buildSchema(
    change(`
  type Query { school(id: ID!, old: Int): School, person: Person }
  type School { name: String! code: String brin: String kind: Kind }
  type Person { name: String }
  enum Kind { VSO SO }
`),
  );
const operation = (text: string): ClientOperation => ({ file: 'hr/schools.graphql', document: parse(text) });

describe('the schema check', () => {
  it('finds nothing when things are added', () => {
    const next = without((sdl) => sdl.replace('code: String', 'code: String city: String'));
    expect(schemaProblems(released, next, [operation('{ school(id: 1) { name brin } }')])).toEqual([]);
  });

  it('names a field that was taken away and the client that it hits', () => {
    const next = without((sdl) => sdl.replace('code: String', ''));
    const problems = schemaProblems(released, next, [operation('{ school(id: 1) { code } }')]);
    expect(problems[0]).toBe('School.code was removed. It hits hr/schools.graphql.');
    expect(problems[1]).toContain('Cannot query field "code"');
  });

  it('refuses to take away what was not announced, though nobody is known to use it', () => {
    const next = without((sdl) => sdl.replace('code: String', ''));
    expect(schemaProblems(released, next, [])).toEqual([
      'School.code was removed. No known operation uses it; deprecate it and remove it in a later release.',
    ]);
  });

  it('lets a deprecated field, argument, enum value and the type behind them go when nobody uses them', () => {
    const next = without((sdl) =>
      sdl
        .replace('brin: String', '')
        .replace(', old: Int', '')
        .replace(', person: Person', '')
        .replace('type Person { name: String }', '')
        .replace('VSO SO', 'VSO'),
    );
    expect(schemaProblems(released, next, [operation('{ school(id: 1) { name } }')])).toEqual([]);
  });

  it('keeps a deprecated field that a known client still uses', () => {
    const next = without((sdl) => sdl.replace('brin: String', ''));
    expect(schemaProblems(released, next, [operation('{ school(id: 1) { brin } }')])[0]).toContain('It hits hr/schools.graphql.');
  });

  it('sees that a field may be null now, which validation alone would let pass', () => {
    const next = without((sdl) => sdl.replace('name: String!', 'name: String'));
    expect(schemaProblems(released, next, [operation('{ school(id: 1) { name } }')])).toEqual([
      'School.name changed type from String! to String. It hits hr/schools.graphql.',
    ]);
  });
});

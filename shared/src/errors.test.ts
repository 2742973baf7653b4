import { describe, expect, it } from '@jest/globals';
import { buildSchema, GraphQLError } from 'graphql';
import { graphql } from 'graphql';
import { maskError, messageOf } from './errors.ts';

const masked = (error: GraphQLError) => maskError(error.toJSON(), error, 'req-1', () => undefined);

describe('an error on its way out', () => {
  it('keeps nothing of what went wrong inside', () => {
    const seen: unknown[] = [];
    const inner = new GraphQLError('connect ECONNREFUSED 10.0.0.1:27017', {
      extensions: { code: 'INTERNAL_SERVER_ERROR', stacktrace: ['at x'], serviceName: 'students' },
    });
    const out = maskError(inner.toJSON(), inner, 'req-1', (error) => seen.push(error));
    expect(JSON.stringify(out)).not.toMatch(/ECONNREFUSED|27017|stack|students/);
    expect(out.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', requestId: 'req-1' });
    expect(seen).toEqual([inner]);
  });
  it.each([
    ['query ($day: Int!) { at(day: $day) }', { day: 'geheim' }],
    ['query ($input: In!) { in(input: $input) }', { input: { name: 5, geheim: 1 } }],
    ['query ($input: In!) { in(input: $input) }', { input: { name: { geheim: 1 } } }],
  ])('never echoes a refused value: %s', async (source, variableValues) => {
    const schema = buildSchema('type Query { at(day: Int!): Int  in(input: In!): Int } input In { name: String! }');
    const { errors } = await graphql({ schema, source, variableValues });
    const [first] = errors ?? [];
    const out = masked(new GraphQLError(first?.message ?? '', { extensions: { code: 'BAD_USER_INPUT' } }));
    expect(out.message).toMatch(/^Variable \$/);
    expect(out.message.replace(/has no field \w+/, '')).not.toMatch(/geheim/);
  });
});

describe('a message', () => {
  it("is in the caller's language, its words too", () => {
    const messages = { BAD: { nl: 'Fout: {rule}', en: 'Wrong: {rule}' } };
    const problem = { code: 'BAD', params: { rule: { nl: 'te lang', en: 'too long' } } };
    expect(messageOf(messages, problem, 'nl')).toBe('Fout: te lang');
    expect(messageOf(messages, problem, 'en')).toBe('Wrong: too long');
  });
});

import { describe, expect, it } from '@jest/globals';
import { isIdempotent } from './idempotent.ts';

const sent = (query: string, variables?: object) => isIdempotent(JSON.stringify({ query, variables }));

describe('a mutation may be repeated after a lost connection', () => {
  it('when its input carries an idempotency key, in a variable or written out', () => {
    expect(sent('mutation A($input: I!) { plan(input: $input) { id } }', { input: { idempotencyKey: 'k' } })).toBe(true);
    expect(sent('mutation { plan(input: { idempotencyKey: "k" }) { id } }')).toBe(true);
    expect(sent('mutation A($key: String!) { plan(input: { idempotencyKey: $key }) { id } }', { key: 'k' })).toBe(true);
  });

  it('when every field of it does', () => {
    const query = 'mutation A($one: I!, $two: I!) { one: plan(input: $one) { id } two: plan(input: $two) { id } }';
    expect(sent(query, { one: { idempotencyKey: 'k' }, two: { idempotencyKey: 'l' } })).toBe(true);
    expect(sent(query, { one: { idempotencyKey: 'k' }, two: { revision: 1 } })).toBe(false);
  });

  it('and not when a revision or nothing at all tells a repeat from the first', () => {
    expect(sent('mutation A($input: I!) { change(input: $input) { id } }', { input: { id: 'a', revision: 1 } })).toBe(false);
    expect(sent('mutation { rename(id: "a", name: "X") { id } }')).toBe(false);
    expect(sent('mutation A($input: I!) { plan(input: $input) { id } }', { input: { idempotencyKey: null } })).toBe(false);
    expect(sent('mutation A { ...F } fragment F on Mutation { plan(input: { idempotencyKey: "k" }) { id } }')).toBe(false);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Kind, parse, type ObjectTypeDefinitionNode, type OperationDefinitionNode } from 'graphql';
import { liveQueryOf } from './live-query.ts';

function queryOf(source: string) {
  const document = parse(source);
  const node = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return liveQueryOf(document, node as OperationDefinitionNode);
}
const flat = (source: string) => source.replaceAll(/\s+/g, ' ');

describe('the query that answers a subscription', () => {
  it('asks the same of the same field, after a cursor, and for the cursor', () => {
    const { source, operationName } = queryOf('subscription News { inboxUpdate { unreadCount } }');
    expect(flat(source)).toBe('query News($liveAfter_: String) { inboxUpdate(after: $liveAfter_) { liveCursor_: cursor unreadCount } }');
    expect(operationName).toBe('News');
  });

  it('begins at the cursor that the subscription names', () => {
    expect(queryOf('subscription { inboxUpdate(after: "c1") { cursor } }').cursorOf(undefined)).toBe('c1');
    const query = queryOf('subscription ($after: String = "c0") { inboxUpdate(after: $after) { cursor } }');
    expect(query.cursorOf({ after: 'c2' })).toBe('c2');
    expect(query.cursorOf({ after: null })).toBeUndefined();
    expect(query.cursorOf({})).toBe('c0');
    // Nothing is left that the variable would be for.
    expect(query.source).not.toContain('$after:');
    expect(query.variablesAfter({ other: 1 }, 'c3')).toEqual({ other: 1, liveAfter_: 'c3' });
  });

  it('keeps variables, aliases and fragments, and leaves other operations out', () => {
    const { source } = queryOf(
      `subscription News($after: String, $texts: Boolean!) { news: inboxUpdate(after: $after) { ...Rows } }
       query Other { unreadCount }
       fragment Rows on InboxUpdate { notifications { id title @include(if: $texts) } }`,
    );
    expect(flat(source)).toBe(
      'query News($texts: Boolean!, $liveAfter_: String) { news: inboxUpdate(after: $liveAfter_) { liveCursor_: cursor ...Rows } } ' +
        'fragment Rows on InboxUpdate { notifications { id title @include(if: $texts) } }',
    );
  });

  it('gives the client what it asked for and keeps the cursor', () => {
    const { read } = queryOf('subscription { news: inboxUpdate { unreadCount } }');
    expect(read({ news: { liveCursor_: 'c1', unreadCount: 2 } })).toEqual({ data: { news: { unreadCount: 2 } }, cursor: 'c1' });
    expect(read({ news: null })).toEqual({ data: { news: null }, cursor: undefined });
    expect(read(null)).toEqual({ data: null, cursor: undefined });
  });

  it('is not made of a subscription whose field stands in a fragment', () => {
    expect(() => queryOf('subscription { ...F } fragment F on Subscription { inboxUpdate { cursor } }')).toThrow(
      'GRAPHQL_VALIDATION_FAILED',
    );
  });

  it('exists for every field of Subscription: the same arguments, the same answer, a cursor in and out', () => {
    const { definitions } = parse(readFileSync(join(__dirname, '../../supergraph.graphql'), 'utf8'), { noLocation: true });
    const type = (name: string) =>
      definitions.find((each) => each.kind === Kind.OBJECT_TYPE_DEFINITION && each.name.value === name) as ObjectTypeDefinitionNode;
    const bare = (field: object) =>
      JSON.parse(JSON.stringify(field, (key, value) => (['description', 'directives'].includes(key) ? [] : value)));
    const subscriptions = type('Subscription').fields ?? [];
    expect(subscriptions.length).toBeGreaterThan(0);
    for (const field of subscriptions) {
      const same = type('Query').fields?.find((each) => each.name.value === field.name.value);
      expect(bare(same ?? {})).toEqual(bare(field));
      expect(field.arguments?.map((argument) => argument.name.value)).toContain('after');
      const answer = field.type.kind === Kind.NAMED_TYPE ? type(field.type.name.value) : undefined;
      expect(answer?.fields?.map((each) => each.name.value)).toContain('cursor');
    }
  });
});

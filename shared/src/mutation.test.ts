import { describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { partsOf, operationPolicy } from './policy.ts';
import { refuse } from './errors.ts';
import { buildSubgraph } from './subgraph/schema.ts';
import { readPrelude } from './service.ts';
import { graphql } from 'graphql';
import { systemClock } from './clock.ts';
import { newId } from './ids.ts';
import type { Language } from './contracts/roles.ts';

const CODES =
  'NOT_FOUND FORBIDDEN REVISION_CONFLICT IDEMPOTENCY_KEY_REUSED NATIONAL_NUMBER TEXT_TOO_LONG INVALID_INPUT SERVICE_UNAVAILABLE FULL';
const sdl = `
  enum TestErrorCode { ${CODES} }
  type TestUserError { code: TestErrorCode! field: String message: String! }
  type Query { ping: Boolean }
  type Note { text: String }
  type AddNotePayload { note: Note userErrors: [TestUserError!]! }
  input AddNoteInput { text: FreeText! pupilNumber: String parts: [PartInput!] }
  input PartInput { remark: FreeText children: [PartInput!] }
  type Mutation { addNote(input: AddNoteInput!): AddNotePayload }
`;
const writes: unknown[] = [];
const definition = {
  typeDefs: [sdl],
  resolvers: {
    Query: { ping: () => true },
    Mutation: {
      addNote: (_source: unknown, { input }: { input: { text: string } }) => {
        if (input.text === 'full') refuse('FULL', 'text');
        writes.push(input);
        return { note: { text: input.text } };
      },
    },
  },
  policies: [operationPolicy({ Query: { ping: 'signedIn' }, Mutation: { addNote: ['COORDINATOR'] } }), partsOf('Note')],
  messages: { FULL: { nl: 'Vol.', en: 'Full.' } },
} as const;
const schema = buildSubgraph(definition, readPrelude());
const lines: string[] = [];
const log = pino({ base: null }, { write: (line: string) => lines.push(line) });

async function addNote(input: object, language: Language = 'nl', role: 'COORDINATOR' | 'STUDENT' = 'COORDINATOR') {
  const viewer = { kind: 'PERSON', id: 'stf_1', language, grants: [{ role, scope: { kind: 'LOCATION', id: 'loc_1' } }] } as const;
  const source = 'mutation ($input: AddNoteInput!) { addNote(input: $input) { note { text } userErrors { code field message } } }';
  const answer = await graphql({
    schema,
    source,
    variableValues: { input },
    contextValue: { viewer, requestId: 'r', deadline: 0, log, clock: systemClock, newId },
  });
  return JSON.parse(JSON.stringify(answer));
}

describe('a mutation', () => {
  it('answers its object and no errors', async () => {
    expect((await addNote({ text: 'goed gewerkt' })).data.addNote).toEqual({ note: { text: 'goed gewerkt' }, userErrors: [] });
  });
  it('refuses a national number anywhere in its free text, without the value, and writes nothing', async () => {
    const before = writes.length;
    const { data } = await addNote({ text: 'ok', parts: [{ remark: 'a' }, { children: [{ remark: 'bsn 111222333' }] }] });
    expect(data.addNote.note).toBeNull();
    expect(data.addNote.userErrors).toMatchObject([{ code: 'NATIONAL_NUMBER', field: 'parts.1.children.0.remark' }]);
    expect(JSON.stringify(data) + lines.join('')).not.toContain('111222333');
    expect(writes.length).toBe(before);
  });
  it('leaves a field of another type alone', async () => {
    expect((await addNote({ text: 'ok', pupilNumber: '111222333' })).data.addNote.userErrors).toEqual([]);
  });
  it('refuses a text of 10,000 characters', async () => {
    expect((await addNote({ text: 'x'.repeat(10_000) })).data.addNote.userErrors).toMatchObject([{ code: 'TEXT_TOO_LONG', field: 'text' }]);
  });
  it("tells a refusal in the caller's language", async () => {
    expect((await addNote({ text: 'full' }, 'en')).data.addNote.userErrors).toEqual([{ code: 'FULL', field: 'text', message: 'Full.' }]);
    expect((await addNote({ text: 'full' }, 'nl')).data.addNote.userErrors[0].message).toBe('Vol.');
  });
  it('does not run for a role that it does not name', async () => {
    const before = writes.length;
    const { data, errors } = await addNote({ text: 'ok' }, 'nl', 'STUDENT');
    expect(data.addNote).toBeNull();
    expect(errors[0].extensions.code).toBe('FORBIDDEN');
    expect(writes.length).toBe(before);
  });
  it('is logged by ids alone', async () => {
    lines.length = 0;
    await addNote({ text: 'Sanne heeft hulp nodig' });
    expect(lines.join('')).toMatch(/"mutation":"addNote","outcome":"done".*"viewer":"stf_1"/);
    expect(lines.join('')).not.toContain('Sanne');
  });
});

describe('a subgraph that leaves something out is not served', () => {
  const without = (change: Partial<Parameters<typeof buildSubgraph>[0]>) => () =>
    buildSubgraph({ ...definition, ...change }, readPrelude());
  it('a type without a policy', () => {
    expect(without({ policies: definition.policies.slice(0, 1) })).toThrow('Note has no policy');
  });
  it('a root field without a verdict', () => {
    expect(without({ policies: [operationPolicy({ Query: { ping: 'signedIn' } }), partsOf('Note')] })).toThrow(
      'Mutation.addNote has no verdict',
    );
  });
  it('a code without a text', () => {
    expect(without({ messages: {} })).toThrow('TestErrorCode.FULL has no text');
  });
  it('a root field that can take the rest of the answer with it', () => {
    expect(without({ typeDefs: [sdl.replace('ping: Boolean', 'ping: Boolean!')] })).toThrow('Query.ping must be nullable');
  });
  it('a verdict for a field that does not exist', () => {
    expect(without({ policies: [...definition.policies, operationPolicy({ Query: { pong: 'signedIn' } })] })).toThrow(
      'Query.pong has no field',
    );
  });
});

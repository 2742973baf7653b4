import { Writable } from 'node:stream';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace';
import { request } from 'undici';
import type { JWK } from 'jose';
import { listen, type Listening } from '../http.ts';
import { createIdentitySigner, createIdentityVerifier } from '../identity.ts';
import { createLog } from '../log.ts';
import { entityPolicy, operationPolicy } from '../policy.ts';
import { readPrelude } from '../service.ts';
import { tracingOver } from '../telemetry/exporting.ts';
import { tracing, useTracing } from '../telemetry/tracing.ts';
import { grant, testKeys, viewer } from '../test-support/subgraph.ts';
import { buildSubgraph } from './schema.ts';
import { createSubgraphHandler } from './server.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const REQUEST_ID = 'request-of-the-test';
const PUPIL = 'query Pupil { student(id: "stu_1") { name } }';

function pupilsSchema() {
  const typeDefs = [
    `extend type Query { student(id: ID!): Student } type Student @key(fields: "id") { id: ID! name: String broken: String }`,
  ];
  const find = ({ id }: { id: string }) => Promise.resolve({ id, name: `Pupil ${id}` });
  const broken = () => Promise.reject(new Error('mongodb://secret-host:27017 said no to Sanne'));
  const resolvers = {
    Query: { student: (_: unknown, reference: { id: string }) => find(reference) },
    Student: { __resolveReference: find, broken },
  };
  const policies = [
    operationPolicy({ Query: { student: ['SERVICE_POINT'] } }),
    entityPolicy<{ id: string; name: string; broken: string }, 'id' | 'name' | 'broken'>({
      type: 'Student',
      rows: { SERVICE_POINT: { ALL: '*' } },
      fields: { id: 'row', name: 'row', broken: 'row' },
    }),
  ];
  return buildSubgraph({ typeDefs, resolvers, policies, messages: {} }, readPrelude());
}

describe('the HTTP face of a subgraph', () => {
  let listening: Listening;
  let stop: () => Promise<void>;
  let token: string;
  const lines: string[] = [];
  const exporter = new InMemorySpanExporter();

  beforeAll(async () => {
    const { privateKeys, publicKeys } = await testKeys();
    const to = new Writable({ write: (chunk, _encoding, done) => done(void lines.push(String(chunk))) });
    const handler = await createSubgraphHandler({
      name: 'students',
      schema: pupilsSchema(),
      verify: await createIdentityVerifier('students', publicKeys as { keys: JWK[] }),
      log: createLog({ service: 'students', level: 'info', to }),
      contextFor: (info) => info,
      calls: {},
      readEvents: () => Promise.resolve([]),
      afterMutation: () => undefined,
    });
    stop = handler.stop;
    listening = await listen(handler.handle, { host: '127.0.0.1', port: 0 });
    token = await (await createIdentitySigner('gateway', privateKeys.gateway as JWK)).sign(viewer(grant('SERVICE_POINT')), 'students');
  });
  afterEach(async () => {
    await tracing?.stop(1_000);
    useTracing(null);
    exporter.reset();
    lines.length = 0;
  });
  afterAll(async () => {
    listening.server.closeAllConnections();
    await listening.drain();
    await stop();
  });

  const ask = async (body: unknown, headers: Record<string, string> = {}, as = token) => {
    const { statusCode, body: answer } = await request(`${listening.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${as}`, 'x-request-id': REQUEST_ID, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: statusCode, text: await answer.text() };
  };
  const answered = async (body: object) => JSON.parse((await ask(body)).text) as unknown;
  const trace = () =>
    useTracing(
      tracingOver(
        { serviceName: 'students', attributes: {}, sampler: 'parentbased_always_on', ratio: 1 },
        new SimpleSpanProcessor({ exporter }),
      ),
    );

  it('answers each operation of a document by its name, and the same text again', async () => {
    const query = 'query A { student(id: "a") { name } } query B($id: ID!) { student(id: $id) { name } }';
    const pupil = (name: string) => ({ data: { student: { name } } });
    for (const id of ['b', 'c']) expect(await answered({ query, operationName: 'B', variables: { id } })).toEqual(pupil(`Pupil ${id}`));
    expect(await answered({ query, operationName: 'A', variables: null })).toEqual(pupil('Pupil a'));
  });

  it.each([
    ['a batch', [{ query: PUPIL }]],
    ['a text', '"text"'],
    ['nothing', {}],
    ['an empty document', { query: '' }],
    ['a document that is none', { query: { kind: 'Document' } }],
    ['variables that are a list', { query: PUPIL, variables: [] }],
    ['a name that is a number', { query: PUPIL, operationName: 1 }],
    ['a persisted query', { extensions: { persistedQuery: { version: 1, sha256Hash: PUPIL } } }],
  ])('refuses %s', async (_what, body) => {
    const { status, text } = await ask(body);
    expect(status).toBe(400);
    expect(JSON.parse(text)).toEqual({ errors: [{ message: expect.any(String), extensions: { code: 'BAD_REQUEST' } }] });
  });

  it.each([
    ['is no GraphQL', '{ student(', 'GRAPHQL_PARSE_FAILED'],
    ['asks for what there isn’t', '{ student(id: "a") { nam } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['asks for the schema', '{ __schema { types { name } } }', 'GRAPHQL_VALIDATION_FAILED'],
  ])('refuses a document that %s, without a suggestion, each time', async (_what, query, code) => {
    for (let time = 0; time < 2; time += 1) {
      const { status, text } = await ask({ query });
      expect([status, (JSON.parse(text) as { errors: { extensions: object }[] }).errors[0]?.extensions]).toEqual([400, { code }]);
      expect(text).not.toMatch(/did you mean|stack/i);
    }
  });

  it('masks what went wrong inside; the log has it under the request’s id', async () => {
    expect(await answered({ query: '{ student(id: "a") { name broken } }' })).toEqual({
      errors: [
        {
          message: expect.stringContaining('Something went wrong'),
          path: ['student', 'broken'],
          locations: expect.anything(),
          extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: REQUEST_ID },
        },
      ],
      data: { student: { name: 'Pupil a', broken: null } },
    });
    expect(JSON.parse(lines.join(''))).toMatchObject({ event: 'field-failed', requestId: REQUEST_ID, path: 'student.broken' });
    expect(lines.join('')).not.toMatch(/secret-host|Sanne/);
  });

  it('goes on with the trace of a caller who is one of ours, and with nothing else that he sends along', async () => {
    trace();
    await ask({ query: PUPIL }, { traceparent: `00-${TRACE}-00f067aa0ba902b7-01`, baggage: 'canary=1', tracestate: 'canary=2' });
    const [span] = exporter.getFinishedSpans();
    expect([span?.name, span?.spanContext().traceId]).toEqual(['graphql', TRACE]);
    expect(JSON.stringify([span?.attributes, span?.spanContext(), lines])).not.toContain('canary');
  });

  it.each(['', 'no.token.atall'])('tells nothing of a caller with the identity %j, whatever trace he names', async (identity) => {
    trace();
    const headers = { traceparent: `00-${TRACE}-00f067aa0ba902b7-01`, baggage: `canary=${TRACE}` };
    expect((await ask({ query: '{ _service { sdl } }' }, headers, identity)).status).toBe(401);
    expect(exporter.getFinishedSpans()).toEqual([]);
    expect(lines.join('')).toContain('identity-refused');
    expect(lines.join('')).not.toContain(TRACE);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'undici';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { documentId } from './documents/manifest.ts';
import { person, startTestGateway, type TestGateway } from './test-support/gateway.ts';
import { startTestIssuer, type TestIssuer } from './test-support/issuer.ts';
import { startSchoolSubgraphs } from './test-support/school-subgraphs.ts';
import type { GatewayConfig } from './gateway.ts';

const of = (kind: Viewer['kind'], id: string): Viewer => ({ kind, id, language: 'en', grants: [] });
const registered = readFileSync(join(import.meta.dirname, '../operations/hr/schedules.graphql'), 'utf8');

describe('an operation on its way through the gateway', () => {
  let subgraphs: Awaited<ReturnType<typeof startSchoolSubgraphs>>;
  let issuer: TestIssuer;
  let gateway: TestGateway;
  beforeAll(async () => {
    issuer = await startTestIssuer();
    subgraphs = await startSchoolSubgraphs({
      students: { anna: person('stf_1'), bert: person('stf_2') },
      keys: { slk_a: of('SYSTEM', 'key_1') },
      links: { link: of('LINK', 'lnk_1') },
    });
  });
  afterEach(() => gateway.stop());
  afterAll(async () => {
    await subgraphs.stop();
    await issuer.stop();
  });
  const start = async (config: Partial<GatewayConfig> = {}, now?: () => number) => {
    gateway = await startTestGateway({ subgraphs: subgraphs.all, issuer: issuer.url, config, ...(now ? { now } : {}) });
  };
  const as = async (who: string) => ({
    authorization: who === 'link' ? 'Link link' : who.startsWith('slk_') ? `Bearer ${who}` : `Bearer ${await issuer.token(who)}`,
  });

  it('may cost what its caller’s class may spend at once, its variables counted', async () => {
    await start();
    const query = 'query ($first: Int) { students(first: $first) { nodes { name } } }';
    const ask = async (who: string, first: number) => {
      const { status, body } = await gateway.ask(query, { variables: { first }, headers: await as(who) });
      return [status, body.errors?.[0]?.extensions.code ?? 'ok'];
    };
    expect(await ask('link', 400)).toEqual([200, 'ok']);
    expect(await ask('link', 600)).toEqual([400, 'OPERATION_TOO_COMPLEX']);
    expect(await ask('anna', 600)).toEqual([200, 'ok']);
    expect(await ask('anna', 6_000)).toEqual([400, 'OPERATION_TOO_COMPLEX']);
    expect(await ask('slk_a', 6_000)).toEqual([200, 'ok']);
  });

  it('uses up the minute of its viewer, not of others, and is told when to come again', async () => {
    let now = Date.now();
    await start({ RATE_LIMIT_FACTOR: 0.01 }, () => now);
    const ask = async (who: string) => gateway.ask('{ students(first: 999) { nodes { name } } }', { headers: await as(who) });
    for (const status of [200, 200, 200]) expect((await ask('anna')).status).toBe(status);
    const refused = await ask('anna');
    expect([refused.status, refused.body.errors?.[0]?.extensions.code]).toEqual([429, 'RATE_LIMITED']);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await ask('bert')).status).toBe(200);
    now += 60_000;
    expect((await ask('anna')).status).toBe(200);
  });

  it.each([
    ['while Redis is lost', { REDIS_URL: 'redis://127.0.0.1:1' }],
    ['where there is no Redis', {}],
  ])('is limited by each process alone %s, and the metric says so', async (_when, config) => {
    await start({ RATE_LIMIT_FACTOR: 0.01, ...config });
    const ask = async () => gateway.ask('{ students(first: 999) { nodes { name } } }', { headers: await as('anna') });
    for (const status of [200, 200, 200, 429]) expect((await ask()).status).toBe(status);
    expect(await (await request(`${gateway.opsUrl}/metrics`)).body.text()).toMatch(/servicepunt_gateway_limits_shared 0/);
  });

  it('is only one of the registered documents where its audience was promised that', async () => {
    await start({ TRUSTED_DOCUMENTS_ONLY: ['hr'] });
    const refused = await gateway.ask('{ student(id: "stu_1") { name } }', { headers: await as('slk_a') });
    expect([refused.status, refused.body.errors?.[0]?.extensions.code]).toEqual([400, 'DOCUMENT_NOT_TRUSTED']);
    expect((await gateway.ask('{ student(id: "stu_1") { name } }', { headers: await as('anna') })).status).toBe(200);
    // Known as a document; that this small schema lacks its fields is another matter.
    const known = await gateway.ask(registered, { headers: await as('slk_a') });
    expect(known.body.errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('may be named by the id of a registered document', async () => {
    await start();
    const headers = { ...(await as('slk_a')), 'content-type': 'application/json' };
    const byId = await gateway.raw({ headers, body: JSON.stringify({ documentId: documentId(registered) }) });
    expect(byId.body.errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    const unknown = await gateway.raw({ headers, body: JSON.stringify({ documentId: documentId('{ a }') }) });
    expect(unknown.body.errors?.[0]?.extensions.code).toBe('UNKNOWN_DOCUMENT');
  });

  it('is counted on the ops port, by the names of our own documents only', async () => {
    await start();
    await gateway.ask('query Evil_9f3a { student(id: "stu_1") { name } }', { headers: await as('anna') });
    await gateway.ask('query PupilPage { student(id: "stu_1") { name } }', { headers: await as('anna') });
    await gateway.ask('{ nothing }', { headers: await as('anna') });
    const text = await (await request(`${gateway.opsUrl}/metrics`)).body.text();
    expect(text).toMatch(/servicepunt_gateway_operation_seconds_count\{operation="other",outcome="ok"\} 1/);
    expect(text).toMatch(/servicepunt_gateway_operation_seconds_count\{operation="PupilPage",outcome="ok"\} 1/);
    expect(text).toMatch(/servicepunt_gateway_subgraph_seconds_count\{subgraph="students",outcome="ok"\} 2/);
    expect(text).toMatch(/servicepunt_gateway_refused_total\{code="GRAPHQL_VALIDATION_FAILED"\} 1/);
    expect(text).toMatch(/servicepunt_gateway_limits_shared 0/);
    expect(text).toMatch(/nodejs_eventloop_lag_p99_seconds/);
    expect(text).not.toContain('Evil_9f3a');
  });

  it('asks for the schema in development, never in production', async () => {
    await start({ NODE_ENV: 'production' });
    const query = '{ __schema { queryType { name } } }';
    expect((await gateway.ask(query, { headers: await as('anna') })).body.errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    await gateway.stop();
    await start({ NODE_ENV: 'development' });
    expect((await gateway.ask(query, { headers: await as('anna') })).body).toEqual({
      data: { __schema: { queryType: { name: 'Query' } } },
    });
  });
});

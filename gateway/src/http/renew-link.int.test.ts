import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '@servicepunt/shared/test-support/subgraph';
import { startTestGateway, type TestGateway } from '../test-support/gateway.ts';
import { startTestIssuer, type TestIssuer } from '../test-support/issuer.ts';
import { startFakeSubgraph, failures, type FakeSubgraph } from '../test-support/subgraphs.ts';

const TASK = { taskId: 'evl_1', personId: 'wsp_1', role: 'EMPLOYER' };

describe('POST /links/renew', () => {
  let placements: FakeSubgraph;
  let notifications: FakeSubgraph;
  let issuer: TestIssuer;
  let gateway: TestGateway;
  const post = (body: unknown, headers: Record<string, string> = {}, method = 'POST') =>
    gateway.raw({
      method,
      path: '/links/renew',
      headers: { 'content-type': 'application/json', ...headers },
      body: method === 'POST' ? (typeof body === 'string' ? body : JSON.stringify(body)) : null,
    });
  const mailed = () =>
    notifications.seen.filter(({ path }) => path === '/calls/notifications.renewLink').map(({ body }) => body as unknown);

  beforeAll(async () => {
    issuer = await startTestIssuer();
    placements = await startFakeSubgraph({
      name: 'placements',
      sdl: 'type Query { placement: Int }',
      calls: { 'placements.taskOfLink': ({ token }) => ({ task: token === 'expired' ? TASK : null }) },
    });
    notifications = await startFakeSubgraph({
      name: 'notifications',
      sdl: 'type Query { notification: Int }',
      calls: { 'notifications.renewLink': () => ({ mailed: true }) },
    });
  });
  afterAll(async () => {
    await Promise.all([placements.stop(), notifications.stop(), issuer.stop()]);
  });
  beforeEach(async () => {
    for (const subgraph of [placements, notifications]) {
      subgraph.seen.length = 0;
      subgraph.misbehave(null);
    }
    gateway = await startTestGateway({ subgraphs: [placements, notifications], issuer: issuer.url });
  });
  afterEach(() => gateway.stop());

  it('has a mail sent for a link that was ours, and answers one that never was the same', async () => {
    const [known, unknown] = [await post({ token: 'expired' }), await post({ token: 'made-up' })];
    for (const reply of [known, unknown]) expect([reply.status, reply.text]).toEqual([202, '{"accepted":true}']);
    const named = ({ headers }: typeof known) => Object.keys(headers).toSorted();
    expect(named(known)).toEqual(named(unknown));
    await until(() => mailed().length > 0, 'the mail to be asked for');
    expect(mailed()).toEqual([TASK]);
  });

  it('answers the same while no mail can be sent, and 503 for every link while none can be looked up', async () => {
    notifications.misbehave(failures.crash);
    expect((await post({ token: 'expired' })).status).toBe(202);
    placements.misbehave(failures.crash);
    for (const token of ['expired', 'made-up']) expect((await post({ token })).status).toBe(503);
  });

  it('does nothing for a GET, as a scanner of mails sends it', async () => {
    expect((await post(null, {}, 'GET')).status).toBe(405);
    expect(placements.seen).toEqual([]);
  });

  it.each([
    ['no JSON', 'token=expired'],
    ['another form', { link: 'expired' }],
    ['a long token', { token: 'x'.repeat(301) }],
    ['a number', { token: 1 }],
  ])('refuses %s without asking anybody', async (_what, body) => {
    expect((await post(body)).status).toBe(400);
    expect(placements.seen).toEqual([]);
  });

  it('lets nobody guess: 429 with the time to wait', async () => {
    for (let attempt = 0; attempt < 20; attempt += 1) expect((await post({ token: `guess-${attempt}` })).status).toBe(202);
    const refused = await post({ token: 'expired' });
    expect([refused.status, refused.body.errors?.[0]?.extensions.code]).toEqual([429, 'RATE_LIMITED']);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(mailed()).toEqual([]);
  });
});

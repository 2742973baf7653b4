import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { chromium } from 'playwright-core';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import type { Role } from '@servicepunt/shared/contracts/roles';
import { createOidcVerifier } from '@servicepunt/shared/oidc';
import { startOps, type Ops } from '@servicepunt/shared/ops';
import { producerConnection } from '@servicepunt/shared/redis';
import type { Call } from '@servicepunt/shared/service-client';
import { testRedisUrl } from '@servicepunt/shared/test-support/stores';
import { startTestIssuer, type TestIssuer } from '../../../../gateway/src/test-support/issuer.ts';
import { createBoard, type Board } from './board.ts';
import { createAdmission } from './operators.ts';

const CHROMIUM = '/usr/bin/chromium';
const log = pino({ level: 'silent' });

describe('the board of queues', () => {
  const prefix = `test-${randomBytes(6).toString('hex')}`;
  const roles: Record<string, Role> = { op: 'OPERATOR', anna: 'COORDINATOR' };
  let issuer: TestIssuer;
  let board: Board;
  let ops: Ops;
  let queue: Queue;
  let later = 0;
  let studentsAway = false;

  beforeAll(async () => {
    issuer = await startTestIssuer();
    const now = () => Date.now() + later;
    const call = ((_name: string, { subject }: { subject: string }) => {
      if (studentsAway) return Promise.reject(new Error('students is away'));
      const role = roles[subject];
      return Promise.resolve({
        viewer: role ? { kind: 'PERSON', id: 'stf_1', language: 'nl', grants: [{ role, scope: { kind: 'ALL' } }] } : null,
      });
    }) as unknown as Call;
    const admit = createAdmission({ verify: createOidcVerifier({ issuer: issuer.url, audience: 'servicepunt', now }), call, now });
    board = createBoard({ redisUrl: testRedisUrl(), prefix, admit, log, now });
    ops = await startOps({
      host: '127.0.0.1',
      port: 0,
      registry: new Registry(),
      ready: () => Promise.resolve({}),
      more: board.handle,
    });
    const connection = producerConnection(testRedisUrl(), log);
    queue = new Queue('deliveries', { connection, prefix, skipMetasUpdate: true });
    await new Promise<void>((resolve) => (connection.status === 'ready' ? resolve() : connection.once('ready', () => resolve())));
    await queue.add('look', { id: 'dlv_1', revision: 3, counter: 1 }, { jobId: 'dlv_1-1' });
  });
  afterAll(async () => {
    await queue.close();
    (queue.opts.connection as Redis).disconnect();
    await board.close();
    await ops.close();
    await issuer.stop();
  });

  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(`${ops.url}${path}`, { method, headers, redirect: 'manual' });
  const as = async (subject: string) => ({ authorization: `Bearer ${await issuer.token(subject)}` });
  const signIn = async (token: string, headers: Record<string, string> = {}) =>
    fetch(`${ops.url}/board/sign-in`, { method: 'POST', body: new URLSearchParams({ token }), headers, redirect: 'manual' });

  it('shows nothing to whoever has no token, another role, or no record here', async () => {
    for (const path of ['/board', '/board/', '/board/api/queues', '/board/queue/deliveries', '/board/static/favicon.ico']) {
      expect((await get(path)).status).toBe(401);
      expect((await get(path, { authorization: 'Bearer made.up.token' })).status).toBe(401);
      expect((await get(path, { cookie: 'board=guessed' })).status).toBe(401);
      expect((await get(path, await as('anna'))).status).toBe(403);
      expect((await get(path, await as('nobody'))).status).toBe(403);
    }
    const other = { authorization: `Bearer ${await issuer.token('op', { audience: 'another' })}` };
    expect((await get('/board/api/queues', other)).status).toBe(401);
  });

  it('shows an operator every queue, its jobs by ids, and keeps the other paths of the port as they are', async () => {
    const response = await get('/board/api/queues?activeQueue=deliveries&status=latest&page=1&jobsPerPage=10', await as('op'));
    expect(response.status).toBe(200);
    const { queues } = (await response.json()) as {
      queues: { name: string; readOnlyMode: boolean; jobs: { id: string; data: object }[] }[];
    };
    expect(queues.map(({ name }) => name)).toEqual([
      'handover-reminders',
      'evaluation-reminders',
      'deliveries',
      ...['students', 'employers', 'placements', 'notifications'].flatMap((service) =>
        queues.some(({ name }) => name === `events-${service}`) ? [`events-${service}`] : [],
      ),
    ]);
    expect(queues.map(({ name }) => name)).toContain('events-notifications');
    expect(queues.every(({ readOnlyMode }) => readOnlyMode)).toBe(true);
    expect(queues.find(({ name }) => name === 'deliveries')?.jobs).toMatchObject([{ id: 'dlv_1-1', data: { id: 'dlv_1', revision: 3 } }]);
    expect((await get('/livez')).status).toBe(200);
    expect((await get('/boardroom')).status).toBe(404);
  });

  it('changes nothing, whoever asks', async () => {
    const operator = await as('op');
    for (const path of [
      '/board/api/queues/deliveries/dlv_1-1/promote',
      '/board/api/queues/deliveries/retry/failed',
      '/board/api/queues/deliveries/empty',
    ])
      for (const method of ['PUT', 'POST', 'PATCH', 'DELETE']) expect((await get(path, operator, method)).status).toBe(405);
    expect(await queue.getJob('dlv_1-1')).toBeDefined();
  });

  it('shows no words of an error, which may name somebody', async () => {
    const job = await queue.add('look', { id: 'dlv_2' }, { jobId: 'dlv_2-1' });
    await (queue.opts.connection as Redis).hset(queue.toKey('dlv_2-1'), {
      failedReason: '550 <sem.bakker@example.nl> unknown',
      stacktrace: '["at sem.bakker@example.nl"]',
    });
    const text = await (await get('/board/api/queues?activeQueue=deliveries&status=latest&page=1&jobsPerPage=10', await as('op'))).text();
    const one = await (await get('/board/api/queues/deliveries/dlv_2-1', await as('op'))).text();
    for (const shown of [text, one]) {
      expect(shown).toContain('dlv_2');
      expect(shown).not.toContain('sem.bakker');
    }
    await job.remove();
  });

  it('lets a browser in by a form of its own, and out again', async () => {
    const token = await issuer.token('op');
    expect((await signIn(await issuer.token('anna'))).status).toBe(403);
    expect((await signIn(token, { origin: 'https://elsewhere.example' })).status).toBe(403);
    const entered = await signIn(token);
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/board/']);
    const cookie = entered.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^board=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/board; Max-Age=\d+$/);
    const session = { cookie: cookie.split(';')[0] ?? '' };
    const page = await get('/board/', session);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const html = await page.text();
    expect(html).toContain('<base href="/board/" />');
    expect(html).not.toMatch(/https:\/\//);
    await get('/board/sign-out', session, 'POST');
    expect((await get('/board/', session)).status).toBe(401);
  });

  it('ends with the token and, within half a minute, with the role', async () => {
    const cookie = ((await signIn(await issuer.token('op', { expiresIn: 60 }))).headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    roles['op'] = 'COORDINATOR';
    later += 30_001;
    expect((await get('/board/', { cookie })).status).toBe(403);
    roles['op'] = 'OPERATOR';
    later += 30_001;
    expect((await get('/board/', { cookie })).status).toBe(200);
    studentsAway = true;
    later += 30_001;
    expect((await get('/board/', await as('op'))).status).toBe(503);
    studentsAway = false;
    expect((await get('/board/', { cookie })).status).toBe(401);
    later = 0;
  });

  // Where there is no browser the rest of this file still says who gets what.
  const inBrowser = existsSync(CHROMIUM) ? it : it.skip;
  inBrowser(
    'is read in a browser: sign in, see the queues, open one',
    async () => {
      const browser = await chromium.launch({
        executablePath: CHROMIUM,
        args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
      });
      try {
        const page = await browser.newPage();
        const foreign: string[] = [];
        const problems: string[] = [];
        page.on('request', (request) => {
          if (!request.url().startsWith(ops.url) && !request.url().startsWith('data:')) foreign.push(request.url());
        });
        page.on('pageerror', (error) => problems.push(error.message));
        await page.goto(`${ops.url}/board/`);
        await page.getByLabel('Token of an operator').fill(await issuer.token('op'));
        await page.getByRole('button', { name: 'Sign in' }).click();
        for (const name of ['deliveries', 'handover-reminders', 'events-notifications'])
          await page.getByText(name, { exact: true }).first().waitFor({ timeout: 20_000 });
        await page.goto(`${ops.url}/board/queue/deliveries?status=latest`);
        await page.getByText('dlv_1', { exact: false }).first().waitFor({ timeout: 20_000 });
        expect(await page.getByRole('button', { name: /retry|promote|empty|clean|delete/i }).count()).toBe(0);
        if (process.env['SCREENSHOT']) await page.screenshot({ path: process.env['SCREENSHOT'], fullPage: true });
        expect(problems).toEqual([]);
        expect(foreign).toEqual([]);
      } finally {
        await browser.close();
      }
    },
    90_000,
  );
});

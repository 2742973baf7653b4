import { connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createClient, type ExecutionResult } from 'graphql-sse';
import { Redis } from 'ioredis';
import { LIVE_CHANNEL } from '@servicepunt/shared/contracts/live';
import { testRedisUrl } from '@servicepunt/shared/test-support/stores';
import { grant, until } from '@servicepunt/shared/test-support/subgraph';
import { person, startTestGateway, type TestGateway } from '../test-support/gateway.ts';
import { startTestIssuer, type TestIssuer } from '../test-support/issuer.ts';
import { startLiveSubgraph, TOPIC, type LiveSubgraph } from '../test-support/live-subgraph.ts';
import { startSchoolSubgraphs, type Known } from '../test-support/school-subgraphs.ts';

const NEWS = 'subscription News($after: String) { inboxUpdate(after: $after) { cursor rows { id } } }';
const school = grant('COORDINATOR', { kind: 'LOCATION', id: 'loc_1' });
const company = grant('EMPLOYER_CONTACT', { kind: 'EMPLOYER', id: 'emp_1' });
const FAST = { lookMs: { heard: 60_000, unheard: 60_000 }, sweepMs: 20 };

interface Update {
  cursor: string;
  rows: { id: string }[];
}
/** What a graphql-sse client got. */
interface Reader {
  readonly results: ExecutionResult<{ inboxUpdate: Update | null }>[];
  ids(): string[];
  codes(): unknown[];
  cursor(): string;
  ended(): boolean;
  failure(): unknown;
  stop(): void;
}

describe('a stream', () => {
  const known: Known = {};
  const open: { stop(): unknown }[] = [];
  let schools: Awaited<ReturnType<typeof startSchoolSubgraphs>>;
  let issuer: TestIssuer;
  let inbox: LiveSubgraph;
  let gateway: TestGateway;
  let redis: Redis;
  let later = 0;

  beforeAll(async () => {
    [schools, issuer] = await Promise.all([startSchoolSubgraphs(known), startTestIssuer()]);
    redis = new Redis(testRedisUrl());
  });
  afterAll(async () => {
    redis.disconnect();
    await Promise.all([schools.stop(), issuer.stop()]);
  });
  beforeEach(() => {
    later = 0;
    // Anna is a guardian: staff get no grants of a company beside their own.
    known.students = { anna: person('grd_1', school), bea: person('stf_2', school) };
    known.employers = {};
    known.keys = { slk_good: { kind: 'SYSTEM', id: 'key_1', language: 'nl', grants: [grant('EMPLOYER_SYSTEM', company.scope)] } };
    known.links = { 'link-good': { kind: 'LINK', id: 'lnk_1', language: 'nl', grants: [] } };
  });
  afterEach(async () => {
    for (const { stop } of open.splice(0).toReversed()) await stop();
  });

  async function start(options: Partial<Parameters<typeof startTestGateway>[0]> = {}, padding = 0): Promise<void> {
    inbox = await startLiveSubgraph(padding);
    gateway = await startTestGateway({
      subgraphs: [...schools.all, inbox],
      issuer: issuer.url,
      now: () => Date.now() + later,
      live: FAST,
      ...options,
      // The stock executor: how a query is run isn't what these tests are about, and it starts sooner.
      config: { EXECUTOR: 'apollo', REDIS_URL: testRedisUrl(), ...options.config },
    });
    open.push(inbox, gateway);
  }
  const callOut = () => redis.publish(LIVE_CHANNEL, `another ${TOPIC}`);
  const bearer = async (subject: string, expiresIn = 600) => `Bearer ${await issuer.token(subject, { expiresIn })}`;

  /** Subscribes as the library does, with the cursor of its last event whenever it comes back. */
  function read(authorization: string, options: { from?: string; query?: string; retries?: number } = {}): Reader {
    const results: Reader['results'] = [];
    let cursor = options.from;
    let ended = false;
    let failure: unknown;
    const client = createClient({
      url: `${gateway.url}/graphql`,
      retryAttempts: options.retries ?? 0,
      retry: () => Promise.resolve(),
      headers: () => ({ authorization, ...(cursor === undefined ? {} : { 'last-event-id': cursor }) }),
    });
    client.subscribe<{ inboxUpdate: Update | null }>(
      { query: options.query ?? NEWS },
      {
        next(result) {
          results.push(result as Reader['results'][number]);
          cursor = result.data?.inboxUpdate?.cursor ?? cursor;
        },
        error(error) {
          failure = error;
          ended = true;
        },
        complete() {
          ended = true;
        },
      },
    );
    const reader: Reader = {
      results,
      ids: () => results.flatMap(({ data }) => data?.inboxUpdate?.rows.map(({ id }) => id) ?? []),
      codes: () => results.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions?.['code']) ?? []),
      cursor: () => cursor ?? '',
      ended: () => ended,
      failure: () => failure,
      stop: () => client.dispose(),
    };
    open.push(reader);
    return reader;
  }
  /** A reader whose first answer is there. */
  async function reading(...given: Parameters<typeof read>): Promise<Reader> {
    const reader = read(...given);
    await until(() => reader.results.length > 0 || reader.ended(), 'the first answer');
    return reader;
  }
  const metric = async (name: string) => {
    const text = await (await fetch(`${gateway.opsUrl}/metrics`)).text();
    return Number(
      text
        .split('\n')
        .find((line) => line.startsWith(`servicepunt_gateway_live_${name} `))
        ?.split(' ')
        .at(-1) ?? 0,
    );
  };
  /** Sends the request by hand and gives what comes back as it comes. */
  async function raw(authorization: string, options: { body?: object; headers?: Record<string, string>; method?: string } = {}) {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: options.method ?? 'POST',
      headers: { accept: 'text/event-stream', 'content-type': 'application/json', authorization, ...options.headers },
      ...(options.method === 'GET' ? {} : { body: JSON.stringify(options.body ?? { query: NEWS }) }),
    });
    let text = '';
    const done = (async () => {
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) text += Buffer.from(chunk).toString();
    })().catch(() => undefined);
    open.push({ stop: () => response.body?.cancel().catch(() => undefined) });
    return { response, done, text: () => text };
  }

  it('brings what is new when it is called out, and nothing that was not asked for', async () => {
    await start();
    await until(async () => (await metric('heard')) === 1, 'the ear');
    const reader = await reading(await bearer('anna'));
    expect(reader.results[0]).toEqual({ data: { inboxUpdate: { cursor: expect.any(String), rows: [] } } });
    inbox.add('ntf_1');
    await callOut();
    await until(() => reader.results.length === 2, 'the message');
    inbox.add('ntf_2');
    inbox.add('ntf_3');
    await callOut();
    await until(() => reader.results.length === 3, 'two more');
    expect(reader.results.map(({ data }) => data?.inboxUpdate?.rows.map(({ id }) => id))).toEqual([[], ['ntf_1'], ['ntf_2', 'ntf_3']]);
    expect(reader.codes()).toEqual([]);
  });

  it('brings what is new without Redis too, a little later', async () => {
    await start({ config: { REDIS_URL: undefined }, live: { ...FAST, lookMs: { heard: 60_000, unheard: 30 } } });
    const reader = await reading(await bearer('anna'));
    inbox.add('ntf_1');
    await until(() => reader.ids().length === 1, 'the message');
    expect(await metric('heard')).toBe(0);
  });

  it('looks once for all, and not at all where nobody listens', async () => {
    await start({ live: { ...FAST, lookMs: { heard: 50, unheard: 50 } } });
    await until(async () => (await metric('heard')) === 1, 'the ear');
    await callOut();
    const readers = await Promise.all(
      Array.from({ length: 10 }, async (_unused, index) => reading(await bearer(index % 2 === 0 ? 'anna' : 'bea'))),
    );
    const [before, queries] = [inbox.looks(), inbox.queries()];
    await until(() => inbox.looks() >= before + 3, 'some looks');
    // Nothing came: the numbers were looked at, and nobody's query was asked again.
    expect(inbox.queries()).toBe(queries);
    for (const { body } of inbox.seen.filter(({ path }) => path.startsWith('/calls/')))
      expect((body as { topics?: string[] }).topics).toEqual([TOPIC]);
    inbox.add('ntf_1');
    await until(() => readers.every((reader) => reader.ids().length === 1), 'everybody to be told');
    expect(inbox.queries()).toBe(queries + 10);
  });

  it('goes on where it was cut off: nothing is missing, nothing comes twice', async () => {
    await start();
    await until(async () => (await metric('heard')) === 1, 'the ear');
    const first = await reading(await bearer('anna'));
    inbox.add('ntf_1');
    await callOut();
    await until(() => first.ids().length === 1, 'the first message');
    first.stop();
    await until(async () => (await metric('streams')) === 0, 'the stream to be gone');
    inbox.add('ntf_2');
    inbox.add('ntf_3');
    await callOut();
    const second = await reading(await bearer('anna'), { from: first.cursor() });
    expect(second.ids()).toEqual(['ntf_2', 'ntf_3']);
    // The variable of the subscription says the same to clients that can send no header.
    const third = await raw(await bearer('anna'), { body: { query: NEWS, variables: { after: first.cursor() } } });
    await until(() => third.text().includes('\n\n'), 'the answer');
    expect(third.text()).toMatch(/^event: next\nid: [\w-]+\ndata: \{.*"ntf_2".*"ntf_3".*\}\n\n/);
  });

  it('asks again with the rights of that moment, and ends when one was withdrawn', async () => {
    known.employers = { anna: person('con_1', company) };
    await start({ live: { ...FAST, identityAfterMs: 18_000 } });
    const reader = await reading(await bearer('anna'));
    const other = await reading(await bearer('bea'));
    // Asked again after 18 s, with the sweep of 5 s and the 3 s of a record keeper that is within half a minute.
    known.employers = {};
    later += 17_000;
    inbox.add('ntf_1');
    await callOut();
    await until(() => reader.ids().length === 1, 'the message of before');
    expect(reader.ended()).toBe(false);
    later += 1_500;
    await until(reader.ended, 'the end');
    expect(reader.codes()).toEqual(['FORBIDDEN']);
    expect(reader.failure()).toBeUndefined();
    expect(other.ended()).toBe(false);
  });

  it('goes on when rights were added, and tells what is new under them', async () => {
    await start();
    const reader = await reading(await bearer('anna'));
    known.employers = { anna: person('con_1', company) };
    inbox.add('ntf_1');
    later += 19_000;
    await until(() => reader.ids().length === 1, 'the next answer');
    expect(reader.ended()).toBe(false);
  });

  it('ends when its token expires, its key is revoked, its link is used up: and shuts nobody else out', async () => {
    await start();
    const expiring = await Promise.all(Array.from({ length: 12 }, async () => reading(await bearer('anna', 60))));
    const more = await Promise.all(Array.from({ length: 12 }, async () => reading(await bearer('bea', 60))));
    const [byKey, byLink] = [await reading('Bearer slk_good'), await reading('Link link-good')];
    known.keys = {};
    known.links = {};
    later += 95_000;
    const all = [...expiring, ...more, byKey, byLink];
    await until(() => all.every((reader) => reader.ended()), 'all to end');
    for (const reader of all) expect(reader.codes()).toEqual(['UNAUTHENTICATED']);
    // More failed attempts than an address has; they were none.
    expect((await gateway.ask('{ student(id: "stu_1") { name } }', { headers: { authorization: await issuerToken() } })).status).toBe(200);
  });
  const issuerToken = () => bearer('anna', 6_000);

  it('ends, for the client to come back, while nobody can say who it is', async () => {
    await start();
    const reader = await reading(await bearer('anna'));
    schools.students.misbehave((request, response, { path }) => {
      if (!path.startsWith('/calls/')) return false;
      request.resume();
      response.writeHead(503).end();
      return true;
    });
    later += 19_000;
    await until(
      async () => (await metric('streams')) === 1 && schools.students.seen.some(({ path }) => path.includes('viewerBySubject')),
      'a look',
    );
    later += 8_000;
    await until(reader.ended, 'the end', 20_000);
    schools.students.misbehave(null);
    expect(reader.codes()).toEqual([]);
    expect(String(reader.failure())).toContain('Connection closed');
  });

  it('of a gateway that stops says when to come back, and the client does without losing anything', async () => {
    await start();
    const reader = await raw(await bearer('anna'));
    await until(() => reader.text().includes('\n\n'), 'the first answer');
    await gateway.stop();
    await reader.done;
    expect(reader.text()).toMatch(/\n\nretry: \d{3,4}\n\n$/);
    expect(reader.text()).not.toContain('event: complete');
  });

  it('that nobody reads is cut off instead of being kept in memory', async () => {
    await start({ config: { REDIS_URL: undefined }, live: { ...FAST, lookMs: { heard: 20, unheard: 20 } } }, 2_000_000);
    const authorization = await bearer('anna');
    const { hostname, port } = new URL(gateway.url);
    const socket: Socket = connect(Number(port), hostname);
    open.push({ stop: () => socket.destroy() });
    const body = JSON.stringify({ query: 'subscription { inboxUpdate { cursor rows { id text } } }' });
    socket.write(
      `POST /graphql HTTP/1.1\r\nhost: x\r\naccept: text/event-stream\r\ncontent-type: application/json\r\nauthorization: ${authorization}\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    );
    socket.pause();
    await until(async () => (await metric('streams')) === 1, 'the stream');
    for (let round = 0; round < 6; round += 1) inbox.add(`ntf_${round}`);
    await until(async () => (await metric('answers_total{outcome="sent"}')) === 1, 'the answer');
    const queries = inbox.queries();
    inbox.add('ntf_more');
    const looks = inbox.looks();
    await until(() => inbox.looks() > looks + 3, 'some looks');
    // One answer waits to be taken; no second one is made for it.
    expect(inbox.queries()).toBe(queries);
    later += 16_000;
    await until(async () => (await metric('closed_total{reason="slow"}')) === 1, 'the cut');
    expect(await metric('streams')).toBe(0);
  });

  it('says that it lives when nothing happens', async () => {
    await start();
    const reader = await raw(await bearer('anna'));
    await until(() => reader.text().includes('\n\n'), 'the first answer');
    later += 13_000;
    await until(() => reader.text().endsWith('\n\n:\n\n'), 'a sign of life');
    expect(reader.response.headers.get('content-type')).toContain('text/event-stream');
    expect(reader.response.headers.get('cache-control')).toContain('no-store');
    expect(reader.response.headers.get('x-accel-buffering')).toBe('no');
  });

  it('pays for every answer, and waits for the next minute when nothing is left', async () => {
    // Begins a minute, so that the test doesn't stride over one.
    later = 60_000 - (Date.now() % 60_000);
    await start({
      config: { REDIS_URL: undefined, RATE_LIMIT_FACTOR: 25 / 300_000 },
      live: { ...FAST, lookMs: { heard: 20, unheard: 20 } },
    });
    const reader = await reading(await bearer('anna'));
    for (let round = 1; (await metric('answers_total{outcome="postponed"}')) === 0; round += 1) {
      inbox.add(`ntf_${round}`);
      await until(
        async () => reader.ids().length === round || (await metric('answers_total{outcome="postponed"}')) > 0,
        'an answer, or none',
      );
    }
    expect(reader.ended()).toBe(false);
    expect(reader.codes()).toEqual([]);
  });

  it('tells an error without its cause, and a field that failed beside the rest', async () => {
    await start();
    const reader = await reading(await bearer('anna'), { query: 'subscription { inboxUpdate { rows { id } broken } }' });
    expect(reader.results[0]?.data).toEqual({ inboxUpdate: { rows: [], broken: null } });
    expect(reader.codes()).toEqual(['INTERNAL_SERVER_ERROR']);
    expect(JSON.stringify(reader.results)).not.toContain('Mongo');
  });

  it('answers what is wrong with an operation as the protocol asks, and other operations once', async () => {
    await start({ config: { TRUSTED_DOCUMENTS_ONLY: ['hr'] } });
    const anna = await bearer('anna');
    for (const [query, code] of [
      ['subscription { nothing }', 'GRAPHQL_VALIDATION_FAILED'],
      ['subscription { inboxUpdate { cursor } other: inboxUpdate { cursor } }', 'GRAPHQL_VALIDATION_FAILED'],
      ['subscription { inboxUpdate { cursor }', 'GRAPHQL_PARSE_FAILED'],
      [
        `subscription { inboxUpdate { ${Array.from({ length: 40 }, (_unused, index) => `a${index}: cursor`).join(' ')} } }`,
        'OPERATION_TOO_COMPLEX',
      ],
    ] as const) {
      const reader = await reading(anna, { query });
      await until(reader.ended, 'the end');
      expect([...new Set(reader.codes())]).toEqual([code]);
    }
    const hr = await reading('Bearer slk_good');
    expect(hr.codes()).toEqual(['DOCUMENT_NOT_TRUSTED']);
    const once = await raw(anna, { body: { query: '{ student(id: "stu_1") { name } }' } });
    await once.done;
    expect(once.text()).toBe('event: next\ndata: {"data":{"student":{"name":"Pupil stu_1"}}}\n\nevent: complete\ndata:\n\n');
  });

  it('is opened by nobody without an identity, by no request that a browser sends unasked, and not as JSON', async () => {
    await start();
    const anna = await bearer('anna');
    expect((await raw('')).response.status).toBe(401);
    expect((await raw('Bearer made.up.token')).response.status).toBe(401);
    expect((await raw(anna, { method: 'GET' })).response.status).toBe(405);
    expect((await raw(anna, { headers: { 'content-type': 'text/plain' } })).response.status).toBe(415);
    expect((await raw(anna, { headers: { accept: 'application/json' } })).response.status).toBe(406);
  });

  it('has its number: per caller, and per process', async () => {
    await start({ live: { ...FAST, streamsPerProcess: 14 } });
    const anna = await bearer('anna');
    const readers = await Promise.all(Array.from({ length: 12 }, () => reading(anna)));
    const refused = await raw(anna);
    expect([refused.response.status, refused.response.headers.get('retry-after')]).toEqual([429, '30']);
    await reading(await bearer('bea'));
    await reading('Bearer slk_good');
    expect((await raw(await bearer('bea'))).response.status).toBe(429);
    // Whoever leaves makes room.
    readers[0]?.stop();
    await until(async () => (await metric('streams')) === 13, 'one to be gone');
    expect((await raw(anna)).response.status).toBe(200);
  });

  it('is refused for a moment while what is new can not be had', async () => {
    await start();
    inbox.misbehave((_request, response, { path }) => {
      if (path.startsWith('/calls/')) return false;
      response.writeHead(500).end();
      return true;
    });
    const refused = await raw(await bearer('anna'));
    expect([refused.response.status, refused.response.headers.get('retry-after')]).toEqual([503, '2']);
  });

  it('keeps what is new for later when an answer fails', async () => {
    await start({ config: { REDIS_URL: undefined }, live: { ...FAST, lookMs: { heard: 20, unheard: 20 } } });
    const reader = await reading(await bearer('anna'));
    inbox.misbehave((_request, response, { path }) => {
      if (path.startsWith('/calls/')) return false;
      response.writeHead(500).end();
      return true;
    });
    inbox.add('ntf_1');
    await until(async () => (await metric('answers_total{outcome="failed"}')) > 0, 'a failure');
    inbox.misbehave(null);
    await until(() => reader.ids().length === 1, 'the message');
    expect(reader.codes()).toEqual([]);
  });
});

import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { startTestGateway, type TestGateway } from '../test-support/gateway.ts';
import { startSchoolSubgraphs } from '../test-support/school-subgraphs.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

describe('the gateway over HTTP', () => {
  let subgraphs: Awaited<ReturnType<typeof startSchoolSubgraphs>>;
  let gateway: TestGateway;
  beforeAll(async () => {
    subgraphs = await startSchoolSubgraphs();
    gateway = await startTestGateway({
      subgraphs: subgraphs.all,
      config: { FRONTEND_URL: 'https://lob.example/app', NODE_ENV: 'development' },
    });
  });
  afterAll(async () => {
    await gateway.stop();
    await subgraphs.stop();
  });

  it('passes the audits of GraphQL over HTTP: every MUST and every SHOULD', async () => {
    const audits = serverAudits({ url: `${gateway.url}/graphql`, fetchFn: fetch });
    const results = await Promise.all(audits.map((audit) => audit.fn()));
    const count = (word: string, status: string) =>
      results.filter((result) => result.name.startsWith(word) && result.status === status).length;
    expect(results.filter((result) => result.status === 'error').map(({ name }) => name)).toEqual([]);
    expect(count('MUST', 'ok')).toBe(13);
    expect(count('SHOULD', 'ok')).toBe(20);
    expect(count('SHOULD', 'warn')).toBe(0);
  });

  it.each([
    ['a GET', { method: 'GET', path: '/graphql?query={__typename}', body: null }, 405],
    ['a PUT', { method: 'PUT', body: '{}' }, 405],
    [
      'text/plain, which a page can send without a preflight',
      { headers: { 'content-type': 'text/plain' }, body: '{"query":"{__typename}"}' },
      415,
    ],
    ['a form', { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'query={__typename}' }, 415],
    ['no content type', { body: '{"query":"{__typename}"}' }, 415],
    ['another charset', { headers: { 'content-type': 'application/json; charset=utf-16' }, body: '{"query":"{__typename}"}' }, 415],
    ['a batch', { headers: JSON_TYPE, body: '[{"query":"{__typename}"}]' }, 400],
    ['no JSON', { headers: JSON_TYPE, body: '{"query":' }, 400],
    ['no query', { headers: JSON_TYPE, body: '{}' }, 400],
    ['an automatic persisted query', { headers: JSON_TYPE, body: '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}' }, 400],
    ['an unknown document id', { headers: JSON_TYPE, body: '{"documentId":"sha256:x"}' }, 400],
    ['variables that are no object', { headers: JSON_TYPE, body: '{"query":"{__typename}","variables":[1]}' }, 400],
    [
      'a body of 1 MB',
      { headers: JSON_TYPE, body: JSON.stringify({ query: '{__typename}', variables: { x: 'x'.repeat(1_000_000) } }) },
      413,
    ],
    ['an answer in XML', { headers: { ...JSON_TYPE, accept: 'text/xml' }, body: '{"query":"{__typename}"}' }, 406],
    ['another path', { path: '/admin', headers: JSON_TYPE, body: '{}' }, 404],
  ] as const)('refuses %s', async (_what, request, status) => {
    const reply = await gateway.raw(request);
    expect(reply.status).toBe(status);
    expect(reply.body.errors?.length).toBeGreaterThan(0);
    expect(reply.text).not.toMatch(/stack|127\.0\.0\.1|node_modules/);
  });

  it('tells what is wrong with a document with 400, or with 200 to those who ask for application/json by name', async () => {
    const statuses = await Promise.all(
      [undefined, 'application/graphql-response+json, application/json;q=0.9', '*/*', 'application/json'].map(
        async (accept) => (await gateway.ask('{ nothing }', accept === undefined ? {} : { headers: { accept } })).status,
      ),
    );
    expect(statuses).toEqual([400, 400, 400, 200]);
    const tooMuch = await gateway.ask(`{ ${'a:__typename '.repeat(1_001)} }`, { headers: { accept: 'application/json' } });
    expect(tooMuch.status).toBe(400);
  });

  it('lets pages of the frontend call it, and no others', async () => {
    const preflight = await gateway.raw({
      method: 'OPTIONS',
      headers: { origin: 'https://lob.example', 'access-control-request-method': 'POST' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers['access-control-allow-origin']).toBe('https://lob.example');
    expect(preflight.headers['access-control-allow-headers']).toContain('authorization');
    const answered = await gateway.ask('{ __typename }', { headers: { origin: 'https://lob.example' } });
    expect(answered.headers['access-control-allow-origin']).toBe('https://lob.example');
    const foreign = await gateway.raw({ method: 'OPTIONS', headers: { origin: 'https://evil.example' } });
    expect(foreign.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('shows a person a page that loads nothing from elsewhere', async () => {
    const page = await gateway.raw({ method: 'GET', headers: { accept: 'text/html,application/xhtml+xml' } });
    expect(page.status).toBe(200);
    expect(page.text).toContain('<h1>Servicepunt LOB</h1>');
    expect(page.text).not.toMatch(/(src|href)=/);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('answers probes beside the endpoint', async () => {
    expect((await gateway.raw({ method: 'GET', path: '/livez' })).status).toBe(200);
    expect((await gateway.raw({ method: 'GET', path: '/readyz' })).text).toBe('{"supergraph":true}');
  });

  it('forbids caches to keep an answer', async () => {
    expect((await gateway.ask('{ __typename }')).headers['cache-control']).toBe('no-store');
  });

  it('gives up on a body that comes drop by drop', async () => {
    const impatient = await startTestGateway({ subgraphs: subgraphs.all, requestTimeoutMs: 500 });
    const { port, hostname } = new URL(impatient.url);
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
    socket.on('error', () => undefined);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.write('POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{');
    const drops = setInterval(() => socket.write(' '), 50);
    await closed;
    clearInterval(drops);
    await impatient.stop();
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('counts strangers together, whatever they call themselves, their documents, their paths and their errors', async () => {
    const series = async () => {
      const text = await (await fetch(`${gateway.opsUrl}/metrics`)).text();
      return text.split('\n').flatMap((line) => /^servicepunt_\S+(?= )/.exec(line) ?? []);
    };
    const stranger = async (name: string) => {
      subgraphs.students.misbehave((_request, response) => {
        const errors = [{ message: name, path: ['student'], extensions: { code: name.toUpperCase(), serviceName: name } }];
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data: { student: null }, errors }));
        return true;
      });
      const headers = { 'x-client-name': name, 'x-client-version': name, origin: `https://${name}.example` };
      await gateway.ask(`query ${name} { student(id: "${name}") { name } }`, { headers });
      await gateway.ask(`query ${name} { ${name} }`, { headers });
      await gateway.ask(`query ${name} {`, { headers });
      await gateway.raw({ path: `/${name}`, headers: JSON_TYPE, body: '{}' });
      await gateway.raw({ method: 'GET', path: `/graphql/${name}?${name}` });
      await gateway.raw({ headers: JSON_TYPE, body: JSON.stringify({ documentId: name }) });
    };
    await stranger('first');
    const known = await series();
    expect(known.length).toBeGreaterThan(40);
    for (let index = 0; index < 30; index += 1) await stranger(`stranger${index}`);
    subgraphs.students.misbehave(null);
    expect(await series()).toEqual(known);
  });
});

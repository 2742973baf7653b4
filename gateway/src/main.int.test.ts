import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  buildClientSchema,
  buildSchema,
  getIntrospectionQuery,
  lexicographicSortSchema,
  printSchema,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql';
import { request } from 'undici';
import { testKeys, until } from '@servicepunt/shared/test-support/subgraph';
import { person } from './test-support/gateway.ts';
import { startTestIssuer } from './test-support/issuer.ts';
import { startGatewayProcess, type GatewayProcess } from './test-support/process.ts';
import { startSchoolSubgraphs } from './test-support/school-subgraphs.ts';
import { supergraphFile } from './test-support/subgraphs.ts';

describe('the gateway as a process', () => {
  let subgraphs: Awaited<ReturnType<typeof startSchoolSubgraphs>>;
  const started: GatewayProcess[] = [];
  beforeAll(async () => {
    subgraphs = await startSchoolSubgraphs({ students: { anna: person('stf_1') } });
  });
  afterEach(() => {
    for (const { child } of started.splice(0)) child.kill('SIGKILL');
    for (const subgraph of subgraphs.all) subgraph.misbehave(null);
  });
  afterAll(() => subgraphs.stop());

  const start = async (env: Record<string, string> = {}): Promise<GatewayProcess> => {
    const { process, stderr } = await startGatewayProcess(['--no-auth', '--port', '0', '--supergraph', supergraphFile(subgraphs.all)], env);
    if (!process) throw new Error(stderr);
    started.push(process);
    return process;
  };
  const ask = async (gateway: GatewayProcess, query: string, headers: Record<string, string> = {}, variables?: object) => {
    const response = await request(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.statusCode, headers: response.headers, body: (await response.body.json()) as { data?: unknown } };
  };

  it('serves any supergraph alone, and probes answer', async () => {
    const gateway = await start();
    expect((await ask(gateway, '{ placements(first: 1) { employer { name } } }')).body).toEqual({
      data: { placements: [{ employer: { name: 'Company emp_0' } }] },
    });
    for (const path of ['/livez', '/readyz']) expect((await request(`${gateway.opsUrl}${path}`)).statusCode).toBe(200);
  });

  it('answers with the schema that the frontend’s tools read from a file', async () => {
    const file = (name: string) => join(import.meta.dirname, '..', name);
    const { process, stderr } = await startGatewayProcess(['--no-auth', '--port', '0', '--supergraph', file('supergraph.graphql')]);
    if (!process) throw new Error(stderr);
    started.push(process);
    const { body } = await ask(
      process,
      getIntrospectionQuery({ specifiedByUrl: true, directiveIsRepeatable: true, inputValueDeprecation: true }),
    );
    const sorted = (schema: GraphQLSchema) => printSchema(lexicographicSortSchema(schema));
    expect(sorted(buildClientSchema(body.data as IntrospectionQuery))).toBe(
      sorted(buildSchema(readFileSync(file('schema.graphql'), 'utf8'))),
    );
  });

  it('refuses to serve everybody in production', async () => {
    const { process, code, stderr } = await startGatewayProcess(['--no-auth', '--supergraph', supergraphFile(subgraphs.all)], {
      NODE_ENV: 'production',
    });
    expect([process, code]).toEqual([null, 78]);
    expect(stderr).toContain('refuses NODE_ENV=production');
  });

  it('tells every setting that is missing or wrong at once, and starts nothing', async () => {
    const { process, code, stderr } = await startGatewayProcess([], { STUDENTS_URL: 'students', TRUSTED_PROXIES: '-1' });
    expect([process, code]).toEqual([null, 78]);
    for (const name of ['STUDENTS_URL', 'EMPLOYERS_URL', 'OIDC_ISSUER', 'IDENTITY_PRIVATE_KEY', 'TRUSTED_PROXIES'])
      expect(stderr).toContain(name);
  });

  it.each([
    ['is not there', 'nothing.graphql', /no such file/],
    ['is cut short', 'cut.graphql', /Syntax Error/],
    ['is no supergraph', 'plain.graphql', /can't be served/],
  ])('starts nothing when its supergraph %s, and names the file and the next step', async (_name, file, reason) => {
    const folder = mkdtempSync(join(tmpdir(), 'gateway-main-'));
    writeFileSync(join(folder, 'cut.graphql'), 'type Query { a: ');
    writeFileSync(join(folder, 'plain.graphql'), 'type Query { a: Int }');
    const { process, code, stderr } = await startGatewayProcess(['--no-auth', '--port', '0', '--supergraph', join(folder, file)]);
    rmSync(folder, { recursive: true });
    expect([process, code]).toEqual([null, 78]);
    expect(stderr).toContain(join(folder, file));
    expect(stderr).toMatch(reason);
    expect(stderr).toContain('npm run compose:supergraph');
  });

  it('serves the house with identities from its settings', async () => {
    const { privateKeys, publicKeys } = await testKeys();
    const issuer = await startTestIssuer();
    const { process, stderr } = await startGatewayProcess([], {
      SUPERGRAPH: supergraphFile(subgraphs.all),
      IDENTITY_PRIVATE_KEY: JSON.stringify(privateKeys.gateway),
      IDENTITY_PUBLIC_KEYS: JSON.stringify(publicKeys),
      STUDENTS_URL: subgraphs.students.url,
      EMPLOYERS_URL: subgraphs.employers.url,
      PLACEMENTS_URL: subgraphs.placements.url,
      NOTIFICATIONS_URL: 'http://127.0.0.1:9',
      OIDC_ISSUER: issuer.url,
    });
    try {
      if (!process) throw new Error(stderr);
      started.push(process);
      const authorization = `Bearer ${await issuer.token('anna')}`;
      expect((await ask(process, '{ student(id: "stu_1") { name } }', { authorization })).body).toEqual({
        data: { student: { name: 'Pupil stu_1' } },
      });
    } finally {
      await issuer.stop();
    }
  });

  it('logs one line per operation: ids, cost and calls, never a variable or a header', async () => {
    const gateway = await start();
    await ask(
      gateway,
      'query Look($id: ID!) { student(id: $id) { name } }',
      { 'x-client-name': 'frontend', 'x-client-version': '2026.11.3', cookie: 'secret-cookie' },
      { id: 'stu_secret' },
    );
    await until(() => gateway.lines.some(({ event }) => event === 'operation'), 'the log line');
    const lines = gateway.lines.filter(({ event }) => event === 'operation');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      operation: 'Look',
      kind: 'query',
      client: 'frontend',
      clientVersion: '2026.11.3',
      cost: 1,
      calls: [{ subgraph: 'students', outcome: 'ok', ms: expect.any(Number) }],
      status: 200,
      requestId: subgraphs.students.seen.at(-1)?.headers['x-request-id'],
    });
    expect(JSON.stringify(gateway.lines)).not.toMatch(/stu_secret|secret-cookie/);
  });

  it('finishes a request in flight before it stops, and takes no new one', async () => {
    const gateway = await start();
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    const arrived = new Promise<void>((resolve) => {
      subgraphs.students.misbehave(async () => {
        resolve();
        await released;
        return false;
      });
    });
    const inFlight = ask(gateway, '{ student(id: "stu_1") { name } }');
    await arrived;
    gateway.child.kill('SIGTERM');
    await until(async () => (await request(`${gateway.opsUrl}/readyz`)).statusCode === 503, 'readiness to go off');
    await expect(request(`${gateway.url}/livez`)).rejects.toThrow();
    release();
    expect(await inFlight).toMatchObject({
      status: 200,
      body: { data: { student: { name: 'Pupil stu_1' } } },
    });
    expect(await gateway.ended).toBe(0);
  });

  it('stops at once when nothing is in flight, although connections are kept', async () => {
    const gateway = await start();
    await ask(gateway, '{ __typename }');
    gateway.child.kill('SIGTERM');
    expect(await gateway.ended).toBe(0);
    expect(gateway.lines.at(-1)).toMatchObject({ event: 'stopped', complete: true });
  });

  it('cuts a request that is stuck at the deadline', async () => {
    const gateway = await start({ SHUTDOWN_DEADLINE_MS: '300' });
    const arrived = new Promise<void>((resolve) => {
      subgraphs.students.misbehave(() => {
        resolve();
        return true;
      });
    });
    const stuck = ask(gateway, '{ student(id: "stu_1") { name } }').catch(() => 'cut');
    await arrived;
    gateway.child.kill('SIGTERM');
    expect(await gateway.ended).toBe(1);
    expect(await stuck).toBe('cut');
  });
});

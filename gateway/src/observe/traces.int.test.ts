import { readFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'undici';
import { startCollector, type Collector, type ReceivedSpan } from '@servicepunt/shared/test-support/collector';
import { until } from '@servicepunt/shared/test-support/subgraph';
import { startGatewayProcess, type GatewayProcess } from '../test-support/process.ts';
import { startSchoolSubgraphs } from '../test-support/school-subgraphs.ts';
import { supergraphFile } from '../test-support/subgraphs.ts';

const CLIENTS_TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const traceparent = `00-${CLIENTS_TRACE}-00f067aa0ba902b7-01`;
const PAGE = 'query PlacementsPage($first: Int) { placements(first: $first) { student { name } employer { name } } }';

describe('traces of the gateway', () => {
  let subgraphs: Awaited<ReturnType<typeof startSchoolSubgraphs>>;
  let collector: Collector;
  const started: GatewayProcess[] = [];
  beforeAll(async () => {
    subgraphs = await startSchoolSubgraphs();
  });
  afterEach(async () => {
    for (const { child } of started.splice(0)) child.kill('SIGKILL');
    for (const subgraph of subgraphs.all) subgraph.misbehave(null);
    await collector?.stop();
  });
  afterAll(() => subgraphs.stop());

  const start = async (env: Record<string, string> = {}): Promise<GatewayProcess> => {
    const args = ['--no-auth', '--port', '0', '--supergraph', supergraphFile(subgraphs.all)];
    const { process, stderr } = await startGatewayProcess(args, env);
    if (!process) throw new Error(stderr);
    started.push(process);
    return process;
  };
  const traced = async (env: Record<string, string> = {}) => {
    collector = await startCollector();
    return start({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, ...env });
  };
  const ask = async (gateway: GatewayProcess, query: string, headers: Record<string, string> = {}, variables: object = {}) => {
    const response = await request(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    return response.body.json() as Promise<{ data?: unknown; errors?: { extensions: { requestId: string } }[] }>;
  };
  const folder = mkdtempSync(join(tmpdir(), 'gateway-modules-'));
  /** Has a process write down which modules it loaded. */
  const probe = () => {
    const file = join(folder, 'probe.mjs');
    writeFileSync(
      file,
      `import Module from 'node:module'; import { writeFileSync } from 'node:fs'; import process from 'node:process';
       process.on('exit', () => writeFileSync(process.env.MODULES, JSON.stringify(Object.keys(Module._cache))));`,
    );
    return { NODE_OPTIONS: `--import ${file}`, MODULES: join(folder, 'modules.json') };
  };
  /** Apollo's gateway brings the interfaces (`api`) along, and older packages for the telemetry that it isn't let send. */
  const loaded = () =>
    (JSON.parse(readFileSync(join(folder, 'modules.json'), 'utf8')) as string[]).filter((path) =>
      /\/node_modules\/@opentelemetry\/(?!api\/)/.test(path.replace(/.*@apollo\/gateway\/node_modules\/@opentelemetry.*/, '')),
    );
  const end = async ({ child, ended }: GatewayProcess) => {
    child.kill('SIGTERM');
    return ended;
  };
  const named = (name: string): ReceivedSpan => {
    const found = collector.spans.find((span) => span.name === name);
    if (!found) throw new Error(`${name} is not among ${collector.spans.map((span) => span.name).join(', ')}`);
    return found;
  };

  const CANARY = {
    authorization: 'Bearer canary-token',
    cookie: 'canary=cookie',
    'user-agent': 'canary-agent',
    'x-client-name': 'canary name <canary@example.org>',
    'x-request-id': 'canary-request',
    traceparent,
    tracestate: 'canary=state',
    baggage: 'canary=baggage',
  };

  it('tell an operation by name, client and document, its plan and each fetch, and nothing that was asked, answered or sent along', async () => {
    const gateway = await traced({
      LOG_LEVEL: 'debug',
      OTEL_EXPORTER_OTLP_HEADERS: 'x-key=of%20the%20house',
      OTEL_RESOURCE_ATTRIBUTES: 'service.version=7',
    });
    for (const subgraph of subgraphs.all) subgraph.seen.length = 0;
    await ask(gateway, PAGE, { ...CANARY, 'x-client-name': 'frontend' }, { first: 2 });
    const passedOn = subgraphs.all.map(({ name, seen }) => [name, seen.map(({ headers }) => headers['traceparent'])]);
    subgraphs.employers.misbehave((_request, response) => {
      const errors = [{ message: 'canary of a subgraph', path: ['employer'], extensions: { code: 'CANARY' } }];
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data: { employer: null }, errors }));
      return true;
    });
    await ask(gateway, 'query Known($id: ID!) { student(id: $id) { name } }', CANARY, { id: 'canary-variable' });
    await ask(gateway, '{ student(id: "canary-literal") { name } employer(id: "canary-employer") { name } }', CANARY);
    await ask(gateway, 'mutation { renameStudent(id: "canary-stu", name: "Canary Zonneveld") { name } }', CANARY);
    await ask(gateway, '{ canaryField }', CANARY);
    await ask(gateway, 'query ($id: Int!) { student(id: $id) { name } }', CANARY, { id: 'canary-type' });
    subgraphs.students.misbehave((incoming) => {
      incoming.socket.destroy();
      return true;
    });
    await ask(gateway, '{ student(id: "canary-lost") { name } }', CANARY);
    // What is left is sent before the process ends.
    expect(await end(gateway)).toBe(0);

    const operation = named('operation');
    expect(operation).toMatchObject({ service: 'gateway', parentSpanId: undefined, status: 0 });
    expect(operation.attributes).toMatchObject({
      'graphql.operation.name': 'PlacementsPage',
      'graphql.operation.type': 'query',
      'servicepunt.client': 'frontend',
      'servicepunt.document.hash': expect.stringMatching(/^[0-9a-f]{64}$/),
      'http.response.status_code': 200,
    });
    const parts = ['plan', 'fetch students', 'fetch employers', 'fetch placements'];
    expect(parts.map((part) => [part, named(part).parentSpanId])).toEqual(parts.map((part) => [part, operation.spanId]));
    // A client's own trace is left alone: it would decide what is kept.
    const fetchOf = (name: string) => `00-${operation.traceId}-${named(`fetch ${name}`).spanId}-01`;
    expect(passedOn).toEqual(subgraphs.all.map(({ name }) => [name, [fetchOf(name)]]));
    expect(collector.bodies.join()).not.toContain(CLIENTS_TRACE);
    expect(collector.headers()['x-key']).toBe('of the house');
    expect(collector.bodies.join()).toContain('"service.version"');
    const line = gateway.lines.find(({ event }) => event === 'operation');
    expect([line?.['traceId'], line?.['requestId']]).toEqual([operation.traceId, operation.attributes['servicepunt.request_id']]);

    expect(collector.spans.filter(({ name }) => name === 'operation')).toHaveLength(7);
    expect(collector.bodies.join()).not.toMatch(/canary|zonneveld|pupil|company|127\.0\.0\.1/i);
    expect(JSON.stringify(gateway.lines)).not.toMatch(/canary-|canary of|zonneveld|canary[@=]|pupil stu/i);
  });

  it('go on with a client’s trace where a proxy of ours vouches for it', async () => {
    const gateway = await traced({ TRACE_CONTEXT_FROM_CLIENTS: 'true', ...probe() });
    await ask(gateway, '{ student(id: "stu_1") { name } }', { traceparent });
    expect(await end(gateway)).toBe(0);
    expect(new Set(collector.spans.map(({ traceId }) => traceId))).toEqual(new Set([CLIENTS_TRACE]));
    expect(loaded().length).toBeGreaterThan(10);
  });

  it('load nothing of the SDK while they are off', async () => {
    const gateway = await start(probe());
    await ask(gateway, PAGE, {}, { first: 1 });
    expect(await end(gateway)).toBe(0);
    expect(loaded()).toEqual([]);
  });

  it('are sampled at the gateway, for everybody after it', async () => {
    const gateway = await traced({ OTEL_TRACES_SAMPLER: 'parentbased_traceidratio', OTEL_TRACES_SAMPLER_ARG: '0' });
    subgraphs.students.seen.length = 0;
    await ask(gateway, '{ student(id: "stu_1") { name } }');
    await end(gateway);
    expect(collector.spans).toEqual([]);
    expect(subgraphs.students.seen[0]?.headers['traceparent']).toMatch(/-00$/);
  });

  it('disturb nobody while the collector is away, and the stop neither', async () => {
    collector = await startCollector();
    const away = collector.url;
    await collector.stop();
    const gateway = await start({ OTEL_EXPORTER_OTLP_ENDPOINT: away, SHUTDOWN_DEADLINE_MS: '5000' });
    expect(await ask(gateway, '{ student(id: "stu_1") { name } }')).toEqual({ data: { student: { name: 'Pupil stu_1' } } });
    await until(() => gateway.lines.some(({ event }) => event === 'traces-not-sent'), 'a line that says so');
    expect(await end(gateway)).toBe(0);
  });

  it('are refused by name where a setting of theirs is wrong', async () => {
    const { process, code, stderr } = await startGatewayProcess(['--no-auth'], {
      OTEL_EXPORTER_OTLP_ENDPOINT: 'grpc://collector:4317',
      OTEL_TRACES_SAMPLER: 'sometimes',
    });
    expect([process, code]).toEqual([null, 78]);
    expect(stderr).toMatch(/OTEL_EXPORTER_OTLP_ENDPOINT: must be the http/);
    expect(stderr).toMatch(/OTEL_TRACES_SAMPLER: must be one of/);
  });
});

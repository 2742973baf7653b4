import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JSON_TYPE, PROBES } from './test-support/attacks.ts';
import { person, startTestGateway, type TestGateway } from './test-support/gateway.ts';
import { startTestIssuer, type TestIssuer } from './test-support/issuer.ts';
import { startSchoolSubgraphs } from './test-support/school-subgraphs.ts';
import { failures, type Misbehaviour } from './test-support/subgraphs.ts';

describe('a hostile client', () => {
  let subgraphs: Awaited<ReturnType<typeof startSchoolSubgraphs>>;
  let issuer: TestIssuer;
  let gateway: TestGateway;
  let authorization: string;
  beforeAll(async () => {
    issuer = await startTestIssuer();
    subgraphs = await startSchoolSubgraphs({ students: { mallory: person('stf_1') } });
    gateway = await startTestGateway({
      subgraphs: subgraphs.all,
      issuer: issuer.url,
      config: { NODE_ENV: 'production', SUBGRAPH_TIMEOUT_MS: 300 },
    });
    authorization = `Bearer ${await issuer.token('mallory')}`;
    await gateway.ask('{ __typename }', { headers: { authorization } });
  });
  afterAll(async () => {
    await gateway.stop();
    await subgraphs.stop();
    await issuer.stop();
  });

  it.each(PROBES)('that sends %s is refused with 4xx, and no subgraph hears of it', async (_name, { headers, ...request }) => {
    subgraphs.all.forEach(({ seen }) => (seen.length = 0));
    const reply = await gateway.raw({ ...request, headers: { ...JSON_TYPE, authorization, ...headers } });
    expect(reply.status).toBeGreaterThanOrEqual(400);
    expect(reply.status).toBeLessThan(500);
    expect(reply.body.errors?.length).toBeGreaterThan(0);
    expect(subgraphs.all.flatMap(({ seen }) => seen)).toEqual([]);
  });
});

/** Whatever goes wrong inside must not show in an answer. */
const SECRETS =
  /127\.0\.0\.1|localhost|:\d{4,5}\b|serviceName|stacktrace|"stack"|node_modules|\.ts:|at \w+ \(|Mongo|E11000|ECONN|UND_ERR|nginx|students|employers|placements:|Did you mean|db\.internal|valueCompletion/;

const MORE_FAILURES: Record<string, Misbehaviour> = {
  ...failures,
  'errors without data': (_request, response) => {
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(
        '{"errors":[{"message":"connect ECONNREFUSED 127.0.0.1:27017","extensions":{"code":"INTERNAL_SERVER_ERROR","stacktrace":["at x (/srv/app.ts:1)"],"serviceName":"employers"}}]}',
      );
    return true;
  },
  'a validation error of its own': (_request, response) => {
    response
      .writeHead(400, { 'content-type': 'application/json' })
      .end(
        '{"errors":[{"message":"Cannot query field \\"x\\" on type \\"Employer\\". Did you mean \\"secretField\\"?","extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}]}',
      );
    return true;
  },
  'a refused identity': (_request, response) => {
    response
      .writeHead(401, { 'content-type': 'application/json' })
      .end('{"errors":[{"message":"kid students:2026 unknown","extensions":{"code":"UNAUTHENTICATED"}}]}');
    return true;
  },
  'an error that is none': (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":null,"errors":["MongoServerError"]}');
    return true;
  },
  'too few entities': (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{"_entities":[]}}');
    return true;
  },
  'entities of another kind': (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{"_entities":["E11000",7]}}');
    return true;
  },
  'extensions of its own': (_request, response) => {
    response
      .writeHead(200, { 'content-type': 'application/json', 'x-powered-by': 'students' })
      .end('{"data":{"_entities":[{"name":"a"},{"name":"b"}]},"extensions":{"trace":"db.internal:27017"}}');
    return true;
  },
  'half an answer': (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('{"data":{"_enti');
    response.destroy();
    return true;
  },
};

describe.each(['own', 'apollo'] as const)('an answer while a subgraph fails (executor %s)', (executor) => {
  let subgraphs: Awaited<ReturnType<typeof startSchoolSubgraphs>>;
  let gateway: TestGateway;
  let later = 0;
  beforeAll(async () => {
    subgraphs = await startSchoolSubgraphs();
    gateway = await startTestGateway({
      subgraphs: subgraphs.all,
      now: () => Date.now() + later,
      config: { EXECUTOR: executor, NODE_ENV: 'production', SUBGRAPH_TIMEOUT_MS: 200 },
    });
  });
  afterAll(async () => {
    await gateway.stop();
    await subgraphs.stop();
  });

  it.each(Object.entries(MORE_FAILURES))('with %s holds nothing of the inside', async (_name, how) => {
    // The breaker forgets what the case before did.
    later += 2_000;
    expect((await gateway.ask('{ employer(id: "emp_1") { city } }')).body.errors).toBeUndefined();
    const before = subgraphs.employers.seen.length;
    subgraphs.employers.misbehave(how);
    const reply = await gateway.ask('{ placements { id employer { name } } employer(id: "emp_1") { city } }');
    subgraphs.employers.misbehave(null);
    expect(subgraphs.employers.seen.length).toBeGreaterThanOrEqual(before + 2);
    expect(reply.status).toBe(200);
    expect(reply.text).not.toMatch(SECRETS);
    expect(JSON.stringify(reply.headers)).not.toMatch(/powered|apollo|express|students/i);
    expect(reply.body.data.placements).toHaveLength(4);
    expect(reply.body.extensions).toBeUndefined();
  });
});

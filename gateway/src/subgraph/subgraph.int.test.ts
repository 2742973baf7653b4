import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../test-support/gateway.ts';
import { startSchoolSubgraphs } from '../test-support/school-subgraphs.ts';
import { failures } from '../test-support/subgraphs.ts';

const PAGE = '{ placements { id student { name code } employer { name city } } }';

describe('subgraphs behind the gateway', () => {
  let subgraphs: Awaited<ReturnType<typeof startSchoolSubgraphs>>;
  let gateway: TestGateway;
  beforeAll(async () => {
    subgraphs = await startSchoolSubgraphs();
  });
  beforeEach(async () => {
    for (const subgraph of subgraphs.all) {
      subgraph.misbehave(null);
      subgraph.seen.length = 0;
    }
    gateway = await startTestGateway({ subgraphs: subgraphs.all, config: { SUBGRAPH_TIMEOUT_MS: 300 } });
  });
  afterEach(() => gateway.stop());
  afterAll(() => subgraphs.stop());

  it('answer one query together', async () => {
    const { status, body } = await gateway.ask(PAGE);
    expect(status).toBe(200);
    expect(body.errors).toBeUndefined();
    expect(body.data.placements).toHaveLength(4);
    expect(body.data.placements[3]).toEqual({
      id: 'plc_3',
      student: { name: 'Pupil stu_3', code: 'code-stu_3' },
      employer: { name: 'Company emp_1', city: 'Eindhoven' },
    });
  });

  it('are asked for the same entity once, and every place gets it', async () => {
    const { body } = await gateway.ask(PAGE);
    expect(subgraphs.employers.seen[0]?.body.variables?.['representations']).toEqual([
      { __typename: 'Employer', id: 'emp_0' },
      { __typename: 'Employer', id: 'emp_1' },
    ]);
    expect(body.data.placements.map((placement: { employer: { name: string } }) => placement.employer.name)).toEqual([
      'Company emp_0',
      'Company emp_1',
      'Company emp_0',
      'Company emp_1',
    ]);
  });

  it('tell an error of an entity at every place that asked for it', async () => {
    subgraphs.employers.misbehave((_request, response) => {
      const errors = [{ message: 'You may not see or do this.', path: ['_entities', 1, 'city'], extensions: { code: 'FORBIDDEN' } }];
      const data = {
        _entities: [
          { name: 'A', city: 'B' },
          { name: 'C', city: null },
        ],
      };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data, errors }));
      return true;
    });
    const { body } = await gateway.ask(PAGE);
    expect(body.errors?.map(({ path, extensions }) => [path, extensions])).toEqual([
      [['placements', 1, 'employer', 'city'], { code: 'FORBIDDEN' }],
      [['placements', 3, 'employer', 'city'], { code: 'FORBIDDEN' }],
    ]);
    expect(body.data.placements[3].employer).toEqual({ name: 'C', city: null });
  });

  it.each(['reset', 'silent', 'html', 'crash', 'wrongShape'] as const)(
    'that fail (%s) leave their own fields open with SUBGRAPH_UNAVAILABLE, and the rest stands',
    async (how) => {
      subgraphs.employers.misbehave(failures[how]);
      const { status, body, text } = await gateway.ask(PAGE);
      expect(status).toBe(200);
      expect(body.data.placements[0].student).toEqual({ name: 'Pupil stu_0', code: 'code-stu_0' });
      expect(body.data.placements[0].employer).toEqual({ name: null, city: null });
      expect(body.errors?.[0]).toEqual({
        message: 'This part is not available now. Try again later.',
        path: ['placements', 0, 'employer', 'name'],
        extensions: { code: 'SUBGRAPH_UNAVAILABLE' },
      });
      expect(body.errors).toHaveLength(8);
      expect(text).not.toMatch(/127\.0\.0\.1|employers|serviceName|Mongo|nginx|stack/);
    },
  );

  it('that fail at the root give null for the root field', async () => {
    subgraphs.placements.misbehave(failures.silent);
    const { body } = await gateway.ask('{ placements { id } student(id: "stu_1") { name } }');
    expect(body.data).toEqual({ placements: null, student: { name: 'Pupil stu_1' } });
    expect(body.errors).toEqual([
      { message: 'This part is not available now. Try again later.', path: ['placements'], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } },
    ]);
  });

  it('get a query again when the connection was closed under it', async () => {
    let first = true;
    subgraphs.students.misbehave((request, response, seen) => {
      if (!first) return false;
      first = false;
      return failures.reset(request, response, seen);
    });
    const { body } = await gateway.ask('{ student(id: "stu_1") { name } }');
    expect(body).toEqual({ data: { student: { name: 'Pupil stu_1' } } });
    expect(subgraphs.students.seen).toHaveLength(2);
  });

  it('get a query that is lost every time twice, and no more', async () => {
    subgraphs.students.misbehave(failures.reset);
    const { body } = await gateway.ask('{ student(id: "stu_1") { name } }');
    expect(body.errors?.[0]?.extensions.code).toBe('SUBGRAPH_UNAVAILABLE');
    expect(subgraphs.students.seen).toHaveLength(2);
  });

  it('never get a mutation twice', async () => {
    subgraphs.students.misbehave(failures.reset);
    const { body } = await gateway.ask('mutation { renameStudent(id: "stu_1", name: "X") { name } }');
    expect(body.data).toEqual({ renameStudent: null });
    expect(body.errors?.[0]?.extensions.code).toBe('SUBGRAPH_UNAVAILABLE');
    expect(subgraphs.students.seen).toHaveLength(1);
  });

  it('are left alone after failing again and again, and found again when they are back', async () => {
    let now = Date.now();
    const patient = await startTestGateway({ subgraphs: subgraphs.all, now: () => now });
    try {
      subgraphs.students.misbehave(failures.crash);
      const ask = () => patient.ask('{ student(id: "stu_1") { name } }');
      for (let time = 0; time < 10; time += 1) await ask();
      expect(subgraphs.students.seen).toHaveLength(10);
      await ask();
      expect(subgraphs.students.seen).toHaveLength(10);
      subgraphs.students.misbehave(null);
      now += 1_100;
      expect((await ask()).body).toEqual({ data: { student: { name: 'Pupil stu_1' } } });
      expect((await ask()).body).toEqual({ data: { student: { name: 'Pupil stu_1' } } });
    } finally {
      await patient.stop();
    }
  });

  it('see a request id and a deadline, and none of the client’s headers', async () => {
    const before = Date.now();
    await gateway.ask('{ student(id: "stu_1") { name } }', {
      headers: {
        cookie: 'session=1',
        'x-role': 'SERVICE_POINT',
        'x-request-id': 'chosen-by-client',
        'user-agent': 'browser',
        'x-viewer': '{}',
      },
    });
    const headers = subgraphs.students.seen[0]?.headers ?? {};
    expect(Object.keys(headers).toSorted()).toEqual([
      'accept',
      'connection',
      'content-length',
      'content-type',
      'host',
      'x-deadline',
      'x-request-id',
    ]);
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(Number(headers['x-deadline'])).toBeGreaterThan(before);
    expect(Number(headers['x-deadline'])).toBeLessThanOrEqual(Date.now() + 8_000);
  });

  it('keep what they say of their own failures to themselves', async () => {
    const { body, text } = await gateway.ask('{ student(id: "stu_broken") { name born } }');
    expect(body.data.student).toEqual({ name: 'Pupil stu_broken', born: null });
    expect(body.errors?.[0]).toMatchObject({
      message: 'Something went wrong on our side. Give this request id to the Servicepunt.',
      path: ['student', 'born'],
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: expect.any(String) },
    });
    expect(text).not.toMatch(/Mongo|internal:27017|students|stack/);
  });

  it('refuse a variable of the wrong type without its value being told', async () => {
    const { status, text, body } = await gateway.ask('query ($first: Int) { placements(first: $first) { id } }', {
      variables: { first: '123456782' },
    });
    expect(status).toBe(400);
    expect(body.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(text).not.toContain('123456782');
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { grant, startTestSubgraph, viewer, type TestSubgraph } from '@servicepunt/shared/test-support/subgraph';
import { defineStudents } from '../app.ts';

const servicePoint = viewer(grant('SERVICE_POINT'));
const IMPORT = `mutation ($input: ImportSchoolLocationsInput!) {
  importSchoolLocations(input: $input) { created updated unchanged refused { row column code message } userErrors { code field message } }
}`;
const row = {
  brin: '05KO',
  schoolName: 'De Beemden',
  locationCode: '05KO00',
  name: 'Eindhoven',
  holidayRegion: 'ZUID',
  municipality: 'Eindhoven',
};

describe('school locations', () => {
  let students: TestSubgraph;
  beforeAll(async () => {
    students = await startTestSubgraph({ name: 'students', define: defineStudents });
  });
  afterAll(() => students.stop());

  it('come in once, change when they change, and a bad row stops no other', async () => {
    const rows = [row, { ...row, locationCode: '05KO01', name: 'Best' }, { ...row, locationCode: '5KO' }];
    const first = await students.query(servicePoint, IMPORT, { input: { rows } });
    expect(first.data.importSchoolLocations).toMatchObject({
      created: 2,
      updated: 0,
      unchanged: 0,
      refused: [{ row: 2, column: 'locationCode', code: 'INVALID_INPUT' }],
      userErrors: [],
    });
    const second = await students.query(servicePoint, IMPORT, {
      input: { rows: [row, { ...row, locationCode: '05KO01', name: 'Best-Noord' }] },
    });
    expect(second.data.importSchoolLocations).toMatchObject({ created: 0, updated: 1, unchanged: 1 });
  });

  it.each(['schoolName', 'name', 'municipality'])('with a citizen service number in %s are refused, without the number', async (column) => {
    const rows = [{ ...row, locationCode: '05KO09', [column]: 'bsn 111.222.333' }];
    const { data } = await students.query(servicePoint, IMPORT, { input: { rows } });
    expect(data.importSchoolLocations).toMatchObject({ created: 0, refused: [{ row: 0, column, code: 'NATIONAL_NUMBER' }] });
    expect(JSON.stringify(data)).not.toMatch(/111\D?222/);
  });

  it('are listed by name with stable pages, and cost one query', async () => {
    const list = `{ schoolLocations(first: 1) { nodes { id name school { name locations { name } } } pageInfo { hasNextPage endCursor } totalCount } }`;
    const counts = await students.countCommands(async () => {
      const { data } = await students.query(servicePoint, list);
      expect(data.schoolLocations).toMatchObject({
        nodes: [{ name: 'Best-Noord', school: { name: 'De Beemden', locations: [{ name: 'Eindhoven' }, { name: 'Best-Noord' }] } }],
        pageInfo: { hasNextPage: true },
        totalCount: 2,
      });
    });
    expect(counts).toEqual({ find: 2, aggregate: 1 });
  });

  it('are brought in by the Servicepunt alone', async () => {
    const { errors } = await students.query(viewer(grant('COORDINATOR', { kind: 'LOCATION', id: 'loc_x' })), IMPORT, {
      input: { rows: [row] },
    });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('are not shown to an employer', async () => {
    const { data, errors } = await students.query(
      viewer(grant('EMPLOYER_CONTACT', { kind: 'EMPLOYER', id: 'emp_x' })),
      '{ schoolLocations { totalCount } }',
    );
    expect(data.schoolLocations).toBeNull();
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('answers nothing without a signed identity', async () => {
    const { status } = await students.raw('/graphql', { body: { query: '{ _service { sdl } }' } });
    expect(status).toBe(401);
  });

  it('are asked for under any name in the same series of metrics', async () => {
    const series = async () => {
      const text = await (await fetch(`${students.opsUrl}/metrics`)).text();
      return text.split('\n').flatMap((line) => /^servicepunt_\S+(?= )/.exec(line) ?? []);
    };
    const stranger = async (name: string) => {
      await students.query({ ...servicePoint, id: name }, `query ${name} { schoolLocations { totalCount } }`);
      await students.query(servicePoint, `query ${name} { ${name} }`);
      await students.raw(`/${name}`, { headers: { 'x-request-id': name }, authorization: name, body: {} });
      for (const path of [`/calls/${name}`, `/events/${name}`])
        await students.raw(path, { authorization: `Bearer ${await students.sign(servicePoint)}`, body: {} });
    };
    await stranger('first');
    const known = await series();
    expect(known).not.toEqual([]);
    for (let index = 0; index < 30; index += 1) await stranger(`stranger${index}`);
    expect(await series()).toEqual(known);
  });
});

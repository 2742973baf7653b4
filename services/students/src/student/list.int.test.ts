import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { grant, viewer, type TestSubgraph } from '@servicepunt/shared/test-support/subgraph';
import { at, importRows, ofStudent, pupilRow, startStudents, withLocations, withStaff, withStudent } from '../test-support/fixtures.ts';

describe('pupils are listed', () => {
  let students: TestSubgraph;
  let locations: Record<'05KO00' | '05KO01', string>;
  let coordinator: Viewer;
  beforeAll(async () => {
    students = await startStudents();
    locations = await withLocations(students);
    coordinator = viewer(grant('COORDINATOR', at(locations['05KO00'])));
  });
  afterAll(() => students.stop());

  it('by folded family name, a page at a time, while others are added', async () => {
    const elsewhere = viewer(grant('COORDINATOR', at(locations['05KO01'])));
    for (const [number, familyName] of [
      ['7001', 'Özdemir'],
      ['7002', 'pieters'],
      ['7003', 'Abels'],
      ['7004', 'Oskam'],
    ] as const)
      await withStudent(students, { schoolPupilNumber: number, familyName, group: 'L1' }, '05KO01');
    const page = async (args: string) => {
      const { data } = await students.query(
        elsewhere,
        `{ students(filter: { group: "L1" }, ${args}) { nodes { familyName } pageInfo { hasNextPage endCursor } totalCount } }`,
      );
      return data.students;
    };
    const first = await page('first: 2');
    expect(first).toMatchObject({
      nodes: [{ familyName: 'Abels' }, { familyName: 'Oskam' }],
      totalCount: 4,
      pageInfo: { hasNextPage: true },
    });
    await withStudent(students, { schoolPupilNumber: '7000', familyName: 'Aalders', group: 'L1' }, '05KO01');
    const second = await page(`first: 2, after: "${first.pageInfo.endCursor}"`);
    expect(second).toMatchObject({
      nodes: [{ familyName: 'Özdemir' }, { familyName: 'pieters' }],
      totalCount: 5,
      pageInfo: { hasNextPage: false },
    });
  });

  it('narrowed by supervisor, profile, numbers and whether they are here today', async () => {
    const supervisor = await withStaff(students, { staffNumber: '84', role: 'SCHOOL_SUPERVISOR' });
    await withStudent(students, { schoolPupilNumber: '7100', supervisorStaffNumber: '84', outflowProfile: 'LABOUR_MARKET' });
    await withStudent(students, { schoolPupilNumber: '7101', supervisorStaffNumber: '84', leftOn: '2026-11-24' });
    await withStudent(students, { schoolPupilNumber: '7102', supervisorStaffNumber: '84', leftOn: '2026-11-25' });
    const numbers = async (filter: string) => {
      const { data } = await students.query(
        coordinator,
        `{ students(filter: { supervisor: "${supervisor}" ${filter} }) { nodes { schoolPupilNumber } } }`,
      );
      return (data.students.nodes as { schoolPupilNumber: string }[]).map((node) => node.schoolPupilNumber).toSorted();
    };
    expect(await numbers('')).toEqual(['7100', '7101', '7102']);
    expect(await numbers('active: true')).toEqual(['7100', '7102']);
    expect(await numbers('active: false')).toEqual(['7101']);
    expect(await numbers('outflowProfile: LABOUR_MARKET')).toEqual(['7100']);
    expect(await numbers('schoolPupilNumbers: ["7101", "7102", "9999"]')).toEqual(['7101', '7102']);
    const many = `[${Array.from({ length: 501 }, (_, index) => `"${index}"`).join(',')}]`;
    const { errors } = await students.query(coordinator, `{ students(filter: { schoolPupilNumbers: ${many} }) { totalCount } }`);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('to guardians and pupils only as far as they are theirs, with totals to match', async () => {
    const own = await withStudent(students, { schoolPupilNumber: '7200' });
    for (const role of ['STUDENT', 'GUARDIAN'] as const) {
      const { data } = await students.query(viewer(grant(role, ofStudent(own))), '{ students { nodes { id } totalCount } }');
      expect(data.students).toEqual({ nodes: [{ id: own }], totalCount: 1 });
    }
  });

  it('at the same cost for two and for a hundred, with everything that hangs on them', async () => {
    await withStaff(students, { staffNumber: '85' });
    const rows = Array.from({ length: 100 }, (_, index) => ({
      ...pupilRow,
      schoolPupilNumber: `73${index}`,
      group: 'C1',
      supervisorStaffNumber: index % 2 === 0 ? '84' : '85',
      guardians: [{ givenName: 'Ouder', familyName: `Nummer${index}` }],
    }));
    await importRows(students, 'Students', rows, { locationCode: '05KO00' });
    const list = (
      first: number,
    ) => `{ students(filter: { group: "C1" }, first: ${first}) { nodes { age minor schoolLocation { name school { name } } supervisor { familyName }
      guardians { viewOpen guardian { familyName children { student { id } } } } } totalCount } }`;
    const few = await students.countCommands(() => students.query(coordinator, list(2)));
    const many = await students.countCommands(async () => {
      const { data, errors } = await students.query(coordinator, list(100));
      expect(errors).toBeUndefined();
      expect(data.students.nodes).toHaveLength(100);
    });
    expect(many).toEqual(few);
  });
});

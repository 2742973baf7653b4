import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { grant, viewer, type TestSubgraph } from '@servicepunt/shared/test-support/subgraph';
import { createPupilFigures } from '../retention/pupil-files.ts';
import { at, ofStudent, servicePoint, startStudents, withLocations } from '../test-support/fixtures.ts';

const READ = `query ($year: Int!, $location: ID) {
  pupilFigures(schoolYear: $year, schoolLocation: $location) {
    schoolLocation { id } schoolYear pupils cells { outflowProfile destination pupils }
  }
}`;

describe('figures of pupils who left', () => {
  let students: TestSubgraph;
  let own: string;
  let other: string;
  beforeAll(async () => {
    students = await startStudents();
    ({ '05KO00': own, '05KO01': other } = await withLocations(students));
    const figures = createPupilFigures(students.connection);
    const count = async (schoolLocationId: string, schoolYear: string, actualOutflow: string | null, pupils: number) => {
      for (let pupil = 0; pupil < pupils; pupil += 1) {
        const id = `stu_${schoolLocationId}${schoolYear}${actualOutflow}${pupil}`;
        await figures.add({ schoolLocationId, schoolYear, outflowProfile: 'LABOUR_MARKET', actualOutflow }, id);
        await figures.settle(id);
      }
    };
    await count(own, '2022', 'EMPLOYER', 9);
    await count(own, '2022', 'MBO', 6);
    await count(own, '2022', null, 2);
    await count(other, '2022', 'MBO', 4);
    await count(own, '2024', 'MBO', 8);
  });
  afterAll(() => students.stop());
  const ask = async (as: Viewer, year = 2022, location: string | null = null) => students.query(as, READ, { year, location });
  const locationsOf = async (as: Viewer, year?: number, location?: string) =>
    ((await ask(as, year, location)).data.pupilFigures as { schoolLocation: { id: string } }[]).map(
      ({ schoolLocation }) => schoolLocation.id,
    );

  it('leave out numbers of fewer than five, and what they could be worked out by', async () => {
    const { data, errors } = await ask(servicePoint, 2022, own);
    expect(errors).toBeUndefined();
    expect(data.pupilFigures).toEqual([
      {
        schoolLocation: { id: own },
        schoolYear: 2022,
        pupils: 17,
        cells: expect.arrayContaining([
          { outflowProfile: 'LABOUR_MARKET', destination: 'EMPLOYER', pupils: 9 },
          { outflowProfile: 'LABOUR_MARKET', destination: 'MBO', pupils: null },
          { outflowProfile: 'LABOUR_MARKET', destination: null, pupils: null },
        ]),
      },
    ]);
    expect((await ask(servicePoint, 2022, other)).data.pupilFigures).toMatchObject([{ pupils: null, cells: [{ pupils: null }] }]);
  });

  it('are for the Servicepunt and the board, and for a director those of his location', async () => {
    expect(await locationsOf(servicePoint)).toEqual([own, other].toSorted());
    expect(await locationsOf(viewer(grant('DIRECTOR')))).toEqual([own, other].toSorted());
    const director = viewer(grant('DIRECTOR', at(own)));
    expect(await locationsOf(director)).toEqual([own]);
    expect(await locationsOf(director, 2022, other)).toEqual([]);
    expect(await students.countCommands(() => ask(director, 2022, other))).toEqual(
      await students.countCommands(() => ask(director, 2022, 'loc_none')),
    );
  });

  it.each([
    ['a coordinator', grant('COORDINATOR', { kind: 'LOCATION', id: 'loc_a' })],
    ['a supervisor', grant('SCHOOL_SUPERVISOR', { kind: 'LOCATION', id: 'loc_a' })],
    ['a pupil', grant('STUDENT', ofStudent('stu_a'))],
    ['a company', grant('EMPLOYER_CONTACT', { kind: 'EMPLOYER', id: 'emp_a' })],
    ['the privacy officer', grant('PRIVACY_OFFICER')],
    ['an operator', grant('OPERATOR')],
  ])('are not for %s', async (_who, held) => {
    const { data, errors } = await ask(viewer(held));
    expect(data.pupilFigures).toBeNull();
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('of a school year are told once the files of all who left in it have ended', async () => {
    expect(await locationsOf(servicePoint, 2024)).toEqual([]);
    expect(await locationsOf(servicePoint, 1)).toEqual([]);
    students.setNow('2027-07-31T10:00:00Z');
    expect(await locationsOf(servicePoint, 2024)).toEqual([]);
    students.setNow('2027-08-02T10:00:00Z');
    expect(await locationsOf(servicePoint, 2024)).toEqual([own]);
  });
});

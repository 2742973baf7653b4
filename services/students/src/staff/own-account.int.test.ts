import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import type { TestSubgraph } from '@servicepunt/shared/test-support/subgraph';
import {
  as,
  importRows,
  mutate,
  pupilRow,
  servicePoint,
  startStudents,
  withLocations,
  withStaff,
  withStudent,
} from '../test-support/fixtures.ts';

describe('the own account of a staff member', () => {
  let students: TestSubgraph;
  let me: Viewer;
  let colleague: Viewer;
  let locationId: string;
  beforeAll(async () => {
    students = await startStudents();
    locationId = (await withLocations(students))['05KO00'];
    me = as(servicePoint, await withStaff(students, { staffNumber: '1', subject: 'sub-me' }));
    colleague = as(servicePoint, await withStaff(students, { staffNumber: '2', subject: 'sub-colleague' }));
  });
  afterAll(() => students.stop());
  const codes = (payload: { userErrors: { code: string; field: string }[] }) =>
    payload.userErrors.map(({ code, field }) => `${code} ${field}`);
  const grants = async () =>
    (await students.call('gateway', 'students.viewerBySubject', { subject: 'sub-me' })).body.viewer?.grants.map(({ role }) => role);

  it('is entered by nobody himself for a pupil or guardian, which would open what his role keeps closed', async () => {
    const studentId = await withStudent(students, { schoolPupilNumber: '1', guardians: [{ givenName: 'Anna', familyName: 'Vos' }] });
    const { data } = await students.query(servicePoint, 'query ($id: ID!) { student(id: $id) { guardians { guardian { id } } } }', {
      id: studentId,
    });
    const guardianId = data.student.guardians[0].guardian.id as string;
    const person = { givenName: 'Ik', familyName: 'Zelf', subject: 'sub-me' };
    const mine = [
      ['changeStudent', 'student { id }', { id: studentId, revision: 1, subject: 'sub-me' }],
      ['changeGuardian', 'guardian { id }', { id: guardianId, revision: 1, subject: 'sub-me' }],
      ['addGuardian', 'guardian { id }', { idempotencyKey: 'own-guardian', studentId, ...person }],
      [
        'registerStudent',
        'student { id }',
        {
          ...{ idempotencyKey: 'own-pupil', schoolLocationId: locationId, schoolPupilNumber: '9' },
          ...{ ...person, birthDate: '2010-01-01', enrolledOn: '2024-08-26' },
        },
      ],
    ] as const;
    for (const [name, selection, input] of mine)
      expect([name, ...codes(await mutate(students, me, name, selection, input))]).toEqual([name, 'NOT_YOURSELF subject']);
    for (const row of [
      { ...pupilRow, schoolPupilNumber: '3', subject: 'sub-me' },
      { ...pupilRow, schoolPupilNumber: '3', guardians: [person] },
    ])
      expect(await importRows(students, 'Students', [row], { as: me, locationCode: '05KO00' })).toMatchObject({
        ...{ created: 0, refused: [{ row: 0, column: 'subject' }] },
      });
    expect(await grants()).toEqual(['COORDINATOR']);
  });

  it('is entered by a colleague, and stands in every later file', async () => {
    const row = { ...pupilRow, schoolPupilNumber: '4', guardians: [{ givenName: 'Ik', familyName: 'Zelf', subject: 'sub-me' }] };
    const options = { locationCode: '05KO00' };
    expect(await importRows(students, 'Students', [row], { ...options, as: colleague })).toMatchObject({ created: 1, refused: [] });
    expect(await importRows(students, 'Students', [row], { ...options, as: me })).toMatchObject({ unchanged: 1, refused: [] });
    expect(await grants()).toEqual(['COORDINATOR', 'GUARDIAN']);
  });
});

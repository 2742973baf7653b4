import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ServiceUnavailable, type Call } from '@servicepunt/shared/service-client';
import type { TestSubgraph } from '@servicepunt/shared/test-support/subgraph';
import {
  importRows,
  mutate,
  pupilRow,
  servicePoint,
  staffRow,
  startStudents,
  withLocations,
  withStaff,
  withStudent,
} from '../test-support/fixtures.ts';

describe('an account', () => {
  let students: TestSubgraph;
  let locationId: string;
  let pupilId: string;
  let guardianId: string;
  let employersAreDown = false;
  const employers: Call = async (name, input) => {
    if (employersAreDown) throw new ServiceUnavailable('employers', new Error('down'));
    const { subjects } = input as { subjects: string[] };
    return (name === 'employers.accountsKnown' ? { known: subjects.map((subject) => subject.startsWith('company-')) } : {}) as never;
  };
  beforeAll(async () => {
    students = await startStudents({}, employers);
    locationId = (await withLocations(students))['05KO00'];
    await withStaff(students, { staffNumber: '1', subject: 'teacher' });
    pupilId = await withStudent(students, {
      schoolPupilNumber: '1',
      subject: 'pupil',
      guardians: [{ givenName: 'Anna', familyName: 'Vos', subject: 'mother' }],
    });
    const { data } = await students.query(servicePoint, 'query ($id: ID!) { student(id: $id) { guardians { guardian { id } } } }', {
      id: pupilId,
    });
    guardianId = data.student.guardians[0].guardian.id as string;
  });
  beforeEach(() => {
    employersAreDown = false;
  });
  afterAll(() => students.stop());

  let keys = 0;
  const person = { givenName: 'Bo', familyName: 'Bos' };
  const codes = async (name: string, selection: string, input: object) => {
    const payload = await mutate(students, servicePoint, name, selection, input);
    return (payload.userErrors as { code: string; field: string | null }[]).map(({ code, field }) => `${code} ${field}`);
  };
  const asPupil = (subject: string) =>
    codes('registerStudent', 'student { id }', {
      ...{ idempotencyKey: `p${(keys += 1)}`, schoolLocationId: locationId, schoolPupilNumber: `9${keys}` },
      ...{ ...person, birthDate: '2010-01-01', enrolledOn: '2024-08-26', subject },
    });
  const asGuardian = (subject: string) =>
    codes('addGuardian', 'guardian { id }', { idempotencyKey: `g${(keys += 1)}`, studentId: pupilId, ...person, subject });
  const changed = async (subject: string) => [
    ...(await codes('changeStudent', 'student { id }', { id: pupilId, revision: 1, subject })),
    ...(await codes('changeGuardian', 'guardian { id }', { id: guardianId, revision: 1, subject })),
  ];
  const staffNamed = async (subject: string) => (await importRows(students, 'Staff', [{ ...staffRow, staffNumber: '7', subject }])).refused;
  const pupilNamed = async (row: object) =>
    (await importRows(students, 'Students', [{ ...pupilRow, schoolPupilNumber: '77', ...row }], { locationCode: '05KO00' })).refused;

  it('of a company’s contact is nobody’s at a school', async () => {
    expect(await asPupil('company-karel')).toEqual(['ACCOUNT_TAKEN subject']);
    expect(await asGuardian('company-karel')).toEqual(['ACCOUNT_TAKEN subject']);
    expect(await changed('company-karel')).toEqual(['ACCOUNT_TAKEN subject', 'ACCOUNT_TAKEN subject']);
    expect(await staffNamed('company-karel')).toMatchObject([{ row: 0, column: 'subject', code: 'INVALID_INPUT' }]);
    expect(await pupilNamed({ subject: 'company-karel' })).toMatchObject([{ row: 0, column: 'subject' }]);
    expect(await pupilNamed({ guardians: [{ ...person, subject: 'company-karel' }] })).toMatchObject([{ row: 0, column: 'subject' }]);
  });

  it('of a pupil is no guardian’s, who would consent and sign for himself, and no colleague’s', async () => {
    expect(await asGuardian('pupil')).toEqual(['ACCOUNT_TAKEN subject']);
    expect(await staffNamed('pupil')).toMatchObject([{ column: 'subject' }]);
    expect(await pupilNamed({ guardians: [{ ...person, subject: 'pupil' }] })).toMatchObject([{ column: 'subject' }]);
    expect(await pupilNamed({ subject: 'self', guardians: [{ ...person, subject: 'self' }] })).toMatchObject([{ column: 'subject' }]);
    expect(await asPupil('mother')).toEqual(['ACCOUNT_TAKEN subject']);
    expect(await asPupil('teacher')).toEqual(['ACCOUNT_TAKEN subject']);
    expect(await asGuardian('teacher')).toEqual([]);
  });

  it('is refused while employers can’t be asked; a file of known accounts asks nobody', async () => {
    const row = { ...pupilRow, schoolPupilNumber: '5', subject: 'other', guardians: [{ ...person, subject: 'father' }] };
    const again = () => importRows(students, 'Students', [row], { locationCode: '05KO00' });
    expect(await again()).toMatchObject({ created: 1 });
    employersAreDown = true;
    expect(await asPupil('new')).toEqual(['SERVICE_UNAVAILABLE null']);
    expect(await asGuardian('new')).toEqual(['SERVICE_UNAVAILABLE null']);
    expect(await again()).toMatchObject({ unchanged: 1, refused: [], userErrors: [] });
  });

  it('is told to employers by yes and no, and to nobody else', async () => {
    const subjects = ['teacher', 'nobody', 'pupil', 'mother'];
    expect((await students.call('employers', 'students.accountsKnown', { subjects })).body).toEqual({ known: [true, false, true, true] });
    for (const other of ['gateway', 'placements', 'notifications'] as const)
      expect((await students.call(other, 'students.accountsKnown', { subjects })).status).toBe(403);
  });
});

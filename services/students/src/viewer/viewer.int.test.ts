import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { grant, viewer, type TestSubgraph } from '@servicepunt/shared/test-support/subgraph';
import { as, at, mutate, ofStudent, servicePoint, startStudents, withLocations, withStaff, withStudent } from '../test-support/fixtures.ts';

describe('who is behind an account', () => {
  let students: TestSubgraph;
  let locations: Record<'05KO00' | '05KO01', string>;
  beforeAll(async () => {
    students = await startStudents();
    locations = await withLocations(students);
  });
  afterAll(() => students.stop());

  const viewerOf = async (subject: string) => (await students.call('gateway', 'students.viewerBySubject', { subject })).body.viewer;

  it('is nobody without a record', async () => {
    expect(await viewerOf('sub-nobody')).toBeNull();
  });

  it('is staff with the roles in force, until they are withdrawn or the person left', async () => {
    const id = await withStaff(students, { staffNumber: '1', subject: 'sub-1' });
    expect(await viewerOf('sub-1')).toEqual({
      kind: 'PERSON',
      id,
      language: 'nl',
      grants: [{ role: 'COORDINATOR', scope: { kind: 'LOCATION', id: locations['05KO00'] } }],
    });
    const select = 'staffMember { id }';
    await mutate(students, servicePoint, 'grantRole', select, { id, revision: 1, role: 'OPERATOR' });
    await mutate(students, servicePoint, 'withdrawGrant', select, {
      id,
      revision: 2,
      role: 'COORDINATOR',
      schoolLocationId: locations['05KO00'],
    });
    expect((await viewerOf('sub-1'))?.grants).toEqual([{ role: 'OPERATOR', scope: { kind: 'ALL' } }]);
    await mutate(students, servicePoint, 'deactivateStaffMember', select, { id, revision: 3 });
    expect(await viewerOf('sub-1')).toBeNull();
  });

  it('is a pupil, or a guardian of each pupil under 18, from all locations', async () => {
    const guardians = [{ givenName: 'Anna', familyName: 'de Wit', subject: 'sub-anna' }];
    const young = await withStudent(students, {
      schoolPupilNumber: '1',
      birthDate: '2008-11-25',
      subject: 'sub-young',
      language: 'en',
      guardians,
    });
    await withStudent(students, { schoolPupilNumber: '2', birthDate: '2008-11-24', guardians });
    const elsewhere = await withStudent(students, { schoolPupilNumber: '3', birthDate: '2012-01-01', guardians }, '05KO01');
    expect(await viewerOf('sub-young')).toEqual({
      kind: 'PERSON',
      id: young,
      language: 'en',
      grants: [{ role: 'STUDENT', scope: { kind: 'STUDENT', id: young } }],
    });
    const guardian = await viewerOf('sub-anna');
    expect(guardian?.grants.map(({ role, scope }) => `${role} ${scope.id}`).toSorted()).toEqual(
      [`GUARDIAN ${young}`, `GUARDIAN ${elsewhere}`].toSorted(),
    );
    students.setNow('2026-11-25T10:00:00Z');
    expect((await viewerOf('sub-anna'))?.grants.map(({ scope }) => scope.id)).toEqual([elsewhere]);
    students.setNow('2026-11-24T10:00:00Z');
  });

  it('is one viewer with the grants of all records of the account', async () => {
    const staffId = await withStaff(students, { staffNumber: '5', subject: 'sub-5' });
    const child = await withStudent(students, {
      schoolPupilNumber: '5',
      guardians: [{ givenName: 'Eva', familyName: 'Vos', subject: 'sub-5' }],
    });
    expect(await viewerOf('sub-5')).toMatchObject({
      id: staffId,
      grants: [{ role: 'COORDINATOR' }, { role: 'GUARDIAN', scope: { kind: 'STUDENT', id: child } }],
    });
  });

  it('is asked by the gateway alone', async () => {
    expect((await students.call('placements', 'students.viewerBySubject', { subject: 'sub-5' })).status).toBe(403);
  });

  it('may be asked for by everybody who is known, with what the grants reach', async () => {
    const staffId = await withStaff(students, { staffNumber: '6' });
    const own = await withStudent(students, { schoolPupilNumber: '6' });
    const query = `{ viewer { id kind language staffMember { staffNumber } guardian { id }
      grants { role reach schoolLocation { locationCode } student { id } employer { id } taskId apiScopes } } }`;
    const nothing = { schoolLocation: null, student: null, employer: null, taskId: null, apiScopes: null };
    const person = as(viewer(grant('COORDINATOR', at(locations['05KO00'])), grant('GUARDIAN', ofStudent(own))), staffId);
    expect((await students.query(person, query)).data.viewer).toEqual({
      id: staffId,
      kind: 'PERSON',
      language: 'nl',
      staffMember: { staffNumber: '6' },
      guardian: null,
      grants: [
        { ...nothing, role: 'COORDINATOR', reach: 'LOCATION', schoolLocation: { locationCode: '05KO00' } },
        { ...nothing, role: 'GUARDIAN', reach: 'STUDENT', student: { id: own } },
      ],
    });
    const system = {
      ...viewer(grant('EMPLOYER_SYSTEM', { kind: 'EMPLOYER', id: 'emp_1' }, ['trainees:read'])),
      kind: 'SYSTEM',
      id: 'key_1',
    } as const;
    expect((await students.query(system, query)).data.viewer).toMatchObject({
      kind: 'SYSTEM',
      grants: [{ reach: 'EMPLOYER', employer: { id: 'emp_1' }, apiScopes: ['trainees:read'] }],
    });
  });
});

describe('what other services ask', () => {
  let students: TestSubgraph;
  let locations: Record<'05KO00' | '05KO01', string>;
  beforeAll(async () => {
    students = await startStudents();
    locations = await withLocations(students);
  });
  afterAll(() => students.stop());

  it('names and addresses at the moment of sending; who left, or whose view has closed, is inactive', async () => {
    const staffId = await withStaff(students, { staffNumber: '1', language: 'en' } as never);
    const here = await withStudent(students, {
      schoolPupilNumber: '1',
      familyNamePrefix: 'de',
      familyName: 'Boer',
      email: 'p1@school.example',
    });
    const gone = await withStudent(students, { schoolPupilNumber: '2', leftOn: '2026-11-24' });
    const family = async (schoolPupilNumber: string, birthDate: string) => {
      const id = await withStudent(students, {
        schoolPupilNumber,
        birthDate,
        guardians: [{ givenName: 'Anna', familyName: `Ouder${schoolPupilNumber}` }],
      });
      const { data } = await students.query(servicePoint, 'query ($id: ID!) { student(id: $id) { guardians { guardian { id } } } }', {
        id,
      });
      return data.student.guardians[0].guardian.id as string;
    };
    const [minor, adult] = [await family('3', '2008-11-25'), await family('4', '2008-11-24')];
    const { body } = await students.call('notifications', 'students.people', {
      ids: [staffId, here, gone, minor, adult, 'stu_none', 'con_x'],
    });
    const people = Object.fromEntries(body.people.map((person) => [person.id, person]));
    expect(Object.keys(people)).toHaveLength(5);
    expect(people[staffId]).toEqual({
      id: staffId,
      givenName: 'Marijke',
      familyName: 'van Dongen',
      email: 'm.vandongen@beemden.example',
      language: 'en',
      active: true,
    });
    expect(people[here]).toMatchObject({ familyName: 'de Boer', email: 'p1@school.example', active: true });
    expect(people[gone]).toMatchObject({ email: null, active: false });
    expect(people[minor]?.active).toBe(true);
    expect(people[adult]?.active).toBe(false);
    expect((await students.call('placements', 'students.people', { ids: [] })).status).toBe(403);
  });

  it('what planning must know of a pupil, without the birth date', async () => {
    const supervisorId = await withStaff(students, { staffNumber: '10', role: 'SCHOOL_SUPERVISOR' });
    const guardians = [{ givenName: 'Anna', familyName: 'de Wit' }];
    const studentId = await withStudent(students, {
      schoolPupilNumber: '10',
      birthDate: '2008-02-29',
      outflowProfile: 'LABOUR_MARKET',
      supervisorStaffNumber: '10',
      leftOn: '2026-12-31',
      guardians,
    });
    const { body } = await students.call('placements', 'students.studentForPlacement', { studentId });
    expect(body.student).toEqual({
      studentId,
      locationId: locations['05KO00'],
      holidayRegion: 'ZUID',
      profile: 'LABOUR_MARKET',
      turns14On: '2022-03-01',
      turns16On: '2024-02-29',
      turns18On: '2026-03-01',
      turns23On: '2031-03-01',
      guardianIds: [],
      supervisorId,
      leftOn: '2026-12-31',
    });
    const minor = await withStudent(students, { schoolPupilNumber: '11', guardians });
    expect(
      (await students.call('placements', 'students.studentForPlacement', { studentId: minor })).body.student?.guardianIds,
    ).toHaveLength(1);
    expect((await students.call('placements', 'students.studentForPlacement', { studentId: 'stu_none' })).body).toEqual({ student: null });
    expect((await students.call('employers', 'students.studentForPlacement', { studentId })).status).toBe(403);
  });

  it('who acts for a school, active people with the role in force only', async () => {
    const here = await withStaff(students, { staffNumber: '20', role: 'DIRECTOR' });
    await withStaff(students, { staffNumber: '21', role: 'DIRECTOR', locationCode: '05KO01' });
    const left = await withStaff(students, { staffNumber: '22', role: 'DIRECTOR' });
    await mutate(students, servicePoint, 'deactivateStaffMember', 'staffMember { id }', { id: left, revision: 1 });
    const withdrawn = await withStaff(students, { staffNumber: '23', role: 'DIRECTOR' });
    await mutate(students, servicePoint, 'withdrawGrant', 'staffMember { id }', {
      id: withdrawn,
      revision: 1,
      role: 'DIRECTOR',
      schoolLocationId: locations['05KO00'],
    });
    const staffOf = async (locationId: string | null, role: string) =>
      (await students.call('placements', 'students.staffOf', { locationId, role })).body.staffMemberIds;
    expect(await staffOf(locations['05KO00'], 'DIRECTOR')).toEqual([here]);
    const central = await withStaff(students, { staffNumber: '24', role: 'SERVICE_POINT', locationCode: null } as never);
    expect(await staffOf(locations['05KO00'], 'SERVICE_POINT')).toEqual([central]);
    expect(await staffOf(null, 'SERVICE_POINT')).toEqual([central]);
  });
});

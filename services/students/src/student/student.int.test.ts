import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { grant, viewer, type TestSubgraph } from '@servicepunt/shared/test-support/subgraph';
import {
  as,
  at,
  importRows,
  mutate,
  pupilRow,
  servicePoint,
  startStudents,
  toldEvents,
  withLocations,
  withStaff,
  withStudent,
} from '../test-support/fixtures.ts';

const STUDENT =
  'student { id revision givenName familyName birthDate group email subject supervisor { id } outflow { expected actual leftOn } active }';

describe('pupils', () => {
  let students: TestSubgraph;
  let locations: Record<'05KO00' | '05KO01', string>;
  let coordinator: Viewer;
  beforeAll(async () => {
    students = await startStudents();
    locations = await withLocations(students);
    coordinator = viewer(grant('COORDINATOR', at(locations['05KO00'])));
  });
  afterAll(() => students.stop());

  const run = (name: string, input: object, by: Viewer = coordinator, selection = STUDENT) => mutate(students, by, name, selection, input);
  const codes = (payload: { userErrors: { code: string; field: string | null }[] }) =>
    payload.userErrors.map(({ code, field }) => `${code} ${field}`);
  const lastEvents = async (id: string) =>
    (await toldEvents(students)).filter(({ data }) => data['studentId'] === id).map(({ type }) => type);

  describe('are registered', () => {
    const input = {
      idempotencyKey: 'k-1',
      schoolPupilNumber: '5001',
      givenName: ' Noa ',
      familyName: 'Smit',
      birthDate: '2009-03-01',
      enrolledOn: '2026-09-01',
      email: 'Noa@School.example',
    };

    it('once, however often the request is repeated', async () => {
      const own = { ...input, schoolLocationId: locations['05KO00'] };
      const first = await run('registerStudent', own);
      expect(first).toMatchObject({
        userErrors: [],
        student: { revision: 1, givenName: 'Noa', email: 'noa@school.example', active: true },
      });
      const again = await run('registerStudent', own);
      expect(again.student.id).toBe(first.student.id);
      expect(codes(await run('registerStudent', { ...own, givenName: 'Noah' }))).toEqual(['IDEMPOTENCY_KEY_REUSED idempotencyKey']);
      expect(await lastEvents(first.student.id)).toEqual(['StudentRegistered']);
    });

    it('under a number that nobody else has at the location, and an account that is nobody else’s', async () => {
      await withStudent(students, { schoolPupilNumber: '5010', subject: 'sub-5010' });
      const own = { ...input, schoolLocationId: locations['05KO00'] };
      expect(codes(await run('registerStudent', { ...own, idempotencyKey: 'k-2', schoolPupilNumber: '5010' }))).toEqual([
        'PUPIL_NUMBER_TAKEN schoolPupilNumber',
      ]);
      expect(
        codes(await run('registerStudent', { ...own, idempotencyKey: 'k-3', schoolPupilNumber: '5011', subject: 'sub-5010' })),
      ).toEqual(['SUBJECT_TAKEN subject']);
    });

    it('and found by the next import', async () => {
      await run('registerStudent', { ...input, idempotencyKey: 'k-4', schoolPupilNumber: '5012', schoolLocationId: locations['05KO00'] });
      const row = {
        ...pupilRow,
        schoolPupilNumber: '5012',
        givenName: 'Noa',
        familyName: 'Smit',
        birthDate: '2009-03-01',
        enrolledOn: '2026-09-01',
      };
      expect(await importRows(students, 'Students', [row], { locationCode: '05KO00' })).toMatchObject({ created: 0, unchanged: 1 });
    });

    it.each([
      [{ schoolPupilNumber: 'a b' }, 'INVALID_INPUT schoolPupilNumber'],
      [{ givenName: '   ' }, 'INVALID_INPUT givenName'],
      [{ familyName: 'x'.repeat(101) }, 'INVALID_INPUT familyName'],
      [{ familyName: 'Smit 111222333' }, 'NATIONAL_NUMBER familyName'],
      [{ group: 'x'.repeat(10_000) }, 'TEXT_TOO_LONG group'],
      [{ birthDate: '2026-11-25' }, 'INVALID_INPUT birthDate'],
      [{ enrolledOn: '2009-02-28' }, 'INVALID_INPUT enrolledOn'],
      [{ supervisorId: 'stf_none' }, 'NOT_A_SUPERVISOR_HERE supervisorId'],
      [{ schoolLocationId: 'loc_none' }, 'NOT_FOUND schoolLocationId'],
    ])('never with %j', async (values, expected) => {
      const payload = await run('registerStudent', {
        ...input,
        idempotencyKey: JSON.stringify(values),
        schoolLocationId: locations['05KO00'],
        ...values,
      });
      expect(codes(payload)).toEqual([expected]);
      expect(payload.student).toBeNull();
    });

    it('at the own location only', async () => {
      const payload = await run('registerStudent', { ...input, idempotencyKey: 'k-5', schoolLocationId: locations['05KO01'] });
      expect(codes(payload)).toEqual(['NOT_FOUND schoolLocationId']);
    });
  });

  describe('change', () => {
    it('in what is given alone; null empties', async () => {
      const id = await withStudent(students, { schoolPupilNumber: '5100', group: '4A', subject: 'sub-5100', email: 'x@school.example' });
      const payload = await run('changeStudent', { id, revision: 1, familyName: 'Zwart', group: null, expectedOutflow: 'MBO' });
      expect(payload).toMatchObject({
        userErrors: [],
        student: {
          revision: 2,
          givenName: 'Sem',
          familyName: 'Zwart',
          group: null,
          subject: 'sub-5100',
          email: 'x@school.example',
          outflow: { expected: 'MBO' },
        },
      });
      expect(await lastEvents(id)).toEqual(['StudentRegistered', 'StudentChanged']);
      const { data } = await students.query(coordinator, '{ students(filter: { search: "zwa" }) { nodes { id } } }');
      expect(data.students.nodes).toEqual([{ id }]);
    });

    it('under the revision that was seen; a conflict shows the present state and writes nothing', async () => {
      const id = await withStudent(students, { schoolPupilNumber: '5101' });
      await run('changeStudent', { id, revision: 1, givenName: 'Liv' });
      const late = await run('changeStudent', { id, revision: 1, givenName: 'Lot' });
      expect(codes(late)).toEqual(['REVISION_CONFLICT revision']);
      expect(late.student).toMatchObject({ revision: 2, givenName: 'Liv' });
    });

    it('one at a time: of two at the same moment one is told of the conflict', async () => {
      const id = await withStudent(students, { schoolPupilNumber: '5102' });
      const payloads = await Promise.all(['Aa', 'Bb', 'Cc'].map((givenName) => run('changeStudent', { id, revision: 1, givenName })));
      expect(payloads.filter((payload) => payload.userErrors.length === 0)).toHaveLength(1);
    });

    it('never of a pupil of another location, whom the answer doesn’t tell from one who doesn’t exist', async () => {
      const id = await withStudent(students, { schoolPupilNumber: '5103' }, '05KO01');
      const counts = await students.countCommands(async () =>
        expect(codes(await run('changeStudent', { id, revision: 1 }))).toEqual(['NOT_FOUND id']),
      );
      const none = await students.countCommands(async () =>
        expect(codes(await run('changeStudent', { id: 'stu_none', revision: 1 }))).toEqual(['NOT_FOUND id']),
      );
      expect(counts).toEqual(none);
    });

    it('not to the account of another pupil', async () => {
      await withStudent(students, { schoolPupilNumber: '5104', subject: 'sub-5104' });
      const id = await withStudent(students, { schoolPupilNumber: '5105' });
      expect(codes(await run('changeStudent', { id, revision: 1, subject: 'sub-5104' }))).toEqual(['SUBJECT_TAKEN subject']);
    });

    it('supervisor: somebody who guides at the location, or nobody', async () => {
      const id = await withStudent(students, { schoolPupilNumber: '5106' });
      const here = await withStaff(students, { staffNumber: '81', role: 'SCHOOL_SUPERVISOR' });
      const elsewhere = await withStaff(students, { staffNumber: '82', role: 'SCHOOL_SUPERVISOR', locationCode: '05KO01' });
      expect(codes(await run('changeSupervisor', { id, revision: 1, supervisorId: elsewhere }))).toEqual([
        'NOT_A_SUPERVISOR_HERE supervisorId',
      ]);
      expect(await run('changeSupervisor', { id, revision: 1, supervisorId: here })).toMatchObject({
        student: { revision: 2, supervisor: { id: here } },
      });
      expect(await run('changeSupervisor', { id, revision: 2, supervisorId: here })).toMatchObject({ student: { revision: 2 } });
      expect(await run('changeSupervisor', { id, revision: 2, supervisorId: null })).toMatchObject({
        student: { revision: 3, supervisor: null },
      });
    });
  });

  describe('leave', () => {
    it('on a day, to a destination; a correction is told again and a repeat is not', async () => {
      const id = await withStudent(students, { schoolPupilNumber: '5200' });
      const left = { id, revision: 1, leftOn: '2026-11-24', destination: 'MBO' };
      expect(await run('recordOutflow', left)).toMatchObject({
        userErrors: [],
        student: { revision: 2, active: false, outflow: { actual: 'MBO', leftOn: '2026-11-24' } },
      });
      expect(await run('recordOutflow', { ...left, revision: 2 })).toMatchObject({ student: { revision: 2 } });
      await run('recordOutflow', { ...left, revision: 2, destination: null, leftOn: '2026-12-24' });
      const told = (await toldEvents(students)).filter(({ type, data }) => type === 'StudentLeft' && data['studentId'] === id);
      expect(told.map(({ data }) => data)).toEqual([
        { studentId: id, locationId: locations['05KO00'], leftOn: '2026-11-24', destination: 'MBO' },
        { studentId: id, locationId: locations['05KO00'], leftOn: '2026-12-24', destination: null },
      ]);
    });

    it('not before they came, nor in years to come', async () => {
      const id = await withStudent(students, { schoolPupilNumber: '5201' });
      expect(codes(await run('recordOutflow', { id, revision: 1, leftOn: '2024-08-25' }))).toEqual(['INVALID_INPUT leftOn']);
      expect(codes(await run('recordOutflow', { id, revision: 1, leftOn: '2027-11-25' }))).toEqual(['INVALID_INPUT leftOn']);
    });

    it('as the supervisor who guides them records, and no other', async () => {
      const supervisorId = await withStaff(students, { staffNumber: '83', role: 'SCHOOL_SUPERVISOR' });
      const id = await withStudent(students, { schoolPupilNumber: '5202', supervisorStaffNumber: '83' });
      const supervisor = viewer(grant('SCHOOL_SUPERVISOR', at(locations['05KO00'])));
      const input = { id, revision: 1, leftOn: '2026-11-01', destination: 'DAY_ACTIVITY' };
      expect(codes(await run('recordOutflow', input, supervisor, 'student { id }'))).toEqual(['FORBIDDEN id']);
      expect(codes(await run('recordOutflow', input, as(supervisor, supervisorId), 'student { id }'))).toEqual([]);
    });
  });

  describe('have restricted facts', () => {
    const selection =
      'student { revision shortStay { setting startsOn expectedEndOn } developmentPlan { establishedOn lastReviewedOn nextReviewDue } }';

    it('of a short stay, which can end', async () => {
      const id = await withStudent(students, { schoolPupilNumber: '5300' });
      const shortStay = { setting: 'YOUTH_CARE', startsOn: '2026-11-01', expectedEndOn: '2026-10-01' };
      expect(codes(await run('recordShortStay', { id, revision: 1, shortStay }, coordinator, selection))).toEqual([
        'INVALID_INPUT shortStay.expectedEndOn',
      ]);
      const recorded = await run(
        'recordShortStay',
        { id, revision: 1, shortStay: { ...shortStay, expectedEndOn: null } },
        coordinator,
        selection,
      );
      expect(recorded.student).toMatchObject({ revision: 2, shortStay: { setting: 'YOUTH_CARE', expectedEndOn: null } });
      const ended = await run('recordShortStay', { id, revision: 2, shortStay: null }, coordinator, selection);
      expect(ended.student).toMatchObject({ revision: 3, shortStay: null });
    });

    it('of the development plan, due for review a year on', async () => {
      const id = await withStudent(students, { schoolPupilNumber: '5301' });
      const recorded = await run('recordDevelopmentPlan', { id, revision: 1, establishedOn: '2026-10-01' }, coordinator, selection);
      expect(recorded.student.developmentPlan).toEqual({ establishedOn: '2026-10-01', lastReviewedOn: null, nextReviewDue: '2027-10-01' });
    });

    it('that the Servicepunt neither records nor sees', async () => {
      const id = await withStudent(students, { schoolPupilNumber: '5302' });
      await run('recordDevelopmentPlan', { id, revision: 1, establishedOn: '2026-10-01' }, coordinator, selection);
      await expect(run('recordShortStay', { id, revision: 2, shortStay: null }, servicePoint, selection)).rejects.toThrow('FORBIDDEN');
      const { data, errors } = await students.query(
        servicePoint,
        'query ($id: ID!) { student(id: $id) { givenName developmentPlan { establishedOn } } }',
        { id },
      );
      expect(data.student).toEqual({ givenName: 'Sem', developmentPlan: null });
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    });
  });

  it('are adults from the 18th birthday, and decide on consents from the 16th', async () => {
    const id = await withStudent(students, { schoolPupilNumber: '7400', birthDate: '2010-11-25' });
    const derived = async () => {
      const { data } = await students.query(coordinator, 'query ($id: ID!) { student(id: $id) { age minor consentGiver } }', { id });
      return data.student;
    };
    expect(await derived()).toEqual({ age: 15, minor: true, consentGiver: 'GUARDIAN' });
    students.setNow('2026-11-24T23:30:00Z');
    expect(await derived()).toEqual({ age: 16, minor: true, consentGiver: 'STUDENT' });
    students.setNow('2028-11-25T10:00:00Z');
    expect(await derived()).toEqual({ age: 18, minor: false, consentGiver: 'STUDENT' });
    students.setNow('2026-11-24T10:00:00Z');
  });
});

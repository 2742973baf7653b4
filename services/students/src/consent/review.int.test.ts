import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { clockAt } from '@servicepunt/shared/clock';
import { newId } from '@servicepunt/shared/ids';
import { runNightly } from '@servicepunt/shared/nightly';
import { grant, viewer, type TestSubgraph } from '@servicepunt/shared/test-support/subgraph';
import { createSchoolStore } from '../school/store.ts';
import { createStudentStore } from '../student/store.ts';
import { as, at, mutate, ofStudent, startStudents, toldEvents, withLocations, withStaff, withStudent } from '../test-support/fixtures.ts';
import { consentReviews } from './review.ts';
import { createConsentStore } from './store.ts';

const guardians = [{ givenName: 'Anna', familyName: 'de Wit', relation: 'moeder' }];
const FIFTEEN = '2010-11-25';
const SIXTEENTH = '2026-11-25';

describe('the review of consents', () => {
  let students: TestSubgraph;
  let locationId: string;
  let number = 0;
  beforeAll(async () => {
    students = await startStudents();
    locationId = (await withLocations(students))['05KO00'];
    await withStaff(students, { staffNumber: '7', role: 'SCHOOL_SUPERVISOR' });
  });
  beforeEach(() => students.setNow('2026-11-24T10:00:00Z'));
  afterAll(() => students.stop());

  const give = async (studentId: string, guardianId: string, purpose: string) => {
    const input = { idempotencyKey: `${studentId} ${purpose}`, studentId, purpose, items: ['goals'] };
    const guardian = as(viewer(grant('GUARDIAN', ofStudent(studentId))), guardianId);
    const { consent, userErrors } = await mutate(students, guardian, 'giveConsent', 'consent { id revision }', input);
    expect(userErrors).toEqual([]);
    return consent as { id: string; revision: number };
  };
  /** A pupil of 15, one day before his birthday, with consents of his mother. */
  async function family(row: object = {}, purposes: readonly string[] = ['PLACEMENT']) {
    const schoolPupilNumber = String((number += 1));
    const full = { schoolPupilNumber, birthDate: FIFTEEN, guardians, email: `p${number}@mail.example`, supervisorStaffNumber: '7', ...row };
    const studentId = await withStudent(students, full);
    const coordinator = viewer(grant('COORDINATOR', at(locationId)));
    const { data } = await students.query(coordinator, 'query ($id: ID!) { student(id: $id) { guardians { guardian { id } } } }', {
      id: studentId,
    });
    const guardianId = data.student.guardians[0].guardian.id as string;
    const consents = [];
    for (const purpose of purposes) consents.push(await give(studentId, guardianId, purpose));
    return { studentId, consents, row: full, pupil: as(viewer(grant('STUDENT', ofStudent(studentId))), studentId) };
  }
  async function night(day = SIXTEENTH, dryRun = false) {
    const connection = students.connection.useDb(students.connection.name, { useCache: false });
    const stores = {
      students: createStudentStore(connection),
      consents: createConsentStore(connection),
      schools: createSchoolStore(connection),
    };
    const clock = clockAt(() => new Date(`${day}T01:30:00Z`));
    const lines: string[] = [];
    const done = await runNightly({ tasks: [consentReviews({ ...stores, clock, newId })], dryRun, tell: (line) => lines.push(line) });
    return { done: done['CONSENT_REVIEW'], lines };
  }
  const toldOf = async (studentId: string) =>
    (await toldEvents(students)).filter(({ type, data }) => type === 'ConsentReviewDue' && data['studentId'] === studentId);
  const ask = async (studentId: string, role = 'STUDENT') =>
    (await students.call('notifications', 'students.reminderSubject', { subjectId: studentId, role, onlyWhilePending: true })).body;

  it('is told on the 16th birthday, once for all consents, in ids and codes', async () => {
    const { studentId } = await family({}, ['PLACEMENT', 'WARM_HANDOVER']);
    await night('2026-11-24');
    expect(await toldOf(studentId)).toEqual([]);
    const { lines } = await night(SIXTEENTH, true);
    expect(lines).toEqual([expect.stringMatching(/^CONSENT_REVIEW: .*: 1 due$/)]);
    expect(await toldOf(studentId)).toEqual([]);
    expect(await night()).toMatchObject({ done: 1 });
    expect(await toldOf(studentId)).toEqual([{ type: 'ConsentReviewDue', data: { studentId, locationId, holidayRegion: 'ZUID' } }]);
    expect(await night()).toMatchObject({ done: 0 });
    expect(await night('2026-11-26')).toMatchObject({ done: 0 });
    expect(await toldOf(studentId)).toHaveLength(1);
  });

  it('is made up for when the job did not run on the day', async () => {
    const { studentId } = await family();
    await night('2026-11-30');
    expect(await toldOf(studentId)).toHaveLength(1);
  });

  it('is told again for a birth date that was wrong, on the right birthday', async () => {
    const { studentId, row } = await family();
    await night();
    await withStudent(students, { ...row, birthDate: '2010-12-25' });
    await night('2026-12-24');
    expect(await toldOf(studentId)).toHaveLength(1);
    await night('2026-12-25');
    expect(await toldOf(studentId)).toHaveLength(2);
  });

  it('is told on 1 March for who was born on 29 February, where the year has no such day', async () => {
    const { studentId } = await family();
    await students.connection.collection('students').updateOne({ _id: studentId as never }, { $set: { birthDate: '2084-02-29' } });
    await night('2100-02-28');
    expect(await toldOf(studentId)).toEqual([]);
    await night('2100-03-01');
    expect(await toldOf(studentId)).toHaveLength(1);
  });

  it('is not told of who left, was erased, decided meanwhile, or has no guardian behind a consent', async () => {
    const left = await family();
    await withStudent(students, { ...left.row, leftOn: '2026-11-24' });
    const erased = await family();
    await students.connection.collection('students').updateOne({ _id: erased.studentId as never }, { $set: { erasedAt: new Date() } });
    const none = await family({}, []);
    const decided = await family();
    const withdrawn = await family();
    students.setNow(`${SIXTEENTH}T00:10:00Z`);
    for (const { id, revision } of decided.consents)
      await mutate(students, decided.pupil, 'confirmConsent', 'consent { id }', { id, revision });
    for (const { id, revision } of withdrawn.consents)
      await mutate(students, withdrawn.pupil, 'withdrawConsent', 'consent { id }', { id, revision });
    await night();
    for (const { studentId } of [left, erased, none, decided, withdrawn]) expect(await toldOf(studentId)).toEqual([]);
  });

  it('goes on where it was stopped', async () => {
    const families = [await family(), await family(), await family()];
    const [first] = families;
    const connection = students.connection.useDb(students.connection.name, { useCache: false });
    const stores = {
      students: createStudentStore(connection),
      consents: createConsentStore(connection),
      schools: createSchoolStore(connection),
    };
    const task = consentReviews({ ...stores, clock: clockAt(() => new Date(`${SIXTEENTH}T01:30:00Z`)), newId });
    expect(await task.due('', 100)).toEqual(families.map(({ studentId }) => studentId).toSorted());
    await task.carryOut([first?.studentId ?? '']);
    expect(await night()).toMatchObject({ done: 2 });
    for (const { studentId } of families) expect(await toldOf(studentId)).toHaveLength(1);
  });

  it('is asked again of the owner at sending: the pupil, else his supervisor, while a consent waits', async () => {
    const { studentId, consents, pupil, row } = await family();
    expect(await ask(studentId)).toMatchObject({ needed: false, reason: 'REVIEWED' });
    students.setNow(`${SIXTEENTH}T08:00:00Z`);
    const asked = await ask(studentId);
    expect(asked).toMatchObject({
      needed: true,
      recipientIds: [studentId],
      fallbackIds: [expect.stringMatching(/^stf_/)],
      studentId,
      facts: {},
    });
    expect(await ask(studentId, 'SCHOOL')).toMatchObject({ needed: false, reason: 'NO_SUCH_ROLE' });
    await students.connection.collection('students').updateOne({ _id: studentId as never }, { $set: { email: null } });
    expect(await ask(studentId)).toMatchObject({ needed: true, recipientIds: [], fallbackIds: asked.fallbackIds });
    for (const { id, revision } of consents) await mutate(students, pupil, 'confirmConsent', 'consent { id }', { id, revision });
    expect(await ask(studentId)).toMatchObject({ needed: false, reason: 'REVIEWED' });
    await withStudent(students, { ...row, leftOn: SIXTEENTH });
    expect(await ask(studentId)).toMatchObject({ needed: false, reason: 'LEFT' });
    expect(await ask('stu_nobody')).toMatchObject({ needed: false, reason: 'UNKNOWN', studentId: null });
  });
});

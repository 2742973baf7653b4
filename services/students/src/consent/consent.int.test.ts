import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { grant, viewer, type TestSubgraph } from '@servicepunt/shared/test-support/subgraph';
import {
  as,
  at,
  importRows,
  mutate,
  ofStudent,
  pupilRow,
  servicePoint,
  startStudents,
  toldEvents,
  withLocations,
  withStaff,
  withStudent,
} from '../test-support/fixtures.ts';

const CONSENT = `consent { id revision purpose legalBasis items state givenAt student { id } givenBy { giver guardian { id } student { id } }
  history { act onPaper at by { giver } recordedBy { id } } }`;
const mother = { givenName: 'Anna', familyName: 'de Wit', relation: 'moeder' };
/** On the day of these tests he is 15; his 16th birthday is the day after. */
const FIFTEEN = '2010-11-25';
const SIXTEEN = '2010-11-24';

describe('consents', () => {
  let students: TestSubgraph;
  let coordinator: Viewer;
  let locationId: string;
  beforeAll(async () => {
    students = await startStudents();
    const locations = await withLocations(students);
    locationId = locations['05KO00'];
    coordinator = viewer(grant('COORDINATOR', at(locationId)));
  });
  afterAll(() => students.stop());

  const run = (name: string, input: object, by: Viewer) => mutate(students, by, name, CONSENT, input);
  const codes = (payload: { userErrors: { code: string; field: string | null }[] }) =>
    payload.userErrors.map(({ code, field }) => `${code} ${field}`);
  const give = (studentId: string, by: Viewer, values: object = {}) =>
    run(
      'giveConsent',
      {
        idempotencyKey: `${studentId} ${JSON.stringify(values)}`,
        studentId,
        purpose: 'PLACEMENT',
        items: ['goals', 'firstName'],
        ...values,
      },
      by,
    );

  async function family(schoolPupilNumber: string, birthDate: string, guardian: object = {}) {
    const studentId = await withStudent(students, { schoolPupilNumber, birthDate, guardians: [{ ...mother, ...guardian }] });
    const { data } = await students.query(coordinator, 'query ($id: ID!) { student(id: $id) { guardians { guardian { id } } } }', {
      id: studentId,
    });
    const guardianId = data.student.guardians[0].guardian.id as string;
    return {
      studentId,
      guardianId,
      guardian: as(viewer(grant('GUARDIAN', ofStudent(studentId))), guardianId),
      pupil: as(viewer(grant('STUDENT', ofStudent(studentId))), studentId),
    };
  }

  it('are given by a guardian until the 16th birthday', async () => {
    const { studentId, guardianId, guardian, pupil } = await family('1', FIFTEEN);
    expect(codes(await give(studentId, pupil))).toEqual(['CONSENT_IS_THE_GUARDIANS studentId']);
    const given = await give(studentId, guardian);
    expect(given).toMatchObject({
      userErrors: [],
      consent: {
        revision: 1,
        legalBasis: 'CONSENT',
        items: ['firstName', 'goals'],
        state: 'ACTIVE',
        givenBy: { giver: 'GUARDIAN', guardian: { id: guardianId }, student: null },
        history: [{ act: 'GIVEN', onPaper: false, by: { giver: 'GUARDIAN' }, recordedBy: null }],
      },
    });
    expect((await give(studentId, guardian)).consent.id).toBe(given.consent.id);
    expect(codes(await give(studentId, guardian, { idempotencyKey: `${studentId} {}`, items: ['goals'] }))).toEqual([
      'IDEMPOTENCY_KEY_REUSED idempotencyKey',
    ]);
  });

  it('are given by the pupil from the 16th birthday', async () => {
    const { studentId, guardian, pupil } = await family('2', SIXTEEN);
    expect(codes(await give(studentId, guardian))).toEqual(['CONSENT_IS_THE_STUDENTS studentId']);
    expect(await give(studentId, pupil)).toMatchObject({
      userErrors: [],
      consent: { state: 'ACTIVE', givenBy: { giver: 'STUDENT', student: { id: studentId } } },
    });
  });

  it('of a guardian are due for review from that day, until the pupil confirms or withdraws', async () => {
    const { studentId, guardian, pupil } = await family('3', FIFTEEN);
    const { consent } = await give(studentId, guardian);
    expect(codes(await run('confirmConsent', { id: consent.id, revision: 1 }, guardian))).toEqual(['CONSENT_NOT_IN_REVIEW id']);
    students.setNow('2026-11-25T10:00:00Z');
    const { data } = await students.query(pupil, 'query ($id: ID!) { student(id: $id) { consents { nodes { state } } } }', {
      id: studentId,
    });
    expect(data.student.consents.nodes).toEqual([{ state: 'REVIEW_DUE' }]);
    expect(codes(await run('confirmConsent', { id: consent.id, revision: 1 }, guardian))).toEqual(['CONSENT_IS_THE_STUDENTS studentId']);
    expect(codes(await run('withdrawConsent', { id: consent.id, revision: 1 }, guardian))).toEqual(['CONSENT_IS_THE_STUDENTS studentId']);
    const confirmed = await run('confirmConsent', { id: consent.id, revision: 1 }, pupil);
    expect(confirmed.consent).toMatchObject({
      revision: 2,
      state: 'ACTIVE',
      givenBy: { giver: 'STUDENT' },
      history: [{ act: 'GIVEN' }, { act: 'CONFIRMED' }],
    });
    expect(codes(await run('confirmConsent', { id: consent.id, revision: 2 }, pupil))).toEqual(['CONSENT_NOT_IN_REVIEW id']);
    students.setNow('2026-11-24T10:00:00Z');
  });

  it('are withdrawn by whoever may give them, and told at once', async () => {
    const { studentId, guardian, pupil } = await family('4', FIFTEEN);
    const { consent } = await give(studentId, guardian);
    expect(codes(await run('withdrawConsent', { id: consent.id, revision: 1 }, pupil))).toEqual(['CONSENT_IS_THE_GUARDIANS studentId']);
    expect(codes(await run('withdrawConsent', { id: consent.id, revision: 3 }, guardian))).toEqual(['REVISION_CONFLICT revision']);
    const withdrawn = await run('withdrawConsent', { id: consent.id, revision: 1 }, guardian);
    expect(withdrawn.consent).toMatchObject({ revision: 2, state: 'WITHDRAWN', history: [{ act: 'GIVEN' }, { act: 'WITHDRAWN' }] });
    expect(await run('withdrawConsent', { id: consent.id, revision: 1 }, guardian)).toMatchObject({
      userErrors: [],
      consent: { revision: 2 },
    });
    const told = (await toldEvents(students)).filter(({ type }) => type === 'ConsentWithdrawn');
    expect(told).toEqual([{ type: 'ConsentWithdrawn', data: { studentId, consentId: consent.id } }]);
  });

  it('are recorded from paper by staff, for the guardian who signed or for the pupil', async () => {
    const young = await family('5', FIFTEEN);
    const other = await family('6', FIFTEEN);
    const old = await family('7', SIXTEEN);
    const clerk = as(coordinator, await withStaff(students, { staffNumber: '1' }));
    expect(codes(await give(young.studentId, clerk))).toEqual(['CONSENT_NEEDS_PAPER studentId']);
    expect(codes(await give(young.studentId, clerk, { onPaper: true }))).toEqual(['NOT_THEIR_GUARDIAN guardianId']);
    expect(codes(await give(young.studentId, clerk, { onPaper: true, guardianId: other.guardianId }))).toEqual([
      'NOT_THEIR_GUARDIAN guardianId',
    ]);
    expect(await give(young.studentId, clerk, { onPaper: true, guardianId: young.guardianId })).toMatchObject({
      userErrors: [],
      consent: { givenBy: { guardian: { id: young.guardianId } }, history: [{ onPaper: true, recordedBy: { id: clerk.id } }] },
    });
    const given = await give(old.studentId, clerk, { onPaper: true });
    expect(given.consent).toMatchObject({ givenBy: { giver: 'STUDENT' }, state: 'ACTIVE' });
    expect(await run('withdrawConsent', { id: given.consent.id, revision: 1, onPaper: true }, clerk)).toMatchObject({
      consent: { state: 'WITHDRAWN' },
    });
    expect(codes(await give(young.studentId, young.guardian, { onPaper: true }))).toEqual(['FORBIDDEN onPaper']);
  });

  it('are recorded by the supervisor who guides the pupil, and by no other', async () => {
    const supervisorId = await withStaff(students, { staffNumber: '2', role: 'SCHOOL_SUPERVISOR' });
    const studentId = await withStudent(students, { schoolPupilNumber: '8', birthDate: SIXTEEN, supervisorStaffNumber: '2' });
    const supervisor = viewer(grant('SCHOOL_SUPERVISOR', at(locationId)));
    expect(codes(await give(studentId, supervisor, { onPaper: true }))).toEqual(['FORBIDDEN onPaper']);
    expect(codes(await give(studentId, as(supervisor, supervisorId), { onPaper: true }))).toEqual([]);
  });

  it('are given as the guardian whose account it is, where somebody has several records', async () => {
    const staffId = await withStaff(students, { staffNumber: '3', subject: 'sub-both' });
    const { studentId, guardianId } = await family('9', FIFTEEN, { subject: 'sub-both' });
    const both = as(viewer(grant('COORDINATOR', at(locationId)), grant('GUARDIAN', ofStudent(studentId))), staffId);
    expect(await give(studentId, both)).toMatchObject({ userErrors: [], consent: { givenBy: { guardian: { id: guardianId } } } });
    const stranger = as(viewer(grant('GUARDIAN', ofStudent(studentId))), 'grd_stranger');
    expect(codes(await give(studentId, stranger))).toEqual(['FORBIDDEN studentId']);
  });

  it('name fields, and are about pupils whom the viewer may know of', async () => {
    const { studentId, guardian } = await family('10', FIFTEEN);
    expect(codes(await give(studentId, guardian, { items: [] }))).toEqual(['INVALID_INPUT items']);
    expect(codes(await give(studentId, guardian, { items: ['zijn adres'] }))).toEqual(['INVALID_INPUT items']);
    const other = await family('11', FIFTEEN);
    expect(codes(await give(other.studentId, guardian))).toEqual(['NOT_FOUND studentId']);
    const { consent } = await give(other.studentId, other.guardian);
    expect(codes(await run('withdrawConsent', { id: consent.id, revision: 1 }, guardian))).toEqual(['NOT_FOUND id']);
    const { data } = await students.query(guardian, 'query ($id: ID!) { consent(id: $id) { id } }', { id: consent.id });
    expect(data.consent).toBeNull();
  });

  it('cost the same number of commands for two pupils and for twenty', async () => {
    const rows = Array.from({ length: 20 }, (_, index) => ({
      ...pupilRow,
      schoolPupilNumber: `L${index}`,
      group: 'L',
      birthDate: SIXTEEN,
    }));
    await importRows(students, 'Students', rows, { locationCode: '05KO00' });
    const { data } = await students.query(servicePoint, '{ students(filter: { group: "L" }, first: 100) { nodes { id } } }');
    for (const { id } of data.students.nodes as { id: string }[]) await give(id, coordinator, { onPaper: true });
    const list = (first: number) =>
      `{ students(filter: { group: "L" }, first: ${first}) { nodes { consents(first: 5) { nodes { state givenBy { student { id } } history { act } } totalCount } } } }`;
    const few = await students.countCommands(() => students.query(coordinator, list(2)));
    const many = await students.countCommands(async () => {
      const { data: answer } = await students.query(coordinator, list(20));
      expect(answer.students.nodes[19].consents).toMatchObject({ totalCount: 1, nodes: [{ state: 'ACTIVE' }] });
    });
    expect(many).toEqual(few);
  });
});

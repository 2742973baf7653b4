import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CALLS, type CallName } from '@servicepunt/shared/contracts/calls';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { ServiceUnavailable, type Call } from '@servicepunt/shared/service-client';
import { grant, viewer, type TestSubgraph } from '@servicepunt/shared/test-support/subgraph';
import {
  as,
  at,
  mutate,
  ofStudent,
  servicePoint,
  startStudents,
  toldEvents,
  withLocations,
  withStaff,
  withStudent,
} from '../test-support/fixtures.ts';

const officer = as(viewer(grant('PRIVACY_OFFICER')), 'stf_officer');

describe('the export of a pupil’s record', () => {
  let students: TestSubgraph;
  let pupil: string;
  let coordinator: Viewer;
  let down: string | null = null;
  const asked: { name: string; input: unknown; onBehalfOf: string | undefined }[] = [];
  const answers: Partial<Record<CallName, object>> = {
    'placements.studentRecord': { record: { placements: [{ id: 'plc_1' }] }, placementIds: ['plc_1'], employerIds: ['emp_1'] },
    'employers.studentRecord': { record: { employers: [{ id: 'emp_1', name: 'VDL' }] } },
    'notifications.studentRecord': { record: { reminders: [] } },
  };
  const callees = ((name: CallName, input: unknown, options?: { onBehalfOf?: Viewer }) => {
    if (name.startsWith(`${down}.`)) return Promise.reject(new ServiceUnavailable('placements', new Error('down')));
    asked.push({ name, input, onBehalfOf: options?.onBehalfOf?.id });
    return Promise.resolve(CALLS[name].output.parse(answers[name]));
  }) as Call;

  beforeAll(async () => {
    students = await startStudents({}, callees);
    const locations = await withLocations(students);
    coordinator = viewer(grant('COORDINATOR', at(locations['05KO00'])));
    await withStaff(students, { staffNumber: '1001', familyName: 'canary-staff', email: 'canary-staff@beemden.example' });
    const guardian = {
      givenName: 'Fatima',
      familyName: 'canary-guardian',
      email: 'canary-private@ouder.example',
      phone: null,
      subject: null,
    };
    const both = { guardians: [{ ...guardian, relation: 'moeder' }], supervisorStaffNumber: '1001' };
    pupil = await withStudent(students, { schoolPupilNumber: '4711', familyName: 'canary-own', email: 'own@leerling.example', ...both });
    await withStudent(students, { schoolPupilNumber: '4712', familyName: 'canary-sister', email: 'sister@leerling.example', ...both });
    await mutate(students, coordinator, 'recordShortStay', 'student { id }', {
      id: pupil,
      revision: 1,
      shortStay: { setting: 'JUSTICE', startsOn: '2026-10-01', expectedEndOn: null },
    });
    await mutate(students, as(servicePoint, 'stf_curious'), 'openRestrictedAccess', 'restrictedAccess { id }', {
      idempotencyKey: 'a',
      studentId: pupil,
      reason: 'canary-reason',
    });
  });
  afterAll(() => students.stop());

  const exported = (by: Viewer, input: object = {}) =>
    mutate(students, by, 'exportStudentRecord', 'export { id at document }', { idempotencyKey: 'one', studentId: pupil, ...input });

  it('is the privacy officer’s alone, and finds nobody who is not there', async () => {
    for (const by of [servicePoint, coordinator, viewer(grant('STUDENT', ofStudent(pupil))), viewer(grant('OPERATOR'))])
      await expect(exported(by)).rejects.toThrow('FORBIDDEN');
    expect((await exported(officer, { studentId: 'stu_nobody' })).userErrors).toMatchObject([{ code: 'NOT_FOUND', field: 'studentId' }]);
    expect(asked).toEqual([]);
  });

  it('is refused as a whole while a service is down: half a record looks like a whole one', async () => {
    down = 'notifications';
    const payload = await exported(officer);
    down = null;
    expect(payload).toMatchObject({ export: null, userErrors: [{ code: 'SERVICE_UNAVAILABLE' }] });
    expect((await toldEvents(students)).filter(({ type }) => type === 'StudentRecordExported')).toEqual([]);
  });

  it('holds what the four services hold, and of others what they are', async () => {
    asked.length = 0;
    const { export: made, userErrors } = await exported(officer);
    expect(userErrors).toEqual([]);
    const record = JSON.parse(made.document as string);
    expect(record).toMatchObject({
      format: 'servicepunt-lob/student-record',
      version: 1,
      exportId: made.id,
      students: {
        student: {
          id: pupil,
          familyName: 'canary-own',
          schoolPupilNumber: '4711',
          supervisorId: 'STAFF_MEMBER',
          shortStay: { setting: 'JUSTICE' },
        },
        guardians: [{ familyName: 'canary-guardian', children: [{ studentId: pupil, relation: 'moeder' }] }],
        restrictedAccesses: [{ reason: 'canary-reason', openedById: 'STAFF_MEMBER' }],
      },
      placements: { placements: [{ id: 'plc_1' }] },
      employers: { employers: [{ name: 'VDL' }] },
      notifications: { reminders: [] },
    });
    expect(made.document).not.toMatch(/canary-(sister|staff|private)|4712|sister@|stf_/);
    const [guardian] = record.students.guardians as { id: string }[];
    expect(asked).toEqual([
      { name: 'placements.studentRecord', input: { studentId: pupil, guardianIds: [guardian?.id] }, onBehalfOf: 'stf_officer' },
      { name: 'employers.studentRecord', input: { placementIds: ['plc_1'], employerIds: ['emp_1'] }, onBehalfOf: 'stf_officer' },
      { name: 'notifications.studentRecord', input: { studentId: pupil, guardianIds: [guardian?.id] }, onBehalfOf: 'stf_officer' },
    ]);
  });

  it('stands in the trail once, under the officer, and is kept nowhere', async () => {
    const again = await exported(officer);
    expect(again.userErrors).toEqual([]);
    await students.relay.drain();
    const told = await students.connection.collection('events').find({ type: 'StudentRecordExported' }).toArray();
    expect(told).toMatchObject([{ actor: 'stf_officer', data: { recordExportId: again.export.id, studentId: pupil } }]);
    expect(JSON.stringify(await students.connection.collection('recordExports').find().toArray())).not.toContain('canary');
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { grant, viewer, type TestSubgraph } from '@servicepunt/shared/test-support/subgraph';
import { at, mutate, ofStudent, servicePoint, startStudents, toldEvents, withLocations, withStudent } from '../test-support/fixtures.ts';

const officer = viewer(grant('PRIVACY_OFFICER'));

describe('disclosures', () => {
  let students: TestSubgraph;
  let locations: Record<'05KO00' | '05KO01', string>;
  beforeAll(async () => {
    students = await startStudents();
    locations = await withLocations(students);
  });
  afterAll(() => students.stop());

  const input = (studentId: string, values: object = {}) => ({
    subjectId: 'plc_1',
    studentId,
    recipient: { kind: 'EMPLOYER', id: 'emp_1' },
    legalBasis: 'CONTRACT',
    purpose: 'PLACEMENT',
    items: ['goals', 'firstName'],
    ...values,
  });
  const record = async (studentId: string, values: object = {}) =>
    (await students.call('placements', 'students.recordDisclosure', input(studentId, values))).body as {
      recorded: boolean;
      disclosureId?: string;
      reason?: string;
    };
  const list = async (by = officer, filter = '') => {
    const { data, errors } = await students.query(
      by,
      `{ disclosures(first: 100, filter: { ${filter} }) { totalCount nodes { id subjectId purpose items legalBasis at student { id } consent { id }
        recipient { kind employer { id } partnerOrganisation { id } } } } }`,
    );
    return errors ? errors.map(({ extensions }) => extensions.code) : data.disclosures;
  };

  it('are logged once, and told once', async () => {
    const studentId = await withStudent(students, { schoolPupilNumber: '1' });
    const results = await Promise.all(Array.from({ length: 4 }, () => record(studentId)));
    expect(new Set(results.map((result) => result.disclosureId)).size).toBe(1);
    expect(await record(studentId, { items: ['firstName'] })).toEqual(results[0]);
    expect(await list(officer, `student: "${studentId}"`)).toMatchObject({
      totalCount: 1,
      nodes: [
        {
          subjectId: 'plc_1',
          items: ['firstName', 'goals'],
          legalBasis: 'CONTRACT',
          at: '2026-11-24T10:00:00.000Z',
          student: { id: studentId },
          consent: null,
          recipient: { kind: 'EMPLOYER', employer: { id: 'emp_1' }, partnerOrganisation: null },
        },
      ],
    });
    const told = (await toldEvents(students)).filter(({ type, data }) => type === 'DisclosureRecorded' && data['studentId'] === studentId);
    expect(told.map(({ data }) => data)).toEqual([{ disclosureId: results[0]?.disclosureId, studentId, placementId: 'plc_1' }]);
  });

  it('are logged anew for another recipient, more items or another ground', async () => {
    const studentId = await withStudent(students, { schoolPupilNumber: '2' });
    const ids = new Set<string | undefined>();
    for (const values of [
      { subjectId: 'who_2' },
      { subjectId: 'who_2', recipient: { kind: 'PARTNER_ORGANISATION', id: 'par_1' } },
      { subjectId: 'who_2', items: ['firstName', 'goals', 'schedule'] },
      { subjectId: 'who_2', legalBasis: 'PUBLIC_TASK' },
    ])
      ids.add((await record(studentId, values)).disclosureId);
    expect(ids.size).toBe(4);
    const told = (await toldEvents(students)).filter(({ type, data }) => type === 'DisclosureRecorded' && data['studentId'] === studentId);
    expect(told.map(({ data }) => data['placementId'])).toEqual([null, null, null, null]);
  });

  it('on the ground of consent need one that covers every item today, and end with it', async () => {
    const studentId = await withStudent(students, { schoolPupilNumber: '3', birthDate: '2010-11-24' });
    const pupil = viewer(grant('STUDENT', ofStudent(studentId)));
    const give = async (key: string, items: readonly string[], purpose = 'PLACEMENT') =>
      (await mutate(students, pupil, 'giveConsent', 'consent { id }', { idempotencyKey: key, studentId, purpose, items })).consent
        .id as string;
    const byConsent = { subjectId: 'plc_3', legalBasis: 'CONSENT' };
    const refused = { recorded: false, reason: 'NO_CONSENT' };
    expect(await record(studentId, byConsent)).toEqual(refused);
    await give('a', ['firstName', 'goals'], 'WARM_HANDOVER');
    await give('b', ['firstName']);
    expect(await record(studentId, byConsent)).toEqual(refused);
    const consentId = await give('c', ['firstName', 'goals']);
    const first = await record(studentId, byConsent);
    expect(first.recorded).toBe(true);
    expect(await list(officer, `student: "${studentId}"`)).toMatchObject({ nodes: [{ consent: { id: consentId } }] });

    await mutate(students, pupil, 'withdrawConsent', 'consent { id }', { id: consentId, revision: 1 });
    expect(await record(studentId, byConsent)).toEqual(refused);
    await give('d', ['firstName', 'goals']);
    const second = await record(studentId, byConsent);
    expect(second.recorded).toBe(true);
    expect(second.disclosureId).not.toBe(first.disclosureId);
  });

  it('rest on no guardian’s consent that the pupil has outgrown', async () => {
    const guardians = [{ givenName: 'Anna', familyName: 'de Wit' }];
    const studentId = await withStudent(students, { schoolPupilNumber: '4', birthDate: '2010-11-25', guardians });
    const { data } = await students.query(servicePoint, 'query ($id: ID!) { student(id: $id) { guardians { guardian { id } } } }', {
      id: studentId,
    });
    const guardianId = data.student.guardians[0].guardian.id as string;
    const paper = { idempotencyKey: 'p', studentId, purpose: 'PLACEMENT', items: ['firstName', 'goals'], onPaper: true, guardianId };
    await mutate(students, servicePoint, 'giveConsent', 'consent { id }', paper);
    expect(await record(studentId, { subjectId: 'plc_4', legalBasis: 'CONSENT' })).toMatchObject({ recorded: true });
    students.setNow('2026-11-25T10:00:00Z');
    expect(await record(studentId, { subjectId: 'plc_4b', legalBasis: 'CONSENT' })).toEqual({ recorded: false, reason: 'NO_CONSENT' });
    students.setNow('2026-11-24T10:00:00Z');
  });

  it('are refused for a pupil who isn’t there, and for callers who may not log', async () => {
    expect(await record('stu_none')).toEqual({ recorded: false, reason: 'UNKNOWN_STUDENT' });
    expect((await students.call('employers', 'students.recordDisclosure', input('stu_none'))).status).toBe(403);
  });

  it('are shown to whom they concern and who answers for them, and to nobody else', async () => {
    const studentId = await withStudent(students, { schoolPupilNumber: '5' });
    await record(studentId, { subjectId: 'plc_5' });
    const filter = `student: "${studentId}"`;
    for (const by of [
      officer,
      viewer(grant('STUDENT', ofStudent(studentId))),
      viewer(grant('GUARDIAN', ofStudent(studentId))),
      viewer(grant('COORDINATOR', at(locations['05KO00']))),
    ])
      expect(await list(by, filter)).toMatchObject({ totalCount: 1 });
    expect(await list(viewer(grant('COORDINATOR', at(locations['05KO01']))), filter)).toMatchObject({ totalCount: 0 });
    expect(await list(viewer(grant('GUARDIAN', ofStudent('stu_other'))), filter)).toMatchObject({ totalCount: 0 });
    for (const by of [
      viewer(grant('SCHOOL_SUPERVISOR', at(locations['05KO00']))),
      viewer(grant('EMPLOYER_CONTACT', { kind: 'EMPLOYER', id: 'emp_1' })),
    ])
      expect(await list(by, filter)).toEqual(['FORBIDDEN']);
  });

  it('are listed by recipient, ground and time, and per pupil', async () => {
    const studentId = await withStudent(students, { schoolPupilNumber: '6' });
    await record(studentId, {
      subjectId: 'who_6',
      recipient: { kind: 'PARTNER_ORGANISATION', id: 'par_6' },
      legalBasis: 'STATUTORY_REPORT',
    });
    students.setNow('2026-11-24T12:00:00Z');
    await record(studentId, { subjectId: 'plc_6', recipient: { kind: 'EMPLOYER', id: 'emp_6' } });
    students.setNow('2026-11-24T10:00:00Z');
    const subjects = async (filter: string) =>
      (await list(officer, `student: "${studentId}", ${filter}`)).nodes.map((node: { subjectId: string }) => node.subjectId);
    expect(await subjects('')).toEqual(['plc_6', 'who_6']);
    expect(await subjects('recipient: "par_6"')).toEqual(['who_6']);
    expect(await subjects('recipientKind: EMPLOYER')).toEqual(['plc_6']);
    expect(await subjects('legalBasis: STATUTORY_REPORT')).toEqual(['who_6']);
    expect(await subjects('from: "2026-11-24T11:00:00Z"')).toEqual(['plc_6']);
    expect(await subjects('until: "2026-11-24T11:00:00Z"')).toEqual(['who_6']);
    const { data } = await students.query(
      officer,
      'query ($id: ID!) { student(id: $id) { id disclosures(first: 1) { totalCount nodes { subjectId } pageInfo { hasNextPage } } } }',
      { id: studentId },
    );
    expect(data.student.disclosures).toEqual({ totalCount: 2, nodes: [{ subjectId: 'plc_6' }], pageInfo: { hasNextPage: true } });
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { grant, viewer, type TestSubgraph } from '@servicepunt/shared/test-support/subgraph';
import { at, mutate, servicePoint, startStudents, withLocations, withStudent } from '../test-support/fixtures.ts';

describe('in the database', () => {
  let students: TestSubgraph;
  let pupil: string;
  beforeAll(async () => {
    students = await startStudents();
    const locations = await withLocations(students);
    pupil = await withStudent(students, { schoolPupilNumber: '1' });
    const coordinator = viewer(grant('COORDINATOR', at(locations['05KO00'])));
    const stay = { setting: 'JUSTICE', startsOn: '2026-10-01', expectedEndOn: null };
    const payload = await mutate(students, coordinator, 'recordShortStay', 'student { shortStay { setting } }', {
      id: pupil,
      revision: 1,
      shortStay: stay,
    });
    // The row that a mutation answers with is readable like any other.
    expect(payload.student.shortStay.setting).toBe('JUSTICE');
    await mutate(students, servicePoint, 'openRestrictedAccess', 'restrictedAccess { reason }', {
      idempotencyKey: 'a',
      studentId: pupil,
      reason: 'canary-reason over een plek',
    });
  });
  afterAll(() => students.stop());

  it('no restricted field can be read', async () => {
    await students.relay.drain();
    await students.subscriber?.catchUp();
    const collections = await students.connection.listCollections();
    const dump = await Promise.all(collections.map(({ name }) => students.connection.collection(name).find().toArray()));
    const text = JSON.stringify(dump);
    expect(text).toContain(pupil);
    expect(text).not.toMatch(/JUSTICE|canary-reason/);
    const stored = await students.connection.collection('students').findOne({ _id: pupil as never });
    expect(stored?.['shortStay']).toMatchObject({ setting: expect.stringMatching(/^enc1\.test\./), startsOn: '2026-10-01' });
  });

  it('a value that was moved to another pupil is refused, and the log says no text', async () => {
    const other = await withStudent(students, { schoolPupilNumber: '2' });
    const stored = await students.connection.collection('students').findOne({ _id: pupil as never });
    await students.connection.collection('students').updateOne({ _id: other as never }, { $set: { shortStay: stored?.['shortStay'] } });
    const { data, errors } = await students.query(servicePoint, 'query ($id: ID!) { student(id: $id) { givenName } }', { id: other });
    expect(data.student).toBeNull();
    expect(errors?.[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
  });
});

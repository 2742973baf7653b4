import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { grant, viewer, type TestSubgraph } from '@servicepunt/shared/test-support/subgraph';
import { as, at, mutate, ofStudent, startStudents, toldEvents, withLocations, withStudent } from '../test-support/fixtures.ts';

const GUARDIAN =
  'guardian { id revision givenName familyName email phone subject children { relation student { id } legalRepresentation { kind startsOn endsOn } } }';

describe('guardians', () => {
  let students: TestSubgraph;
  let coordinator: Viewer;
  let elsewhere: Viewer;
  beforeAll(async () => {
    students = await startStudents();
    const locations = await withLocations(students);
    coordinator = viewer(grant('COORDINATOR', at(locations['05KO00'])));
    elsewhere = viewer(grant('COORDINATOR', at(locations['05KO01'])));
  });
  afterAll(() => students.stop());

  const run = (name: string, input: object, by: Viewer = coordinator) => mutate(students, by, name, GUARDIAN, input);
  const codes = (payload: { userErrors: { code: string; field: string | null }[] }) =>
    payload.userErrors.map(({ code, field }) => `${code} ${field}`);
  const add = async (studentId: string, values: object = {}) => {
    const input = {
      idempotencyKey: `${studentId}${JSON.stringify(values)}`,
      studentId,
      givenName: 'Anna',
      familyName: 'de Wit',
      ...values,
    };
    const payload = await run('addGuardian', input);
    expect(payload.userErrors).toEqual([]);
    return payload.guardian as { id: string };
  };

  it('are added to a pupil once, and told as a change of the pupil', async () => {
    const studentId = await withStudent(students, { schoolPupilNumber: '1' });
    const values = { relation: 'moeder', email: 'Anna@Wit.example', phone: '+31612345678', subject: 'sub-anna' };
    const first = await add(studentId, values);
    expect(first).toMatchObject({
      revision: 1,
      email: 'anna@wit.example',
      subject: 'sub-anna',
      children: [{ relation: 'moeder', student: { id: studentId }, legalRepresentation: null }],
    });
    expect((await add(studentId, values)).id).toBe(first.id);
    expect((await toldEvents(students)).filter(({ data }) => data['studentId'] === studentId).map(({ type }) => type)).toEqual([
      'StudentRegistered',
      'StudentChanged',
    ]);
  });

  it('change in what is given alone, under the revision that was seen', async () => {
    const studentId = await withStudent(students, { schoolPupilNumber: '2' });
    const { id } = await add(studentId, { email: 'a@x.example', phone: '+31612345678' });
    expect(await run('changeGuardian', { id, revision: 1, familyName: 'Zwart', phone: null })).toMatchObject({
      userErrors: [],
      guardian: { revision: 2, givenName: 'Anna', familyName: 'Zwart', email: 'a@x.example', phone: null },
    });
    expect(codes(await run('changeGuardian', { id, revision: 1 }))).toEqual(['REVISION_CONFLICT revision']);
    expect(codes(await run('changeGuardian', { id, revision: 2, familyName: 'Zwart 111222333' }))).toEqual(['NATIONAL_NUMBER familyName']);
    expect(codes(await run('changeGuardian', { id, revision: 2 }, elsewhere))).toEqual(['NOT_FOUND id']);
  });

  it('lose a pupil when that ends', async () => {
    const studentId = await withStudent(students, { schoolPupilNumber: '3' });
    const { id } = await add(studentId);
    expect(codes(await run('removeGuardian', { id, revision: 1, studentId: 'stu_other' }))).toEqual(['NOT_THEIR_GUARDIAN studentId']);
    expect(await run('removeGuardian', { id, revision: 1, studentId })).toMatchObject({ userErrors: [], guardian: { children: [] } });
  });

  it('decide for an adult under a legal representation, which starts at 18 and can end', async () => {
    const studentId = await withStudent(students, { schoolPupilNumber: '4', birthDate: '2008-11-24' });
    const { id } = await add(studentId);
    const open = async () => {
      const { data } = await students.query(coordinator, 'query ($id: ID!) { student(id: $id) { guardians { viewOpen } } }', {
        id: studentId,
      });
      return data.student.guardians[0].viewOpen as boolean;
    };
    expect(await open()).toBe(false);
    const input = { id, revision: 1, studentId, kind: 'CURATORSHIP', startsOn: '2026-11-23' };
    expect(codes(await run('recordLegalRepresentation', input))).toEqual(['INVALID_INPUT startsOn']);
    expect(codes(await run('endLegalRepresentation', { id, revision: 1, studentId, endsOn: '2027-01-01' }))).toEqual([
      'NO_REPRESENTATION studentId',
    ]);
    const recorded = await run('recordLegalRepresentation', { ...input, startsOn: '2026-11-24' });
    expect(recorded.guardian.children).toMatchObject([
      { legalRepresentation: { kind: 'CURATORSHIP', startsOn: '2026-11-24', endsOn: null } },
    ]);
    expect(await open()).toBe(true);
    expect(codes(await run('endLegalRepresentation', { id, revision: 2, studentId, endsOn: '2026-11-01' }))).toEqual([
      'INVALID_INPUT endsOn',
    ]);
    await run('endLegalRepresentation', { id, revision: 2, studentId, endsOn: '2026-12-31' });
    students.setNow('2027-01-01T10:00:00Z');
    expect(await open()).toBe(false);
    students.setNow('2026-11-24T10:00:00Z');
  });

  it('see of each other who they are, and nothing by which to find one another', async () => {
    const studentId = await withStudent(students, { schoolPupilNumber: '5' });
    const anna = await add(studentId, { email: 'anna@x.example', phone: '+31612345678', subject: 'sub-5a' });
    const bob = await add(studentId, { givenName: 'Bob', email: 'bob@x.example', phone: '+31687654321', subject: 'sub-5b' });
    const { data } = await students.query(
      as(viewer(grant('GUARDIAN', ofStudent(studentId))), anna.id),
      'query ($id: ID!) { student(id: $id) { guardians { guardian { id givenName email phone subject children { relation } } } } }',
      { id: studentId },
    );
    const seen = Object.fromEntries(data.student.guardians.map(({ guardian }: { guardian: { id: string } }) => [guardian.id, guardian]));
    expect(seen[anna.id]).toMatchObject({ givenName: 'Anna', email: 'anna@x.example', subject: 'sub-5a' });
    expect(seen[bob.id]).toEqual({ id: bob.id, givenName: 'Bob', email: null, phone: null, subject: null, children: null });
  });

  it('do not show a pupil of theirs whom the viewer may not know of', async () => {
    const [first, second] = [
      await withStudent(students, { schoolPupilNumber: '6' }),
      await withStudent(students, { schoolPupilNumber: '7' }),
    ];
    const shared = [{ givenName: 'Anna', familyName: 'Gedeeld', email: 'shared@x.example' }];
    await withStudent(students, { schoolPupilNumber: '6', guardians: shared });
    await withStudent(students, { schoolPupilNumber: '7', guardians: shared });
    const entity = 'query ($id: ID!) { student(id: $id) { guardians { guardian { id children { student { id } } } } } }';
    const all = await students.query(coordinator, entity, { id: first });
    const { guardian } = all.data.student.guardians[0];
    expect(guardian.children.map((link: { student: { id: string } }) => link.student.id).toSorted()).toEqual([first, second].toSorted());
    const one = await students.query(as(viewer(grant('GUARDIAN', ofStudent(first))), guardian.id), entity, { id: first });
    expect(one.data.student.guardians[0].guardian.children).toEqual([{ student: { id: first } }]);
  });

  it('are unknown to companies, links and other locations', async () => {
    const { id } = await add(await withStudent(students, { schoolPupilNumber: '8' }));
    const entity =
      'query ($id: ID!) { _entities(representations: [{ __typename: "Guardian", id: $id }]) { ... on Guardian { id givenName } } }';
    for (const by of [
      viewer(grant('EMPLOYER_CONTACT', { kind: 'EMPLOYER', id: 'emp_x' })),
      viewer(grant('RECEIVING_PARTY', { kind: 'TASK', id: 'who_x' })),
      viewer(grant('OPERATOR')),
      elsewhere,
    ])
      expect((await students.query(by, entity, { id })).data._entities).toEqual([null]);
    expect((await students.query(coordinator, entity, { id })).data._entities).toEqual([{ id, givenName: 'Anna' }]);
  });
});

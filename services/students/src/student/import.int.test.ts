import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { grant, viewer, type TestSubgraph } from '@servicepunt/shared/test-support/subgraph';
import {
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

const anna = { givenName: 'Anna', familyName: 'de Wit', email: 'anna@wit.example', phone: '06-12345678', relation: 'moeder' };
const PUPIL = `id revision givenName familyNamePrefix familyName birthDate group outflowProfile email subject language enrolledOn active
  outflow { expected actual leftOn } supervisor { staffNumber } schoolLocation { locationCode }
  guardians { relation guardian { id givenName email phone subject children { relation student { schoolPupilNumber } } } }`;

describe('the import of pupils', () => {
  let students: TestSubgraph;
  let locations: Record<'05KO00' | '05KO01', string>;
  beforeAll(async () => {
    students = await startStudents();
    locations = await withLocations(students);
  });
  afterAll(() => students.stop());

  const run = (rows: readonly object[], locationCode = '05KO00', by = servicePoint) =>
    importRows(students, 'Students', rows, { locationCode, as: by });
  async function pupil(id: string) {
    const { data } = await students.query(servicePoint, `query ($id: ID!) { student(id: $id) { ${PUPIL} } }`, { id });
    return data.student;
  }

  it('brings in pupils with their guardians and supervisor, and a second run changes nothing and tells nothing', async () => {
    await withStaff(students, { staffNumber: '900' });
    const rows = [
      {
        ...pupilRow,
        schoolPupilNumber: 'A1',
        familyNamePrefix: 'van der',
        group: '4B',
        outflowProfile: 'LABOUR_MARKET',
        email: 'A1@school.example',
        subject: 'sub-a1',
        language: 'en',
        supervisorStaffNumber: '900',
        guardians: [anna],
      },
      { ...pupilRow, schoolPupilNumber: 'A2', guardians: [anna, { ...anna, givenName: 'Bob', email: null, relation: 'vader' }] },
    ];
    expect(await run(rows)).toEqual({ created: 2, updated: 0, unchanged: 0, refused: [], userErrors: [] });
    const events = await toldEvents(students);
    expect(events.filter(({ type }) => type === 'StudentRegistered')).toHaveLength(2);
    expect(events.filter(({ type }) => type === 'StudentChanged')).toHaveLength(0);
    expect(await run(rows)).toEqual({ created: 0, updated: 0, unchanged: 2, refused: [], userErrors: [] });
    expect(await toldEvents(students)).toHaveLength(events.length);

    const { data } = await students.query(
      servicePoint,
      `{ students(filter: { schoolPupilNumbers: ["A1", "A2"] }) { nodes { ${PUPIL} } } }`,
    );
    const [a1, a2] = data.students.nodes;
    expect(a1).toMatchObject({
      revision: 1,
      familyNamePrefix: 'van der',
      group: '4B',
      outflowProfile: 'LABOUR_MARKET',
      email: 'a1@school.example',
      subject: 'sub-a1',
      language: 'en',
      active: true,
      supervisor: { staffNumber: '900' },
      schoolLocation: { locationCode: '05KO00' },
      guardians: [{ relation: 'moeder', guardian: { givenName: 'Anna', phone: '+31612345678' } }],
    });
    expect(a2.guardians.map((entry: { guardian: { givenName: string } }) => entry.guardian.givenName).toSorted()).toEqual(['Anna', 'Bob']);
    const shared = a2.guardians.find((entry: { guardian: { givenName: string } }) => entry.guardian.givenName === 'Anna');
    expect(shared.guardian.id).toBe(a1.guardians[0].guardian.id);
    expect(shared.guardian.children).toHaveLength(2);
  });

  it('changes what the row says and keeps what an empty cell doesn’t', async () => {
    await withStaff(students, { staffNumber: '901' });
    const id = await withStudent(students, {
      schoolPupilNumber: 'B1',
      subject: 'sub-b1',
      group: '3A',
      outflowProfile: 'DAY_ACTIVITY',
      supervisorStaffNumber: '901',
    });
    const result = await run([
      { ...pupilRow, schoolPupilNumber: 'B1', familyName: 'Bakker-Smit', outflowProfile: 'UNKNOWN', birthDate: '2010-05-02' },
    ]);
    expect(result).toMatchObject({ updated: 1, refused: [] });
    expect(await pupil(id)).toMatchObject({
      revision: 2,
      familyName: 'Bakker-Smit',
      birthDate: '2010-05-02',
      group: '3A',
      subject: 'sub-b1',
      outflowProfile: 'DAY_ACTIVITY',
      supervisor: { staffNumber: '901' },
    });
    expect((await toldEvents(students)).at(-1)).toEqual({
      type: 'StudentChanged',
      data: { studentId: id, locationId: locations['05KO00'] },
    });
  });

  it('tells once that a pupil left, and that a pupil who enrolled again is back', async () => {
    const id = await withStudent(students, { schoolPupilNumber: 'C1' });
    const left = { ...pupilRow, schoolPupilNumber: 'C1', leftOn: '2026-07-31' };
    expect(await run([left])).toMatchObject({ updated: 1 });
    expect(await run([left])).toMatchObject({ unchanged: 1 });
    expect(await run([{ ...left, leftOn: null }])).toMatchObject({ unchanged: 1 });
    const told = (await toldEvents(students)).filter(({ type, data }) => type === 'StudentLeft' && data['studentId'] === id);
    expect(told).toEqual([
      { type: 'StudentLeft', data: { studentId: id, locationId: locations['05KO00'], leftOn: '2026-07-31', destination: null } },
    ]);
    expect(await pupil(id)).toMatchObject({ active: false, outflow: { leftOn: '2026-07-31' } });
    await run([{ ...pupilRow, schoolPupilNumber: 'C1', enrolledOn: '2026-09-01' }]);
    expect(await pupil(id)).toMatchObject({ active: true, outflow: { leftOn: null } });
  });

  it('counts a change of a guardian as a change of the pupil, and tells it', async () => {
    const id = await withStudent(students, { schoolPupilNumber: 'D1', guardians: [anna, { ...anna, givenName: 'Bob', email: null }] });
    const before = (await toldEvents(students)).length;
    const row = { ...pupilRow, schoolPupilNumber: 'D1' };
    expect(await run([{ ...row, guardians: [{ ...anna, phone: '0687654321' }] }])).toMatchObject({ updated: 1, unchanged: 0 });
    const { guardians, revision } = await pupil(id);
    expect(guardians.map((entry: { guardian: object }) => entry.guardian)).toMatchObject([{ givenName: 'Anna', phone: '+31687654321' }]);
    expect(revision).toBe(1);
    const told = (await toldEvents(students)).slice(before);
    expect(told.every(({ type, data }) => type === 'StudentChanged' && data['studentId'] === id)).toBe(true);
    expect(told.length).toBeGreaterThan(0);
    expect(await run([row])).toMatchObject({ unchanged: 1 });
    expect((await pupil(id)).guardians).toHaveLength(1);
  });

  it('leaves out rows that are wrong, each with its column, and takes the rest', async () => {
    await withStudent(students, { schoolPupilNumber: 'E0', subject: 'sub-e0' });
    const row = (schoolPupilNumber: string, values: object = {}) => ({ ...pupilRow, schoolPupilNumber, ...values });
    const result = await run([
      row('E1'),
      row('E2', { birthDate: '1-5-2010' }),
      row('E3', { supervisorStaffNumber: 'nobody' }),
      row('E4', { subject: 'sub-e0' }),
      row('E1', { givenName: 'Dubbel' }),
      row('E5', { familyName: 'Smit 111222333' }),
      row('E6', { guardians: [{ ...anna, email: 'geen' }] }),
      row('E7', { subject: 'sub-e7' }),
      row('E8', { subject: 'sub-e7' }),
    ]);
    expect(result).toMatchObject({ created: 2, updated: 0, unchanged: 0 });
    expect(Object.fromEntries(result.refused.map((refusal) => [refusal.row, `${refusal.column} ${refusal.code}`]))).toEqual({
      1: 'birthDate INVALID_INPUT',
      2: 'supervisorStaffNumber NOT_FOUND',
      3: 'subject INVALID_INPUT',
      4: 'key INVALID_INPUT',
      5: 'familyName NATIONAL_NUMBER',
      6: 'guardians.0.email INVALID_INPUT',
      8: 'subject INVALID_INPUT',
    });
    expect(JSON.stringify(result)).not.toContain('111222333');
  });

  it('keeps the same number at two locations apart, and their guardians too', async () => {
    const guardians = [{ ...anna, email: 'two@x.example', subject: 'sub-two' }];
    await withStudent(students, { schoolPupilNumber: 'F1', guardians });
    await withStudent(students, { schoolPupilNumber: 'F1', guardians }, '05KO01');
    const { data } = await students.query(
      servicePoint,
      `{ students(filter: { schoolPupilNumber: "F1" }) { nodes { ${PUPIL} } totalCount } }`,
    );
    expect(data.students.totalCount).toBe(2);
    const ids = data.students.nodes.map((node: { guardians: { guardian: { id: string } }[] }) => node.guardians[0]?.guardian.id);
    expect(new Set(ids).size).toBe(2);
  });

  it('takes pupils of their own location from coordinators; others can’t tell a location that is not theirs from one that does not exist', async () => {
    const own = viewer(grant('COORDINATOR', at(locations['05KO00'])));
    expect(await run([{ ...pupilRow, schoolPupilNumber: 'G1' }], '05ko 00', own)).toMatchObject({ created: 1, userErrors: [] });
    const other = await run([{ ...pupilRow, schoolPupilNumber: 'G2' }], '05KO01', own);
    const none = await run([{ ...pupilRow, schoolPupilNumber: 'G2' }], '99ZZ99', own);
    expect(other).toEqual(none);
    expect(other.userErrors).toMatchObject([{ code: 'NOT_FOUND', field: 'locationCode' }]);
    const supervisor = viewer(grant('SCHOOL_SUPERVISOR', at(locations['05KO00'])));
    await expect(run([pupilRow], '05KO00', supervisor)).rejects.toThrow('FORBIDDEN');
  });

  it('refuses more rows than one mutation takes', async () => {
    const result = await run(Array.from({ length: 501 }, (_, index) => ({ ...pupilRow, schoolPupilNumber: `${index}` })));
    expect(result.userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: 'rows' }]);
  });

  it('sent twice at the same moment ends in the same rows', async () => {
    const rows = Array.from({ length: 40 }, (_, index) => ({
      ...pupilRow,
      schoolPupilNumber: `H${index}`,
      guardians: [{ ...anna, givenName: `Ouder${index}`, email: `h${index}@x.example` }],
    }));
    const results = await Promise.all([run(rows), run(rows), run(rows)]);
    for (const result of results) expect(result).toMatchObject({ refused: [], userErrors: [] });
    expect(await run(rows)).toMatchObject({ created: 0, updated: 0, unchanged: 40 });
    expect(await students.connection.collection('guardians').countDocuments({ email: /^h\d+@x\.example$/ })).toBe(40);
  });

  it('links brothers and sisters that come in with different batches at the same moment', async () => {
    const shared = { ...anna, email: 'siblings@x.example', subject: 'sub-siblings' };
    await withStudent(students, { schoolPupilNumber: 'I0', guardians: [shared] });
    const batches = Array.from({ length: 6 }, (_, index) => [{ ...pupilRow, schoolPupilNumber: `I${index + 1}`, guardians: [shared] }]);
    await Promise.all(batches.map((rows) => run(rows)));
    const [record, ...more] = await students.connection.collection('guardians').find({ subject: 'sub-siblings' }).toArray();
    expect(more).toEqual([]);
    expect(record?.['children']).toHaveLength(7);
  });

  it('refuses citizen service numbers in the column of pupil numbers, and keeps a lone number that passes by chance', async () => {
    const numbered = (...numbers: string[]) =>
      run(numbers.map((schoolPupilNumber) => ({ ...pupilRow, schoolPupilNumber, subject: null, guardians: [] })));
    const { created, refused } = await numbered('111222333', '123456782', '10077');
    expect(created).toBe(1);
    expect(refused).toMatchObject([
      { row: 0, column: 'schoolPupilNumber', code: 'NATIONAL_NUMBER' },
      { row: 1, column: 'schoolPupilNumber', code: 'NATIONAL_NUMBER' },
    ]);
    expect(JSON.stringify(refused)).not.toContain('111222333');
    expect((await numbered('111222333')).created).toBe(1);
  });

  it('costs the same number of commands for one row and for five hundred', async () => {
    await withStaff(students, { staffNumber: '902' });
    const rows = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) => ({
        ...pupilRow,
        schoolPupilNumber: `J${from + index}`,
        subject: `sub-j${from + index}`,
        supervisorStaffNumber: '902',
        guardians: [{ ...anna, email: `j${from + index}@x.example` }],
      }));
    const one = await students.countCommands(() => run(rows(0, 1)));
    const many = await students.countCommands(() => run(rows(1, 500)));
    // Four of them read whose accounts must not be among them.
    expect(one).toEqual({ find: 8, insert: 2 });
    expect(many).toEqual(one);
    expect(await students.countCommands(() => run(rows(1, 500)))).toEqual({ find: 6 });
    const changed = await students.countCommands(() =>
      run(rows(1, 500).map((row) => ({ ...row, givenName: 'Noa', guardians: [{ ...anna, phone: null, relation: 'tante' }] }))),
    );
    expect(changed['update']).toBeLessThanOrEqual(2);
  });

  it('does not bring back a legal representative’s pupil by taking him out of the file', async () => {
    const id = await withStudent(students, {
      schoolPupilNumber: 'K1',
      birthDate: '2008-01-10',
      guardians: [{ ...anna, email: 'k1@x.example' }],
    });
    const guardianId = (await pupil(id)).guardians[0].guardian.id;
    const recorded = await mutate(students, servicePoint, 'recordLegalRepresentation', 'guardian { id }', {
      id: guardianId,
      revision: 1,
      studentId: id,
      kind: 'MENTORSHIP',
      startsOn: '2026-01-10',
    });
    expect(recorded.userErrors).toEqual([]);
    expect(await run([{ ...pupilRow, schoolPupilNumber: 'K1', birthDate: '2008-01-10', guardians: [] }])).toMatchObject({ unchanged: 1 });
    expect((await pupil(id)).guardians).toHaveLength(1);
  });
});

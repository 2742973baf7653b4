import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { grant, viewer, type TestSubgraph } from '@servicepunt/shared/test-support/subgraph';
import { at, importRows, ofStudent, pupilRow, servicePoint, startStudents, withLocations, withStudent } from '../test-support/fixtures.ts';

const company = viewer(grant('EMPLOYER_CONTACT', { kind: 'EMPLOYER', id: 'emp_1' }));
const TRAINEES = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Trainee {
  id firstName familyName emergencyContact { name relation phone } } } }`;

describe('what a company sees of a trainee', () => {
  let students: TestSubgraph;
  let studentKey: string;
  beforeAll(async () => {
    students = await startStudents();
    await withLocations(students);
    studentKey = await withStudent(students, {
      schoolPupilNumber: '1',
      givenName: 'Sem',
      familyNamePrefix: 'van den',
      familyName: 'Berg',
      guardians: [
        { givenName: 'Anna', familyName: 'Berg' },
        { givenName: 'Bob', familyName: 'Berg', phone: '0612345678', relation: 'vader' },
      ],
    });
  });
  afterAll(() => students.stop());
  const disclose = async (subjectId: string, studentId: string, employerId = 'emp_1') => {
    const recipient = { kind: 'EMPLOYER', id: employerId };
    const { body } = await students.call('placements', 'students.recordDisclosure', {
      ...{ subjectId, studentId, recipient, legalBasis: 'CONTRACT', purpose: 'PLACEMENT', items: ['firstName'] },
    });
    expect(body).toMatchObject({ recorded: true });
  };

  const ask = async (by: Viewer, values: object) => {
    const representation = {
      __typename: 'Trainee',
      id: 'trn_1',
      studentKey,
      disclosureBasis: 'CONTRACT',
      agreementInForce: true,
      ...values,
    };
    const { data, errors } = await students.query(by, TRAINEES, { representations: [representation] });
    return { trainee: data._entities[0], codes: errors?.map(({ extensions }) => extensions.code) };
  };
  const contact = { name: 'Bob Berg', relation: 'vader', phone: '+31612345678' };

  beforeAll(() => disclose('plc_1', studentKey));
  it('is the name and whom to call, under an agreement', async () => {
    expect((await ask(company, {})).trainee).toEqual({
      id: 'trn_1',
      firstName: 'Sem',
      familyName: 'van den Berg',
      emergencyContact: contact,
    });
  });

  it('has no family name before the agreement', async () => {
    expect((await ask(company, { agreementInForce: false })).trainee).toEqual({
      id: 'trn_1',
      firstName: 'Sem',
      familyName: null,
      emergencyContact: contact,
    });
    expect((await ask(company, { agreementInForce: null })).trainee.familyName).toBeNull();
  });

  it('is nothing without a disclosure, not even a query', async () => {
    const counts = await students.countCommands(async () => {
      const { trainee, codes } = await ask(company, { disclosureBasis: null });
      expect(trainee).toEqual({ id: 'trn_1', firstName: null, familyName: null, emergencyContact: null });
      expect(codes).toBeUndefined();
    });
    expect(counts).toEqual({});
  });

  it('is nothing where the pupil’s record is gone', async () => {
    expect((await ask(company, { studentKey: 'stu_gone' })).trainee).toEqual({
      id: 'trn_1',
      firstName: null,
      familyName: null,
      emergencyContact: null,
    });
  });

  it.each([
    ['an HR system', viewer(grant('EMPLOYER_SYSTEM', { kind: 'EMPLOYER', id: 'emp_1' }, ['trainees:read'])), 'Sem'],
    ['the school', viewer(grant('COORDINATOR', at('loc_any'))), 'Sem'],
    ['the Servicepunt', servicePoint, 'Sem'],
    ['a guardian', viewer(grant('GUARDIAN', ofStudent('stu_any'))), null],
    ['a receiving party', viewer(grant('RECEIVING_PARTY', { kind: 'TASK', id: 'who_1' })), null],
    ['an operator', viewer(grant('OPERATOR')), null],
    ['the privacy officer', viewer(grant('PRIVACY_OFFICER')), null],
  ] as const)('by role: %s', async (_who, by, firstName) => {
    const { trainee, codes } = await ask(by, {});
    expect(trainee.firstName).toBe(firstName);
    if (firstName === null) expect(codes).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
  });

  it('is nothing of a pupil of whom this company was never told at this placement, whatever the representation says', async () => {
    const other = await withStudent(students, { schoolPupilNumber: '2', givenName: 'Ander' });
    const nothing = { id: 'trn_1', firstName: null, familyName: null, emergencyContact: null };
    expect((await ask(company, { studentKey: other })).trainee).toEqual(nothing);
    await disclose('plc_2', other, 'emp_2');
    expect((await ask(company, { studentKey: other })).trainee).toEqual(nothing);
    expect((await ask(company, { id: 'trn_2', studentKey: other })).trainee).toEqual({ ...nothing, id: 'trn_2' });
    expect((await ask(company, { id: 'trn_2' })).trainee).toEqual({ ...nothing, id: 'trn_2' });
    const itsOwn = viewer(grant('EMPLOYER_CONTACT', { kind: 'EMPLOYER', id: 'emp_2' }));
    expect((await ask(itsOwn, { id: 'trn_2', studentKey: other })).trainee).toMatchObject({ firstName: 'Ander' });
    const link = viewer(grant('EMPLOYER_CONTACT', { kind: 'TASK', id: 'evl_2' }));
    expect((await ask(link, { id: 'trn_2', studentKey: other })).trainee).toMatchObject({ firstName: 'Ander' });
    expect((await ask(link, { id: 'trn_2' })).trainee).toMatchObject({ firstName: null });
  });

  it('never is the pupil: a company reaches no field of Student', async () => {
    const { data } = await students.query(
      company,
      `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Student { id givenName birthDate } } }`,
      { representations: [{ __typename: 'Student', id: studentKey }] },
    );
    expect(data._entities).toEqual([null]);
  });

  it('costs three queries for all trainees of a request', async () => {
    const rows = Array.from({ length: 50 }, (_, index) => ({ ...pupilRow, schoolPupilNumber: `T${index}`, group: 'T' }));
    await importRows(students, 'Students', rows, { locationCode: '05KO00' });
    const { data } = await students.query(servicePoint, '{ students(filter: { group: "T" }, first: 100) { nodes { id } } }');
    const representations = (data.students.nodes as { id: string }[]).map(({ id }, index) => ({
      __typename: 'Trainee',
      id: `trn_${index}`,
      studentKey: id,
      disclosureBasis: 'CONSENT',
      agreementInForce: true,
    }));
    await Promise.all(representations.map(({ id, studentKey: key }) => disclose(id.replace('trn', 'plc'), key)));
    const counts = await students.countCommands(async () => {
      const answer = await students.query(company, TRAINEES, { representations });
      expect(answer.data._entities).toHaveLength(50);
      expect(answer.data._entities.every((trainee: { familyName: string | null }) => trainee.familyName === 'Bakker')).toBe(true);
    });
    expect(counts).toEqual({ find: 3 });
  });
});

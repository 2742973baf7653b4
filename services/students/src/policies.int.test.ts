import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiScope, Viewer } from '@servicepunt/shared/contracts/roles';
import type { CallName } from '@servicepunt/shared/contracts/calls';
import type { Call } from '@servicepunt/shared/service-client';
import { grant, nobodyKnown, viewer, type TestSubgraph } from '@servicepunt/shared/test-support/subgraph';
import { guardianPolicy } from './guardian/policy.ts';
import { staffMemberPolicy } from './staff/policy.ts';
import { studentPolicy } from './student/policy.ts';
import { as, at, mutate, ofStudent, servicePoint, startStudents, withLocations, withStaff, withStudent } from './test-support/fixtures.ts';

/** One mark per column: `+` shows the value, `-` refuses the field. */
type Table = Readonly<Record<string, string>>;

const PUPIL_COLUMNS = [
  'the pupil',
  'a guardian',
  'who guides',
  'another supervisor',
  'the coordinator',
  'the director',
  'the Servicepunt',
  'the privacy officer',
] as const;
const PUPIL_FIELDS: Table = {
  id: '++++++++',
  revision: '++++++++',
  schoolLocation: '+++++++-',
  schoolPupilNumber: '+++++++-',
  givenName: '+++++++-',
  familyNamePrefix: '+++++++-',
  familyName: '+++++++-',
  group: '+++++++-',
  outflowProfile: '+++++++-',
  supervisor: '+++++++-',
  active: '+++++++-',
  birthDate: '+++++-+-',
  age: '+++++-+-',
  minor: '+++++-+-',
  consentGiver: '+++++-+-',
  email: '+++++-+-',
  language: '+++++-+-',
  enrolledOn: '+++++-+-',
  outflow: '+++++-+-',
  guardians: '+++++-+-',
  consents: '+++++-+-',
  disclosures: '++--+--+',
  subject: '+---+-+-',
  shortStay: '+++-+---',
  developmentPlan: '+++-+---',
};
const PUPIL_SELECTION: Table = {
  schoolLocation: '{ locationCode }',
  supervisor: '{ id }',
  outflow: '{ expected }',
  guardians: '{ relation }',
  consents: '{ nodes { id } }',
  disclosures: '{ nodes { id } }',
  shortStay: '{ setting }',
  developmentPlan: '{ establishedOn }',
};

const GUARDIAN_COLUMNS = [
  'the pupil',
  'the guardian',
  'the other guardian',
  'a supervisor',
  'the coordinator',
  'the Servicepunt',
  'the privacy officer',
] as const;
const GUARDIAN_FIELDS: Table = {
  id: '+++++++',
  revision: '+++++++',
  givenName: '++++++-',
  familyName: '++++++-',
  email: '-+-+++-',
  phone: '-+-+++-',
  language: '-+-+++-',
  children: '-+-+++-',
  subject: '-+--++-',
};

const STAFF_COLUMNS = [
  'a pupil',
  'a guardian',
  'a supervisor',
  'the person',
  'a coordinator',
  'a director',
  'the Servicepunt',
  'the privacy officer',
  'a company',
  'an HR system',
] as const;
const STAFF_FIELDS: Table = {
  id: '++++++++++',
  revision: '++++++++++',
  givenName: '++++++++++',
  familyName: '++++++++++',
  email: '++++++++++',
  phone: '++++++++++',
  staffNumber: '---+++++--',
  language: '---+++++--',
  active: '---+++++--',
  grants: '---+++++--',
  grantHistory: '---+++++--',
  subject: '---+--+---',
};
const STAFF_SELECTION: Table = { grants: '{ role }', grantHistory: '{ role }' };

describe('who sees which field', () => {
  let students: TestSubgraph;
  const ids = { pupil: '', elsewhere: '', guardian: '', otherGuardian: '', staff: '', colleague: '' };
  const location = { own: '', other: '' };
  /** Employers, naming the first supervisor as who speaks to the one company here. */
  const namesRelationOwner = ((name: CallName, input: never) =>
    name === 'employers.relationOwners'
      ? Promise.resolve({ owners: [{ employerId: 'emp_1', staffMemberId: ids.staff }] })
      : nobodyKnown(name, input)) as unknown as Call;

  beforeAll(async () => {
    students = await startStudents({}, namesRelationOwner);
    const locations = await withLocations(students);
    location.own = locations['05KO00'];
    location.other = locations['05KO01'];
    ids.staff = await withStaff(students, { staffNumber: '1', role: 'SCHOOL_SUPERVISOR', subject: 'sub-s', phone: '0401234567' } as never);
    ids.colleague = await withStaff(students, { staffNumber: '2', role: 'SCHOOL_SUPERVISOR' });
    const guardians = [
      { givenName: 'Anna', familyName: 'de Wit', email: 'anna@x.example', phone: '0612345678', subject: 'sub-g', relation: 'moeder' },
      { givenName: 'Bob', familyName: 'Vos', email: 'bob@x.example', relation: 'vader' },
    ];
    const row = { familyNamePrefix: 'van', group: '4A', email: 'sem@school.example', outflowProfile: 'LABOUR_MARKET', guardians };
    ids.pupil = await withStudent(students, { ...row, schoolPupilNumber: '1', subject: 'sub-p', supervisorStaffNumber: '1' });
    ids.elsewhere = await withStudent(students, { ...row, schoolPupilNumber: '1', subject: 'sub-q', supervisorStaffNumber: '2' }, '05KO01');
    const found = await students.connection
      .collection<{ _id: string }>('guardians')
      .find({ schoolLocationId: location.own })
      .sort({ email: 1 })
      .toArray();
    [ids.guardian = '', ids.otherGuardian = ''] = found.map(({ _id }) => _id);

    for (const [studentId, at_] of [
      [ids.pupil, location.own],
      [ids.elsewhere, location.other],
    ] as const) {
      const coordinator = viewer(grant('COORDINATOR', at(at_)));
      const done = async (name: string, input: object) =>
        expect((await mutate(students, coordinator, name, '', input)).userErrors).toEqual([]);
      await done('changeStudent', { id: studentId, revision: 1, expectedOutflow: 'MBO' });
      await done('recordShortStay', { id: studentId, revision: 2, shortStay: { setting: 'YOUTH_CARE', startsOn: '2026-11-01' } });
      await done('recordDevelopmentPlan', { id: studentId, revision: 3, establishedOn: '2026-10-01' });
      await done('giveConsent', { idempotencyKey: studentId, studentId, purpose: 'IMAGES', items: ['portrait'], onPaper: true });
      await students.call('placements', 'students.recordDisclosure', {
        subjectId: `plc_${studentId}`,
        studentId,
        recipient: { kind: 'EMPLOYER', id: 'emp_1' },
        legalBasis: 'CONTRACT',
        purpose: 'PLACEMENT',
        items: ['firstName'],
      });
    }
  });
  afterAll(() => students.stop());

  /** Reads one field of one entity as `by`; the field's name tells a denial from an absent row. */
  async function read(type: string, id: string, field: string, selection: Table, by: Viewer): Promise<'+' | '-' | 'absent' | 'empty'> {
    const { data, errors } = await students.query(
      by,
      `query ($id: ID!) { _entities(representations: [{ __typename: "${type}", id: $id }]) { ... on ${type} { ${field} ${selection[field] ?? ''} } } }`,
      { id },
    );
    const [row] = data._entities as (Record<string, unknown> | null)[];
    if (!row) return 'absent';
    if (errors) {
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
      expect(row[field]).toBeNull();
      return '-';
    }
    const value = row[field];
    const nodes = value !== null && typeof value === 'object' && 'nodes' in value ? value.nodes : value;
    return nodes === null || (Array.isArray(nodes) && nodes.length === 0) ? 'empty' : '+';
  }
  async function readTable(type: string, id: string, fields: Table, selection: Table, viewers: readonly Viewer[]): Promise<Table> {
    const seen: Record<string, string> = {};
    for (const field of Object.keys(fields)) {
      const marks = await Promise.all(viewers.map((by) => read(type, id, field, selection, by)));
      seen[field] = marks.join('');
    }
    return seen;
  }

  const company = (kind: 'EMPLOYER' | 'TASK') => viewer(grant('EMPLOYER_CONTACT', { kind, id: 'emp_1' }));
  const system = (scopes: readonly ApiScope[]) => viewer(grant('EMPLOYER_SYSTEM', { kind: 'EMPLOYER', id: 'emp_1' }, scopes));
  const officer = viewer(grant('PRIVACY_OFFICER'));
  const atLocation = (role: 'SCHOOL_SUPERVISOR' | 'COORDINATOR' | 'DIRECTOR', id = location.own) => viewer(grant(role, at(id)));

  it('of a pupil of the own location', async () => {
    const viewers = [
      viewer(grant('STUDENT', ofStudent(ids.pupil))),
      as(viewer(grant('GUARDIAN', ofStudent(ids.pupil))), ids.guardian),
      as(atLocation('SCHOOL_SUPERVISOR'), ids.staff),
      as(atLocation('SCHOOL_SUPERVISOR'), ids.colleague),
      atLocation('COORDINATOR'),
      atLocation('DIRECTOR'),
      servicePoint,
      officer,
    ];
    expect(viewers).toHaveLength(PUPIL_COLUMNS.length);
    expect(Object.keys(PUPIL_FIELDS).toSorted()).toEqual(Object.keys(studentPolicy.fields).toSorted());
    expect(await readTable('Student', ids.pupil, PUPIL_FIELDS, PUPIL_SELECTION, viewers)).toEqual(PUPIL_FIELDS);
  });

  it('of a pupil of another location: none, for whoever is bound to a location or a pupil; the central roles see the same as anywhere', async () => {
    const strangers = [
      viewer(grant('STUDENT', ofStudent(ids.pupil))),
      as(viewer(grant('GUARDIAN', ofStudent(ids.pupil))), ids.guardian),
      as(atLocation('SCHOOL_SUPERVISOR'), ids.staff),
      // Guiding somebody elsewhere opens nothing without a role there.
      as(atLocation('SCHOOL_SUPERVISOR'), ids.colleague),
      atLocation('COORDINATOR'),
      atLocation('DIRECTOR'),
    ];
    const table = await readTable('Student', ids.elsewhere, PUPIL_FIELDS, PUPIL_SELECTION, strangers);
    for (const [field, marks] of Object.entries(table)) expect(`${field} ${marks}`).toBe(`${field} ${'absent'.repeat(strangers.length)}`);
    const central = await readTable('Student', ids.elsewhere, PUPIL_FIELDS, PUPIL_SELECTION, [servicePoint, officer]);
    expect(central).toEqual(Object.fromEntries(Object.entries(PUPIL_FIELDS).map(([field, marks]) => [field, marks.slice(-2)])));
  });

  it('of any pupil: none for companies, links, operators and services', async () => {
    const outside = [
      company('EMPLOYER'),
      company('TASK'),
      system(['trainees:read', 'schedules:read']),
      viewer(grant('RECEIVING_PARTY', { kind: 'TASK', id: 'who_1' })),
      viewer(grant('STUDENT', { kind: 'TASK', id: 'evl_1' })),
      viewer(grant('OPERATOR')),
      viewer(),
    ];
    const table = await readTable('Student', ids.pupil, PUPIL_FIELDS, PUPIL_SELECTION, outside);
    for (const [field, marks] of Object.entries(table)) expect(`${field} ${marks}`).toBe(`${field} ${'absent'.repeat(outside.length)}`);
  });

  it('of a pupil, the grants of one person together, each only as far as it reaches', async () => {
    const both = as(viewer(grant('SCHOOL_SUPERVISOR', at(location.own)), grant('GUARDIAN', ofStudent(ids.elsewhere))), 'stf_both');
    expect(await read('Student', ids.pupil, 'givenName', {}, both)).toBe('+');
    expect(await read('Student', ids.pupil, 'shortStay', PUPIL_SELECTION, both)).toBe('-');
    expect(await read('Student', ids.elsewhere, 'shortStay', PUPIL_SELECTION, both)).toBe('+');
  });

  it('of a guardian', async () => {
    const viewers = [
      viewer(grant('STUDENT', ofStudent(ids.pupil))),
      as(viewer(grant('GUARDIAN', ofStudent(ids.pupil))), ids.guardian),
      as(viewer(grant('GUARDIAN', ofStudent(ids.pupil))), ids.otherGuardian),
      atLocation('SCHOOL_SUPERVISOR'),
      atLocation('COORDINATOR'),
      servicePoint,
      officer,
    ];
    expect(viewers).toHaveLength(GUARDIAN_COLUMNS.length);
    expect(Object.keys(GUARDIAN_FIELDS).toSorted()).toEqual(Object.keys(guardianPolicy.fields).toSorted());
    const selection = { children: '{ relation }' };
    expect(await readTable('Guardian', ids.guardian, GUARDIAN_FIELDS, selection, viewers)).toEqual(GUARDIAN_FIELDS);
    for (const stranger of [atLocation('COORDINATOR', location.other), atLocation('DIRECTOR'), company('EMPLOYER'), company('TASK')])
      expect(await read('Guardian', ids.guardian, 'id', {}, stranger)).toBe('absent');
  });

  it('of a staff member', async () => {
    const viewers = [
      viewer(grant('STUDENT', ofStudent(ids.pupil))),
      as(viewer(grant('GUARDIAN', ofStudent(ids.pupil))), ids.guardian),
      as(atLocation('SCHOOL_SUPERVISOR'), ids.colleague),
      as(atLocation('SCHOOL_SUPERVISOR'), ids.staff),
      atLocation('COORDINATOR', location.other),
      atLocation('DIRECTOR'),
      servicePoint,
      officer,
      company('EMPLOYER'),
      system(['trainees:read']),
    ];
    expect(viewers).toHaveLength(STAFF_COLUMNS.length);
    expect(Object.keys(STAFF_FIELDS).toSorted()).toEqual(Object.keys(staffMemberPolicy.fields).toSorted());
    expect(await readTable('StaffMember', ids.staff, STAFF_FIELDS, STAFF_SELECTION, viewers)).toEqual(STAFF_FIELDS);
    for (const stranger of [company('TASK'), system(['offers:write']), viewer(grant('OPERATOR'))])
      expect(await read('StaffMember', ids.staff, 'id', {}, stranger)).toBe('absent');
    for (const by of [company('EMPLOYER'), system(['trainees:read'])])
      expect(await read('StaffMember', ids.colleague, 'id', {}, by)).toBe('absent');
  });

  it('of staff, to a pupil and his guardian, those who have to do with him, whatever id they name', async () => {
    const elsewhere = await withStaff(students, { staffNumber: '3', role: 'SCHOOL_SUPERVISOR', locationCode: '05KO01' });
    const coordinates = await withStaff(students, { staffNumber: '4', role: 'COORDINATOR' });
    const directs = await withStaff(students, { staffNumber: '5', role: 'DIRECTOR' });
    const central = await withStaff(students, { staffNumber: '6', role: 'SERVICE_POINT', locationCode: null } as never);
    const recorded = await withStaff(students, { staffNumber: '7', role: 'SERVICE_POINT', locationCode: null } as never);
    const consent = { idempotencyKey: 'paper', studentId: ids.pupil, purpose: 'PLACEMENT', items: ['firstName'], onPaper: true };
    expect((await mutate(students, as(servicePoint, recorded), 'giveConsent', '', consent)).userErrors).toEqual([]);
    for (const by of [viewer(grant('STUDENT', ofStudent(ids.pupil))), as(viewer(grant('GUARDIAN', ofStudent(ids.pupil))), ids.guardian)]) {
      for (const id of [ids.staff, coordinates, recorded]) expect(await read('StaffMember', id, 'email', {}, by)).toBe('+');
      for (const id of [elsewhere, directs, central]) expect(await read('StaffMember', id, 'id', {}, by)).toBe('absent');
      const cost = (id: string) => students.countCommands(() => read('StaffMember', id, 'id', {}, by));
      expect(await cost(elsewhere)).toEqual(await cost('stf_none'));
      expect(await cost(elsewhere)).toEqual({ find: 3 });
    }
    // Of the pupils whom somebody is parent of, each opens its own school alone.
    const twice = viewer(grant('GUARDIAN', ofStudent(ids.pupil)), grant('GUARDIAN', ofStudent(ids.elsewhere)));
    expect(await read('StaffMember', elsewhere, 'email', {}, twice)).toBe('+');
    expect(await read('StaffMember', directs, 'id', {}, twice)).toBe('absent');
  });

  it('answers a pupil of another location and an unknown one alike, with the same commands', async () => {
    const ask = async (id: string) => {
      let answer: unknown;
      const counts = await students.countCommands(async () => {
        answer = await students.query(
          atLocation('COORDINATOR'),
          'query ($id: ID!) { student(id: $id) { id givenName guardians { relation } } }',
          { id },
        );
      });
      return { answer, counts };
    };
    const other = await ask(ids.elsewhere);
    expect(other).toEqual(await ask('stu_none'));
    expect(other.answer).toEqual({ data: { student: null } });
  });

  it('counts only rows that the viewer may see', async () => {
    const total = async (by: Viewer) => (await students.query(by, '{ students { totalCount nodes { id } } }')).data.students;
    expect(await total(atLocation('COORDINATOR'))).toEqual({ totalCount: 1, nodes: [{ id: ids.pupil }] });
    expect((await total(servicePoint)).totalCount).toBe(2);
  });
});

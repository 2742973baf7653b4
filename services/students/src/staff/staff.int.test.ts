import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import type { CallName } from '@servicepunt/shared/contracts/calls';
import type { Call } from '@servicepunt/shared/service-client';
import { grant, nobodyKnown, viewer, type TestSubgraph } from '@servicepunt/shared/test-support/subgraph';
import {
  as,
  at,
  importRows,
  servicePoint,
  staffRow,
  startStudents,
  toldEvents,
  withLocations,
  withStaff,
  withStudent,
} from '../test-support/fixtures.ts';

const MEMBER = 'id staffNumber familyName active revision grants { role schoolLocation { locationCode } }';
const change = (name: string) =>
  `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) {
    staffMember { ${MEMBER} grantHistory { role withdrawnAt grantedBy { id } withdrawnBy { id } } } userErrors { code field } } }`;

/** Companies with their relation owners, as employers would name them; every question is kept. */
const relationOwners = new Map<string, string>();
const asked: string[][] = [];
const callees = (async (name: string, input: { employerIds: string[] }) => {
  if (name !== 'employers.relationOwners') return nobodyKnown(name as CallName, input as never);
  asked.push(input.employerIds);
  return {
    owners: input.employerIds.flatMap((employerId) => {
      const staffMemberId = relationOwners.get(employerId);
      return staffMemberId === undefined ? [] : [{ employerId, staffMemberId }];
    }),
  };
}) as unknown as Call;
const board: Viewer = as(viewer(grant('DIRECTOR')), 'stf_board');

describe('staff', () => {
  let students: TestSubgraph;
  let locations: Record<'05KO00' | '05KO01', string>;
  let coordinator: Viewer;
  let director: Viewer;
  beforeAll(async () => {
    students = await startStudents({}, callees);
    locations = await withLocations(students);
    coordinator = viewer(grant('COORDINATOR', at(locations['05KO00'])));
    director = viewer(grant('DIRECTOR', at(locations['05KO00'])));
  });
  afterAll(() => students.stop());

  async function member(id: string, by: Viewer = servicePoint) {
    const { data } = await students.query(by, `query ($id: ID!) { staffMember(id: $id) { ${MEMBER} } }`, { id });
    return data.staffMember as { revision: number; active: boolean; grants: { role: string; schoolLocation: unknown }[] };
  }
  const cost = async (work: () => Promise<unknown>) => {
    const before = asked.length;
    const commands = await students.countCommands(work);
    return { commands, calls: asked.length - before };
  };
  async function idOf(staffNumber: string): Promise<string> {
    const { data } = await students.query(
      servicePoint,
      'query ($n: String) { staffMembers(filter: { staffNumber: $n }) { nodes { id } } }',
      {
        n: staffNumber,
      },
    );
    return data.staffMembers.nodes[0].id;
  }
  async function run(by: Viewer, name: string, input: object) {
    const { data, errors } = await students.query(by, change(name), { input });
    if (errors) throw new Error(JSON.stringify(errors));
    return data[name];
  }

  describe('the import', () => {
    it('makes one person of the rows of one number, with a role for each', async () => {
      const rows = [
        { ...staffRow, staffNumber: '2001', email: 'a@x.example', subject: 'sub-2001' },
        { ...staffRow, staffNumber: '2001', email: 'a@x.example', subject: 'sub-2001', role: 'SCHOOL_SUPERVISOR', locationCode: '05KO01' },
        { ...staffRow, staffNumber: '2002', role: 'SERVICE_POINT', locationCode: null },
      ];
      expect(await importRows(students, 'Staff', rows)).toMatchObject({ created: 2, updated: 1, unchanged: 0, refused: [] });
      const told = (await toldEvents(students)).filter(({ type }) => type === 'StaffMemberChanged').length;
      expect(await importRows(students, 'Staff', rows)).toMatchObject({ created: 0, updated: 0, unchanged: 3, refused: [] });
      expect((await toldEvents(students)).filter(({ type }) => type === 'StaffMemberChanged')).toHaveLength(told);

      const { data } = await students.query(
        servicePoint,
        `{ staffMembers(filter: { staffNumber: "2001" }) { nodes { subject ${MEMBER} } totalCount } }`,
      );
      expect(data.staffMembers).toMatchObject({
        totalCount: 1,
        nodes: [
          {
            subject: 'sub-2001',
            grants: [
              { role: 'COORDINATOR', schoolLocation: { locationCode: '05KO00' } },
              { role: 'SCHOOL_SUPERVISOR', schoolLocation: { locationCode: '05KO01' } },
            ],
          },
        ],
      });
    });

    it('adds a role and changes a name in later runs, and an empty cell keeps what is known', async () => {
      const id = await withStaff(students, { staffNumber: '2010', subject: 'sub-2010' });
      const later = { ...staffRow, staffNumber: '2010', familyName: 'Dongen', email: null, role: 'DIRECTOR' };
      expect(await importRows(students, 'Staff', [later])).toMatchObject({ created: 0, updated: 1, unchanged: 0 });
      const { data } = await students.query(
        servicePoint,
        'query ($id: ID!) { staffMember(id: $id) { familyName email subject grants { role } } }',
        {
          id,
        },
      );
      expect(data.staffMember).toEqual({
        familyName: 'Dongen',
        email: staffRow.email,
        subject: 'sub-2010',
        grants: [{ role: 'COORDINATOR' }, { role: 'DIRECTOR' }],
      });
    });

    it('leaves out rows that are wrong, each with its column, and takes the rest', async () => {
      await withStaff(students, { staffNumber: '2020', subject: 'sub-2020' });
      const row = { ...staffRow, staffNumber: '2021' };
      const rows = [
        row,
        { ...row, locationCode: '99XX99', role: 'DIRECTOR' },
        { ...row, role: 'SERVICE_POINT' },
        { ...row, role: 'STUDENT' },
        { ...row, role: 'DIRECTOR', familyName: 'Anders' },
        row,
        { ...row, staffNumber: '2022', subject: 'sub-2020' },
        { ...row, staffNumber: '2023', email: '111222333@x.example' },
        { ...row, staffNumber: '2024', email: 'geen adres' },
        { ...row, staffNumber: '2025', subject: 'sub-2025' },
        { ...row, staffNumber: '2026', subject: 'sub-2025' },
      ];
      const result = await importRows(students, 'Staff', rows);
      expect(result).toMatchObject({ created: 2, updated: 0 });
      const refused = Object.fromEntries(result.refused.map(({ row: index, column, code }) => [index, `${column} ${code}`]));
      expect(refused).toEqual({
        1: 'locationCode NOT_FOUND',
        2: 'locationCode INVALID_INPUT',
        3: 'role INVALID_INPUT',
        4: 'staffNumber INVALID_INPUT',
        5: 'key INVALID_INPUT',
        6: 'subject INVALID_INPUT',
        7: 'email NATIONAL_NUMBER',
        8: 'email INVALID_INPUT',
        10: 'subject INVALID_INPUT',
      });
      expect(JSON.stringify(result)).not.toContain('111222333');
    });

    it('does not give back a role that was withdrawn, nor take back who left', async () => {
      const id = await withStaff(students, { staffNumber: '2030' });
      await run(servicePoint, 'withdrawGrant', { id, revision: 1, role: 'COORDINATOR', schoolLocationId: locations['05KO00'] });
      const again = await importRows(students, 'Staff', [{ ...staffRow, staffNumber: '2030' }]);
      expect(again).toMatchObject({ updated: 0, refused: [{ row: 0, column: 'role' }] });
      await run(servicePoint, 'deactivateStaffMember', { id, revision: 2 });
      const left = await importRows(students, 'Staff', [{ ...staffRow, staffNumber: '2030', role: 'DIRECTOR' }]);
      expect(left).toMatchObject({ updated: 0, refused: [{ row: 0, column: 'staffNumber' }] });
      expect(await member(id)).toMatchObject({ active: false, grants: [] });
    });

    it('is for the Servicepunt and the board', async () => {
      const { errors } = await students.query(coordinator, 'mutation ($i: ImportStaffInput!) { importStaff(input: $i) { created } }', {
        i: { rows: [staffRow] },
      });
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    });

    it('costs the same number of commands for one row and for a hundred', async () => {
      const rows = Array.from({ length: 100 }, (_, index) => ({ ...staffRow, staffNumber: `3${index}`, subject: `sub-3${index}` }));
      const counts = await students.countCommands(() => importRows(students, 'Staff', rows));
      // Two of them read whose accounts must not be among them.
      expect(counts).toMatchObject({ find: 4, insert: 1 });
    });
  });

  describe('roles', () => {
    it('are given and withdrawn, and the history keeps who did it', async () => {
      const id = await withStaff(students, { staffNumber: '4001' });
      const by = as(director, await withStaff(students, { staffNumber: '4000', role: 'DIRECTOR' }));
      const where = { schoolLocationId: locations['05KO00'] };
      const given = await run(by, 'grantRole', { id, revision: 1, role: 'SCHOOL_SUPERVISOR', ...where });
      expect(given).toMatchObject({
        userErrors: [],
        staffMember: { revision: 2, grants: [{ role: 'COORDINATOR' }, { role: 'SCHOOL_SUPERVISOR' }] },
      });
      const taken = await run(by, 'withdrawGrant', { id, revision: 2, role: 'COORDINATOR', ...where });
      expect(taken.staffMember).toMatchObject({
        grants: [{ role: 'SCHOOL_SUPERVISOR' }],
        grantHistory: [
          { role: 'COORDINATOR', withdrawnAt: '2026-11-24T10:00:00.000Z', withdrawnBy: { id: by.id } },
          { role: 'SCHOOL_SUPERVISOR', withdrawnAt: null, grantedBy: { id: by.id }, withdrawnBy: null },
        ],
      });
    });

    it('are refused where they are held already, not held, unknown to staff, or without their location', async () => {
      const id = await withStaff(students, { staffNumber: '4002' });
      const where = { schoolLocationId: locations['05KO00'] };
      const codes = async (name: string, input: object) =>
        (await run(servicePoint, name, { id, revision: 1, ...input })).userErrors.map(
          (e: { code: string; field: string }) => `${e.code} ${e.field}`,
        );
      expect(await codes('grantRole', { role: 'COORDINATOR', ...where })).toEqual(['GRANT_ALREADY_HELD role']);
      expect(await codes('withdrawGrant', { role: 'DIRECTOR', ...where })).toEqual(['GRANT_NOT_HELD role']);
      expect(await codes('grantRole', { role: 'GUARDIAN' })).toEqual(['INVALID_INPUT role']);
      expect(await codes('grantRole', { role: 'COORDINATOR' })).toEqual(['INVALID_INPUT schoolLocationId']);
      expect(await codes('grantRole', { role: 'OPERATOR', ...where })).toEqual(['INVALID_INPUT schoolLocationId']);
      expect(await codes('grantRole', { role: 'DIRECTOR', schoolLocationId: 'loc_none' })).toEqual(['NOT_FOUND schoolLocationId']);
      expect(await codes('grantRole', { id: 'stf_none', role: 'DIRECTOR', ...where })).toEqual(['NOT_FOUND id']);
    });

    it('show the current state to whoever saw an older one', async () => {
      const id = await withStaff(students, { staffNumber: '4003' });
      const input = { id, revision: 7, role: 'DIRECTOR', schoolLocationId: locations['05KO00'] };
      expect(await run(servicePoint, 'grantRole', input)).toMatchObject({
        staffMember: { id, revision: 1 },
        userErrors: [{ code: 'REVISION_CONFLICT', field: 'revision' }],
      });
    });

    it.each([
      ['a coordinator', 'SCHOOL_SUPERVISOR', '05KO00', []],
      ['a coordinator', 'COORDINATOR', '05KO01', ['FORBIDDEN']],
      ['a coordinator', 'DIRECTOR', '05KO00', ['FORBIDDEN']],
      ['a coordinator', 'SERVICE_POINT', null, ['FORBIDDEN']],
      ['a director', 'DIRECTOR', '05KO00', []],
      ['a director', 'SCHOOL_SUPERVISOR', '05KO01', ['FORBIDDEN']],
      ['a director', 'PRIVACY_OFFICER', null, ['FORBIDDEN']],
      ['a director', 'DIRECTOR', null, ['FORBIDDEN']],
      ['the Servicepunt', 'SERVICE_POINT', null, []],
      ['the Servicepunt', 'OPERATOR', null, []],
      ['the Servicepunt', 'SCHOOL_SUPERVISOR', '05KO00', []],
      ['the Servicepunt', 'PRIVACY_OFFICER', null, ['FORBIDDEN']],
      ['the Servicepunt', 'DIRECTOR', null, ['FORBIDDEN']],
      ['the board', 'PRIVACY_OFFICER', null, []],
      ['the board', 'DIRECTOR', null, []],
      ['the privacy officer', 'OPERATOR', null, 'FORBIDDEN'],
      ['an operator', 'SERVICE_POINT', null, 'FORBIDDEN'],
    ] as const)('of %s: %s at %s', async (who, role, code, expected) => {
      const id = await withStaff(students, { staffNumber: `41${who}${role}`.slice(0, 40), locationCode: '05KO01', role: 'COORDINATOR' });
      const input = { id, revision: 1, role, schoolLocationId: code === null ? null : locations[code] };
      const givers: Record<string, Viewer> = {
        ...{ 'a coordinator': coordinator, 'a director': director, 'the Servicepunt': servicePoint, 'the board': board },
        ...{ 'the privacy officer': viewer(grant('PRIVACY_OFFICER')), 'an operator': viewer(grant('OPERATOR')) },
      };
      const { data, errors } = await students.query(givers[who] as Viewer, change('grantRole'), { input });
      if (expected === 'FORBIDDEN') expect(errors?.[0]?.extensions.code).toBe(expected);
      else expect(data.grantRole.userErrors.map((error: { code: string }) => error.code)).toEqual(expected);
    });

    it('are nobody’s to give to himself, by no way', async () => {
      const row = { ...staffRow, role: 'SERVICE_POINT', locationCode: null };
      await importRows(students, 'Staff', [
        { ...row, staffNumber: '4100', subject: 'sub-4100' },
        { ...row, staffNumber: '4101', subject: 'sub-4101' },
      ]);
      const me = await idOf('4100');
      const by = as(servicePoint, me);
      const where = { schoolLocationId: locations['05KO00'] };
      expect((await run(by, 'grantRole', { id: me, revision: 1, role: 'COORDINATOR', ...where })).userErrors).toMatchObject([
        { code: 'NOT_YOURSELF' },
      ]);
      const mine = { ...staffRow, staffNumber: '4100', subject: 'sub-4100' };
      expect(await importRows(students, 'Staff', [mine], { as: by })).toMatchObject({ updated: 0, refused: [{ column: 'role' }] });
      expect((await member(me)).grants.map(({ role }) => role)).toEqual(['SERVICE_POINT']);
      // His own row stays importable: the administration sends everybody.
      expect(await importRows(students, 'Staff', [{ ...row, staffNumber: '4100', subject: 'sub-4100' }], { as: by })).toMatchObject({
        ...{ unchanged: 1, refused: [] },
      });
    });

    it('of the privacy officer and the board are out of reach of an import by the Servicepunt, and so are their accounts', async () => {
      const officer = { ...staffRow, staffNumber: '4110', role: 'PRIVACY_OFFICER', locationCode: null };
      expect(await importRows(students, 'Staff', [officer])).toMatchObject({ created: 0, refused: [{ column: 'role' }] });
      expect(await importRows(students, 'Staff', [{ ...officer, role: 'DIRECTOR' }])).toMatchObject({
        created: 0,
        refused: [{ column: 'role' }],
      });
      expect(await importRows(students, 'Staff', [{ ...officer, subject: 'sub-officer' }], { as: board })).toMatchObject({ created: 1 });
      expect(await importRows(students, 'Staff', [{ ...officer, subject: 'sub-thief' }])).toMatchObject({
        ...{ updated: 0, refused: [{ column: 'subject' }] },
      });
      expect(await importRows(students, 'Staff', [officer])).toMatchObject({ unchanged: 1, refused: [] });
      const id = await idOf('4110');
      for (const [name, rest] of [
        ['withdrawGrant', { role: 'PRIVACY_OFFICER' }],
        ['deactivateStaffMember', {}],
      ] as const)
        expect((await run(servicePoint, name, { id, revision: 1, ...rest })).userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
      const { body } = await students.call('gateway', 'students.viewerBySubject', { subject: 'sub-officer' });
      expect(body.viewer).toMatchObject({ id, grants: [{ role: 'PRIVACY_OFFICER', scope: { kind: 'ALL' } }] });
    });

    it('end together when somebody leaves, and come back one by one', async () => {
      const id = await withStaff(students, { staffNumber: '4004' });
      const other = as(servicePoint, 'stf_other');
      expect(await run(as(servicePoint, id), 'deactivateStaffMember', { id, revision: 1 })).toMatchObject({
        userErrors: [{ code: 'NOT_YOURSELF' }],
      });
      expect(await run(other, 'deactivateStaffMember', { id, revision: 1 })).toMatchObject({ staffMember: { active: false, grants: [] } });
      expect(await run(other, 'grantRole', { id, revision: 2, role: 'DIRECTOR', schoolLocationId: locations['05KO01'] })).toMatchObject({
        staffMember: { active: true, grants: [{ role: 'DIRECTOR' }] },
      });
    });

    it('of another location keep a coordinator from ending the work of a person', async () => {
      const id = await withStaff(students, { staffNumber: '4005', locationCode: '05KO01' });
      expect(await run(coordinator, 'deactivateStaffMember', { id, revision: 1 })).toMatchObject({ userErrors: [{ code: 'FORBIDDEN' }] });
    });
  });

  describe('lists and fields', () => {
    it('narrow by role in force, location, number and the beginning of the family name', async () => {
      const id = await withStaff(students, { staffNumber: '5001', familyName: 'Ypma', role: 'DIRECTOR', locationCode: '05KO01' });
      const numbers = async (filter: string) => {
        const { data } = await students.query(servicePoint, `{ staffMembers(first: 100, filter: ${filter}) { nodes { staffNumber } } }`);
        return (data.staffMembers.nodes as { staffNumber: string }[]).map((node) => node.staffNumber);
      };
      expect(await numbers('{ search: "yp" }')).toEqual(['5001']);
      expect(await numbers(`{ role: DIRECTOR, schoolLocation: "${locations['05KO01']}", search: "Ypma" }`)).toEqual(['5001']);
      expect(await numbers(`{ role: DIRECTOR, schoolLocation: "${locations['05KO00']}", search: "Ypma" }`)).toEqual([]);
      await run(servicePoint, 'withdrawGrant', { id, revision: 1, role: 'DIRECTOR', schoolLocationId: locations['05KO01'] });
      expect(await numbers(`{ role: DIRECTOR, search: "Ypma" }`)).toEqual([]);
    });

    it('cost the same number of commands for two rows and for fifty', async () => {
      const list = (first: number) =>
        `{ staffMembers(first: ${first}) { nodes { familyName grants { schoolLocation { name } grantedBy { id } } } } }`;
      const few = await students.countCommands(() => students.query(servicePoint, list(2)));
      const many = await students.countCommands(() => students.query(servicePoint, list(50)));
      expect(many).toEqual(few);
    });

    it('show a company the work contact of its own relation owner alone, and a link nothing', async () => {
      const id = await withStaff(students, { staffNumber: '5002', subject: 'sub-5002' });
      const colleague = await withStaff(students, { staffNumber: '5004', subject: 'sub-5004' });
      relationOwners.set('emp_x', id).set('emp_y', colleague);
      const entity = `query ($id: ID!) { _entities(representations: [{ __typename: "StaffMember", id: $id }]) { ... on StaffMember {
        givenName email staffNumber subject active grants { role } } } }`;
      const company = await students.query(viewer(grant('EMPLOYER_CONTACT', { kind: 'EMPLOYER', id: 'emp_x' })), entity, { id });
      expect(company.data._entities[0]).toEqual({
        givenName: staffRow.givenName,
        email: staffRow.email,
        staffNumber: null,
        subject: null,
        active: null,
        grants: null,
      });
      const own = { kind: 'EMPLOYER', id: 'emp_x' } as const;
      const contact = viewer(grant('EMPLOYER_CONTACT', own));
      const key = viewer(grant('EMPLOYER_SYSTEM', own, ['trainees:read']));
      for (const other of [contact, key]) {
        const absent = await cost(() => students.query(other, entity, { id: 'stf_none' }));
        const kept = await cost(async () => {
          expect((await students.query(other, entity, { id: colleague })).data._entities).toEqual([null]);
        });
        expect(kept).toEqual(absent);
      }
      const nobodys = viewer(grant('EMPLOYER_CONTACT', { kind: 'EMPLOYER', id: 'emp_none' }));
      const withoutScope = viewer(grant('EMPLOYER_SYSTEM', own, ['offers:write']));
      const link = viewer(grant('EMPLOYER_CONTACT', { kind: 'TASK', id: 'evl_x' }));
      for (const stranger of [nobodys, withoutScope, link])
        expect((await students.query(stranger, entity, { id })).data._entities).toEqual([null]);
      const both = viewer(grant('EMPLOYER_CONTACT', own), grant('COORDINATOR', at(locations['05KO00'])));
      const before = asked.length;
      expect((await students.query(both, entity, { id: colleague })).data._entities[0]).toMatchObject({ staffNumber: '5004' });
      expect(asked).toHaveLength(before);
    });

    it('show an account to the Servicepunt and to the person', async () => {
      const id = await withStaff(students, { staffNumber: '5003', subject: 'sub-5003' });
      const subject = async (by: Viewer) =>
        (await students.query(by, 'query ($id: ID!) { staffMember(id: $id) { subject } }', { id })).data.staffMember.subject;
      expect(await subject(servicePoint)).toBe('sub-5003');
      expect(await subject(as(coordinator, id))).toBe('sub-5003');
      expect(await subject(coordinator)).toBeNull();
    });
  });
});

describe('the first start', () => {
  it('makes one Servicepunt member for the subject of the settings, whom the administration gives a number', async () => {
    const students = await startStudents({ BOOTSTRAP_SERVICE_POINT: 'sub-first' });
    try {
      const list = '{ staffMembers { nodes { id staffNumber subject grants { role } } totalCount } }';
      const { data } = await students.query(servicePoint, list);
      expect(data.staffMembers).toMatchObject({ totalCount: 1, nodes: [{ subject: 'sub-first', grants: [{ role: 'SERVICE_POINT' }] }] });
      const row = { ...staffRow, staffNumber: '77', subject: 'sub-first', role: 'SERVICE_POINT', locationCode: null };
      expect(await importRows(students, 'Staff', [row])).toMatchObject({ created: 0, updated: 1, refused: [] });
      const after = await students.query(servicePoint, list);
      expect(after.data.staffMembers).toMatchObject({
        totalCount: 1,
        nodes: [{ id: data.staffMembers.nodes[0].id, staffNumber: '77', grants: [{ role: 'SERVICE_POINT' }] }],
      });
    } finally {
      await students.stop();
    }
  });

  it('makes the director of the board, who appoints the privacy officer and reads no pupil', async () => {
    const students = await startStudents({ BOOTSTRAP_SERVICE_POINT: 'sub-first', BOOTSTRAP_BOARD_DIRECTOR: 'sub-board' });
    try {
      await withLocations(students);
      await withStudent(students, { schoolPupilNumber: '1' });
      const { viewer: signedIn } = (await students.call('gateway', 'students.viewerBySubject', { subject: 'sub-board' })).body;
      expect(signedIn).toMatchObject({ grants: [{ role: 'DIRECTOR', scope: { kind: 'ALL' } }] });
      const by = signedIn as Viewer;
      const officer = { ...staffRow, staffNumber: '78', role: 'PRIVACY_OFFICER', locationCode: null };
      expect(await importRows(students, 'Staff', [officer], { as: by })).toMatchObject({ created: 1, refused: [] });
      const { data } = await students.query(by, '{ students { totalCount } staffMembers { totalCount } schoolLocations { totalCount } }');
      expect(data).toEqual({ students: { totalCount: 0 }, staffMembers: { totalCount: 3 }, schoolLocations: { totalCount: 2 } });
    } finally {
      await students.stop();
    }
  });
});

import { describe, expect, it } from '@jest/globals';
import { ANY_ROW, entityPolicy, type RowRules } from './policy.ts';
import { API_SCOPES, type Grant, type GrantScope, type Viewer } from './contracts/roles.ts';

interface Row {
  _id: string;
  locationId: string;
  employerId: string | null;
  supervisorId: string;
  state: string;
  guardians: { id: string }[];
}
const row: Row = {
  _id: 'plc_1',
  locationId: 'loc_1',
  employerId: 'emp_1',
  supervisorId: 'stf_1',
  state: 'AGREED',
  guardians: [{ id: 'stu_1' }, { id: 'stu_2' }],
};
const viewer = (...grants: Grant[]): Viewer => ({ kind: 'PERSON', id: 'stf_1', language: 'nl', grants });
const at = (role: Grant['role'], kind: 'LOCATION' | 'EMPLOYER' | 'STUDENT' | 'TASK', id: string, apiScopes?: GrantScope[]): Grant => ({
  role,
  scope: { kind, id },
  ...(apiScopes ? { apiScopes } : {}),
});
const all = (role: Grant['role']): Grant => ({ role, scope: { kind: 'ALL' } });

const policy = entityPolicy<Row, 'id' | 'notes' | 'state', 'cancel'>({
  type: 'Placement',
  rows: {
    COORDINATOR: { LOCATION: 'locationId' },
    SCHOOL_SUPERVISOR: { LOCATION: 'locationId' },
    SERVICE_POINT: { ALL: ANY_ROW },
    EMPLOYER_CONTACT: { EMPLOYER: { at: 'employerId', where: { state: ['AGREED', 'COMPLETED'] } } },
    EMPLOYER_SYSTEM: { EMPLOYER: { at: 'employerId', apiScope: 'trainees:read' } },
    GUARDIAN: { STUDENT: 'guardians.id' },
  },
  fields: {
    id: 'row',
    state: ['COORDINATOR', 'SERVICE_POINT'],
    notes: { COORDINATOR: true, SCHOOL_SUPERVISOR: (placement, who) => placement.supervisorId === who.id },
  },
  actions: {
    cancel: { COORDINATOR: { LOCATION: 'locationId' }, SCHOOL_SUPERVISOR: (placement, who) => placement.supervisorId === who.id },
  },
});

describe('rows', () => {
  it('are none for who has no grant that is named', () => {
    expect(policy.rows(viewer())).toBeNull();
    expect(policy.rows(viewer(at('STUDENT', 'STUDENT', 'stu_1')))).toBeNull();
    expect(policy.sees(viewer(at('STUDENT', 'STUDENT', 'stu_1')), row)).toBe(false);
  });
  it('are none for a role with a reach that the policy does not name', () => {
    expect(policy.rows(viewer(all('COORDINATOR')))).toBeNull();
    expect(policy.rows(viewer(at('EMPLOYER_CONTACT', 'TASK', 'evl_1')))).toBeNull();
  });
  it('are all for a grant that reaches everything', () => {
    expect(policy.rows(viewer(at('COORDINATOR', 'LOCATION', 'loc_9'), all('SERVICE_POINT')))).toEqual({});
  });
  it('join the ids of equal rules in one condition', () => {
    expect(policy.rows(viewer(at('COORDINATOR', 'LOCATION', 'loc_1'), at('SCHOOL_SUPERVISOR', 'LOCATION', 'loc_2')))).toEqual({
      locationId: { $in: ['loc_1', 'loc_2'] },
    });
  });
  it('carry the further conditions of each rule', () => {
    expect(policy.rows(viewer(at('EMPLOYER_CONTACT', 'EMPLOYER', 'emp_1'), at('COORDINATOR', 'LOCATION', 'loc_1')))).toEqual({
      $or: [{ state: { $in: ['AGREED', 'COMPLETED'] }, employerId: 'emp_1' }, { locationId: 'loc_1' }],
    });
  });
  it('are closed to an API key without the scope', () => {
    expect(policy.rows(viewer(at('EMPLOYER_SYSTEM', 'EMPLOYER', 'emp_1')))).toBeNull();
    expect(policy.rows(viewer(at('EMPLOYER_SYSTEM', 'EMPLOYER', 'emp_1', ['trainees:read'])))).toEqual({ employerId: 'emp_1' });
  });

  it('cannot ask for a scope that no API key can have', () => {
    // @ts-expect-error -- the type check is the test: `trainee:read` isn't in the list.
    const rows: RowRules = { EMPLOYER_SYSTEM: { EMPLOYER: { at: 'employerId', apiScope: 'trainee:read' } } };
    const mistaken = entityPolicy<Row, 'id'>({ type: 'Placement', rows, fields: { id: 'row' } });
    expect(mistaken.rows(viewer(at('EMPLOYER_SYSTEM', 'EMPLOYER', 'emp_1', [...API_SCOPES])))).toBeNull();
  });
  it('are judged in memory as in the database', () => {
    expect(policy.sees(viewer(at('EMPLOYER_CONTACT', 'EMPLOYER', 'emp_1')), row)).toBe(true);
    expect(policy.sees(viewer(at('EMPLOYER_CONTACT', 'EMPLOYER', 'emp_1')), { ...row, state: 'PLANNED' })).toBe(false);
    expect(policy.sees(viewer(at('EMPLOYER_CONTACT', 'EMPLOYER', 'emp_2')), row)).toBe(false);
    expect(policy.sees(viewer(at('GUARDIAN', 'STUDENT', 'stu_2')), row)).toBe(true);
    expect(policy.sees(viewer(at('GUARDIAN', 'STUDENT', 'stu_3')), row)).toBe(false);
  });
});

describe('a field', () => {
  it('without a verdict is denied', () => {
    expect(policy.maySee(viewer(all('SERVICE_POINT')), row, 'secret')).toBe(false);
  });
  it('counts only the grants that see the row', () => {
    const twoSchools = viewer(at('COORDINATOR', 'LOCATION', 'loc_9'), at('SCHOOL_SUPERVISOR', 'LOCATION', 'loc_1'));
    expect(policy.maySee(twoSchools, row, 'id')).toBe(true);
    expect(policy.maySee(twoSchools, row, 'state')).toBe(false);
  });
  it('may depend on the row', () => {
    const supervisor = viewer(at('SCHOOL_SUPERVISOR', 'LOCATION', 'loc_1'));
    expect(policy.maySee(supervisor, row, 'notes')).toBe(true);
    expect(policy.maySee(supervisor, { ...row, supervisorId: 'stf_2' }, 'notes')).toBe(false);
  });
});

describe('an action', () => {
  it('is denied where it is not named', () => {
    expect(policy.may('cancel', viewer(all('SERVICE_POINT')), row)).toBe(false);
  });
  it('needs the reach, or the reach of the rows and the condition', () => {
    expect(policy.may('cancel', viewer(at('COORDINATOR', 'LOCATION', 'loc_1')), row)).toBe(true);
    expect(policy.may('cancel', viewer(at('COORDINATOR', 'LOCATION', 'loc_2')), row)).toBe(false);
    expect(policy.may('cancel', viewer(at('SCHOOL_SUPERVISOR', 'LOCATION', 'loc_1')), row)).toBe(true);
    expect(policy.may('cancel', viewer(at('SCHOOL_SUPERVISOR', 'LOCATION', 'loc_2')), row)).toBe(false);
  });
});

import type { Role, Viewer } from '@servicepunt/shared/contracts/roles';
import { ANY_ROW, entityPolicy, operationPolicy, partsOf, type FieldVerdict } from '@servicepunt/shared/policy';
import type { StaffMember } from '../schema.generated.ts';
import { isLocationRole, type GrantEntry } from './rules.ts';
import type { StaffMemberRow } from './store.ts';

const isSelf = (row: StaffMemberRow, viewer: Viewer) => row._id === viewer.id;

/** A colleague's number and roles are for those who work with them. */
const administration: FieldVerdict<StaffMemberRow> = {
  SERVICE_POINT: true,
  COORDINATOR: true,
  DIRECTOR: true,
  PRIVACY_OFFICER: true,
  SCHOOL_SUPERVISOR: isSelf,
};

/**
 * Name and work contact of staff are known to everybody who meets them: an agreement names the school's supervisor to the company.
 * A link reaches its task alone; an operator needs nobody's data.
 */
export const staffMemberPolicy = entityPolicy<StaffMemberRow, Exclude<keyof StaffMember, '__typename'>>({
  type: 'StaffMember',
  rows: {
    STUDENT: { STUDENT: ANY_ROW },
    GUARDIAN: { STUDENT: ANY_ROW },
    SCHOOL_SUPERVISOR: { LOCATION: ANY_ROW },
    COORDINATOR: { LOCATION: ANY_ROW },
    DIRECTOR: { LOCATION: ANY_ROW },
    SERVICE_POINT: { ALL: ANY_ROW },
    PRIVACY_OFFICER: { ALL: ANY_ROW },
    EMPLOYER_CONTACT: { EMPLOYER: ANY_ROW },
    EMPLOYER_SYSTEM: { EMPLOYER: { at: ANY_ROW, apiScope: 'trainees:read' } },
  },
  fields: {
    id: 'row',
    revision: 'row',
    givenName: 'row',
    familyName: 'row',
    email: 'row',
    phone: 'row',
    language: administration,
    staffNumber: administration,
    active: administration,
    grants: administration,
    grantHistory: administration,
    // Who signs in with which account is nobody else's business.
    subject: { SERVICE_POINT: true, SCHOOL_SUPERVISOR: isSelf, COORDINATOR: isSelf, DIRECTOR: isSelf, PRIVACY_OFFICER: isSelf },
  },
});

export const staffParts = partsOf('StaffGrant');

const COLLEAGUES: readonly Role[] = ['SCHOOL_SUPERVISOR', 'COORDINATOR', 'DIRECTOR', 'SERVICE_POINT', 'PRIVACY_OFFICER'];

export const staffOperations = operationPolicy({
  Query: { staffMember: COLLEAGUES, staffMembers: COLLEAGUES },
  Mutation: {
    importStaff: ['SERVICE_POINT'],
    grantRole: ['SERVICE_POINT', 'COORDINATOR', 'DIRECTOR'],
    withdrawGrant: ['SERVICE_POINT', 'COORDINATOR', 'DIRECTOR'],
    deactivateStaffMember: ['SERVICE_POINT', 'COORDINATOR', 'DIRECTOR'],
  },
});

/** What a role of a location may give and withdraw there; a coordinator doesn't appoint directors. */
const GIVES: Partial<Record<Role, readonly Role[]>> = {
  COORDINATOR: ['SCHOOL_SUPERVISOR', 'COORDINATOR'],
  DIRECTOR: ['SCHOOL_SUPERVISOR', 'COORDINATOR', 'DIRECTOR'],
};

/** Whether the viewer may give or withdraw this role with this reach. */
export function mayGrant(viewer: Viewer, { role, locationId }: Pick<GrantEntry, 'role' | 'locationId'>): boolean {
  return viewer.grants.some((grant) => {
    if (grant.role === 'SERVICE_POINT') return true;
    if (!isLocationRole(role) || grant.scope.kind !== 'LOCATION' || grant.scope.id !== locationId) return false;
    return GIVES[grant.role]?.includes(role) ?? false;
  });
}

/** Whether the viewer may end somebody's work here: whoever may withdraw each role that the person holds. */
export function mayDeactivate(viewer: Viewer, grantsInForce: readonly GrantEntry[]): boolean {
  if (viewer.grants.some((grant) => grant.role === 'SERVICE_POINT')) return true;
  return grantsInForce.length > 0 && grantsInForce.every((grant) => mayGrant(viewer, grant));
}

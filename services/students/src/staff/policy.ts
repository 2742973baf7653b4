import type { Role, Viewer } from '@servicepunt/shared/contracts/roles';
import { ANY_ROW, entityPolicy, operationPolicy, partsOf, type FieldVerdict } from '@servicepunt/shared/policy';
import type { StaffMember } from '../schema.generated.ts';
import { isLocationRole, type GrantEntry, type Which } from './rules.ts';
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

/** On rows that were read for who isn't staff: the companies of theirs to which this person speaks for the schools, the pupils he has to do with. */
export interface ReachMark {
  readonly relationOwnerOf?: readonly string[];
  readonly pupilsMet?: readonly string[];
}

/**
 * Name and work contact of staff are known to colleagues, and to a pupil and his guardians of those who have to do with him. A company knows the relation owner whom employers names
 * to it; its trainees' supervisors it knows from their agreements. A link reaches its task alone; an operator needs nobody's data.
 */
export const staffMemberPolicy = entityPolicy<StaffMemberRow & ReachMark, Exclude<keyof StaffMember, '__typename'>>({
  type: 'StaffMember',
  rows: {
    STUDENT: { STUDENT: 'pupilsMet' },
    GUARDIAN: { STUDENT: 'pupilsMet' },
    SCHOOL_SUPERVISOR: { LOCATION: ANY_ROW },
    COORDINATOR: { LOCATION: ANY_ROW },
    // Without a location he is the director of the board, who appoints those who watch over all.
    DIRECTOR: { LOCATION: ANY_ROW, ALL: ANY_ROW },
    SERVICE_POINT: { ALL: ANY_ROW },
    PRIVACY_OFFICER: { ALL: ANY_ROW },
    EMPLOYER_CONTACT: { EMPLOYER: 'relationOwnerOf' },
    EMPLOYER_SYSTEM: { EMPLOYER: { at: 'relationOwnerOf', apiScope: 'trainees:read' } },
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
    // Which roles a row may give is judged per row.
    importStaff: ['SERVICE_POINT', 'DIRECTOR'],
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
/** Whom the board appoints itself: another director of the board, and the privacy officer, who judges what the Servicepunt does. */
const isTheBoards = ({ role, locationId }: Which): boolean => role === 'PRIVACY_OFFICER' || (role === 'DIRECTOR' && locationId === null);

/** Whether the viewer may give or withdraw this role with this reach; nobody gives himself any (`isHimself`). */
export function mayGrant(viewer: Viewer, which: Which): boolean {
  const { role, locationId } = which;
  return viewer.grants.some((grant) => {
    if (grant.scope.kind === 'ALL') return grant.role === 'DIRECTOR' || (grant.role === 'SERVICE_POINT' && !isTheBoards(which));
    if (!isLocationRole(role) || grant.scope.kind !== 'LOCATION' || grant.scope.id !== locationId) return false;
    return GIVES[grant.role]?.includes(role) ?? false;
  });
}

/** Nobody gives himself a role, whatever he may give to others. */
export const isHimself = (viewer: Viewer, staffMemberId: string | undefined): boolean => viewer.id === staffMemberId;

/** Whether the viewer may end somebody's work here, or change the account behind it: whoever may withdraw each role that the person holds. */
export function mayTakeOver(viewer: Viewer, grantsInForce: readonly GrantEntry[]): boolean {
  if (grantsInForce.length === 0) return viewer.grants.some(({ role, scope }) => scope.kind === 'ALL' && GOVERNS.includes(role));
  return grantsInForce.every((grant) => mayGrant(viewer, grant));
}
const GOVERNS: readonly Role[] = ['SERVICE_POINT', 'DIRECTOR'];

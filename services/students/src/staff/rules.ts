import { normaliseLocationCode } from '@servicepunt/shared/contracts/identifiers';
import type { Language, Role } from '@servicepunt/shared/contracts/roles';
import type { RowCheck } from '@servicepunt/shared/import';
import { readColumns, type PersonFacts } from '../person/rules.ts';

/** Roles of one location, and roles that reach the whole foundation; the other roles aren't for staff. */
export const LOCATION_ROLES = ['SCHOOL_SUPERVISOR', 'COORDINATOR', 'DIRECTOR'] as const satisfies readonly Role[];
export const CENTRAL_ROLES = ['SERVICE_POINT', 'PRIVACY_OFFICER', 'OPERATOR'] as const satisfies readonly Role[];
export type StaffRole = (typeof LOCATION_ROLES)[number] | (typeof CENTRAL_ROLES)[number];
export type Which = Pick<GrantEntry, 'role' | 'locationId'>;

/** The director of the board directs no location but the foundation: `DIRECTOR` without a location. */
export const BOARD = { role: 'DIRECTOR', locationId: null } as const satisfies Which;
export const STAFF_ROLES: readonly StaffRole[] = [...LOCATION_ROLES, ...CENTRAL_ROLES];

export function isStaffRole(role: Role): role is StaffRole {
  return (STAFF_ROLES as readonly Role[]).includes(role);
}
export function isLocationRole(role: Role): boolean {
  return (LOCATION_ROLES as readonly Role[]).includes(role);
}

/** Whether a role is given with a location, without one, or either way. */
export function fitsReach(role: StaffRole, hasLocation: boolean): boolean {
  return role === 'DIRECTOR' || isLocationRole(role) === hasLocation;
}

/** Stand in for the numbers of the people whom the first start makes, until the personnel administration is brought in. */
export const BOOTSTRAP_STAFF_NUMBER = 'BOOTSTRAP';
export const BOOTSTRAP_BOARD_NUMBER = 'BOOTSTRAP-BOARD';
export const isBootstrapNumber = (staffNumber: string): boolean => [BOOTSTRAP_STAFF_NUMBER, BOOTSTRAP_BOARD_NUMBER].includes(staffNumber);

/** A role as it was given: entries are never removed, so that the history stays. */
export interface GrantEntry {
  role: StaffRole;
  locationId: string | null;
  grantedAt: Date;
  /** Id of who gave it. */
  grantedBy: string;
  withdrawnAt: Date | null;
  withdrawnBy: string | null;
}

const isSame = (left: Which, right: Which): boolean => left.role === right.role && left.locationId === right.locationId;

export function grantsInForce<G extends { withdrawnAt: Date | null }>(grants: readonly G[]): G[] {
  return grants.filter((grant) => grant.withdrawnAt === null);
}
export function holdsGrant(grants: readonly GrantEntry[], which: Which): boolean {
  return grantsInForce(grants).some((grant) => isSame(grant, which));
}
/** Whether this role was given once and taken away since; an import doesn't undo that. */
export function wasWithdrawn(grants: readonly GrantEntry[], which: Which): boolean {
  return !holdsGrant(grants, which) && grants.some((grant) => isSame(grant, which));
}
export function withGrant(grants: readonly GrantEntry[], which: Which, at: Date, by: string): GrantEntry[] {
  return [
    ...grants,
    { role: which.role, locationId: which.locationId, grantedAt: at, grantedBy: by, withdrawnAt: null, withdrawnBy: null },
  ];
}
/** The history after the grants that `which` chooses were taken away. */
export function withoutGrants(grants: readonly GrantEntry[], chosen: (grant: Which) => boolean, at: Date, by: string): GrantEntry[] {
  return grants.map((grant) => (grant.withdrawnAt === null && chosen(grant) ? { ...grant, withdrawnAt: at, withdrawnBy: by } : grant));
}
export const theGrant = (which: Which) => (grant: Which) => isSame(grant, which);

export interface StaffImportInput {
  readonly staffNumber: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly subject?: string | null | undefined;
  readonly language?: string | null | undefined;
  readonly role: string;
  readonly locationCode?: string | null | undefined;
}
export interface StaffImportFacts extends PersonFacts {
  staffNumber: string;
  language: Language | null;
  role: StaffRole;
  locationCode: string | null;
}

/** A row of the personnel administration: one person with one role. */
export function checkStaffRow(row: StaffImportInput): RowCheck<StaffImportFacts> {
  const columns = readColumns(row);
  const facts: StaffImportFacts = {
    staffNumber: columns.line('staffNumber', 40),
    givenName: columns.line('givenName'),
    familyName: columns.line('familyName'),
    email: columns.email('email'),
    phone: columns.phone('phone'),
    subject: columns.subject('subject'),
    language: columns.language('language'),
    role: columns.choice('role', STAFF_ROLES),
    locationCode: columns.optionalLine('locationCode'),
  };
  const code = facts.locationCode === null ? null : normaliseLocationCode(facts.locationCode);
  if (!fitsReach(facts.role, false) && code === null)
    columns.wrong('locationCode', { nl: 'BRIN en twee cijfers, zoals 05KO00', en: 'BRIN and two digits, as 05KO00' });
  if (!isLocationRole(facts.role) && facts.locationCode !== null)
    columns.wrong('locationCode', {
      nl: 'moet leeg zijn: deze rol hoort niet bij één vestiging',
      en: "must be empty: this role isn't bound to one location",
    });
  const problem = columns.problem();
  return problem ? { ok: false, ...problem } : { ok: true, facts: { ...facts, locationCode: code } };
}

/** Whether two rows say the same of the person: the administration writes a person once per role. */
export function agree(left: StaffImportFacts, right: StaffImportFacts): boolean {
  return (['givenName', 'familyName', 'email', 'phone', 'subject', 'language'] as const).every((column) => left[column] === right[column]);
}

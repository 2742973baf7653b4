import type { Role } from '@servicepunt/shared/contracts/roles';
import { ANY_ROW, type RowRules } from '@servicepunt/shared/policy';

/** Those who find places for pupils and keep in touch with companies. */
export const STAFF: readonly Role[] = ['SCHOOL_SUPERVISOR', 'COORDINATOR', 'DIRECTOR', 'SERVICE_POINT'];
/** The people and systems of a company, each within their own one. */
export const OWN_EMPLOYER: readonly Role[] = ['EMPLOYER_CONTACT', 'EMPLOYER_SYSTEM'];

/** Employers are known to the staff of all member schools: one contact point, no school's own list (DOMAIN section 1). */
export const staffRows = {
  SCHOOL_SUPERVISOR: { LOCATION: ANY_ROW },
  COORDINATOR: { LOCATION: ANY_ROW },
  DIRECTOR: { LOCATION: ANY_ROW },
  SERVICE_POINT: { ALL: ANY_ROW },
} as const satisfies RowRules;

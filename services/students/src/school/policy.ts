import type { Role } from '@servicepunt/shared/contracts/roles';
import { ANY_ROW, entityPolicy, operationPolicy } from '@servicepunt/shared/policy';
import type { School, SchoolLocation } from '../schema.generated.ts';
import type { SchoolLocationRow, SchoolRow } from './store.ts';

const SCHOOL_STAFF: readonly Role[] = ['SCHOOL_SUPERVISOR', 'COORDINATOR', 'DIRECTOR'];

/** Which schools exist is public knowledge; employers and links don't need it: the agreement names the school (DOMAIN section 7). */
const everybodyInside = {
  STUDENT: { STUDENT: ANY_ROW },
  GUARDIAN: { STUDENT: ANY_ROW },
  SCHOOL_SUPERVISOR: { LOCATION: ANY_ROW },
  COORDINATOR: { LOCATION: ANY_ROW },
  DIRECTOR: { LOCATION: ANY_ROW, ALL: ANY_ROW },
  SERVICE_POINT: { ALL: ANY_ROW },
  PRIVACY_OFFICER: { ALL: ANY_ROW },
} as const;

export const schoolPolicy = entityPolicy<SchoolRow, Exclude<keyof School, '__typename'>>({
  type: 'School',
  rows: everybodyInside,
  fields: { id: 'row', brin: 'row', name: 'row', locations: 'row' },
});

export const schoolLocationPolicy = entityPolicy<SchoolLocationRow, Exclude<keyof SchoolLocation, '__typename'>>({
  type: 'SchoolLocation',
  rows: everybodyInside,
  fields: { id: 'row', locationCode: 'row', name: 'row', municipality: 'row', holidayRegion: 'row', school: 'row', revision: 'row' },
});

export const schoolOperations = operationPolicy({
  Query: {
    schoolLocation: ['STUDENT', 'GUARDIAN', ...SCHOOL_STAFF, 'SERVICE_POINT', 'PRIVACY_OFFICER'],
    schoolLocations: ['STUDENT', 'GUARDIAN', ...SCHOOL_STAFF, 'SERVICE_POINT', 'PRIVACY_OFFICER'],
  },
  Mutation: { importSchoolLocations: ['SERVICE_POINT'] },
});

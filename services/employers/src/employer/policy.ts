import { ANY_ROW, entityPolicy, operationPolicy, stubPolicy } from '@servicepunt/shared/policy';
import { OWN_EMPLOYER, STAFF, staffRows } from '../audience.ts';
import type { Employer, EmployerSite } from '../schema.generated.ts';
import type { EmployerRow, EmployerSiteRow } from './store.ts';

/**
 * A pupil and his guardian are shown the company of a placement by its name and address, which are public (the register of companies);
 * they reach one through the placement alone, no list and no person of it.
 */
const byPlacement = { STUDENT: { STUDENT: ANY_ROW }, GUARDIAN: { STUDENT: ANY_ROW } } as const;
const COMPANY_AND_STAFF = [...STAFF, ...OWN_EMPLOYER];

/** Staff of the schools and the Servicepunt see employers fully; an employer's people and systems see their own. */
export const employerPolicy = entityPolicy<EmployerRow, Exclude<keyof Employer, '__typename'>, 'change' | 'govern'>({
  type: 'Employer',
  rows: { ...staffRows, ...byPlacement, EMPLOYER_CONTACT: { EMPLOYER: '_id' }, EMPLOYER_SYSTEM: { EMPLOYER: '_id' } },
  fields: {
    id: 'row',
    kvkNumber: 'row',
    name: 'row',
    group: COMPANY_AND_STAFF,
    state: 'row',
    relationOwner: COMPANY_AND_STAFF,
    sites: 'row',
    contacts: COMPANY_AND_STAFF,
    workplaceSupervisors: COMPANY_AND_STAFF,
    offers: COMPANY_AND_STAFF,
    // How schools divide their calls among each other, and who called, is not for the company.
    contactBudget: STAFF,
    load: STAFF,
    revision: 'row',
  },
  actions: {
    /** Name, number and sites. */
    change: { COORDINATOR: { LOCATION: ANY_ROW }, SERVICE_POINT: { ALL: ANY_ROW } },
    /** Group, relation owner and state: they decide who sees the company's trainees, and who speaks for all schools. */
    govern: { SERVICE_POINT: { ALL: ANY_ROW } },
  },
});

export const employerSitePolicy = entityPolicy<EmployerSiteRow, Exclude<keyof EmployerSite, '__typename'>>({
  type: 'EmployerSite',
  rows: { ...staffRows, ...byPlacement, EMPLOYER_CONTACT: { EMPLOYER: 'employerId' }, EMPLOYER_SYSTEM: { EMPLOYER: 'employerId' } },
  fields: {
    id: 'row',
    employer: 'row',
    establishmentNumber: 'row',
    name: 'row',
    street: 'row',
    houseNumber: 'row',
    postcode: 'row',
    city: 'row',
    labourMarketRegion: 'row',
  },
});

export const staffMemberReference = stubPolicy('StaffMember', { id: 'row' });
export const schoolLocationReference = stubPolicy('SchoolLocation', { id: 'row' });

export const employerOperations = operationPolicy({
  Query: {
    employer: [...STAFF, ...OWN_EMPLOYER],
    employers: [...STAFF, ...OWN_EMPLOYER],
    employerSite: [...STAFF, ...OWN_EMPLOYER],
  },
  Mutation: {
    registerEmployer: ['COORDINATOR', 'SERVICE_POINT'],
    changeEmployer: ['COORDINATOR', 'SERVICE_POINT'],
    addEmployerSite: ['COORDINATOR', 'SERVICE_POINT'],
    changeEmployerSite: ['COORDINATOR', 'SERVICE_POINT'],
    activateEmployer: ['SERVICE_POINT'],
    deactivateEmployer: ['SERVICE_POINT'],
    importEmployers: ['SERVICE_POINT'],
  },
});

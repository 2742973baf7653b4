import { ANY_ROW, entityPolicy, operationPolicy, stubPolicy } from '@servicepunt/shared/policy';
import { OWN_EMPLOYER, STAFF, staffRows } from '../audience.ts';
import type { Employer, EmployerSite } from '../schema.generated.ts';
import type { EmployerRow, EmployerSiteRow } from './store.ts';

/** Staff of the schools and the Servicepunt see employers fully; an employer's people and systems see their own; nobody else sees any. */
export const employerPolicy = entityPolicy<EmployerRow, Exclude<keyof Employer, '__typename'>, 'change' | 'govern'>({
  type: 'Employer',
  rows: { ...staffRows, EMPLOYER_CONTACT: { EMPLOYER: '_id' }, EMPLOYER_SYSTEM: { EMPLOYER: '_id' } },
  fields: {
    id: 'row',
    kvkNumber: 'row',
    name: 'row',
    group: 'row',
    state: 'row',
    relationOwner: 'row',
    sites: 'row',
    contacts: 'row',
    workplaceSupervisors: 'row',
    offers: 'row',
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
  rows: { ...staffRows, EMPLOYER_CONTACT: { EMPLOYER: 'employerId' }, EMPLOYER_SYSTEM: { EMPLOYER: 'employerId' } },
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

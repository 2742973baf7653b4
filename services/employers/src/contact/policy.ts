import { ANY_ROW, entityPolicy, operationPolicy } from '@servicepunt/shared/policy';
import { OWN_EMPLOYER, STAFF, staffRows } from '../audience.ts';
import type { EmployerContact, WorkplaceSupervisor } from '../schema.generated.ts';
import type { EmployerPersonRow } from './store.ts';

/** A company's own contacts reach it by `employerId`; a contact of a whole group is the Servicepunt's to change. */
const ofOneCompany = { at: ANY_ROW, where: { groupId: null } } as const;

/** Contact data are for the staff of schools and Servicepunt, and for the company's own people; a machine has no use for them. */
export const contactPolicy = entityPolicy<EmployerPersonRow, Exclude<keyof EmployerContact, '__typename'>, 'change' | 'govern'>({
  type: 'EmployerContact',
  rows: { ...staffRows, EMPLOYER_CONTACT: { EMPLOYER: 'reach' } },
  fields: {
    id: 'row',
    personNumber: 'row',
    employer: 'row',
    group: 'row',
    givenName: 'row',
    familyName: 'row',
    email: 'row',
    phone: 'row',
    language: 'row',
    // With it somebody signs in: whoever could read it could pass for a helpdesk's caller.
    subject: ['SERVICE_POINT'],
    active: 'row',
    revision: 'row',
  },
  actions: {
    change: { COORDINATOR: { LOCATION: ofOneCompany }, SERVICE_POINT: { ALL: ANY_ROW }, EMPLOYER_CONTACT: { EMPLOYER: 'employerId' } },
    /** A subject, and a whole group as reach, give a person sight of trainees. */
    govern: { SERVICE_POINT: { ALL: ANY_ROW } },
  },
});

/** An HR system knows who guides its trainees once it may read them. */
export const workplaceSupervisorPolicy = entityPolicy<EmployerPersonRow, Exclude<keyof WorkplaceSupervisor, '__typename'>, 'change'>({
  type: 'WorkplaceSupervisor',
  rows: {
    ...staffRows,
    EMPLOYER_CONTACT: { EMPLOYER: 'employerId' },
    EMPLOYER_SYSTEM: { EMPLOYER: { at: 'employerId', apiScope: 'trainees:read' } },
  },
  fields: {
    id: 'row',
    personNumber: 'row',
    employer: 'row',
    site: 'row',
    givenName: 'row',
    familyName: 'row',
    email: 'row',
    phone: 'row',
    language: 'row',
    active: 'row',
    revision: 'row',
  },
  actions: {
    change: {
      SCHOOL_SUPERVISOR: { LOCATION: ANY_ROW },
      COORDINATOR: { LOCATION: ANY_ROW },
      SERVICE_POINT: { ALL: ANY_ROW },
      EMPLOYER_CONTACT: { EMPLOYER: 'employerId' },
    },
  },
});

export const contactOperations = operationPolicy({
  Query: {
    employerContact: [...STAFF, 'EMPLOYER_CONTACT'],
    employerContacts: [...STAFF, 'EMPLOYER_CONTACT'],
    workplaceSupervisor: [...STAFF, ...OWN_EMPLOYER],
    workplaceSupervisors: [...STAFF, ...OWN_EMPLOYER],
  },
  Mutation: {
    addContact: ['COORDINATOR', 'SERVICE_POINT', 'EMPLOYER_CONTACT'],
    changeContact: ['COORDINATOR', 'SERVICE_POINT', 'EMPLOYER_CONTACT'],
    deactivateContact: ['COORDINATOR', 'SERVICE_POINT', 'EMPLOYER_CONTACT'],
    addWorkplaceSupervisor: ['SCHOOL_SUPERVISOR', 'COORDINATOR', 'SERVICE_POINT', 'EMPLOYER_CONTACT'],
    changeWorkplaceSupervisor: ['SCHOOL_SUPERVISOR', 'COORDINATOR', 'SERVICE_POINT', 'EMPLOYER_CONTACT'],
    deactivateWorkplaceSupervisor: ['SCHOOL_SUPERVISOR', 'COORDINATOR', 'SERVICE_POINT', 'EMPLOYER_CONTACT'],
    importEmployerContacts: ['SERVICE_POINT'],
  },
});

import { entityPolicy, operationPolicy } from '@servicepunt/shared/policy';
import { OWN_EMPLOYER, STAFF, staffRows } from '../audience.ts';
import type { CompanyGroup } from '../schema.generated.ts';
import type { CompanyGroupRow } from './store.ts';

/** An employer's people know the group that their employer is in; which of its companies they see is the employers' own rule. */
export const companyGroupPolicy = entityPolicy<CompanyGroupRow, Exclude<keyof CompanyGroup, '__typename'>>({
  type: 'CompanyGroup',
  rows: { ...staffRows, EMPLOYER_CONTACT: { EMPLOYER: 'reach' }, EMPLOYER_SYSTEM: { EMPLOYER: 'reach' } },
  fields: { id: 'row', name: 'row', employers: 'row', contacts: 'row', revision: 'row' },
});

export const groupOperations = operationPolicy({
  Query: { companyGroup: [...STAFF, ...OWN_EMPLOYER], companyGroups: [...STAFF, ...OWN_EMPLOYER] },
  // A group decides who sees the trainees of all of its companies, so the Servicepunt makes it.
  Mutation: { registerCompanyGroup: ['SERVICE_POINT'] },
});

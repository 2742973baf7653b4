import type { Role } from '@servicepunt/shared/contracts/roles';
import { ANY_ROW, entityPolicy, operationPolicy } from '@servicepunt/shared/policy';
import { INSIDE, STAFF } from '../placement/policy.ts';
import type { PartnerOrganisation } from '../schema.generated.ts';
import type { PartnerRow } from './store.ts';

/** Which organisations there are is no secret; their people are for the school's and the Servicepunt's staff. */
export const partnerPolicy = entityPolicy<PartnerRow, Exclude<keyof PartnerOrganisation, '__typename'>>({
  type: 'PartnerOrganisation',
  rows: {
    STUDENT: { STUDENT: ANY_ROW },
    GUARDIAN: { STUDENT: ANY_ROW },
    SCHOOL_SUPERVISOR: { LOCATION: ANY_ROW },
    COORDINATOR: { LOCATION: ANY_ROW },
    DIRECTOR: { LOCATION: ANY_ROW },
    SERVICE_POINT: { ALL: ANY_ROW },
  },
  fields: { id: 'row', name: 'row', kind: 'row', contactPersons: STAFF, revision: 'row' },
});

const KEEPERS: readonly Role[] = ['COORDINATOR', 'SERVICE_POINT', 'SCHOOL_SUPERVISOR'];
export const partnerOperations = operationPolicy({
  Query: { partnerOrganisation: INSIDE, partnerOrganisations: INSIDE },
  Mutation: { registerPartner: KEEPERS, addPartnerContact: KEEPERS, changePartnerContact: KEEPERS },
});

import type { Role } from '@servicepunt/shared/contracts/roles';
import { ANY_ROW, entityPolicy, operationPolicy, partsOf, stubPolicy } from '@servicepunt/shared/policy';
import type { Disclosure } from '../schema.generated.ts';
import type { DisclosureRow } from './store.ts';

/** Whose data it is, and who answers for it: the pupil and his guardian, the coordinator, the privacy officer. It holds codes, no content. */
export const disclosurePolicy = entityPolicy<DisclosureRow, Exclude<keyof Disclosure, '__typename'>>({
  type: 'Disclosure',
  rows: {
    STUDENT: { STUDENT: 'studentId' },
    GUARDIAN: { STUDENT: 'studentId' },
    COORDINATOR: { LOCATION: 'schoolLocationId' },
    PRIVACY_OFFICER: { ALL: ANY_ROW },
  },
  fields: {
    id: 'row',
    student: 'row',
    recipient: 'row',
    legalBasis: 'row',
    purpose: 'row',
    items: 'row',
    at: 'row',
    subjectId: 'row',
    consent: 'row',
  },
});

export const disclosureParts = partsOf('DisclosureRecipient');
export const employerStub = stubPolicy('Employer', { id: 'row' });
export const partnerOrganisationStub = stubPolicy('PartnerOrganisation', { id: 'row' });

const READERS: readonly Role[] = ['STUDENT', 'GUARDIAN', 'COORDINATOR', 'PRIVACY_OFFICER'];
export const disclosureOperations = operationPolicy({ Query: { disclosure: READERS, disclosures: READERS } });

import type { Role } from '@servicepunt/shared/contracts/roles';
import { ANY_ROW, entityPolicy, operationPolicy, partsOf, type Condition } from '@servicepunt/shared/policy';
import type { Consent } from '../schema.generated.ts';
import type { StudentRow } from '../student/store.ts';
import type { ConsentRow } from './store.ts';

/** The pupil's circle, the school and the Servicepunt know what was agreed to; the privacy officer judges it. It holds codes, no content. */
export const consentPolicy = entityPolicy<ConsentRow, Exclude<keyof Consent, '__typename'>>({
  type: 'Consent',
  rows: {
    STUDENT: { STUDENT: 'studentId' },
    GUARDIAN: { STUDENT: 'studentId' },
    SCHOOL_SUPERVISOR: { LOCATION: 'schoolLocationId' },
    COORDINATOR: { LOCATION: 'schoolLocationId' },
    SERVICE_POINT: { ALL: ANY_ROW },
    PRIVACY_OFFICER: { ALL: ANY_ROW },
  },
  fields: {
    id: 'row',
    student: 'row',
    purpose: 'row',
    legalBasis: 'row',
    items: 'row',
    state: 'row',
    givenBy: 'row',
    givenAt: 'row',
    history: 'row',
    revision: 'row',
  },
});

export const consentParts = partsOf('ConsentParty', 'ConsentStatement');

const SCHOOL: readonly Role[] = ['SCHOOL_SUPERVISOR', 'COORDINATOR', 'SERVICE_POINT'];
const DECIDING: readonly Role[] = ['STUDENT', 'GUARDIAN', ...SCHOOL];

export const consentOperations = operationPolicy({
  Query: { consent: [...DECIDING, 'PRIVACY_OFFICER'] },
  Mutation: { giveConsent: DECIDING, confirmConsent: DECIDING, withdrawConsent: DECIDING },
});

const guidesThisPupil: Condition<StudentRow> = (row, viewer) => row.supervisorId === viewer.id;

/** In which quality somebody may speak about a pupil's consents; age decides afterwards whose word counts. */
export const consentSpeaker = entityPolicy<StudentRow, never, 'asStudent' | 'asGuardian' | 'fromPaper'>({
  type: 'Student',
  rows: { SCHOOL_SUPERVISOR: { LOCATION: 'schoolLocationId' } },
  fields: {},
  actions: {
    asStudent: { STUDENT: { STUDENT: '_id' } },
    asGuardian: { GUARDIAN: { STUDENT: '_id' } },
    fromPaper: { COORDINATOR: { LOCATION: 'schoolLocationId' }, SERVICE_POINT: { ALL: ANY_ROW }, SCHOOL_SUPERVISOR: guidesThisPupil },
  },
});

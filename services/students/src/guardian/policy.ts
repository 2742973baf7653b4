import type { Role } from '@servicepunt/shared/contracts/roles';
import { ANY_ROW, entityPolicy, operationPolicy, partsOf, type Condition, type FieldVerdict } from '@servicepunt/shared/policy';
import type { Guardian } from '../schema.generated.ts';
import type { GuardianRow } from './store.ts';

const isSelf: Condition<GuardianRow> = (row, viewer) => row._id === viewer.id;

const ADMINISTRATION: readonly Role[] = ['COORDINATOR', 'SERVICE_POINT'];
const SCHOOL: readonly Role[] = ['SCHOOL_SUPERVISOR', ...ADMINISTRATION];
/** A pupil's other parent knows who the guardians are, not where they live or how to reach them: parents part. */
const contact: FieldVerdict<GuardianRow> = { SCHOOL_SUPERVISOR: true, COORDINATOR: true, SERVICE_POINT: true, GUARDIAN: isSelf };

/** The privacy officer and the pupil's own circle know that a guardian exists; companies and links see no row. */
export const guardianPolicy = entityPolicy<GuardianRow, Exclude<keyof Guardian, '__typename'>, 'change'>({
  type: 'Guardian',
  rows: {
    STUDENT: { STUDENT: 'children.studentId' },
    GUARDIAN: { STUDENT: 'children.studentId' },
    SCHOOL_SUPERVISOR: { LOCATION: 'schoolLocationId' },
    COORDINATOR: { LOCATION: 'schoolLocationId' },
    SERVICE_POINT: { ALL: ANY_ROW },
    PRIVACY_OFFICER: { ALL: ANY_ROW },
  },
  fields: {
    id: 'row',
    revision: 'row',
    givenName: [...SCHOOL, 'STUDENT', 'GUARDIAN'],
    familyName: [...SCHOOL, 'STUDENT', 'GUARDIAN'],
    email: contact,
    phone: contact,
    language: contact,
    subject: { COORDINATOR: true, SERVICE_POINT: true, GUARDIAN: isSelf },
    children: contact,
  },
  actions: { change: { COORDINATOR: { LOCATION: 'schoolLocationId' }, SERVICE_POINT: { ALL: ANY_ROW } } },
});

export const guardianParts = partsOf('GuardianChild', 'StudentGuardian', 'LegalRepresentation');

export const guardianOperations = operationPolicy({
  Query: { guardian: [...SCHOOL, 'STUDENT', 'GUARDIAN'] },
  Mutation: {
    addGuardian: ADMINISTRATION,
    changeGuardian: ADMINISTRATION,
    removeGuardian: ADMINISTRATION,
    recordLegalRepresentation: ADMINISTRATION,
    endLegalRepresentation: ADMINISTRATION,
  },
});

import type { Role } from '@servicepunt/shared/contracts/roles';
import { partsOf, stubPolicy } from '@servicepunt/shared/policy';
import type { Trainee } from '../schema.generated.ts';

/** Rows are those of placements; here only companies and the school's own people have a use for the names. */
const READERS: readonly Role[] = ['EMPLOYER_CONTACT', 'EMPLOYER_SYSTEM', 'SCHOOL_SUPERVISOR', 'COORDINATOR', 'DIRECTOR', 'SERVICE_POINT'];

/** The link of a form names whom it is about; whom to call is for the company's own people. */
const notByLink = {
  EMPLOYER_CONTACT: ['EMPLOYER'],
  EMPLOYER_SYSTEM: ['EMPLOYER'],
  SCHOOL_SUPERVISOR: ['LOCATION'],
  COORDINATOR: ['LOCATION'],
  DIRECTOR: ['LOCATION'],
  SERVICE_POINT: ['ALL'],
} as const;

export const traineePolicy = stubPolicy<Exclude<keyof Trainee, '__typename'>>('Trainee', {
  id: 'row',
  studentKey: 'row',
  disclosureBasis: 'row',
  agreementInForce: 'row',
  firstName: READERS,
  familyName: READERS,
  emergencyContact: notByLink,
});

export const traineeParts = partsOf('EmergencyContact');

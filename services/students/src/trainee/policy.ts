import type { Role } from '@servicepunt/shared/contracts/roles';
import { partsOf, stubPolicy } from '@servicepunt/shared/policy';
import type { Trainee } from '../schema.generated.ts';

/** Rows are those of placements; here only companies and the school's own people have a use for the names. */
const READERS: readonly Role[] = ['EMPLOYER_CONTACT', 'EMPLOYER_SYSTEM', 'SCHOOL_SUPERVISOR', 'COORDINATOR', 'DIRECTOR', 'SERVICE_POINT'];

export const traineePolicy = stubPolicy<Exclude<keyof Trainee, '__typename'>>('Trainee', {
  id: 'row',
  studentKey: 'row',
  disclosureBasis: 'row',
  agreementInForce: 'row',
  firstName: READERS,
  familyName: READERS,
  emergencyContact: READERS,
});

export const traineeParts = partsOf('EmergencyContact');

import { operationPolicy } from '@servicepunt/shared/policy';

/** Who may sign for which party stands with the rows: `placement/policy.ts` (school, pupil, guardian) and `trainee/policy.ts` (company). */
export const agreementOperations = operationPolicy({
  Mutation: {
    draftAgreement: ['COORDINATOR', 'SERVICE_POINT', 'SCHOOL_SUPERVISOR'],
    agreePlacement: ['COORDINATOR', 'SERVICE_POINT', 'SCHOOL_SUPERVISOR'],
    amendAgreement: ['COORDINATOR', 'SERVICE_POINT', 'SCHOOL_SUPERVISOR'],
    withdrawAmendment: ['COORDINATOR', 'SERVICE_POINT', 'SCHOOL_SUPERVISOR'],
    signAgreement: ['COORDINATOR', 'SCHOOL_SUPERVISOR', 'DIRECTOR', 'STUDENT', 'GUARDIAN', 'EMPLOYER_CONTACT'],
  },
});

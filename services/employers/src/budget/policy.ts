import { operationPolicy, partsOf } from '@servicepunt/shared/policy';
import { STAFF } from '../audience.ts';

/** Seen through the fields of `Employer` that hold them, which are for staff alone. */
export const budgetParts = partsOf('ContactBudget', 'EmployerApproach', 'EmployerLoad');

export const budgetOperations = operationPolicy({
  Mutation: {
    claimEmployerApproach: STAFF,
    // Whether it is this employer's relation owner is for the action to see.
    setContactBudget: STAFF,
  },
});

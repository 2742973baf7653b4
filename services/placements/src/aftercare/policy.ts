import { ANY_ROW, entityPolicy, operationPolicy } from '@servicepunt/shared/policy';
import { INSIDE, pupilRows, STAFF } from '../placement/policy.ts';
import type { AftercareCase } from '../schema.generated.ts';
import type { AftercareRow } from './store.ts';

export const aftercarePolicy = entityPolicy<AftercareRow, Exclude<keyof AftercareCase, '__typename'>, 'record' | 'readNotes'>({
  type: 'AftercareCase',
  rows: pupilRows,
  fields: {
    id: 'row',
    student: 'row',
    schoolLocation: 'row',
    leftOn: 'row',
    destination: 'row',
    endsOn: 'row',
    checks: INSIDE,
    earlyLeaverStatus: STAFF,
    revision: 'row',
  },
  actions: {
    record: {
      COORDINATOR: { LOCATION: 'schoolLocationId' },
      SCHOOL_SUPERVISOR: { LOCATION: 'schoolLocationId' },
      SERVICE_POINT: { ALL: ANY_ROW },
    },
    /** What was written about a former pupil is for the pupil's side and the school, not for the Servicepunt or the director. */
    readNotes: {
      STUDENT: pupilRows.STUDENT,
      GUARDIAN: pupilRows.GUARDIAN,
      COORDINATOR: pupilRows.COORDINATOR,
      SCHOOL_SUPERVISOR: pupilRows.SCHOOL_SUPERVISOR,
    },
  },
});

export const aftercareOperations = operationPolicy({
  Query: { aftercareCase: INSIDE, aftercareCases: INSIDE },
  Mutation: { recordOutcomeCheck: ['COORDINATOR', 'SCHOOL_SUPERVISOR', 'SERVICE_POINT'] },
});

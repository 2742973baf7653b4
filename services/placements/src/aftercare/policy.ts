import { ANY_ROW, entityPolicy, operationPolicy, type Condition, type EntityPolicy } from '@servicepunt/shared/policy';
import { INSIDE_WITHOUT_DIRECTOR, rowsOfPupil, STAFF_WITHOUT_DIRECTOR } from '../placement/policy.ts';
import type { AftercareCase } from '../schema.generated.ts';
import type { AftercareRow } from './store.ts';

/** A case is of the pupil's own guide, and goes on to the next one. */
const guides: Condition<AftercareRow> = (row, viewer) => row.supervisorId === viewer.id;

/** What was written about a former pupil is restricted: for the pupil's side, the coordinator and the guide (DOMAIN section 2). */
const readNotes = {
  STUDENT: { STUDENT: 'studentId' },
  GUARDIAN: { STUDENT: 'studentId' },
  COORDINATOR: { LOCATION: 'schoolLocationId' },
  SCHOOL_SUPERVISOR: guides,
} as const;

export const aftercarePolicy: EntityPolicy<AftercareRow, 'record' | 'readNotes'> = entityPolicy<
  AftercareRow,
  Exclude<keyof AftercareCase, '__typename'>,
  'record' | 'readNotes'
>({
  type: 'AftercareCase',
  rows: rowsOfPupil,
  fields: {
    id: 'row',
    student: 'row',
    schoolLocation: 'row',
    leftOn: 'row',
    destination: 'row',
    endsOn: 'row',
    checks: INSIDE_WITHOUT_DIRECTOR,
    earlyLeaverStatus: STAFF_WITHOUT_DIRECTOR,
    revision: 'row',
  },
  audited: {
    fields: ['checks'],
    subject: (row) => row.studentId,
    shows: (viewer, row) => row.checks.some((check) => check.note !== null) && aftercarePolicy.may('readNotes', viewer, row),
  },
  actions: {
    // Whoever records a check writes its note, so of the supervisors only the one who may read it.
    record: { COORDINATOR: { LOCATION: 'schoolLocationId' }, SCHOOL_SUPERVISOR: guides, SERVICE_POINT: { ALL: ANY_ROW } },
    readNotes,
  },
});

export const aftercareOperations = operationPolicy({
  Query: { aftercareCase: INSIDE_WITHOUT_DIRECTOR, aftercareCases: INSIDE_WITHOUT_DIRECTOR },
  Mutation: { recordOutcomeCheck: ['COORDINATOR', 'SCHOOL_SUPERVISOR', 'SERVICE_POINT'] },
});

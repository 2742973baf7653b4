import type { Role } from '@servicepunt/shared/contracts/roles';
import { ANY_ROW, entityPolicy, operationPolicy, partsOf, stubPolicy } from '@servicepunt/shared/policy';
import type { Reminder } from '../schema.generated.ts';
import type { ReminderRow } from './store.ts';
import type { SubjectRow } from './subjects.ts';

/** Not the director: figures are for him, the single reminder about a pupil is not (DOMAIN section 2). */
const STAFF: readonly Role[] = ['SCHOOL_SUPERVISOR', 'COORDINATOR', 'SERVICE_POINT'];
const INSIDE: readonly Role[] = [...STAFF, 'STUDENT', 'GUARDIAN'];
const EVERYBODY: readonly Role[] = [...INSIDE, 'EMPLOYER_CONTACT', 'EMPLOYER_SYSTEM', 'RECEIVING_PARTY'];

/** A link whose task is done shows the result, not what led to it. */
const toDo = { at: 'subjectId', apiScope: 'task:todo' } as const;
/** Outside the school's staff a party sees the reminders of its own role, not those to the others. */
const toStudent = { role: 'STUDENT' } as const;
const toEmployer = { role: 'EMPLOYER' } as const;

export const reminderPolicy = entityPolicy<ReminderRow, Exclude<keyof Reminder, '__typename'>, 'cancel'>({
  type: 'Reminder',
  rows: {
    STUDENT: { STUDENT: { at: 'studentId', where: toStudent }, TASK: { ...toDo, where: toStudent } },
    GUARDIAN: { STUDENT: { at: 'studentId', where: toStudent } },
    SCHOOL_SUPERVISOR: { LOCATION: 'locationId' },
    COORDINATOR: { LOCATION: 'locationId' },
    SERVICE_POINT: { ALL: ANY_ROW },
    EMPLOYER_CONTACT: { EMPLOYER: { at: 'employerId', where: toEmployer }, TASK: { ...toDo, where: toEmployer } },
    EMPLOYER_SYSTEM: { EMPLOYER: { at: 'employerId', where: toEmployer, apiScope: 'evaluations:read' } },
    RECEIVING_PARTY: { TASK: { ...toDo, where: { role: 'RECEIVING_PARTY' } } },
  },
  fields: {
    id: 'row',
    rule: 'row',
    kind: 'row',
    class: 'row',
    role: 'row',
    subjectType: 'row',
    evaluation: 'row',
    handover: 'row',
    placement: INSIDE,
    student: INSIDE,
    dueAt: 'row',
    localDate: 'row',
    localTime: 'row',
    zone: 'row',
    status: 'row',
    reason: 'row',
    sentAt: 'row',
    history: STAFF,
    deliveries: STAFF,
    revision: 'row',
  },
  actions: { cancel: { COORDINATOR: { LOCATION: 'locationId' }, SERVICE_POINT: { ALL: ANY_ROW } } },
});

/** Who may have people reminded of an evaluation or handover. It isn't a type of this subgraph: placements shows it. */
export const subjectPolicy = entityPolicy<SubjectRow, never, 'remind'>({
  type: 'Subject',
  rows: {
    SCHOOL_SUPERVISOR: { LOCATION: 'locationId' },
    COORDINATOR: { LOCATION: 'locationId' },
    SERVICE_POINT: { ALL: ANY_ROW },
  },
  fields: {},
});

export const reminderParts = partsOf('ReminderStep');

export const placementStub = stubPolicy('Placement', { id: 'row', reminders: EVERYBODY });
export const evaluationStub = stubPolicy('Evaluation', { id: 'row', reminders: EVERYBODY });
export const handoverStub = stubPolicy('WarmHandover', { id: 'row', reminders: EVERYBODY });
export const referenceStubs = ['Student', 'StaffMember', 'Guardian', 'EmployerContact', 'WorkplaceSupervisor'].map((type) =>
  stubPolicy(type, { id: 'row' }),
);

export const reminderOperations = operationPolicy({
  Query: { reminder: EVERYBODY, reminders: EVERYBODY },
  Mutation: {
    remindNow: ['SCHOOL_SUPERVISOR', 'COORDINATOR', 'SERVICE_POINT'],
    cancelReminder: ['COORDINATOR', 'SERVICE_POINT'],
  },
});

import type { EventPayloads } from '@servicepunt/shared/contracts/events';
import type { NewEvent } from '@servicepunt/shared/events/outbox';
import { aggregateSchema, type AggregateFields, type Connection } from '@servicepunt/shared/mongo';

/** An evaluation or a handover in the database of its owner, as small as a reminder needs it. */
export interface SubjectRow extends AggregateFields {
  type: 'EVALUATION' | 'HANDOVER';
  dueOn: string;
  open: boolean;
}

export function createOwnerStore(connection: Connection) {
  const schema = aggregateSchema<SubjectRow>({
    type: { type: String, required: true },
    dueOn: { type: String, required: true },
    open: { type: Boolean, required: true },
  });
  return connection.model<SubjectRow>('ProofSubject', schema, 'subjects');
}

const numberOf = (id: string) => id.split('_')[1] ?? '';
/** The people of a subject by role: each subject has its own, so that a mail says which reminder it was. */
export const personOf = (subjectId: string, role: string): string => `${role === 'SCHOOL' ? 'stf' : 'pct'}_${numberOf(subjectId)}`;
export const rolesOf = (subjectId: string): string[] => (subjectId.startsWith('who_') ? ['SCHOOL', 'RECEIVING_PARTY'] : ['SCHOOL']);
export const addressOf = (personId: string): string => `${personId}@proof.example`;

export function scheduled(id: string, dueOn: string): NewEvent {
  return id.startsWith('who_')
    ? { type: 'HandoverPlanned', data: handover(id, dueOn) }
    : { type: 'EvaluationScheduled', data: evaluation(id, dueOn, ['SCHOOL']) };
}
export function cancelled(id: string, dueOn: string): NewEvent {
  return id.startsWith('who_')
    ? { type: 'HandoverCancelled', data: handover(id, dueOn) }
    : { type: 'EvaluationCancelled', data: evaluation(id, dueOn, []) };
}
function evaluation(evaluationId: string, dueOn: string, pendingRoles: string[]): EventPayloads['EvaluationScheduled'] {
  return {
    evaluationId,
    placementId: `plc_${numberOf(evaluationId)}`,
    studentId: 'stu_1',
    locationId: 'loc_1',
    employerId: 'emp_1',
    holidayRegion: 'ZUID',
    moment: 'MIDTERM',
    dueOn,
    pendingRoles,
  };
}
function handover(handoverId: string, dueOn: string): EventPayloads['HandoverPlanned'] {
  return {
    handoverId,
    studentId: 'stu_1',
    locationId: 'loc_1',
    holidayRegion: 'ZUID',
    target: 'MBO',
    conversationAt: `${dueOn}T12:00:00Z`,
    deadline: dueOn,
    ball: 'SCHOOL',
    state: 'PLANNED',
  };
}

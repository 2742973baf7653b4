import type { EvaluationEvent, HandoverEvent } from '@servicepunt/shared/contracts/events';
import type { HolidayRegion } from '@servicepunt/shared/contracts/calendar';
import type { EventHandlers } from '@servicepunt/shared/events/subscriber';
import type { Planner } from './planning.ts';
import type { SubjectRow } from './subjects.ts';

interface Told<Data> {
  readonly number: number;
  readonly revision: number;
  readonly at: Date;
  readonly data: Data;
}

/** What this service does when an evaluation or a handover changes. */
export function reminderEventHandlers(planner: Planner): EventHandlers {
  const evaluation = (closedAs: string | null) => (told: Told<EvaluationEvent>) => planner.heard(evaluationSubject(told, closedAs));
  const handover = (closedAs: string | null) => (told: Told<HandoverEvent>) => planner.heard(handoverSubject(told, closedAs));
  return {
    EvaluationScheduled: evaluation(null),
    EvaluationChanged: evaluation(null),
    EvaluationCompleted: evaluation('COMPLETED'),
    EvaluationCancelled: evaluation('CANCELLED'),
    HandoverPlanned: handover(null),
    HandoverChanged: handover(null),
    HandoverConfirmed: handover('CONFIRMED'),
    HandoverCancelled: handover('CANCELLED'),
  };
}

export function evaluationSubject({ data, ...told }: Told<EvaluationEvent>, closedAs: string | null): SubjectRow {
  return {
    ...common(told, closedAs),
    _id: data.evaluationId,
    type: 'EVALUATION',
    placementId: data.placementId,
    studentId: data.studentId,
    locationId: data.locationId,
    employerId: data.employerId,
    holidayRegion: data.holidayRegion as HolidayRegion,
    moment: data.moment,
    dueOn: data.dueOn,
    pendingRoles: data.pendingRoles,
  };
}

export function handoverSubject({ data, ...told }: Told<HandoverEvent>, closedAs: string | null): SubjectRow {
  return {
    ...common(told, closedAs),
    _id: data.handoverId,
    type: 'HANDOVER',
    studentId: data.studentId,
    locationId: data.locationId,
    holidayRegion: data.holidayRegion as HolidayRegion,
    target: data.target,
    conversationAt: data.conversationAt === null ? null : new Date(data.conversationAt),
    deadline: data.deadline,
    ball: data.ball,
  };
}

function common(told: Omit<Told<unknown>, 'data'>, closedAs: string | null) {
  return {
    revision: told.revision,
    number: told.number,
    toldAt: told.at,
    open: closedAs === null,
    closedAs,
    placementId: null,
    employerId: null,
    moment: null,
    dueOn: null,
    pendingRoles: [],
    target: null,
    conversationAt: null,
    deadline: null,
    ball: null,
  };
}

import { dayOf } from '@servicepunt/shared/clock';
import type { EvaluationEvent, EventPayloads, HandoverEvent } from '@servicepunt/shared/contracts/events';
import type { HolidayRegion } from '@servicepunt/shared/contracts/calendar';
import type { EventHandlers } from '@servicepunt/shared/events/subscriber';
import type { Logger } from '@servicepunt/shared/log';
import { instantOf } from '../rule/plan.ts';
import type { Planner } from './planning.ts';
import type { SubjectRow } from './subjects.ts';

interface Told<Data> {
  readonly number: number;
  readonly revision: number;
  readonly at: Date;
  readonly data: Data;
}

/**
 * What this service does when an evaluation or a handover changes, a pupil has to be asked about his consents, or a contact is about to go. An event whose dates are none is told to those who look after this,
 * and left aside: it would hold up all the others, and comes again with the next change.
 */
export function reminderEventHandlers(planner: Planner, log: Logger): EventHandlers {
  const hear = async (subject: SubjectRow, days: readonly (string | null)[]) => {
    if (days.every(isDay) && !Number.isNaN(subject.conversationAt?.getTime() ?? 0)) return planner.heard(subject);
    return log.error({ event: 'event-unusable', subjectId: subject._id, number: subject.number });
  };
  const evaluation = (closedAs: string | null) => (told: Told<EvaluationEvent>) =>
    hear(evaluationSubject(told, closedAs), [told.data.dueOn]);
  const handover = (closedAs: string | null) => (told: Told<HandoverEvent>) => hear(handoverSubject(told, closedAs), [told.data.deadline]);
  return {
    EvaluationScheduled: evaluation(null),
    EvaluationChanged: evaluation(null),
    EvaluationCompleted: evaluation('COMPLETED'),
    EvaluationCancelled: evaluation('CANCELLED'),
    HandoverPlanned: handover(null),
    HandoverChanged: handover(null),
    HandoverConfirmed: handover('CONFIRMED'),
    HandoverCancelled: handover('CANCELLED'),
    ConsentReviewDue: (told: Told<EventPayloads['ConsentReviewDue']>) => hear(reviewSubject(told), []),
    EmployerContactIdle: (told: Told<EventPayloads['EmployerContactIdle']>) => hear(idleSubject(told), [told.data.goesOn]),
  };
}

function isDay(text: string | null): boolean {
  try {
    return text !== null && Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
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

/** One per pupil, however many consents wait for his word; whether they still do, its owner says at sending. */
export function reviewSubject({ data, ...told }: Told<EventPayloads['ConsentReviewDue']>): SubjectRow {
  return {
    ...common(told, null),
    _id: data.studentId,
    type: 'CONSENT_REVIEW',
    studentId: data.studentId,
    locationId: data.locationId,
    holidayRegion: data.holidayRegion as HolidayRegion,
    dueOn: firstMorningAfter(told.at),
  };
}

/** About no pupil and no school. Public holidays are the same in every region. */
export function idleSubject({ data, ...told }: Told<EventPayloads['EmployerContactIdle']>): SubjectRow {
  return {
    ...common(told, null),
    _id: data.personId,
    type: 'IDLE_CONTACT',
    studentId: '',
    locationId: '',
    employerId: data.employerId,
    holidayRegion: 'NOORD',
    dueOn: data.goesOn,
  };
}

/** The day itself for what was told in the night; told later, its morning is over, and nothing is planned for what is past. */
function firstMorningAfter(at: Date): string {
  const day = dayOf(at);
  return instantOf(day) < at ? Temporal.PlainDate.from(day).add({ days: 1 }).toString() : day;
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

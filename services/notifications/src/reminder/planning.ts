import type { Clock } from '@servicepunt/shared/clock';
import { derivedId } from '@servicepunt/shared/ids';
import type { RowFilter } from '@servicepunt/shared/policy';
import type { Ring } from '../engine/promoter.ts';
import { CLOSED, RELEASED, type Ringable } from '../engine/scheduled.ts';
import type { Teller } from '../live/tell.ts';
import { planReminders, type PlannedOccurrence } from '../rule/plan.ts';
import { OPEN_STATUSES, step, type ReminderRow, type ReminderStore } from './store.ts';
import { factsOf, type SubjectRow, type SubjectStore } from './subjects.ts';

/** Why a reminder was cancelled by a plan; such a one comes back when the plan wants it again. What a person cancelled doesn't. */
const PLANNED_AWAY = new Set(['NOT_WANTED_ANY_MORE', 'COMPLETED', 'CANCELLED', 'CONFIRMED']);

export const reminderId = (rule: string, subjectId: string, role: string, occurrence: string): string =>
  derivedId('rem', rule, subjectId, role, occurrence);

/** Brings the reminders of subjects in line with what their owner told. */
export function createPlanner(deps: { reminders: ReminderStore; subjects: SubjectStore; clock: Clock; ring: Ring; tell: Teller }) {
  const { reminders, subjects, clock } = deps;

  /** One pass; reminders whose time was already past when the owner told of them are not made. */
  async function apply(subject: SubjectRow, isNew: boolean): Promise<void> {
    const wanted = new Map(
      (subject.open ? planReminders(factsOf(subject)) : []).map((entry) => [
        reminderId(entry.rule.id, subject._id, entry.role, entry.occurrence),
        entry,
      ]),
    );
    const now = clock.now();
    // What was never heard of has no reminders yet.
    const known = isNew ? [] : await reminders.ofSubject(subject._id);
    const knownIds = new Set(known.map((row) => row._id));
    const inserts = [...wanted]
      .filter(([id, entry]) => !knownIds.has(id) && entry.dueAt >= subject.toldAt)
      .map(([id, entry]) => newReminder(id, entry, subject, now));
    const updates: { filter: RowFilter; update: Record<string, unknown> }[] = [];
    const rescheduled: (Ringable & { subjectType: string })[] = [];
    const changed: Known[] = [];
    for (const row of known) {
      const entry = wanted.get(row._id);
      const update = changeOf(row, entry, subject, now);
      if (!update) continue;
      // Whoever changed it meanwhile knew better; the pass is repeated if the subject moved on.
      updates.push({ filter: { _id: row._id, revision: row.revision }, update });
      changed.push(row);
      if (entry)
        rescheduled.push({
          _id: row._id,
          revision: row.revision + 1,
          enqueues: row.enqueues + 1,
          lookAt: entry.dueAt,
          subjectType: subject.type,
        });
    }
    await reminders.write(inserts, updates);
    await deps.ring([...inserts, ...rescheduled]);
    await deps.tell.reminders([...inserts, ...changed.map(({ _id, role }) => ({ ...placeOf(subject), _id, role }))]);
  }

  return {
    /** Records what the owner told and plans anew. Told twice or too late, it changes nothing. */
    async heard(told: SubjectRow): Promise<void> {
      const { stands, isNew } = await subjects.record(told);
      if (stands !== told) return;
      for (let subject = told, first = isNew; ; first = false) {
        await apply(subject, first);
        // Somebody who was held up between reading and writing must not have the last word with an old plan.
        const [now] = await subjects.load([told._id]);
        if (!now || (now.revision === subject.revision && now.number === subject.number)) return;
        subject = now;
      }
    },
  };
}
export type Planner = ReturnType<typeof createPlanner>;

type Known = Pick<ReminderRow, '_id' | 'status' | 'reason' | 'revision' | 'kind' | 'role' | 'dueAt'>;

/** Where a subject's reminders belong, whoever they are for. */
const placeOf = ({ _id: subjectId, studentId, locationId, employerId }: SubjectRow) => ({ subjectId, studentId, locationId, employerId });

function changeOf(row: Known, wanted: PlannedOccurrence | undefined, subject: SubjectRow, now: Date): Record<string, unknown> | null {
  const isOpen = OPEN_STATUSES.includes(row.status);
  const reason = subject.closedAs ?? 'NOT_WANTED_ANY_MORE';
  if (row.kind === 'MANUAL') return isOpen && !subject.open ? cancellation(reason, now) : null;
  if (!wanted) return isOpen ? cancellation(reason, now) : null;
  const comesBack = row.status === 'CANCELLED' && PLANNED_AWAY.has(row.reason ?? '') && wanted.dueAt >= subject.toldAt;
  const moved = isOpen && row.dueAt.getTime() !== wanted.dueAt.getTime();
  if (!comesBack && !moved) return null;
  return {
    $set: {
      status: 'SCHEDULED',
      reason: null,
      localDate: wanted.localDate,
      localTime: wanted.localTime,
      zone: wanted.zone,
      dueAt: wanted.dueAt,
      updatedAt: now,
      lookAt: wanted.dueAt,
    },
    $unset: RELEASED,
    $inc: { revision: 1, enqueues: 1 },
    $push: { history: step(now, comesBack ? 'SCHEDULED' : 'MOVED') },
  };
}

/** The write by which a reminder ends without being sent. */
export function cancellation(reason: string, now: Date): Record<string, unknown> {
  return {
    $set: { status: 'CANCELLED', reason, updatedAt: now },
    $unset: CLOSED,
    $inc: { revision: 1 },
    $push: { history: step(now, 'CANCELLED', reason) },
  };
}

function newReminder(id: string, entry: PlannedOccurrence, subject: SubjectRow, now: Date): ReminderRow {
  return {
    ...reminderOf(id, subject, now),
    rule: entry.rule.id,
    kind: entry.rule.kind,
    class: entry.rule.class,
    role: entry.role,
    occurrence: entry.occurrence,
    localDate: entry.localDate,
    localTime: entry.localTime,
    zone: entry.zone,
    dueAt: entry.dueAt,
    lookAt: entry.dueAt,
  };
}

/** What a new reminder takes from its subject. */
export function reminderOf(id: string, subject: SubjectRow, now: Date) {
  return {
    _id: id,
    subjectType: subject.type,
    subjectId: subject._id,
    placementId: subject.placementId,
    studentId: subject.studentId,
    locationId: subject.locationId,
    employerId: subject.employerId,
    status: 'SCHEDULED' as const,
    reason: null,
    waits: 0,
    sentAt: null,
    history: [step(now, 'SCHEDULED')],
    enqueues: 1,
    revision: 1,
    createdAt: now,
    updatedAt: now,
    outbox: [],
  };
}

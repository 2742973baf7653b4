import type { Clock } from '@servicepunt/shared/clock';
import { derivedId } from '@servicepunt/shared/ids';
import type { RowFilter } from '@servicepunt/shared/policy';
import { createTracedBatcher } from '../engine/batch.ts';
import type { Ring } from '../engine/promoter.ts';
import { CLOSED, RELEASED, type Ringable } from '../engine/scheduled.ts';
import type { ChangedReminder } from '../live/rules.ts';
import type { Teller } from '../live/tell.ts';
import { planReminders, type PlannedOccurrence } from '../rule/plan.ts';
import { OPEN_STATUSES, step, type KnownReminder, type ReminderRow, type ReminderStore } from './store.ts';
import { factsOf, type SubjectRow, type SubjectStore } from './subjects.ts';

/** Why a reminder was cancelled by a plan; such a one comes back when the plan wants it again. What a person cancelled doesn't. */
const PLANNED_AWAY = new Set(['NOT_WANTED_ANY_MORE', 'COMPLETED', 'CANCELLED', 'CONFIRMED']);

export const reminderId = (rule: string, subjectId: string, role: string, occurrence: string): string =>
  derivedId('rem', rule, subjectId, role, occurrence);

/** Subjects that are planned together, and how many of such batches at once. */
const BATCH = { maxSize: 50, maxInFlight: 2 };
/** What one process plans at once; who gives it more at a time only waits. */
export const PLANNED_AT_ONCE = BATCH.maxSize * BATCH.maxInFlight;

/** Brings the reminders of subjects in line with what their owner told. */
export function createPlanner(deps: { reminders: ReminderStore; subjects: SubjectStore; clock: Clock; ring: Ring; tell: Teller }) {
  const { reminders, subjects, clock } = deps;

  /** One pass over subjects, of which those in `made` were never heard of and have no reminders yet. What can't be planned is left out and said by `failed`. */
  async function apply(rows: readonly SubjectRow[], made: ReadonlySet<string>, failed: Map<string, Error>): Promise<void> {
    const heardOf = rows.flatMap((row) => (made.has(row._id) ? [] : [row._id]));
    const known = Map.groupBy(heardOf.length > 0 ? await reminders.ofSubjects(heardOf) : [], (row) => row.subjectId);
    const now = clock.now();
    const changes = rows.flatMap((subject) => {
      try {
        return [changesOf(subject, known.get(subject._id) ?? [], now)];
      } catch (error) {
        failed.set(subject._id, error as Error);
        return [];
      }
    });
    const inserts = changes.flatMap((change) => change.inserts);
    await reminders.write(
      inserts,
      changes.flatMap((change) => change.updates),
    );
    await deps.ring([...inserts, ...changes.flatMap((change) => change.rescheduled)]);
    await deps.tell.reminders([...inserts, ...changes.flatMap((change) => change.changed)]);
  }

  async function heard(told: readonly SubjectRow[]): Promise<(Error | undefined)[]> {
    const newest = new Map<string, SubjectRow>();
    for (const row of told) {
      const other = newest.get(row._id);
      if (!other || isNewer(row, other)) newest.set(row._id, row);
    }
    const failed = new Map<string, Error>();
    const { stand, made } = await subjects.record([...newest.values()]);
    for (let rows = stand, fresh = made; rows.length > 0; fresh = NONE) {
      await apply(rows, fresh, failed);
      // Somebody who was held up between reading and writing must not have the last word with an old plan.
      const planned = new Map(rows.map((row) => [row._id, row]));
      rows = (await subjects.load([...planned.keys()])).filter((now) => {
        const before = planned.get(now._id);
        return now.revision !== before?.revision || now.number !== before.number;
      });
    }
    return told.map((row) => failed.get(row._id));
  }

  return {
    /** Records what the owner told and plans anew. Told twice or too late, it changes nothing. What is told at the same time goes together. */
    heard: createTracedBatcher<SubjectRow, undefined>('plan', { ...BATCH, work: heard }),
  };
}
export type Planner = ReturnType<typeof createPlanner>;

const NONE: ReadonlySet<string> = new Set();
const isNewer = (one: SubjectRow, other: SubjectRow): boolean =>
  one.revision > other.revision || (one.revision === other.revision && one.number > other.number);

/** What has to be written so that a subject's reminders are as its plan wants them; those whose time was past when the owner told of them are not made. */
function changesOf(subject: SubjectRow, known: readonly KnownReminder[], now: Date) {
  const wanted = new Map(
    (subject.open ? planReminders(factsOf(subject)) : []).map((entry) => [
      reminderId(entry.rule.id, subject._id, entry.role, entry.occurrence),
      entry,
    ]),
  );
  const knownIds = new Set(known.map((row) => row._id));
  const inserts = [...wanted]
    .filter(([id, entry]) => !knownIds.has(id) && entry.dueAt >= subject.toldAt)
    .map(([id, entry]) => newReminder(id, entry, subject, now));
  const updates: { filter: RowFilter; update: Record<string, unknown> }[] = [];
  const rescheduled: (Ringable & { subjectType: string })[] = [];
  const changed: (ChangedReminder & { readonly _id: string })[] = [];
  for (const row of known) {
    const entry = wanted.get(row._id);
    const update = changeOf(row, entry, subject, now);
    if (!update) continue;
    // Whoever changed it meanwhile knew better; the pass is repeated if the subject moved on.
    updates.push({ filter: { _id: row._id, revision: row.revision }, update });
    changed.push({ ...placeOf(subject), _id: row._id, role: row.role });
    if (entry)
      rescheduled.push({
        _id: row._id,
        revision: row.revision + 1,
        enqueues: row.enqueues + 1,
        lookAt: entry.dueAt,
        subjectType: subject.type,
      });
  }
  return { inserts, updates, rescheduled, changed };
}

/** Where a subject's reminders belong, whoever they are for. */
const placeOf = ({ _id: subjectId, studentId, locationId, employerId }: SubjectRow) => ({ subjectId, studentId, locationId, employerId });

function changeOf(
  row: KnownReminder,
  wanted: PlannedOccurrence | undefined,
  subject: SubjectRow,
  now: Date,
): Record<string, unknown> | null {
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

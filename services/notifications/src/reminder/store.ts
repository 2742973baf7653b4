import { aggregateSchema, isDuplicateKey, ours, type AggregateFields, type Connection } from '@servicepunt/shared/mongo';
import { page, pagesByParent, type PageArgs } from '@servicepunt/shared/paging';
import type { RowFilter } from '@servicepunt/shared/policy';
import { SCHEDULED_INDEX, scheduledDefinition, type Scheduled } from '../engine/scheduled.ts';
import type { RecipientRole, ReminderClass, ReminderKind, SubjectType } from '../rule/rules.ts';

export const REMINDER_STATUSES = ['SCHEDULED', 'CLAIMED', 'WAITING', 'SENT', 'CANCELLED', 'SKIPPED', 'EXPIRED'] as const;
export type ReminderStatus = (typeof REMINDER_STATUSES)[number];
export const OPEN_STATUSES: readonly ReminderStatus[] = ['SCHEDULED', 'CLAIMED', 'WAITING'];

/** One thing that happened to a reminder, with a code that says why. */
export interface ReminderStep {
  at: Date;
  step: string;
  code: string | null;
  /** Who did it, where a person did. */
  by?: string;
}

export interface ReminderRow extends AggregateFields, Scheduled {
  rule: string;
  kind: ReminderKind;
  class: ReminderClass;
  role: RecipientRole;
  subjectType: SubjectType;
  subjectId: string;
  occurrence: string;
  placementId: string | null;
  studentId: string;
  locationId: string;
  employerId: string | null;
  localDate: string;
  localTime: string;
  zone: string;
  dueAt: Date;
  status: ReminderStatus;
  /** Why it was cancelled, skipped, waits or expired. */
  reason: string | null;
  /** How often the owner of the subject could not be asked. */
  waits: number;
  sentAt: Date | null;
  history: ReminderStep[];
}

/** A step of the past that a status change adds. */
export const step = (at: Date, name: string, code: string | null = null, by?: string): ReminderStep => ({
  at,
  step: name,
  code,
  ...(by === undefined ? {} : { by }),
});

/** What a plan has to know of a reminder that stands. */
export type KnownReminder = Pick<
  ReminderRow,
  '_id' | 'subjectId' | 'status' | 'reason' | 'revision' | 'enqueues' | 'kind' | 'role' | 'dueAt'
>;
const KNOWN_FIELDS = { subjectId: 1, status: 1, reason: 1, revision: 1, enqueues: 1, kind: 1, role: 1, dueAt: 1 } as const;

/** Rows in one answer of the store, whose default of 101 would cost a second question for most batches. */
export const MOST_AT_ONCE = 1_000;

/** Reminders: their id is derived from rule, subject, role and occurrence, so that each of them exists once. */
export function createReminderStore(connection: Connection) {
  const text = { type: String, required: true };
  const schema = aggregateSchema<ReminderRow>({
    ...scheduledDefinition,
    rule: text,
    kind: text,
    class: text,
    role: text,
    subjectType: text,
    subjectId: text,
    occurrence: text,
    placementId: { type: String },
    studentId: text,
    locationId: text,
    employerId: { type: String },
    localDate: text,
    localTime: text,
    zone: text,
    dueAt: { type: Date, required: true },
    status: { type: String, required: true, enum: REMINDER_STATUSES },
    reason: { type: String },
    waits: { type: Number, required: true },
    sentAt: { type: Date },
    history: [{ _id: false, at: Date, step: String, code: String, by: String }],
  });
  schema.index(...(SCHEDULED_INDEX as never as [never, never]));
  // Serves the plan of a subject, and the reminders of an evaluation or handover.
  schema.index({ subjectId: 1, dueAt: 1, _id: 1 });
  // Serves the reminders of a placement.
  schema.index({ placementId: 1, dueAt: 1, _id: 1 });
  // Serves the lists of a school location.
  schema.index({ locationId: 1, dueAt: 1, _id: 1 });
  // Serves the lists of an employer's people, who see the reminders to the employer alone.
  schema.index({ employerId: 1, dueAt: 1, _id: 1 }, { partialFilterExpression: { role: 'EMPLOYER' } });
  // Serves the list over all schools, and the age of what is overdue.
  schema.index({ dueAt: 1, _id: 1 });
  const model = connection.model<ReminderRow>('Reminder', schema, 'reminders');
  const order = { dueAt: 1 } as const;

  return {
    model,
    findByIds: (ids: readonly string[], visible: RowFilter | null) =>
      visible ? model.find(ours({ $and: [visible, { _id: { $in: [...ids] } }] })).lean<ReminderRow[]>() : Promise.resolve([]),
    load: (ids: readonly string[]) =>
      model
        .find(ours({ _id: { $in: [...ids] } }))
        .batchSize(MOST_AT_ONCE)
        .lean<ReminderRow[]>(),
    /** Those of a role that were sent after a moment. */
    sentSince: (subjectId: string, role: RecipientRole, since: Date) =>
      model
        .find(ours({ subjectId, role, status: 'SENT', sentAt: { $gt: since } }), { kind: 1, sentAt: 1 })
        .lean<Pick<ReminderRow, '_id' | 'kind' | 'sentAt'>[]>(),
    ofSubjects: (subjectIds: readonly string[]) =>
      model
        .find(ours({ subjectId: { $in: [...subjectIds] } }), KNOWN_FIELDS)
        .batchSize(MOST_AT_ONCE)
        .lean<KnownReminder[]>(),
    list: (
      filter: {
        status?: readonly string[] | null | undefined;
        subjectId?: string | null | undefined;
        dueFrom?: Date | null | undefined;
        dueBefore?: Date | null | undefined;
        locationId?: string | null | undefined;
      },
      visible: RowFilter | null,
      args: PageArgs,
    ) => {
      const dueAt = { ...(filter.dueFrom ? { $gte: filter.dueFrom } : {}), ...(filter.dueBefore ? { $lt: filter.dueBefore } : {}) };
      const narrowed: RowFilter = {
        ...(filter.status ? { status: { $in: [...filter.status] } } : {}),
        ...(filter.subjectId ? { subjectId: filter.subjectId } : {}),
        ...(filter.locationId ? { locationId: filter.locationId } : {}),
        ...(Object.keys(dueAt).length > 0 ? { dueAt } : {}),
      };
      return page(model, visible && { $and: [visible, narrowed] }, order, args);
    },
    pagesBySubject: (ids: readonly string[], visible: RowFilter | null, args: PageArgs) =>
      pagesByParent(model, visible, order, { field: 'subjectId', ids }, args),
    pagesByPlacement: (ids: readonly string[], visible: RowFilter | null, args: PageArgs) =>
      pagesByParent(model, visible, order, { field: 'placementId', ids }, args),
    /** Inserts and changes in one round trip each; what another handler inserted at the same moment is left as it stands. */
    async write(inserts: readonly ReminderRow[], updates: readonly { filter: RowFilter; update: Record<string, unknown> }[]) {
      if (inserts.length > 0) await insertIgnoringDuplicates(model.collection, inserts);
      if (updates.length > 0)
        await model.collection.bulkWrite(updates.map(({ filter, update }) => ({ updateOne: { filter, update } })) as never, {
          ordered: false,
        });
    },
  };
}
export type ReminderStore = ReturnType<typeof createReminderStore>;

/** The part of a collection that inserts. */
interface Inserts {
  insertMany(rows: never, options: { ordered: boolean }): Promise<unknown>;
}

/** Inserts rows whose id says what they are; those that exist already stay. The ids of the rows that were new can't be told from the answer. */
export async function insertIgnoringDuplicates(collection: Inserts, rows: readonly object[]): Promise<void> {
  await collection.insertMany(rows as never, { ordered: false }).catch(duplicatesIn);
}

/** Which of the writes that were sent together met a unique key, by their place. @throws the error itself when it says anything else */
export function duplicatesIn(error: unknown): number[] {
  const errors = error instanceof Error && 'writeErrors' in error ? error.writeErrors : [];
  const all = (Array.isArray(errors) ? errors : [errors]) as { readonly code?: number; readonly index: number }[];
  if (!isDuplicateKey(error) || !all.every(({ code }) => code === 11_000)) throw error;
  return all.map(({ index }) => index);
}

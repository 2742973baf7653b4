import { Schema } from 'mongoose';
import type { HolidayRegion } from '@servicepunt/shared/contracts/calendar';
import { ours, type Connection } from '@servicepunt/shared/mongo';
import type { RowFilter } from '@servicepunt/shared/policy';
import type { SubjectFacts } from '../rule/plan.ts';
import type { RecipientRole, SubjectType } from '../rule/rules.ts';
import { duplicatesIn, MOST_AT_ONCE } from './store.ts';

/**
 * An evaluation, a handover, a pupil's review of his consents or a contact who is about to go, as its owner last told of it: what its schedule is made from, never what is sent
 * (at sending the owner is asked).
 */
export interface SubjectRow {
  _id: string;
  type: SubjectType;
  /** Revision and log number of the newest event; an older one does nothing. */
  revision: number;
  number: number;
  toldAt: Date;
  open: boolean;
  /** COMPLETED, CANCELLED, CONFIRMED. */
  closedAs: string | null;
  placementId: string | null;
  /** Empty where it is about no pupil, and so is the location. */
  studentId: string;
  locationId: string;
  employerId: string | null;
  holidayRegion: HolidayRegion;
  /** Evaluations; of a review `dueOn` is the first morning after it was told. */
  moment: string | null;
  dueOn: string | null;
  pendingRoles: string[];
  /** Handovers. */
  target: string | null;
  conversationAt: Date | null;
  deadline: string | null;
  ball: string | null;
  /** When somebody last had a role reminded by hand, and by which reminder: one at a time. Its owner's events leave it alone. */
  byHand?: Partial<Record<RecipientRole, { at: Date; id: string }>>;
}

export function createSubjectStore(connection: Connection) {
  const text = { type: String, required: true };
  const schema = new Schema<SubjectRow>(
    {
      _id: text,
      type: text,
      revision: { type: Number, required: true },
      number: { type: Number, required: true },
      toldAt: { type: Date, required: true },
      open: { type: Boolean, required: true },
      closedAs: { type: String },
      placementId: { type: String },
      studentId: text,
      locationId: text,
      employerId: { type: String },
      holidayRegion: text,
      moment: { type: String },
      dueOn: { type: String },
      pendingRoles: [String],
      target: { type: String },
      conversationAt: { type: Date },
      deadline: { type: String },
      ball: { type: String },
      byHand: { type: Schema.Types.Mixed },
    },
    { versionKey: false, strict: 'throw', id: false },
  );
  const model = connection.model<SubjectRow>('Subject', schema, 'subjects');
  return {
    model,
    load: (ids: readonly string[]) =>
      model
        .find(ours({ _id: { $in: [...ids] } }))
        .batchSize(MOST_AT_ONCE)
        .lean<SubjectRow[]>(),
    find: (id: string, visible: RowFilter) => model.findOne(ours({ $and: [visible, { _id: id }] })).lean<SubjectRow>(),
    /** Takes a role's turn to be reminded by hand, unless it was taken after `since` by another reminder than `instead`. */
    async takeTurn(id: string, role: RecipientRole, turn: { at: Date; id: string }, since: Date, instead: string | null): Promise<boolean> {
      const place = `byHand.${role}`;
      const free = [
        { [place]: { $exists: false } },
        { [`${place}.at`]: { $lte: since } },
        ...(instead ? [{ [`${place}.id`]: instead }] : []),
      ];
      const { modifiedCount } = await model.updateOne(ours({ _id: id, open: true, $or: free }), { $set: { [place]: turn } } as never);
      return modifiedCount === 1;
    },
    /** Keeps what events told of different subjects, except where something newer stands. Which of them stand now, and the ids of those that are new. */
    async record(rows: readonly SubjectRow[]): Promise<{ stand: readonly SubjectRow[]; made: ReadonlySet<string> }> {
      const writes = rows.map(({ _id, ...facts }) => {
        const older = [{ revision: { $lt: facts.revision } }, { revision: facts.revision, number: { $lte: facts.number } }];
        return { updateOne: { filter: { _id, $or: older }, update: { $set: facts }, upsert: true } };
      });
      let newer: readonly number[] = [];
      const { upsertedIds } = await model.collection.bulkWrite(writes as never, { ordered: false }).catch((error: unknown) => {
        // Something newer stands: the condition didn't hold, and the upsert met the primary key.
        newer = duplicatesIn(error);
        return (error as { result: { upsertedIds: Record<number, unknown> } }).result;
      });
      return { stand: rows.filter((_row, index) => !newer.includes(index)), made: new Set(Object.values(upsertedIds) as string[]) };
    },
  };
}
export type SubjectStore = ReturnType<typeof createSubjectStore>;

/** What the plan needs of a subject. */
export function factsOf(subject: SubjectRow): SubjectFacts {
  const { holidayRegion } = subject;
  if (subject.type === 'EVALUATION')
    return { type: 'EVALUATION', holidayRegion, dueOn: subject.dueOn ?? '', pendingRoles: subject.pendingRoles };
  if (subject.type === 'CONSENT_REVIEW') return { type: 'CONSENT_REVIEW', holidayRegion, toldOn: subject.dueOn ?? '' };
  if (subject.type === 'IDLE_CONTACT') return { type: 'IDLE_CONTACT', holidayRegion, goesOn: subject.dueOn ?? '' };
  return {
    type: 'HANDOVER',
    holidayRegion,
    conversationAt: subject.conversationAt,
    deadline: subject.deadline ?? '',
    ball: subject.ball ?? '',
  };
}

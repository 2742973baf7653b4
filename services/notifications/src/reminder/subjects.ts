import { Schema } from 'mongoose';
import type { HolidayRegion } from '@servicepunt/shared/contracts/calendar';
import { isDuplicateKey, ours, type Connection } from '@servicepunt/shared/mongo';
import type { RowFilter } from '@servicepunt/shared/policy';
import type { SubjectFacts } from '../rule/plan.ts';
import type { RecipientRole, SubjectType } from '../rule/rules.ts';

/**
 * An evaluation, a handover or a pupil's review of his consents as its owner last told of it: what its schedule is made from, never what is sent
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
    load: (ids: readonly string[]) => model.find(ours({ _id: { $in: [...ids] } })).lean<SubjectRow[]>(),
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
    /** Keeps what an event told, unless something newer stands; answers what stands then. */
    async record(row: SubjectRow): Promise<{ stands: SubjectRow; isNew: boolean }> {
      const { _id, ...facts } = row;
      const older = { $or: [{ revision: { $lt: row.revision } }, { revision: row.revision, number: { $lte: row.number } }] };
      try {
        const { upsertedCount } = await model.updateOne(ours({ _id, ...older }), { $set: facts }, { upsert: true });
        return { stands: row, isNew: upsertedCount === 1 };
      } catch (error) {
        // Something newer stands: the condition didn't hold, and the upsert met the primary key.
        if (!isDuplicateKey(error)) throw error;
        return { stands: (await model.findById(_id).lean<SubjectRow>()) ?? row, isNew: false };
      }
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
  return {
    type: 'HANDOVER',
    holidayRegion,
    conversationAt: subject.conversationAt,
    deadline: subject.deadline ?? '',
    ball: subject.ball ?? '',
  };
}

import { Schema } from 'mongoose';
import type { HolidayRegion } from '@servicepunt/shared/contracts/calendar';
import type { HandoverEvent } from '@servicepunt/shared/contracts/events';
import { encryptRestricted } from '@servicepunt/shared/encrypted-fields';
import { aggregateSchema, ours, type AggregateFields, type Connection } from '@servicepunt/shared/mongo';
import { page, pagesByParent, type PageArgs } from '@servicepunt/shared/paging';
import type { RowFilter } from '@servicepunt/shared/policy';
import { followUpDefinition, type FollowUpFields } from '../follow-up/stored.ts';
import {
  ballIn,
  OPEN_HANDOVERS,
  type HandoverBall,
  type HandoverItem,
  type HandoverState,
  type HandoverStep,
  type HandoverTarget,
  type Inspector,
} from './rules.ts';

export interface HandoverRow extends AggregateFields, FollowUpFields {
  /** Absent unless imported. */
  handoverNumber?: string;
  studentId: string;
  schoolLocationId: string;
  holidayRegion: HolidayRegion;
  turns16On: string;
  turns18On: string;
  supervisorId: string | null;
  /** The pupil's own supervisor now, as students says; absent in rows from before that was noted. */
  pupilSupervisorId?: string | null;
  supervisorFollows: boolean;
  target: HandoverTarget;
  partnerId: string;
  contactPersonId: string;
  state: HandoverState;
  ball: HandoverBall;
  deadline: string;
  conversationAt: Date | null;
  items: HandoverItem[];
  studentInformedOn: string | null;
  guardianInformedOn: string | null;
  inspectedOn: string | null;
  inspectedBy: Inspector | null;
  /** When the inspection was recorded: items that changed later aren't what was inspected. */
  inspectedAt: Date | null;
  /** Grounds on which the receiving party was shown something, each with its log entry. */
  disclosures: { id: string; legalBasis: string; at: Date }[];
  /** The receiving party sees nothing unless this is so. */
  disclosureStands: boolean;
  consentWithdrawnAt: Date | null;
  firstDayAgreements: string | null;
  aftercareContact: string | null;
  steps: HandoverStep[];
  confirmedAt: Date | null;
  confirmedBy: string | null;
  confirmation: string | null;
  cancelNote: string | null;
  /** Of the row that it was imported from, and how often its content was new: the revision tells whether it was changed here since. */
  imported: { hash: string; times: number } | null;
}

export interface HandoverFilter {
  readonly student?: string | null | undefined;
  readonly schoolLocation?: string | null | undefined;
  readonly partner?: string | null | undefined;
  readonly state?: readonly HandoverState[] | null | undefined;
  readonly ball?: HandoverBall | null | undefined;
  readonly deadlineUntil?: string | null | undefined;
  readonly handoverNumber?: string | null | undefined;
}

export function createHandoverStore(connection: Connection) {
  const part = (definition: Record<string, unknown>) => new Schema(definition as never, { _id: false });
  const schema = aggregateSchema<HandoverRow>({
    handoverNumber: { type: String },
    studentId: { type: String, required: true },
    schoolLocationId: { type: String, required: true },
    holidayRegion: { type: String, required: true },
    turns16On: { type: String, required: true },
    turns18On: { type: String, required: true },
    supervisorId: { type: String, default: null },
    pupilSupervisorId: { type: String },
    supervisorFollows: { type: Boolean, required: true },
    target: { type: String, required: true },
    partnerId: { type: String, required: true },
    contactPersonId: { type: String, required: true },
    state: { type: String, required: true },
    ball: { type: String, required: true },
    deadline: { type: String, required: true },
    conversationAt: { type: Date, default: null },
    items: {
      type: [
        part({
          kind: { type: String, required: true },
          text: { type: String, required: true },
          legalBasis: { type: String, default: null },
          changedAt: { type: Date, required: true },
        }),
      ],
      required: true,
    },
    studentInformedOn: { type: String, default: null },
    guardianInformedOn: { type: String, default: null },
    inspectedOn: { type: String, default: null },
    inspectedBy: { type: String, default: null },
    inspectedAt: { type: Date, default: null },
    disclosures: {
      type: [
        part({ id: { type: String, required: true }, legalBasis: { type: String, required: true }, at: { type: Date, required: true } }),
      ],
      required: true,
    },
    disclosureStands: { type: Boolean, required: true },
    consentWithdrawnAt: { type: Date, default: null },
    firstDayAgreements: { type: String, default: null },
    aftercareContact: { type: String, default: null },
    steps: {
      type: [
        part({
          state: { type: String, required: true },
          ball: { type: String, required: true },
          since: { type: Date, required: true },
          until: { type: Date, default: null },
        }),
      ],
      required: true,
    },
    confirmedAt: { type: Date, default: null },
    confirmedBy: { type: String, default: null },
    confirmation: { type: String, default: null },
    cancelNote: { type: String, default: null },
    imported: { type: part({ hash: { type: String, required: true }, times: { type: Number, required: true } }), default: null },
    ...followUpDefinition,
  });
  // Serves the import's look-up by number, and keeps a number unique.
  schema.index({ handoverNumber: 1 }, { unique: true, sparse: true });
  // Each serves the list of one pupil, location or organisation, the earliest deadline first; a pupil's also the events of students.
  schema.index({ studentId: 1, deadline: 1, _id: 1 });
  schema.index({ schoolLocationId: 1, deadline: 1, _id: 1 });
  schema.index({ partnerId: 1, deadline: 1, _id: 1 });
  // Serves the Servicepunt's list of everything.
  schema.index({ deadline: 1, _id: 1 });
  // Serves the follow-ups that wait.
  schema.index({ followUpAt: 1 }, { sparse: true });
  encryptRestricted(schema, 'WarmHandover');
  const model = connection.model<HandoverRow>('WarmHandover', schema, 'warmHandovers');
  const earliestFirst = { deadline: 1 } as const;

  return {
    model,
    find: (id: string) => model.findOne(ours({ _id: id })).lean<HandoverRow | null>(),
    findByIds: (ids: readonly string[], visible: RowFilter | null) =>
      visible ? model.find(ours({ $and: [visible, { _id: { $in: [...ids] } }] })).lean<HandoverRow[]>() : Promise.resolve([]),
    findByNumbers: (numbers: readonly string[]) => model.find(ours({ handoverNumber: { $in: [...numbers] } })).lean<HandoverRow[]>(),
    findOfStudent: (studentId: string, filter: RowFilter) => model.find(ours({ ...filter, studentId })).lean<HandoverRow[]>(),
    list: (filter: HandoverFilter, visible: RowFilter | null, args: PageArgs) =>
      page(model, visible && { $and: [visible, conditionOf(filter)] }, earliestFirst, args),
    pagesOfStudents: (ids: readonly string[], visible: RowFilter | null, args: PageArgs) =>
      pagesByParent(model, visible, { deadline: -1 }, { field: 'studentId', ids }, args),
    /** Bookkeeping that no caller decides on: leaves the revision as it is. */
    note: (filter: RowFilter, fields: Partial<HandoverRow>) => model.updateMany(ours(filter) as never, { $set: fields } as never),
  };
}
export type HandoverStore = ReturnType<typeof createHandoverStore>;

function conditionOf(filter: HandoverFilter): RowFilter {
  const condition: RowFilter = {};
  if (filter.student) condition['studentId'] = filter.student;
  if (filter.schoolLocation) condition['schoolLocationId'] = filter.schoolLocation;
  if (filter.partner) condition['partnerId'] = filter.partner;
  if (filter.handoverNumber) condition['handoverNumber'] = filter.handoverNumber;
  if (filter.deadlineUntil) condition['deadline'] = { $lte: filter.deadlineUntil };
  if (filter.ball) condition['ball'] = filter.ball;
  if (filter.state) condition['state'] = { $in: [...filter.state] };
  // Somebody waits for a party only while the handover is open.
  return filter.ball ? { $and: [condition, { state: { $in: [...OPEN_HANDOVERS] } }] } : condition;
}

/** What the events of a handover carry. */
export function handoverEvent(
  row: Pick<HandoverRow, '_id' | 'studentId' | 'schoolLocationId' | 'holidayRegion' | 'target' | 'state' | 'deadline' | 'conversationAt'>,
): HandoverEvent {
  return {
    handoverId: row._id,
    studentId: row.studentId,
    locationId: row.schoolLocationId,
    holidayRegion: row.holidayRegion,
    target: row.target,
    conversationAt: row.conversationAt?.toISOString() ?? null,
    deadline: row.deadline,
    ball: ballIn(row.state),
    state: row.state,
  };
}

import { Schema } from 'mongoose';
import type { HolidayRegion } from '@servicepunt/shared/contracts/calendar';
import type { EvaluationEvent } from '@servicepunt/shared/contracts/events';
import { encryptRestricted } from '@servicepunt/shared/encrypted-fields';
import { aggregateSchema, ours, type AggregateFields, type Connection } from '@servicepunt/shared/mongo';
import { page, pagesByParent, type PageArgs } from '@servicepunt/shared/paging';
import type { RowFilter } from '@servicepunt/shared/policy';
import type { EvaluatorRole } from './questions.ts';
import type { EvaluationOutcome, EvaluationState, Form } from './rules.ts';
import type { EvaluationMoment } from './schedule.ts';

export interface EvaluationRow extends AggregateFields {
  placementId: string;
  /** Copies of the placement, so that rows are scoped in the query; its follow-ups keep them in step. */
  studentId: string;
  schoolLocationId: string;
  holidayRegion: HolidayRegion;
  employerId: string | null;
  workplaceSupervisorId: string | null;
  supervisorId: string | null;
  /** The pupil's own supervisor now, as students says; absent in rows from before that was noted. */
  pupilSupervisorId?: string | null;
  disclosureStands: boolean;
  moment: EvaluationMoment;
  dueOn: string;
  state: EvaluationState;
  roles: EvaluatorRole[];
  pendingRoles: EvaluatorRole[];
  questionVersion: number;
  employerForm: Form | null;
  studentForm: Form | null;
  schoolForm: Form | null;
  conclusion: {
    outcome: EvaluationOutcome;
    text: string | null;
    missingFormsReason: string | null;
    concludedAt: Date;
    by: string;
  } | null;
}
export type FormField = 'employerForm' | 'studentForm' | 'schoolForm';
export const FORM_OF: Readonly<Record<EvaluatorRole, FormField>> = {
  EMPLOYER: 'employerForm',
  STUDENT: 'studentForm',
  SCHOOL: 'schoolForm',
};

export interface EvaluationFilter {
  readonly placement?: string | null | undefined;
  readonly employer?: string | null | undefined;
  readonly schoolLocation?: string | null | undefined;
  readonly dueUntil?: string | null | undefined;
  readonly pendingRole?: EvaluatorRole | null | undefined;
  readonly state?: readonly EvaluationState[] | null | undefined;
}

export function createEvaluationStore(connection: Connection) {
  const part = (definition: Record<string, unknown>) => new Schema(definition as never, { _id: false });
  const answer = () =>
    part({ question: { type: String, required: true }, score: { type: Number, default: null }, text: { type: String, default: null } });
  const form = () =>
    part({
      state: { type: String, required: true },
      answers: { type: [answer()], required: true },
      remark: { type: String, default: null },
      savedAt: { type: Date, required: true },
      submittedAt: { type: Date, default: null },
      by: { type: String, required: true },
    });
  const schema = aggregateSchema<EvaluationRow>({
    placementId: { type: String, required: true },
    studentId: { type: String, required: true },
    schoolLocationId: { type: String, required: true },
    holidayRegion: { type: String, required: true },
    employerId: { type: String, default: null },
    workplaceSupervisorId: { type: String, default: null },
    supervisorId: { type: String, default: null },
    pupilSupervisorId: { type: String },
    disclosureStands: { type: Boolean, required: true },
    moment: { type: String, required: true },
    dueOn: { type: String, required: true },
    state: { type: String, required: true },
    roles: { type: [String], required: true },
    pendingRoles: { type: [String], required: true },
    questionVersion: { type: Number, required: true },
    employerForm: { type: form(), default: null },
    studentForm: { type: form(), default: null },
    schoolForm: { type: form(), default: null },
    conclusion: {
      type: part({
        outcome: { type: String, required: true },
        text: { type: String, default: null },
        missingFormsReason: { type: String, default: null },
        concludedAt: { type: Date, required: true },
        by: { type: String, required: true },
      }),
      default: null,
    },
  });
  // Keeps a moment single within its placement, and serves the placement's own list.
  schema.index({ placementId: 1, moment: 1 }, { unique: true });
  // Each serves the evaluations to do of one location, company or pupil, the earliest first.
  schema.index({ schoolLocationId: 1, dueOn: 1, _id: 1 });
  schema.index({ employerId: 1, dueOn: 1, _id: 1 });
  schema.index({ studentId: 1, dueOn: 1, _id: 1 });
  // Serves the Servicepunt's list of everything.
  schema.index({ dueOn: 1, _id: 1 });
  encryptRestricted(schema, 'Evaluation');
  const model = connection.model<EvaluationRow>('Evaluation', schema, 'evaluations');
  const earliestFirst = { dueOn: 1 } as const;

  return {
    model,
    find: (id: string) => model.findOne(ours({ _id: id })).lean<EvaluationRow | null>(),
    findByIds: (ids: readonly string[], visible: RowFilter | null) =>
      visible ? model.find(ours({ $and: [visible, { _id: { $in: [...ids] } }] })).lean<EvaluationRow[]>() : Promise.resolve([]),
    findOfPlacements: (placementIds: readonly string[]) =>
      model.find(ours({ placementId: { $in: [...placementIds] } })).lean<EvaluationRow[]>(),
    list: (filter: EvaluationFilter, visible: RowFilter | null, args: PageArgs) =>
      page(model, visible && { $and: [visible, conditionOf(filter)] }, earliestFirst, args),
    pagesOfPlacements: (ids: readonly string[], visible: RowFilter | null, args: PageArgs) =>
      pagesByParent(model, visible, earliestFirst, { field: 'placementId', ids }, args),
    /** Copies of the placement that change with it; leaves the revision as it is. */
    note: (filter: RowFilter, fields: Partial<EvaluationRow>) => model.updateMany(ours(filter) as never, { $set: fields } as never),
  };
}
export type EvaluationStore = ReturnType<typeof createEvaluationStore>;

function conditionOf(filter: EvaluationFilter): RowFilter {
  const condition: RowFilter = {};
  if (filter.placement) condition['placementId'] = filter.placement;
  if (filter.employer) condition['employerId'] = filter.employer;
  if (filter.schoolLocation) condition['schoolLocationId'] = filter.schoolLocation;
  if (filter.dueUntil) condition['dueOn'] = { $lte: filter.dueUntil };
  if (filter.pendingRole) condition['pendingRoles'] = filter.pendingRole;
  if (filter.state) condition['state'] = { $in: [...filter.state] };
  return condition;
}

/** What the events of an evaluation carry. */
export function evaluationEvent(row: Omit<EvaluationRow, keyof AggregateFields> & { _id: string }): EvaluationEvent {
  return {
    evaluationId: row._id,
    placementId: row.placementId,
    studentId: row.studentId,
    locationId: row.schoolLocationId,
    employerId: row.employerId,
    holidayRegion: row.holidayRegion,
    moment: row.moment,
    dueOn: row.dueOn,
    pendingRoles: [...row.pendingRoles],
  };
}

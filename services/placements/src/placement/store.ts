import { Schema } from 'mongoose';
import type { HolidayRegion } from '@servicepunt/shared/contracts/calendar';
import type { PlacementEvent } from '@servicepunt/shared/contracts/events';
import { encryptRestricted } from '@servicepunt/shared/encrypted-fields';
import { aggregateSchema, ours, type AggregateFields, type Connection } from '@servicepunt/shared/mongo';
import { page, pagesByParent, type PageArgs } from '@servicepunt/shared/paging';
import type { RowFilter } from '@servicepunt/shared/policy';
import type { Agreement, Amendment } from '../agreement/rules.ts';
import { agreementSchema, amendmentSchema } from '../agreement/stored.ts';
import type { EvaluationMoment, PlacementKind } from '../evaluation/schedule.ts';
import { followUpDefinition, type FollowUpFields } from '../follow-up/stored.ts';
import type { Birthdays } from '../working-time/rules.ts';
import type { Commitment, WorkingTime } from '../working-time/schedule.ts';
import { workingTimeSchema } from '../working-time/stored.ts';
import type { LegalBasis, OfferPlaceState, PlacementRhythm, PlacementState, StoredState } from './rules.ts';
import { TAKES_TIME } from './rules.ts';

export interface PlacementRow extends AggregateFields, FollowUpFields {
  /** Absent unless imported: the index on it is unique among those that have one. */
  placementNumber?: string;
  studentId: string;
  /** What was decided on is kept with the decision: location, region, profile and birthdays as they were when it was planned. */
  schoolLocationId: string;
  holidayRegion: HolidayRegion;
  profile: string;
  birthdays: Birthdays;
  minorOnStart: boolean;
  supervisorId: string | null;
  /** The pupil's own supervisor now, as students says; absent in rows from before that was noted. */
  pupilSupervisorId?: string | null;
  /** The guide is the pupil's own supervisor and changes with him. */
  supervisorFollows: boolean;
  employerId: string | null;
  siteId: string | null;
  offerId: string | null;
  offerPlace: OfferPlaceState | null;
  workplaceSupervisorId: string | null;
  kind: PlacementKind;
  rhythm: PlacementRhythm;
  localName: string | null;
  startsOn: string;
  endsOn: string;
  workingTimes: WorkingTime[];
  goals: string[];
  workAdjustments: string | null;
  state: StoredState;
  /** What the company was last shown, and why. */
  disclosure: { id: string; legalBasis: LegalBasis; at: Date } | null;
  /** False once what it rests on was withdrawn: the company sees nothing any more. */
  disclosureStands: boolean;
  agreement: Agreement | null;
  agreementInForce: boolean;
  amendments: Amendment[];
  /** The evaluations of this placement: what a link to one of them may see of the trainee. */
  evaluationIds: string[];
  endedOn: string | null;
  endNote: string | null;
  /** Of the row that it was imported from: content, state, and the evaluations that were over. */
  imported: { hash: string; state: StoredState; completedMoments: EvaluationMoment[] } | null;
}

export interface PlacementFilter {
  readonly student?: string | null | undefined;
  readonly schoolLocation?: string | null | undefined;
  readonly employer?: string | null | undefined;
  readonly supervisor?: string | null | undefined;
  readonly state?: readonly PlacementState[] | null | undefined;
  readonly kind?: PlacementKind | null | undefined;
  readonly from?: string | null | undefined;
  readonly until?: string | null | undefined;
  readonly placementNumber?: string | null | undefined;
}

export function createPlacementStore(connection: Connection) {
  const part = (definition: Record<string, unknown>) => new Schema(definition as never, { _id: false });
  const schema = aggregateSchema<PlacementRow>({
    placementNumber: { type: String },
    studentId: { type: String, required: true },
    schoolLocationId: { type: String, required: true },
    holidayRegion: { type: String, required: true },
    profile: { type: String, required: true },
    birthdays: {
      type: part({
        turns14On: { type: String, required: true },
        turns16On: { type: String, required: true },
        turns18On: { type: String, required: true },
      }),
      required: true,
    },
    minorOnStart: { type: Boolean, required: true },
    supervisorId: { type: String, default: null },
    pupilSupervisorId: { type: String },
    supervisorFollows: { type: Boolean, required: true },
    employerId: { type: String, default: null },
    siteId: { type: String, default: null },
    offerId: { type: String, default: null },
    offerPlace: { type: String, default: null },
    workplaceSupervisorId: { type: String, default: null },
    kind: { type: String, required: true },
    rhythm: { type: String, required: true },
    localName: { type: String, default: null },
    startsOn: { type: String, required: true },
    endsOn: { type: String, required: true },
    workingTimes: { type: [workingTimeSchema()], required: true },
    goals: { type: [String], required: true },
    workAdjustments: { type: String, default: null },
    state: { type: String, required: true },
    disclosure: {
      type: part({
        id: { type: String, required: true },
        legalBasis: { type: String, required: true },
        at: { type: Date, required: true },
      }),
      default: null,
    },
    disclosureStands: { type: Boolean, required: true },
    agreement: { type: agreementSchema(), default: null },
    agreementInForce: { type: Boolean, required: true },
    amendments: { type: [amendmentSchema()], required: true },
    evaluationIds: { type: [String], required: true },
    endedOn: { type: String, default: null },
    endNote: { type: String, default: null },
    imported: {
      type: part({ hash: { type: String, required: true }, state: { type: String, required: true }, completedMoments: [String] }),
      default: null,
    },
    ...followUpDefinition,
  });
  // Serves the import's look-up by number, and keeps a number unique.
  schema.index({ placementNumber: 1 }, { unique: true, sparse: true });
  // Each serves the list of one pupil, location, company, guide or offer, the latest first; a pupil's also the events of students.
  schema.index({ studentId: 1, startsOn: -1, _id: -1 });
  schema.index({ schoolLocationId: 1, startsOn: -1, _id: -1 });
  schema.index({ employerId: 1, startsOn: -1, _id: -1 });
  schema.index({ supervisorId: 1, startsOn: -1, _id: -1 });
  schema.index({ offerId: 1, startsOn: -1, _id: -1 });
  // Serves the Servicepunt's list of everything.
  schema.index({ startsOn: -1, _id: -1 });
  // Serves the trainee of a link: the placement of an evaluation.
  schema.index({ evaluationIds: 1 });
  // Serves the follow-ups that wait.
  schema.index({ followUpAt: 1 }, { sparse: true });
  encryptRestricted(schema, 'Placement');
  const model = connection.model<PlacementRow>('Placement', schema, 'placements');
  const latestFirst = { startsOn: -1 } as const;

  return {
    model,
    find: (id: string) => model.findOne(ours({ _id: id })).lean<PlacementRow | null>(),
    findByIds: (ids: readonly string[], visible: RowFilter | null) =>
      visible ? model.find(ours({ $and: [visible, { _id: { $in: [...ids] } }] })).lean<PlacementRow[]>() : Promise.resolve([]),
    findByNumbers: (numbers: readonly string[]) => model.find(ours({ placementNumber: { $in: [...numbers] } })).lean<PlacementRow[]>(),
    findOfStudent: (studentId: string, filter: RowFilter) => model.find(ours({ ...filter, studentId })).lean<PlacementRow[]>(),
    list: (filter: PlacementFilter, today: string, visible: RowFilter | null, args: PageArgs) =>
      page(model, visible && { $and: [visible, conditionOf(filter, today)] }, latestFirst, args),
    pagesOf: (
      field: 'studentId' | 'employerId' | 'offerId',
      ids: readonly string[],
      filter: PlacementFilter,
      today: string,
      visible: RowFilter | null,
      args: PageArgs,
    ) => pagesByParent(model, visible && { $and: [visible, conditionOf(filter, today)] }, latestFirst, { field, ids }, args),
    /** Dates and working times of those placements that take the pupil's time. */
    async standing(ids: readonly string[]): Promise<ReadonlyMap<string, Commitment>> {
      const rows = await model
        .find(ours({ _id: { $in: [...ids] }, state: { $in: [...TAKES_TIME] } }))
        .lean<(Pick<PlacementRow, '_id'> & Commitment)[]>();
      return new Map(rows.map((row) => [row._id, row]));
    },
    async addEvaluations(added: readonly { placementId: string; evaluationId: string }[]): Promise<void> {
      if (added.length === 0) return;
      await model.bulkWrite(
        [...Map.groupBy(added, (one) => one.placementId)].map(([_id, group]) => ({
          updateOne: { filter: ours({ _id }), update: { $addToSet: { evaluationIds: { $each: group.map((one) => one.evaluationId) } } } },
        })) as never,
        { ordered: false },
      );
    },
    /** The company may see these from now on; one that it may see already keeps its ground. */
    async noteDisclosures(disclosed: readonly { placementId: string; disclosure: PlacementRow['disclosure'] }[]): Promise<void> {
      if (disclosed.length === 0) return;
      await model.bulkWrite(
        disclosed.map(({ placementId, disclosure }) => ({
          updateOne: {
            filter: ours({ _id: placementId, disclosureStands: false }),
            update: { $set: { disclosure, disclosureStands: true } },
          },
        })) as never,
        { ordered: false },
      );
    },
    /** Bookkeeping that no caller decides on: leaves the revision as it is. */
    note: (filter: RowFilter, fields: Partial<PlacementRow>) => model.updateMany(ours(filter) as never, { $set: fields } as never),
  };
}
export type PlacementStore = ReturnType<typeof createPlacementStore>;

function conditionOf(filter: PlacementFilter, today: string): RowFilter {
  const condition: RowFilter = {};
  if (filter.student) condition['studentId'] = filter.student;
  if (filter.schoolLocation) condition['schoolLocationId'] = filter.schoolLocation;
  if (filter.employer) condition['employerId'] = filter.employer;
  if (filter.supervisor) condition['supervisorId'] = filter.supervisor;
  if (filter.kind) condition['kind'] = filter.kind;
  if (filter.placementNumber) condition['placementNumber'] = filter.placementNumber;
  if (filter.from) condition['endsOn'] = { $gte: filter.from };
  if (filter.until) condition['startsOn'] = { $lte: filter.until };
  return filter.state ? { $and: [condition, inStates(filter.state, today)] } : condition;
}

/** AGREED and RUNNING are one stored state on either side of the first day. */
function inStates(states: readonly PlacementState[], today: string): RowFilter {
  const alternatives: RowFilter[] = [];
  const stored = states.filter((state) => state !== 'AGREED' && state !== 'RUNNING');
  if (stored.length > 0) alternatives.push({ state: { $in: stored } });
  if (states.includes('AGREED')) alternatives.push({ state: 'AGREED', startsOn: { $gt: today } });
  if (states.includes('RUNNING')) alternatives.push({ state: 'AGREED', startsOn: { $lte: today } });
  return alternatives.length > 0 ? { $or: alternatives } : { state: { $in: [] } };
}

/** What the events of a placement carry. */
export function placementEvent(
  row: Pick<PlacementRow, '_id' | 'studentId' | 'schoolLocationId' | 'employerId' | 'startsOn' | 'endsOn'>,
): PlacementEvent {
  return {
    placementId: row._id,
    studentId: row.studentId,
    locationId: row.schoolLocationId,
    employerId: row.employerId,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
  };
}

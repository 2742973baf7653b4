import { Schema } from 'mongoose';
import type { Language } from '@servicepunt/shared/contracts/roles';
import { encryptRestricted } from '@servicepunt/shared/encrypted-fields';
import { aggregateSchema, ours, type AggregateFields, type Connection } from '@servicepunt/shared/mongo';
import { page, type PageArgs } from '@servicepunt/shared/paging';
import type { RowFilter } from '@servicepunt/shared/policy';
import { searchRange } from '../person/rules.ts';
import type { StudentFilter } from '../schema.generated.ts';
import type { DevelopmentPlan, HandoverTarget, OutflowProfile, ShortStay } from './rules.ts';

export interface StudentRow extends AggregateFields {
  schoolLocationId: string;
  schoolPupilNumber: string;
  givenName: string;
  familyNamePrefix: string | null;
  familyName: string;
  /** Folded family and given name: order of lists and search by prefix. */
  sortName: string;
  birthDate: string;
  group: string | null;
  outflowProfile: OutflowProfile;
  supervisorId: string | null;
  email: string | null;
  subject: string | null;
  language: Language;
  enrolledOn: string;
  leftOn: string | null;
  expectedOutflow: HandoverTarget | null;
  actualOutflow: HandoverTarget | null;
  shortStay: ShortStay | null;
  developmentPlan: DevelopmentPlan | null;
  /** The 16th birthday for which he was told to be asked about his guardians' consents. */
  consentReviewToldFor?: string;
  /** A tombstone: no question finds the pupil any more, and the document goes as soon as its events were moved. */
  erasedAt?: Date | null;
}
export type StudentNames = Pick<StudentRow, '_id' | 'givenName' | 'familyNamePrefix' | 'familyName'>;
export type StudentAge = Pick<StudentRow, '_id' | 'birthDate' | 'leftOn'>;

/** Rows that an import reads at once, so that a full batch costs one command. */
export const IMPORT_BATCH = 5_000;

/** Nobody finds a pupil who is being erased, by whatever question. */
const living = { erasedAt: null };
const text = { type: String, default: null };
const required = { type: String, required: true };
const part = (definition: Record<string, unknown>) => ({ type: new Schema(definition as never, { _id: false }), default: null });

/** Pupils: tens of thousands of rows. */
export function createStudentStore(connection: Connection) {
  const schema = aggregateSchema<StudentRow>({
    schoolLocationId: required,
    schoolPupilNumber: required,
    givenName: required,
    familyNamePrefix: text,
    familyName: required,
    sortName: required,
    birthDate: required,
    group: text,
    outflowProfile: required,
    supervisorId: text,
    email: text,
    subject: text,
    language: required,
    enrolledOn: required,
    leftOn: text,
    expectedOutflow: text,
    actualOutflow: text,
    shortStay: part({ setting: required, startsOn: required, expectedEndOn: text }),
    consentReviewToldFor: { type: String },
    erasedAt: { type: Date },
    developmentPlan: part({ establishedOn: required, lastReviewedOn: text, nextReviewDue: text }),
  });
  // Serves the import's look-up by number, and keeps a number unique per location.
  schema.index({ schoolLocationId: 1, schoolPupilNumber: 1 }, { unique: true });
  // Serves the list of a location by name, and its search by the beginning of a family name.
  schema.index({ schoolLocationId: 1, sortName: 1, _id: 1 });
  // Serves the Servicepunt's list of all locations by name.
  schema.index({ sortName: 1, _id: 1 });
  // Serves a supervisor's own pupils by name.
  schema.index({ supervisorId: 1, sortName: 1, _id: 1 });
  // Serves the sign-in by subject, and keeps one account from being two pupils of a location.
  schema.index({ subject: 1, schoolLocationId: 1 }, { unique: true, partialFilterExpression: { subject: { $gt: '' } } });
  encryptRestricted(schema, 'Student');
  const model = connection.model<StudentRow>('Student', schema, 'students');

  return {
    model,
    findByIds: (ids: readonly string[], visible: RowFilter | null) =>
      visible ? model.find(ours({ $and: [visible, living, { _id: { $in: [...ids] } }] })).lean<StudentRow[]>() : Promise.resolve([]),
    /** Pupils of one location by number or account, for an import: whom a row means, and whose account it is. */
    findForImport: (schoolLocationId: string, numbers: readonly string[], subjects: readonly string[]) =>
      model
        .find(
          ours({
            ...living,
            $or: [
              { schoolLocationId, schoolPupilNumber: { $in: [...numbers] } },
              ...(subjects.length > 0 ? [{ schoolLocationId, subject: { $in: [...subjects] } }] : []),
            ],
          }),
        )
        .batchSize(IMPORT_BATCH)
        .lean<StudentRow[]>(),
    findBySubject: (subject: string) =>
      model
        .find(ours({ subject, ...living }))
        .sort({ _id: 1 })
        .lean<StudentRow[]>(),
    /** Birth dates for decisions by age; no viewer reads them through this. */
    findAges: (ids: readonly string[]) =>
      model.find(ours({ _id: { $in: [...ids] }, ...living }), { birthDate: 1, leftOn: 1 }).lean<StudentAge[]>(),
    /** What tells who of the staff has to do with a pupil. */
    findCircles: (ids: readonly string[]) =>
      model
        .find(ours({ _id: { $in: [...ids] }, ...living }), { schoolLocationId: 1, supervisorId: 1 })
        .lean<Pick<StudentRow, '_id' | 'schoolLocationId' | 'supervisorId'>[]>(),
    /** Names of trainees, whose visibility the placement decided. */
    findNames: (ids: readonly string[]) =>
      model.find(ours({ _id: { $in: [...ids] }, ...living }), { givenName: 1, familyNamePrefix: 1, familyName: 1 }).lean<StudentNames[]>(),
    list: (filter: StudentFilter, visible: RowFilter | null, today: string, args: PageArgs) =>
      page(model, visible && { $and: [visible, living, ...conditionsOf(filter, today)] }, { sortName: 1 }, args),
  };
}
export type StudentStore = ReturnType<typeof createStudentStore>;

function conditionsOf(filter: StudentFilter, today: string): RowFilter[] {
  const conditions: RowFilter[] = [];
  const { schoolLocation, supervisor, group, outflowProfile, schoolPupilNumber, schoolPupilNumbers, search, active } = filter;
  if (typeof schoolLocation === 'string') conditions.push({ schoolLocationId: schoolLocation });
  if (typeof supervisor === 'string') conditions.push({ supervisorId: supervisor });
  if (typeof group === 'string') conditions.push({ group });
  if (typeof outflowProfile === 'string') conditions.push({ outflowProfile });
  if (typeof schoolPupilNumber === 'string') conditions.push({ schoolPupilNumber });
  if (schoolPupilNumbers) conditions.push({ schoolPupilNumber: { $in: [...schoolPupilNumbers] } });
  const range = typeof search === 'string' ? searchRange(search) : null;
  if (range) conditions.push({ sortName: range });
  if (active === true) conditions.push({ $or: [{ leftOn: null }, { leftOn: { $gt: today } }] });
  if (active === false) conditions.push({ leftOn: { $lte: today } });
  return conditions;
}

import { Schema } from 'mongoose';
import type { Language } from '@servicepunt/shared/contracts/roles';
import { aggregateSchema, ours, type AggregateFields, type Connection } from '@servicepunt/shared/mongo';
import type { RowFilter } from '@servicepunt/shared/policy';
import { IMPORT_BATCH } from '../student/store.ts';
import type { ChildLink, GuardianFacts, GuardianRecord, LegalRepresentation } from './rules.ts';

export interface GuardianRow extends AggregateFields, GuardianRecord {
  /** The location whose administration keeps this record; the same person at another location has another. */
  schoolLocationId: string;
  language: Language;
}

const representationSchema = new Schema<LegalRepresentation>(
  { kind: { type: String, required: true }, startsOn: { type: String, required: true }, endsOn: { type: String, default: null } },
  { _id: false },
);
const childSchema = new Schema<ChildLink>(
  {
    studentId: { type: String, required: true },
    relation: { type: String, default: null },
    representation: { type: representationSchema, default: null },
  },
  { _id: false },
);

/** Guardians, each with the pupils whose guardian he is: the pupil's record doesn't repeat it. */
export function createGuardianStore(connection: Connection) {
  const schema = aggregateSchema<GuardianRow>({
    schoolLocationId: { type: String, required: true },
    givenName: { type: String, required: true },
    familyName: { type: String, required: true },
    email: { type: String, default: null },
    phone: { type: String, default: null },
    subject: { type: String, default: null },
    language: { type: String, required: true },
    children: { type: [childSchema], required: true },
  });
  // Serves the guardians of pupils: the pupil's page, the import, the emergency contact, and what a guardian or pupil may see.
  schema.index({ 'children.studentId': 1 });
  // Serves the sign-in by subject, and the import's look-up of brothers and sisters.
  schema.index({ subject: 1, schoolLocationId: 1 }, { partialFilterExpression: { subject: { $gt: '' } } });
  // Serves the import's look-up of brothers and sisters by address.
  schema.index({ email: 1, schoolLocationId: 1 }, { partialFilterExpression: { email: { $gt: '' } } });
  const model = connection.model<GuardianRow>('Guardian', schema, 'guardians');

  return {
    model,
    findByIds: (ids: readonly string[], visible: RowFilter | null) =>
      visible ? model.find(ours({ $and: [visible, { _id: { $in: [...ids] } }] })).lean<GuardianRow[]>() : Promise.resolve([]),
    findOfStudents: (studentIds: readonly string[], visible: RowFilter | null) =>
      visible
        ? model
            .find(ours({ $and: [visible, { 'children.studentId': { $in: [...studentIds] } }] }))
            .sort({ createdAt: 1, _id: 1 })
            .lean<GuardianRow[]>()
        : Promise.resolve([]),
    findBySubject: (subject: string) => model.find(ours({ subject })).lean<GuardianRow[]>(),
    /** Everybody of a location whom rows of an import may mean. */
    findForImport(
      schoolLocationId: string,
      studentIds: readonly string[],
      guardians: readonly GuardianFacts[],
      newIds: readonly string[],
    ): Promise<GuardianRow[]> {
      const subjects = [...new Set(guardians.flatMap(({ subject }) => subject ?? []))];
      const emails = [...new Set(guardians.flatMap(({ email }) => email ?? []))];
      const ways = [
        { 'children.studentId': { $in: [...studentIds] } },
        { _id: { $in: [...newIds] } },
        ...(subjects.length > 0 ? [{ schoolLocationId, subject: { $in: subjects } }] : []),
        ...(emails.length > 0 ? [{ schoolLocationId, email: { $in: emails } }] : []),
      ];
      return model
        .find(ours({ $or: ways }))
        .batchSize(IMPORT_BATCH)
        .lean<GuardianRow[]>()
        .exec();
    },
  };
}
export type GuardianStore = ReturnType<typeof createGuardianStore>;

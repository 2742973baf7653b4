import { Schema } from 'mongoose';
import { aggregateSchema, ours, type AggregateFields, type Connection } from '@servicepunt/shared/mongo';
import { page, pagesByParent, type PageArgs } from '@servicepunt/shared/paging';
import type { RowFilter } from '@servicepunt/shared/policy';
import type { DisclosureFilter } from '../schema.generated.ts';
import type { DisclosureFacts, DisclosureRecipient } from './rules.ts';

export interface DisclosureRow extends AggregateFields, DisclosureFacts {
  schoolLocationId: string;
  at: Date;
}

const recipientSchema = new Schema<DisclosureRecipient>(
  { kind: { type: String, required: true }, id: { type: String, required: true } },
  { _id: false },
);

/** What left the foundation: entries are added, never changed. */
export function createDisclosureStore(connection: Connection) {
  const schema = aggregateSchema<DisclosureRow>({
    subjectId: { type: String, required: true },
    studentId: { type: String, required: true },
    schoolLocationId: { type: String, required: true },
    recipient: { type: recipientSchema, required: true },
    legalBasis: { type: String, required: true },
    purpose: { type: String, required: true },
    items: { type: [String], required: true },
    consentId: { type: String, default: null },
    at: { type: Date, required: true },
  });
  // Serves the question whether an exchange is logged already.
  schema.index({ subjectId: 1, 'recipient.id': 1 });
  // Serves a pupil's disclosures, newest first.
  schema.index({ studentId: 1, at: -1, _id: -1 });
  // Serves a coordinator's list of a location, newest first.
  schema.index({ schoolLocationId: 1, at: -1, _id: -1 });
  // Serves the privacy officer's list, newest first.
  schema.index({ at: -1, _id: -1 });
  const model = connection.model<DisclosureRow>('Disclosure', schema, 'disclosures');

  return {
    model,
    findByIds: (ids: readonly string[], visible: RowFilter | null) =>
      visible ? model.find(ours({ $and: [visible, { _id: { $in: [...ids] } }] })).lean<DisclosureRow[]>() : Promise.resolve([]),
    findOf: (subjectId: string, recipient: DisclosureRecipient) =>
      model
        .find(ours({ subjectId, 'recipient.id': recipient.id, 'recipient.kind': recipient.kind }))
        .sort({ at: 1, _id: 1 })
        .lean<DisclosureRow[]>(),
    /** What was told about these, to whom: a placement's disclosures name the pupil and the company. */
    findOfSubjects: (subjectIds: readonly string[]) =>
      model
        .find(ours({ subjectId: { $in: [...subjectIds] } }), { subjectId: 1, studentId: 1, recipient: 1 })
        .lean<Pick<DisclosureRow, '_id' | 'subjectId' | 'studentId' | 'recipient'>[]>(),
    list: (filter: DisclosureFilter, visible: RowFilter | null, args: PageArgs) =>
      page(model, visible && { $and: [visible, ...conditionsOf(filter)] }, { at: -1 }, args),
    pagesOfStudents: (studentIds: readonly string[], visible: RowFilter | null, args: PageArgs) =>
      pagesByParent(model, visible, { at: -1 }, { field: 'studentId', ids: studentIds }, args),
  };
}
export type DisclosureStore = ReturnType<typeof createDisclosureStore>;

function conditionsOf({ student, recipientKind, recipient, legalBasis, from, until }: DisclosureFilter): RowFilter[] {
  const conditions: RowFilter[] = [];
  if (typeof student === 'string') conditions.push({ studentId: student });
  if (typeof recipientKind === 'string') conditions.push({ 'recipient.kind': recipientKind });
  if (typeof recipient === 'string') conditions.push({ 'recipient.id': recipient });
  if (typeof legalBasis === 'string') conditions.push({ legalBasis });
  if (from) conditions.push({ at: { $gte: from } });
  if (until) conditions.push({ at: { $lt: until } });
  return conditions;
}

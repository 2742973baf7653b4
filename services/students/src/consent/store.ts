import { Schema } from 'mongoose';
import { aggregateSchema, ours, type AggregateFields, type Connection } from '@servicepunt/shared/mongo';
import { pagesByParent, type PageArgs } from '@servicepunt/shared/paging';
import type { RowFilter } from '@servicepunt/shared/policy';
import type { ConsentFacts, ConsentParty, ConsentStatement } from './rules.ts';

export interface ConsentRow extends AggregateFields, ConsentFacts {
  schoolLocationId: string;
  givenAt: Date;
  history: ConsentStatement[];
}

const partySchema = new Schema<ConsentParty>(
  { giver: { type: String, required: true }, id: { type: String, required: true } },
  { _id: false },
);
const statementSchema = new Schema<ConsentStatement>(
  {
    act: { type: String, required: true },
    by: { type: partySchema, required: true },
    at: { type: Date, required: true },
    onPaper: { type: Boolean, required: true },
    recordedBy: { type: String, required: true },
  },
  { _id: false },
);

export function createConsentStore(connection: Connection) {
  const schema = aggregateSchema<ConsentRow>({
    studentId: { type: String, required: true },
    schoolLocationId: { type: String, required: true },
    purpose: { type: String, required: true },
    items: { type: [String], required: true },
    givenBy: { type: partySchema, required: true },
    givenAt: { type: Date, required: true },
    withdrawnAt: { type: Date, default: null },
    history: { type: [statementSchema], required: true },
  });
  // Serves a pupil's consents, newest first, and the question whether one stands behind a disclosure.
  schema.index({ studentId: 1, createdAt: -1, _id: -1 });
  const model = connection.model<ConsentRow>('Consent', schema, 'consents');

  return {
    model,
    findByIds: (ids: readonly string[], visible: RowFilter | null) =>
      visible ? model.find(ours({ $and: [visible, { _id: { $in: [...ids] } }] })).lean<ConsentRow[]>() : Promise.resolve([]),
    findStanding: (studentId: string) =>
      model
        .find(ours({ studentId, withdrawnAt: null }))
        .sort({ createdAt: -1, _id: -1 })
        .lean<ConsentRow[]>(),
    /** By pupil, who of the staff wrote down what was said on paper. */
    async findRecorders(studentIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
      const rows = await model
        .find(ours({ studentId: { $in: [...studentIds] } }), { studentId: 1, history: 1 })
        .lean<{ studentId: string; history: { recordedBy: string }[] }[]>();
      const byPupil = Map.groupBy(rows, ({ studentId }) => studentId);
      return new Map([...byPupil].map(([id, of]) => [id, of.flatMap(({ history }) => history.map(({ recordedBy }) => recordedBy))]));
    },
    pagesOfStudents: (studentIds: readonly string[], visible: RowFilter | null, args: PageArgs) =>
      pagesByParent(model, visible, { createdAt: -1 }, { field: 'studentId', ids: studentIds }, args),
  };
}
export type ConsentStore = ReturnType<typeof createConsentStore>;

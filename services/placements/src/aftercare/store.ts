import { Schema } from 'mongoose';
import { encryptRestricted } from '@servicepunt/shared/encrypted-fields';
import { aggregateSchema, ours, type AggregateFields, type Connection } from '@servicepunt/shared/mongo';
import { page, type PageArgs } from '@servicepunt/shared/paging';
import type { RowFilter } from '@servicepunt/shared/policy';
import type { HandoverTarget } from '../handover/rules.ts';
import type { OutcomeCheck } from './rules.ts';

export interface AftercareRow extends AggregateFields {
  studentId: string;
  schoolLocationId: string;
  /** Who guides the pupil, as students says; null where nobody does or it isn't known any more. */
  supervisorId: string | null;
  leftOn: string;
  destination: HandoverTarget | null;
  endsOn: string;
  /** Null where students doesn't know the pupil any more: early leaving can't be judged then. */
  turns23On: string | null;
  checks: OutcomeCheck[];
}

export function createAftercareStore(connection: Connection) {
  const schema = aggregateSchema<AftercareRow>({
    studentId: { type: String, required: true },
    schoolLocationId: { type: String, required: true },
    supervisorId: { type: String, default: null },
    leftOn: { type: String, required: true },
    destination: { type: String, default: null },
    endsOn: { type: String, required: true },
    turns23On: { type: String, default: null },
    checks: {
      type: [
        new Schema(
          {
            dueOn: { type: String, required: true },
            checkedOn: { type: String, default: null },
            stillAtDestination: { type: Boolean, default: null },
            situation: { type: String, default: null },
            basicQualification: { type: Boolean, default: null },
            note: { type: String, default: null },
          },
          { _id: false },
        ),
      ],
      required: true,
    },
  });
  // Keeps the case of a pupil single, and serves the look-up by pupil.
  schema.index({ studentId: 1 }, { unique: true });
  // Serves the list of a location, the latest left first.
  schema.index({ schoolLocationId: 1, leftOn: -1, _id: -1 });
  // Serves the Servicepunt's list of everything.
  schema.index({ leftOn: -1, _id: -1 });
  encryptRestricted(schema, 'AftercareCase');
  const model = connection.model<AftercareRow>('AftercareCase', schema, 'aftercareCases');

  return {
    model,
    find: (id: string) => model.findOne(ours({ _id: id })).lean<AftercareRow | null>(),
    findByIds: (ids: readonly string[], visible: RowFilter | null) =>
      visible ? model.find(ours({ $and: [visible, { _id: { $in: [...ids] } }] })).lean<AftercareRow[]>() : Promise.resolve([]),
    /** A copy of what students knows; leaves the revision as it is. */
    noteSupervisor: (studentId: string, supervisorId: string | null) => model.updateOne(ours({ studentId }), { $set: { supervisorId } }),
    findByStudents: (studentIds: readonly string[], visible: RowFilter | null) =>
      visible ? model.find(ours({ $and: [visible, { studentId: { $in: [...studentIds] } }] })).lean<AftercareRow[]>() : Promise.resolve([]),
    list: (
      filter: { schoolLocation?: string | null | undefined; checkDueUntil?: string | null | undefined },
      visible: RowFilter | null,
      args: PageArgs,
    ) => {
      const condition: RowFilter = {};
      if (filter.schoolLocation) condition['schoolLocationId'] = filter.schoolLocation;
      if (filter.checkDueUntil) condition['checks'] = { $elemMatch: { dueOn: { $lte: filter.checkDueUntil }, checkedOn: null } };
      return page(model, visible && { $and: [visible, condition] }, { leftOn: -1 }, args);
    },
  };
}
export type AftercareStore = ReturnType<typeof createAftercareStore>;

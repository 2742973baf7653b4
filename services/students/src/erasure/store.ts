import { Schema } from 'mongoose';
import { aggregateSchema, ours, type AggregateFields, type Connection } from '@servicepunt/shared/mongo';
import type { RowFilter } from '@servicepunt/shared/policy';
import type { ErasureReason, ServiceReport } from './rules.ts';

/** The ledger of erasures: whose data had to go, on whose decision, and what each service reported. Ids, codes and numbers only. */
export interface ErasureRow extends AggregateFields {
  studentId: string;
  reason: ErasureReason;
  startedById: string;
  startedAt: Date;
  reports: Partial<Record<'students' | 'placements' | 'notifications', ServiceReport>>;
}

export function createErasureStore(connection: Connection) {
  const report = {
    type: new Schema(
      {
        at: { type: Date, required: true },
        compacted: { type: Boolean, required: true },
        erased: { type: [Schema.Types.Mixed], required: true },
      },
      { _id: false },
    ),
  };
  const schema = aggregateSchema<ErasureRow>({
    studentId: { type: String, required: true },
    reason: { type: String, required: true },
    startedById: { type: String, required: true },
    startedAt: { type: Date, required: true },
    reports: { type: new Schema({ students: report, placements: report, notifications: report }, { _id: false }), default: {} },
  });
  // Keeps the erasure of a pupil single, and serves the look-up by pupil.
  schema.index({ studentId: 1 }, { unique: true });
  const model = connection.model<ErasureRow>('Erasure', schema, 'erasures');
  return {
    model,
    findByIds: (ids: readonly string[], visible: RowFilter | null) =>
      visible ? model.find(ours({ $and: [visible, { _id: { $in: [...ids] } }] })).lean<ErasureRow[]>() : Promise.resolve([]),
    find: (_id: string) => model.findOne(ours({ _id })).lean<ErasureRow | null>(),
    /** What a service reports first stands. */
    async noteReport(_id: string, service: keyof ErasureRow['reports'], given: ServiceReport): Promise<void> {
      await model.updateOne(ours({ _id, [`reports.${service}`]: { $exists: false } }) as never, {
        $set: { [`reports.${service}`]: given },
        $inc: { revision: 1 },
      });
    },
  };
}
export type ErasureStore = ReturnType<typeof createErasureStore>;

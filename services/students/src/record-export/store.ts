import { aggregateSchema, type AggregateFields, type Connection } from '@servicepunt/shared/mongo';

/** That a record was exported, by whom: what was exported is nowhere but in the answer. */
export interface RecordExportRow extends AggregateFields {
  studentId: string;
  startedById: string;
  at: Date;
}

export function createRecordExportStore(connection: Connection) {
  const schema = aggregateSchema<RecordExportRow>({
    studentId: { type: String, required: true },
    startedById: { type: String, required: true },
    at: { type: Date, required: true },
  });
  // Serves the erasure of a pupil.
  schema.index({ studentId: 1 });
  return { model: connection.model<RecordExportRow>('RecordExport', schema, 'recordExports') };
}
export type RecordExportStore = ReturnType<typeof createRecordExportStore>;

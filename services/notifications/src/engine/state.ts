import { Schema } from 'mongoose';
import { ours, type Connection } from '@servicepunt/shared/mongo';
import type { Healed } from './reconciler.ts';

/** What the workers last saw of themselves, for those who look at the queues through the API. */
export interface EngineStateRow {
  _id: 'reconciler' | 'events';
  at: Date;
  healed?: Healed;
  /** Events of a producer that wait to be handled, as far as they were counted. */
  lag?: Record<string, number>;
}

export function createEngineState(connection: Connection) {
  const model = connection.model<EngineStateRow>(
    'EngineState',
    new Schema<EngineStateRow>(
      { _id: String, at: Date, healed: Schema.Types.Mixed, lag: Schema.Types.Mixed },
      { versionKey: false, minimize: false },
    ),
    'engineState',
  );
  return {
    tell: ({ _id, ...state }: EngineStateRow) => model.updateOne(ours({ _id }), { $set: state }, { upsert: true }).exec(),
    async read(): Promise<Partial<Record<EngineStateRow['_id'], EngineStateRow>>> {
      const rows = await model.find().lean<EngineStateRow[]>();
      return Object.fromEntries(rows.map((row) => [row._id, row]));
    },
  };
}
export type EngineState = ReturnType<typeof createEngineState>;

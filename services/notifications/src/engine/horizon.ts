import { Schema } from 'mongoose';
import { isDuplicateKey, ours, type Connection } from '@servicepunt/shared/mongo';
import type { Lane } from './lanes.ts';

/** Up to when the documents of a lane have been rung for: whatever is written later inside it is rung for by whoever writes it. */
interface HorizonRow {
  _id: Lane['name'];
  until: Date;
}

export function createHorizon(connection: Connection) {
  const model = connection.model<HorizonRow>(
    'Horizon',
    new Schema<HorizonRow>({ _id: String, until: Date }, { versionKey: false }),
    'horizons',
  );
  return {
    /** Moves the horizon on; the stretch that is the caller's to ring for, or null when another worker took it. Who takes it and dies leaves it to the reconciler. */
    async move(lane: Lane['name'], to: Date, atLeastMs: number): Promise<{ after: Date; until: Date } | null> {
      const latest = new Date(to.getTime() - atLeastMs);
      try {
        const before = await model
          .findOneAndUpdate(
            ours({ _id: lane, until: { $lt: latest } }),
            { $set: { until: to } },
            { upsert: true, returnDocument: 'before' },
          )
          .lean<HorizonRow>();
        return { after: before?.until ?? new Date(0), until: to };
      } catch (error) {
        // It stands far enough already: the upsert met the primary key.
        if (!isDuplicateKey(error)) throw error;
        return null;
      }
    },
  };
}
export type Horizon = ReturnType<typeof createHorizon>;

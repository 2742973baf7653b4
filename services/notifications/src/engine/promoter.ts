import type { Clock } from '@servicepunt/shared/clock';
import { ours } from '@servicepunt/shared/mongo';
import type { Lane } from './lanes.ts';
import type { QueueName, Queues } from './queues.ts';
import type { Scheduled } from './scheduled.ts';

const PAGE = 500;

export interface Promoter {
  /** Puts everything that comes within the horizon and has no job yet into Redis; how many that were. */
  promote(): Promise<number>;
  /** Rings for rows that were just written. */
  ring(lane: Lane, rows: readonly Scheduled[]): Promise<void>;
}

/** Fills Redis from MongoDB. Several may run: a job has one id, and what two of them add is one job. */
export function createPromoter(options: { lanes: readonly Lane[]; queues: Queues; clock: Clock; horizonMs: number }): Promoter {
  const { queues, clock } = options;
  const { horizonMs } = options;

  async function ring(lane: Lane, rows: readonly Scheduled[]): Promise<void> {
    for (const [queue, some] of Map.groupBy(rows, (row): QueueName => lane.queueOf(row))) await queues.ring(queue, some);
    // The job first, the mark after it: a crash in between repeats the job under the same id.
    for (const [enqueues, some] of Map.groupBy(rows, (row) => row.enqueues)) {
      await lane.model.collection.updateMany(
        { _id: { $in: some.map((row) => row._id) }, enqueued: false, enqueues } as never,
        { $set: { enqueued: true } } as never,
      );
    }
  }

  return {
    ring,
    async promote() {
      let promoted = 0;
      for (const lane of options.lanes) {
        for (;;) {
          const until = new Date(clock.now().getTime() + horizonMs);
          const rows = await lane.model
            .find(ours({ enqueued: false, lookAt: { $lte: until } }), lane.projection)
            .sort({ lookAt: 1 })
            .limit(PAGE)
            .lean<Scheduled[]>();
          await ring(lane, rows);
          promoted += rows.length;
          if (rows.length < PAGE) break;
        }
      }
      return promoted;
    },
  };
}

import type { Clock } from '@servicepunt/shared/clock';
import type { Logger } from '@servicepunt/shared/log';
import { duePage } from './due.ts';
import type { Horizon } from './horizon.ts';
import type { Lane } from './lanes.ts';
import type { QueueName, Queues } from './queues.ts';
import type { Ringable, Scheduled } from './scheduled.ts';

const PAGE = 500;
/** The horizon moves in steps of a minute: at its far end nobody counts seconds. */
const STEP_MS = 60_000;
/** Clocks of two machines differ by less than this; what is rung for twice is one job. */
const SLACK_MS = 30_000;

/** Rings for documents that were just written, as far as they come within the horizon. Never fails: the reconciler finds what wasn't rung for. */
export type Ring = (rows: readonly Ringable[]) => Promise<void>;

/** For those who write. */
export function createRing(options: { lane: Lane; queues: Queues; clock: Clock; log: Logger; horizonMs: number }): Ring {
  const { lane, queues, clock, log } = options;
  return async (rows) => {
    const until = clock.now().getTime() + options.horizonMs + STEP_MS + SLACK_MS;
    const near = rows.filter((row) => row.lookAt !== undefined && row.lookAt.getTime() <= until);
    // While Redis is away nobody hears a bell; when it is back, the reconciler looks at once.
    if (near.length === 0 || !queues.isConnected()) return;
    try {
      for (const [queue, some] of byQueue(lane, near)) await queues.ring(queue, some);
    } catch (error) {
      log.warn({ event: 'not-rung', lane: lane.name, rows: near.length, err: error });
    }
  };
}

export interface Promoter {
  /** Rings for everything that has come within the horizon since it was moved last; how many that were. */
  promote(): Promise<number>;
}

/** Moves the window of what is in Redis. No document is written for it: where the window ends stands in one place. */
export function createPromoter(options: {
  lanes: readonly Lane[];
  queues: Queues;
  horizon: Horizon;
  clock: Clock;
  horizonMs: number;
}): Promoter {
  const { queues, clock, horizonMs } = options;
  const step = Math.min(STEP_MS, horizonMs / 100);

  async function promoteLane(lane: Lane): Promise<number> {
    const stretch = await options.horizon.move(lane.name, new Date(clock.now().getTime() + horizonMs), step);
    if (!stretch) return 0;
    let promoted = 0;
    for (let last: Scheduled | undefined; ;) {
      const rows: Scheduled[] = await duePage(lane, stretch, last, PAGE);
      for (const [queue, some] of byQueue(lane, rows)) await queues.ring(queue, some);
      promoted += rows.length;
      if (rows.length < PAGE) return promoted;
      last = rows.at(-1);
    }
  }

  return {
    async promote() {
      let promoted = 0;
      for (const lane of options.lanes) promoted += await promoteLane(lane);
      return promoted;
    },
  };
}

const byQueue = (lane: Lane, rows: readonly Ringable[]) => Map.groupBy(rows, (row): QueueName => lane.queueOf(row as Scheduled));

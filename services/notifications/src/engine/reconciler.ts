import type { Clock } from '@servicepunt/shared/clock';
import type { Logger } from '@servicepunt/shared/log';
import { ours } from '@servicepunt/shared/mongo';
import { duePage } from './due.ts';
import type { Lane } from './lanes.ts';
import type { Queues } from './queues.ts';
import { jobIdOf, rowIdOf, type Scheduled } from './scheduled.ts';

export interface Healed {
  /** Rows that were to be looked at and had no job. */
  readonly withoutJob: { readonly reminders: number; readonly deliveries: number };
  /** Jobs whose row is done, gone, or rings by another job. */
  readonly withoutRow: { readonly reminders: number; readonly deliveries: number };
  readonly looked: number;
}

export interface Reconciler {
  reconcile(): Promise<Healed>;
}

const PAGE = 1_000;

/**
 * Compares MongoDB with Redis in both directions, page by page. Whatever Redis lost comes back, whatever has no meaning any more goes.
 * Harmless beside itself: a job is added under the id that it had.
 */
export function createReconciler(options: {
  lanes: readonly Lane[];
  queues: Queues;
  clock: Clock;
  log: Logger;
  horizonMs: number;
  onHealed?: (healed: Healed) => void;
}): Reconciler {
  const { lanes, queues, clock, log, horizonMs } = options;

  async function giveJobs(lane: Lane): Promise<{ healed: number; looked: number }> {
    let healed = 0;
    let looked = 0;
    let last: Scheduled | undefined;
    for (;;) {
      const until = new Date(clock.now().getTime() + horizonMs);
      const rows: Scheduled[] = await duePage(lane, { until }, last, PAGE);
      looked += rows.length;
      last = rows.at(-1);
      for (const [queue, some] of Map.groupBy(rows, (row) => lane.queueOf(row))) {
        const existing = await queues.existing(queue, some.map(jobIdOf));
        const missing = some.filter((row) => !existing.has(jobIdOf(row)));
        await queues.ring(queue, missing);
        healed += missing.length;
      }
      if (rows.length < PAGE) return { healed, looked };
    }
  }

  async function dropJobs(lane: Lane): Promise<number> {
    let dropped = 0;
    for (const queue of lane.queues) {
      const meaningless: string[] = [];
      for (let offset = 0; ; offset += PAGE) {
        const jobIds = await queues.pageOfWaiting(queue, offset, PAGE);
        const ids = [...new Set(jobIds.map((jobId) => rowIdOf(jobId).id))];
        const rows = await lane.model
          .find(ours({ _id: { $in: ids } }), { enqueues: 1, lookAt: 1 })
          .lean<Pick<Scheduled, '_id' | 'enqueues' | 'lookAt'>[]>();
        const byId = new Map(rows.map((row) => [row._id, row]));
        for (const jobId of jobIds) {
          const { id, counter } = rowIdOf(jobId);
          const row = byId.get(id);
          if (row?.lookAt === undefined || row.enqueues !== counter) meaningless.push(jobId);
        }
        if (jobIds.length < PAGE) break;
      }
      await queues.remove(queue, meaningless);
      dropped += meaningless.length;
    }
    return dropped;
  }

  return {
    async reconcile() {
      const withoutJob = { reminders: 0, deliveries: 0 };
      const withoutRow = { reminders: 0, deliveries: 0 };
      let looked = 0;
      for (const lane of lanes) {
        const given = await giveJobs(lane);
        withoutJob[lane.name] = given.healed;
        looked += given.looked;
        withoutRow[lane.name] = await dropJobs(lane);
      }
      const healed: Healed = { withoutJob, withoutRow, looked };
      const changed = [withoutJob, withoutRow].some((counts) => counts.reminders + counts.deliveries > 0);
      log[changed ? 'warn' : 'debug']({ event: 'reconciled', ...healed });
      options.onHealed?.(healed);
      return healed;
    },
  };
}

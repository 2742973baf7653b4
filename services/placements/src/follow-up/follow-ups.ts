import type { Model } from 'mongoose';
import type { Clock } from '@servicepunt/shared/clock';
import type { NewId } from '@servicepunt/shared/ids';
import type { Logger } from '@servicepunt/shared/log';
import { ours, type AggregateFields } from '@servicepunt/shared/mongo';
import type { FollowUpFields } from './stored.ts';

/** Does one kind of work for rows as they stand now: many at once, since an import leaves hundreds behind. Repeating it changes nothing. */
export type FollowUpHandlers<Row, Code extends string> = Readonly<Record<Code, (rows: readonly Row[]) => Promise<void>>>;

const RETRY_AFTER_MS = 15_000;
/** Rows worked on at once. */
const BATCH = 100;

/** What a change writes for its follow-ups: `$push` under `followUps` and `$set` of `followUpAt`. */
export function followUpsOf<Code extends string>(codes: readonly Code[], actor: { newId: NewId; clock: Clock }) {
  return { followUps: codes.map((code) => ({ id: actor.newId('fup'), code })), followUpAt: actor.clock.now() };
}

export interface FollowUps {
  /** Does what waits for these rows now; what fails is tried again later. Never throws. */
  run(ids: readonly string[]): Promise<void>;
  /** Does what is due; false when some of it failed. */
  runDue(): Promise<boolean>;
  start(): void;
  stop(): Promise<void>;
}

/** Runs right after a change, and looks by itself for what a crash or a service that was down left behind. */
export function createFollowUps<Row extends AggregateFields & FollowUpFields, Code extends string>(options: {
  model: Model<Row>;
  handlers: FollowUpHandlers<Row, Code>;
  clock: Clock;
  log: Logger;
  /** Handlers write events: the relay looks soon. */
  nudge: () => void;
  everyMs: number;
}): FollowUps {
  const { model, handlers, clock, log } = options;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let running: Promise<boolean> = Promise.resolve(true);
  let stopped = false;

  const load = (ids: readonly string[]) => model.find(ours({ _id: { $in: [...ids] } }) as never).lean() as unknown as Promise<Row[]>;

  /** The ids of the rows whose work failed: where a batch fails, each row is tried alone, so that one doesn't hold up the others. */
  async function handle(code: Code, rows: readonly Row[]): Promise<string[]> {
    try {
      await handlers[code](rows);
      return [];
    } catch (error) {
      const [only] = rows;
      if (rows.length === 1 && only) {
        log.warn({ event: 'follow-up-failed', id: only._id, code, err: error });
        return [only._id];
      }
    }
    const failed: string[] = [];
    for (const row of rows) failed.push(...(await handle(code, [row])));
    return failed;
  }

  /** Each row's pieces of work in their order, the same kind for many rows together. */
  async function runBatch(ids: readonly string[]): Promise<boolean> {
    const failed = new Set<string>();
    const done = new Set<string>();
    for (;;) {
      const next = (await load(ids.filter((id) => !failed.has(id)))).flatMap((row) => {
        const followUp = row.followUps.find(({ id }) => !done.has(id));
        return followUp ? [{ row, followUp }] : [];
      });
      if (next.length === 0) break;
      for (const [code, group] of Map.groupBy(next, ({ followUp }) => followUp.code as Code)) {
        for (const id of await handle(
          code,
          group.map(({ row }) => row),
        ))
          failed.add(id);
        const finished = group.filter(({ row }) => !failed.has(row._id));
        const followUpIds = finished.map(({ followUp }) => followUp.id);
        for (const id of followUpIds) done.add(id);
        await model.updateMany(
          ours({ _id: { $in: finished.map(({ row }) => row._id) } }) as never,
          { $pull: { followUps: { id: { $in: followUpIds } } } } as never,
        );
      }
    }
    await model.updateMany(ours({ _id: { $in: [...ids] }, followUps: { $size: 0 } }) as never, { $unset: { followUpAt: 1 } } as never);
    if (failed.size === 0) return true;
    const later = new Date(clock.now().getTime() + RETRY_AFTER_MS);
    await model.updateMany(ours({ _id: { $in: [...failed] } }) as never, { $set: { followUpAt: later } } as never);
    return false;
  }

  async function runMany(ids: readonly string[]): Promise<boolean> {
    let complete = true;
    for (let start = 0; start < ids.length; start += BATCH) complete = (await runBatch(ids.slice(start, start + BATCH))) && complete;
    options.nudge();
    return complete;
  }

  async function runDue(): Promise<boolean> {
    for (;;) {
      const due = (await model
        .find(ours({ followUpAt: { $lte: clock.now() } }) as never, { _id: 1 })
        .sort({ followUpAt: 1 } as never)
        .limit(BATCH)
        .lean()) as unknown as { _id: string }[];
      if (due.length === 0) return true;
      if (!(await runMany(due.map((row) => row._id)))) return false;
    }
  }

  function schedule(delay: number): void {
    if (stopped) return;
    timer = setTimeout(() => {
      running = runDue().catch((error: unknown) => {
        log.warn({ event: 'follow-ups-not-run', err: error });
        return false;
      });
      running.finally(() => schedule(options.everyMs)).catch(() => undefined);
    }, delay);
    timer.unref();
  }

  return {
    async run(ids) {
      await runMany(ids).catch((error: unknown) => log.warn({ event: 'follow-ups-not-run', err: error }));
    },
    runDue,
    start: () => schedule(options.everyMs),
    async stop() {
      stopped = true;
      if (timer) clearTimeout(timer);
      await running;
    },
  };
}

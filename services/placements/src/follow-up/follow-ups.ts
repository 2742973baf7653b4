import type { Model } from 'mongoose';
import type { Clock } from '@servicepunt/shared/clock';
import type { NewId } from '@servicepunt/shared/ids';
import type { Logger } from '@servicepunt/shared/log';
import { ours, type AggregateFields } from '@servicepunt/shared/mongo';
import type { FollowUpFields } from './stored.ts';

/** Does one piece of work for a row as it stands now. Repeating it changes nothing. */
export type FollowUpHandlers<Row, Code extends string> = Readonly<Record<Code, (row: Row) => Promise<void>>>;

const RETRY_AFTER_MS = 15_000;
const PAGE = 50;
/** Rows worked on at once: an import leaves hundreds behind. */
const AT_ONCE = 8;

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

  const load = (id: string) => model.findOne(ours({ _id: id }) as never).lean() as unknown as Promise<Row | null>;

  async function runOne(id: string): Promise<boolean> {
    const done = new Set<string>();
    for (;;) {
      const row = await load(id);
      const next = row?.followUps.find((followUp) => !done.has(followUp.id));
      if (!row || !next) break;
      try {
        await handlers[next.code as Code](row);
      } catch (error) {
        log.warn({ event: 'follow-up-failed', id, code: next.code, err: error });
        const later = new Date(clock.now().getTime() + RETRY_AFTER_MS);
        await model.updateOne(ours({ _id: id }) as never, { $set: { followUpAt: later } } as never);
        return false;
      }
      done.add(next.id);
      await model.updateOne(ours({ _id: id }) as never, { $pull: { followUps: { id: next.id } } } as never);
    }
    await model.updateOne(ours({ _id: id, followUps: { $size: 0 } }) as never, { $unset: { followUpAt: 1 } } as never);
    return true;
  }

  async function runMany(ids: readonly string[]): Promise<boolean> {
    const waiting = [...ids];
    let complete = true;
    await Promise.all(
      Array.from({ length: Math.min(AT_ONCE, waiting.length) }, async () => {
        for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) complete = (await runOne(id)) && complete;
      }),
    );
    options.nudge();
    return complete;
  }

  async function runDue(): Promise<boolean> {
    for (;;) {
      const due = (await model
        .find(ours({ followUpAt: { $lte: clock.now() } }) as never, { _id: 1 })
        .sort({ followUpAt: 1 } as never)
        .limit(PAGE)
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

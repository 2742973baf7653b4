import { Schema, type Connection, type Model } from 'mongoose';
import type { Logger } from '../log.ts';
import { isDuplicateKey, ours, type AggregateFields, type OutboxEntry } from '../mongo.ts';
import type { PulledEvent } from '../service-client.ts';
import { tracing } from '../telemetry/tracing.ts';

/** A service's event log: gapless numbers, never changed, never deleted from. */
export interface EventRow {
  _id: number;
  entry: string;
  type: string;
  at: Date;
  revision: number;
  actor: string;
  data: Record<string, unknown>;
  trace?: string;
}

export function eventModel(connection: Connection): Model<EventRow> {
  const schema = new Schema<EventRow>(
    {
      _id: Number,
      entry: { type: String, required: true },
      type: { type: String, required: true },
      at: Date,
      revision: Number,
      actor: String,
      data: Schema.Types.Mixed,
      trace: String,
    },
    { versionKey: false, collection: 'events', minimize: false },
  );
  // Serves the relay: an entry that was moved before a crash is not moved twice.
  schema.index({ entry: 1 }, { unique: true });
  return connection.model<EventRow>('Event', schema);
}

export interface Relay {
  /** Something was written: look soon. */
  nudge(): void;
  /** Moves everything that waits now; the number of the last event of the log. */
  drain(): Promise<number>;
  start(): void;
  stop(): Promise<void>;
}

const PAGE = 500;
/** How often the relay looks without being nudged: an instance that crashed after its write left its entries waiting. */
const LOOK_EVERY_MS = 2_000;

/**
 * Moves outbox entries of the aggregates into the event log, then clears them from the aggregate without touching its revision.
 * Every step may be repeated: an entry has one place in the log by its id, a number one entry by the primary key. Several instances may run.
 */
export function createRelay(options: {
  events: Model<EventRow>;
  aggregates: readonly Model<AggregateFields>[];
  /** Documents that are nothing but their outbox: removed once it was moved. */
  disposable?: readonly Model<AggregateFields>[];
  log: Logger;
  onMoved: (lastNumber: number) => void;
}): Relay {
  const { events, aggregates, disposable = [], log } = options;
  let running: Promise<number> | null = null;
  let again = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let stopped = false;

  async function lastNumber(): Promise<number> {
    const last = await events.findOne().sort({ _id: -1 }).lean();
    return last?._id ?? 0;
  }

  async function append(entries: readonly OutboxEntry[]): Promise<number> {
    for (;;) {
      const known = await events
        .find(ours({ entry: { $in: entries.map((entry) => entry._id) } }), { entry: 1 })
        .batchSize(PAGE)
        .lean();
      const moved = new Set(known.map((row) => row.entry));
      const missing = entries.filter((entry) => !moved.has(entry._id));
      const last = await lastNumber();
      if (missing.length === 0) return last;
      try {
        await events.insertMany(
          missing.map(({ _id, type, at, revision, actor, data, trace }, index) => ({
            _id: last + 1 + index,
            entry: _id,
            type,
            at,
            revision,
            actor,
            data,
            ...(trace === undefined ? {} : { trace }),
          })),
          { ordered: true },
        );
        return last + missing.length;
      } catch (error) {
        // Another instance took the number or moved the entry: look again.
        if (!isDuplicateKey(error)) throw error;
      }
    }
  }

  async function movePage(model: Model<AggregateFields>): Promise<number | null> {
    const waiting = await model
      .find(ours({ outboxAt: { $exists: true } }) as never, { outbox: 1, outboxAt: 1 })
      .sort({ outboxAt: 1 } as never)
      .limit(PAGE)
      // One answer instead of the first hundred and a second command for the rest.
      .batchSize(PAGE)
      .lean<Pick<AggregateFields, '_id' | 'outbox' | 'outboxAt'>[]>();
    if (waiting.length === 0) return null;
    const entries = waiting.flatMap((row) => row.outbox ?? []);
    const last = entries.length > 0 ? await append(entries) : await lastNumber();
    const ids = { $in: waiting.map((row) => row._id) };
    if (disposable.includes(model)) {
      await model.deleteMany(ours({ _id: ids }) as never);
      return last;
    }
    if (entries.length > 0)
      await model.updateMany(
        ours({ _id: ids }) as never,
        { $pull: { outbox: { _id: { $in: entries.map((entry) => entry._id) } } } } as never,
      );
    await model.updateMany(ours({ _id: ids, outbox: { $size: 0 } }) as never, { $unset: { outboxAt: 1 } } as never);
    return last;
  }

  async function drainOnce(): Promise<number> {
    let moved: number | null = null;
    for (const model of [...aggregates, ...disposable]) {
      for (let last = await movePage(model); last !== null; last = await movePage(model)) {
        moved = last;
        // Other replicas go on writing, faster perhaps than this one moves: what is left is theirs, or waits for the next start.
        if (stopped) break;
      }
    }
    if (moved !== null) options.onMoved(moved);
    return moved ?? lastNumber();
  }

  function drain(): Promise<number> {
    if (running) {
      again = true;
      return running;
    }
    running = (async () => {
      try {
        let last: number;
        do {
          again = false;
          last = await drainOnce();
        } while (again);
        return last;
      } finally {
        running = null;
      }
    })();
    return running;
  }

  function schedule(delay: number): void {
    if (stopped) return;
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      drain()
        .catch((error: unknown) => log.warn({ event: 'relay-failed', err: error }))
        .finally(() => {
          // A nudge that came meanwhile must not be put off.
          if (timer === null) schedule(LOOK_EVERY_MS);
        });
    }, delay);
    timer.unref();
  }

  return {
    // The request that nudges is over before the relay is done with it.
    nudge: () => (tracing ? tracing.detached(() => schedule(0)) : schedule(0)),
    drain,
    start: () => schedule(0),
    async stop() {
      stopped = true;
      if (timer) clearTimeout(timer);
      await running?.catch(() => undefined);
    },
  };
}

/** What the event pull answers: events after a number, oldest first. */
export async function readEvents(events: Model<EventRow>, after: number, limit: number): Promise<PulledEvent[]> {
  const rows = await events
    .find(ours({ _id: { $gt: after } }))
    .sort({ _id: 1 })
    .limit(Math.min(limit, PAGE))
    .batchSize(PAGE)
    .lean();
  return rows.map((row) => ({
    number: row._id,
    id: row.entry,
    type: row.type,
    at: row.at.toISOString(),
    revision: row.revision,
    actor: row.actor,
    data: row.data,
    ...(row.trace === undefined ? {} : { trace: row.trace }),
  }));
}

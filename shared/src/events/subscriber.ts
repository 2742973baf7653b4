import { Schema, type Connection, type Model } from 'mongoose';
import { EVENTS, producersFor, type EventPayloads, type EventType } from '../contracts/events.ts';
import type { ServiceName } from '../contracts/roles.ts';
import type { Logger } from '../log.ts';
import { isDuplicateKey, ours } from '../mongo.ts';
import type { PulledEvent, PullEvents } from '../service-client.ts';
import { tracing } from '../telemetry/tracing.ts';

/** What a handler is told: the event with its number, who did it, and the revision that its aggregate had. */
export interface Told<T extends EventType> {
  readonly type: T;
  readonly number: number;
  readonly id: string;
  readonly at: Date;
  readonly revision: number;
  readonly actor: string;
  readonly data: EventPayloads[T];
}
/** One effect per type; repeating it must change nothing (unique keys, revisions). */
export type EventHandlers = { readonly [T in EventType]?: (told: Told<T>) => Promise<void> };

export interface CursorRow {
  _id: string;
  /** Number of the last event whose effect stands. */
  after: number;
  /** The instance that handles now, and until when it may: one at a time, so that events keep their order. */
  leaseOwner?: string | null;
  leaseUntil?: Date | null;
}
export function cursorModel(connection: Connection): Model<CursorRow> {
  return connection.model<CursorRow>(
    'Cursor',
    new Schema<CursorRow>(
      { _id: String, after: Number, leaseOwner: String, leaseUntil: Date },
      { versionKey: false, collection: 'cursors' },
    ),
  );
}

export interface Subscriber {
  /** The bell rang for this producer (or for all). */
  wake(producer?: string): void;
  /** Handles everything that is there now; true when nothing is left. */
  catchUp(): Promise<boolean>;
  /** Per producer: number of the last handled event. */
  positions(): Promise<Record<string, number>>;
  start(): void;
  stop(): Promise<void>;
}

const PAGE = 200;
/** Without a bell the subscriber looks by itself this often. */
const LOOK_EVERY_MS = 10_000;
const LEASE_MS = 30_000;

export function createSubscriber(options: {
  subscriber: ServiceName;
  instance: string;
  cursors: Model<CursorRow>;
  pullEvents: PullEvents;
  handlers?: EventHandlers;
  /** Takes every page as it comes, types without a handler included; repeating it must change nothing. Runs before the handlers. */
  collect?: (producer: ServiceName, pulled: readonly PulledEvent[]) => Promise<void>;
  log: Logger;
}): Subscriber {
  const { cursors, handlers = {}, log, instance } = options;
  const producers = producersFor(options.subscriber);
  for (const [type, { subscribers }] of Object.entries(EVENTS)) {
    if ((subscribers as readonly string[]).includes(options.subscriber) && !(type in handlers))
      throw new Error(`${options.subscriber} subscribes to ${type} and has no handler for it`);
  }
  const running = new Map<string, Promise<boolean>>();
  const again = new Set<string>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  let stopped = false;

  /** Takes or renews the lease; the cursor, or null while another instance handles. */
  async function lease(producer: string): Promise<number | null> {
    const now = new Date();
    const mine = { leaseOwner: instance, leaseUntil: new Date(now.getTime() + LEASE_MS) };
    try {
      const row = await cursors
        .findOneAndUpdate(
          ours({ _id: producer, $or: [{ leaseOwner: instance }, { leaseUntil: null }, { leaseUntil: { $lt: now } }] }),
          { $set: mine, $setOnInsert: { after: 0 } },
          { upsert: true, returnDocument: 'after' },
        )
        .lean();
      return row?.after ?? 0;
    } catch (error) {
      // The row exists and another instance holds it: the upsert met the primary key.
      if (isDuplicateKey(error)) return null;
      throw error;
    }
  }

  async function handle(producer: string, pulled: PulledEvent): Promise<void> {
    const handler = handlers[pulled.type as EventType] as ((told: Told<EventType>) => Promise<void>) | undefined;
    if (!handler) return;
    const told = { ...pulled, at: new Date(pulled.at), type: pulled.type as EventType, data: pulled.data as never };
    await underItsTrace(producer, pulled, () => handler(told));
    log.debug({ event: 'event-handled', producer, number: pulled.number, type: pulled.type });
  }

  async function catchUpWith(producer: ServiceName): Promise<boolean> {
    for (;;) {
      if (stopped) return false;
      const after = await lease(producer);
      if (after === null) return true;
      const pulled = await options.pullEvents(producer, after, PAGE);
      if (pulled.length > 0) await options.collect?.(producer, pulled);
      let position = after;
      try {
        for (const event of pulled) {
          await handle(producer, event);
          position = event.number;
        }
      } finally {
        // The cursor moves after the effect, and only forwards: a repeat is harmless, a gap would not be.
        if (position > after) await cursors.updateOne(ours({ _id: producer, leaseOwner: instance, after }), { $set: { after: position } });
      }
      if (pulled.length < PAGE) {
        await cursors.updateOne(ours({ _id: producer, leaseOwner: instance }), { $set: { leaseUntil: null, leaseOwner: null } });
        return true;
      }
    }
  }

  function run(producer: ServiceName): Promise<boolean> {
    const current = running.get(producer);
    if (current) {
      again.add(producer);
      return current;
    }
    const promise = (async () => {
      try {
        let complete: boolean;
        do {
          again.delete(producer);
          complete = await catchUpWith(producer);
        } while (again.has(producer));
        return complete;
      } finally {
        running.delete(producer);
      }
    })();
    running.set(producer, promise);
    return promise;
  }

  function schedule(producer: ServiceName, delay: number): void {
    if (stopped) return;
    clearTimeout(timers.get(producer));
    const timer = setTimeout(() => {
      timers.delete(producer);
      run(producer)
        .catch((error: unknown) => {
          log.warn({ event: 'events-not-handled', producer, err: error });
          return false;
        })
        .then((complete) => {
          // Whoever rang meanwhile is served first: his look must not be put off.
          if (!timers.has(producer)) schedule(producer, complete ? LOOK_EVERY_MS : 1_000);
        })
        .catch(() => undefined);
    }, delay);
    timer.unref();
    timers.set(producer, timer);
  }

  return {
    wake(producer) {
      for (const name of producers) if (producer === undefined || producer === name) schedule(name, 0);
    },
    async catchUp() {
      const complete = await Promise.all(producers.map(run));
      return complete.every(Boolean);
    },
    async positions() {
      const rows = await cursors.find().lean();
      return Object.fromEntries(rows.map((row) => [row._id, row.after]));
    },
    start() {
      for (const name of producers) schedule(name, 0);
    },
    async stop() {
      stopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
      await Promise.allSettled(running.values());
      await cursors.updateMany(ours({ leaseOwner: instance }), { $set: { leaseUntil: null, leaseOwner: null } }).catch(() => undefined);
    },
  };
}

/** Handles an event as a part of the trace in which it happened. */
export function underItsTrace(producer: string, { type, trace }: PulledEvent, handle: () => Promise<void>): Promise<void> {
  if (!tracing) return handle();
  const attributes = { 'servicepunt.event.type': type, 'servicepunt.event.producer': producer };
  return tracing.after([trace], `handle ${type}`, 'consumer', attributes, handle);
}

import mongoose, { type Connection, type Model, type SchemaDefinition } from 'mongoose';
import type { Logger } from './log.ts';
import { endWaitsWithTheirConnection } from './mongo-driver.ts';
import { tracing } from './telemetry/tracing.ts';

// A filter value that came from outside can't become an operator: mongoose wraps it. What we build ourselves is marked by `ours`.
mongoose.set('sanitizeFilter', true);
endWaitsWithTheirConnection();

/** Marks a filter that our own code built, operators and all. Never pass it anything that a caller typed as an object. */
export function ours<F>(filter: F): F {
  if (filter === null || typeof filter !== 'object' || filter instanceof Date) return filter;
  for (const value of Array.isArray(filter) ? filter : Object.values(filter)) ours(value);
  return Array.isArray(filter) ? filter : (mongoose.trusted(filter as Record<string, unknown>) as F);
}

/** Short, so that a lost store is a clear error well within 5 s. */
const SERVER_SELECTION_MS = 2_000;
/** How often an idle process looks for a lost store: until it does, its readiness stays off. */
const LOOK_EVERY_MS = 2_000;

export interface Store {
  readonly connection: Connection;
  /** Whether the store answers now. */
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * Connects in the background and goes on trying: a service starts without its store and turns ready when the store does.
 * `onConnected` runs after each first success (indexes).
 */
export function openStore(options: { url: string; log: Logger; onConnected?: (connection: Connection) => Promise<void> }): Store {
  const connection = mongoose.createConnection();
  connection.set('bufferTimeoutMS', SERVER_SELECTION_MS);
  const state = { closing: false };
  let prepared = false;
  const connecting = (async () => {
    for (let attempt = 0; !state.closing; attempt += 1) {
      try {
        await connection.openUri(options.url, {
          autoIndex: false,
          serverSelectionTimeoutMS: SERVER_SELECTION_MS,
          connectTimeoutMS: SERVER_SELECTION_MS,
          heartbeatFrequencyMS: LOOK_EVERY_MS,
          socketTimeoutMS: 20_000,
          maxPoolSize: 20,
          monitorCommands: true,
          w: 'majority',
          journal: true,
        });
        tracing?.watchStore(connection.getClient());
        await options.onConnected?.(connection);
        prepared = true;
        return;
      } catch (error) {
        options.log.warn({ event: 'store-unavailable', err: error, attempt });
        await connection.close().catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, Math.min(200 * 2 ** attempt, 2_000)).unref());
      }
    }
  })();
  return {
    connection,
    async isReady() {
      if (!prepared || connection.readyState !== mongoose.ConnectionStates.connected) return false;
      try {
        await connection.db?.command({ ping: 1 }, { timeoutMS: SERVER_SELECTION_MS });
        return true;
      } catch {
        return false;
      }
    },
    async close() {
      state.closing = true;
      await Promise.race([connecting, new Promise((resolve) => setTimeout(resolve, SERVER_SELECTION_MS).unref())]);
      await connection.close();
    },
  };
}

/** Builds the indexes that the models of a connection declare. */
export async function buildIndexes(connection: Connection): Promise<void> {
  for (const model of Object.values(connection.models)) await model.createIndexes();
}

/** Whether an error means that the store can't be reached (rather than that it refused). */
export function isStoreUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (
    /^Mongo(ServerSelection|Network|NetworkTimeout|PoolCleared|NotConnected|TopologyClosed|OperationTimeout|WaitQueueTimeout)Error$/.test(
      error.name,
    )
  )
    return true;
  if (error.name === 'MongooseServerSelectionError') return true;
  return error.name === 'MongooseError' && /buffering timed out|before initial connection/.test(error.message);
}

/** Whether a write met a unique index; `index` narrows it to one key. */
export function isDuplicateKey(error: unknown, index?: string): boolean {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 11_000) return false;
  return index === undefined || ('keyPattern' in error && Object.keys(error.keyPattern as object).join(',') === index);
}

/**
 * What every aggregate carries: its revision, who created it with which input (idempotent creates), and its outbox
 * (`outboxAt` is set while entries wait: the relay finds them by it).
 */
export interface AggregateFields {
  _id: string;
  revision: number;
  createdAt: Date;
  updatedAt: Date;
  /** Fingerprint of the create's input: the same key with another input is refused. */
  inputHash?: string | null;
  outbox: OutboxEntry[];
  outboxAt?: Date;
}
export interface OutboxEntry {
  _id: string;
  type: string;
  at: Date;
  revision: number;
  actor: string;
  data: Record<string, unknown>;
  /** The trace in which it happened (W3C `traceparent`): what it leads to goes on under it. */
  trace?: string;
}
export const aggregateDefinition = {
  _id: { type: String, required: true },
  revision: { type: Number, required: true },
  createdAt: { type: Date, required: true },
  updatedAt: { type: Date, required: true },
  inputHash: { type: String },
  outbox: {
    type: [
      { _id: String, type: { type: String }, at: Date, revision: Number, actor: String, data: mongoose.Schema.Types.Mixed, trace: String },
    ],
    default: undefined,
  },
  outboxAt: { type: Date },
} satisfies SchemaDefinition;

/** A schema for an aggregate of ours: strict in what it stores, no automatic version key, the relay's index. */
export function aggregateSchema<Row extends AggregateFields>(definition: Record<string, unknown>): mongoose.Schema<Row> {
  const schema = new mongoose.Schema<Row>({ ...definition, ...aggregateDefinition } as unknown as SchemaDefinition<Row>, {
    versionKey: false,
    strict: 'throw',
    id: false,
    minimize: false,
  });
  // Serves the relay: aggregates whose outbox waits, oldest first.
  schema.index({ outboxAt: 1 } as never, { sparse: true });
  return schema;
}

export type { Connection, Model };

/**
 * What every document carries at which a worker has to look at some time (reminders, deliveries).
 * It is open exactly while `lookAt` stands: MongoDB remembers when to look, a job in Redis only rings at that time.
 */
export interface Scheduled {
  _id: string;
  revision: number;
  /** When a worker has to look: due, or tried again. It stays while somebody works on it, and is absent once nothing is left to do. */
  lookAt?: Date;
  /** Part of the job's id; counts each new `lookAt`, so that an old job never stands in the way of a new one. */
  enqueues: number;
  /** Who works on it now, and until when he may. */
  claim?: string;
  leaseUntil?: Date;
}

export const scheduledDefinition = {
  lookAt: { type: Date },
  enqueues: { type: Number, required: true },
  claim: { type: String },
  leaseUntil: { type: Date },
};

/** Serves promoter and reconciler: what is to be looked at, by time. Closed documents aren't in it. */
export const SCHEDULED_INDEX = [{ lookAt: 1, _id: 1 }, { partialFilterExpression: { lookAt: { $exists: true } } }] as const;

/** Nothing is left to do. */
export const CLOSED = { lookAt: 1, claim: 1, leaseUntil: 1 } as const;

/** A document that is to be looked at later gets a new `lookAt`, loses these, counts one more in `enqueues`, and is rung for. */
export const RELEASED = { claim: 1, leaseUntil: 1 } as const;

export const HORIZON_MS = 48 * 3_600_000;
/** After an outage what fell due within this window still goes out; older ones are reported instead. */
export const CATCH_UP_MS = 7 * 24 * 3_600_000;

/** What it takes to ring for a document. */
export type Ringable = Pick<Scheduled, '_id' | 'revision' | 'enqueues' | 'lookAt'>;

/** What a job carries: ids and counters, never a name. */
export interface JobData {
  readonly id: string;
  readonly revision: number;
  readonly counter: number;
}
export const jobIdOf = (row: Pick<Scheduled, '_id' | 'enqueues'>): string => `${row._id}-${row.enqueues}`;
export function rowIdOf(jobId: string): { id: string; counter: number } {
  const at = jobId.lastIndexOf('-');
  return { id: jobId.slice(0, at), counter: Number(jobId.slice(at + 1)) };
}

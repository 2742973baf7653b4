import type { Clock } from '@servicepunt/shared/clock';
import type { Model } from 'mongoose';
import type { Scheduled } from './scheduled.ts';

/** A claim on one document, renewed for as long as the work takes. */
export interface Lease {
  /** Whether the claim certainly still holds: asked right before what can't be taken back. */
  holds(): boolean;
  release(): void;
}

/** A claim is trusted until this long before it ends: reading the clock and acting take time too. */
const SAFETY_MS = 1_000;

/**
 * Renews a claim three times per lease. After a process was stopped (a paused container, a laptop that slept) the claim has run out by its own clock,
 * and `holds` says so before anything else runs; only an answer of the store makes it hold again.
 */
export function keepLease(options: {
  model: Model<Scheduled>;
  id: string;
  claim: string;
  until: Date;
  leaseMs: number;
  clock: Clock;
}): Lease {
  const { model, id, claim, leaseMs, clock } = options;
  let until = options.until.getTime();
  const timer = setInterval(() => void renew().catch(() => undefined), leaseMs / 3);
  timer.unref();

  async function renew(): Promise<void> {
    const leaseUntil = new Date(clock.now().getTime() + leaseMs);
    const { matchedCount } = await model.collection.updateOne(
      { _id: id, claim } as never,
      { $set: { leaseUntil, lookAt: leaseUntil } } as never,
    );
    until = matchedCount === 1 ? leaseUntil.getTime() : 0;
  }
  return {
    holds: () => clock.now().getTime() < until - SAFETY_MS,
    release: () => clearInterval(timer),
  };
}

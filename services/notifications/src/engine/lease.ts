import type { Model } from 'mongoose';
import type { Clock } from '@servicepunt/shared/clock';
import type { Scheduled } from './scheduled.ts';

/** A claim on one document, renewed for as long as the work takes. */
export interface Lease {
  /**
   * Right before what can't be taken back: true if the claim is still ours, and then it holds for as long as an answer may take.
   * A process that was stopped meanwhile (a paused container, a laptop that slept) learns here that another one has the work.
   */
  handOver(): Promise<boolean>;
  release(): void;
}

/** Renews a claim three times per lease until the work is handed over. */
export function keepLease(options: {
  model: Model<Scheduled>;
  id: string;
  claim: string;
  leaseMs: number;
  /** How long the other side may take to answer what was handed over. */
  answerMs: number;
  clock: Clock;
}): Lease {
  const { model, id, claim, clock } = options;
  let handedOver = false;
  const timer = setInterval(() => void extend(options.leaseMs).catch(() => undefined), options.leaseMs / 3);
  timer.unref();

  async function extend(milliseconds: number): Promise<boolean> {
    const leaseUntil = new Date(clock.now().getTime() + milliseconds);
    // A renewal that was held up must not shorten what the hand-over has set.
    const { matchedCount } = await model.collection.updateOne(
      { _id: id, claim, leaseUntil: { $lt: leaseUntil } } as never,
      {
        $set: { leaseUntil },
      } as never,
    );
    return matchedCount === 1;
  }
  return {
    async handOver() {
      if (handedOver) return false;
      handedOver = true;
      clearInterval(timer);
      return extend(options.answerMs);
    },
    release: () => clearInterval(timer),
  };
}

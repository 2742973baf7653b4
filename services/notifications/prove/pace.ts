import type { Pace } from './failures.ts';

/** The proof as it is meant. */
export const FULL: Pace = {
  leadMs: 20_000,
  leaseMs: 10_000,
  answerMs: 60_000,
  reconcileEveryMs: 10_000,
  pausedMs: 32_000,
  mongoDownMs: 30_000,
  ownerDownMs: 20_000,
  redisDownMs: 5_000,
  smtpBadMs: 15_000,
  acknowledgeAfterMs: 14_000,
  kills: 10,
  flushesPerStep: 3,
  flushWithinMs: 20_000,
  drops: 25,
  cancelled: 30,
};

/** The same failures, each once and shorter, for `npm test`. */
export const SHORT: Pace = {
  leadMs: 5_000,
  leaseMs: 2_000,
  answerMs: 14_000,
  reconcileEveryMs: 2_000,
  pausedMs: 5_500,
  mongoDownMs: 2_500,
  ownerDownMs: 1_500,
  redisDownMs: 500,
  smtpBadMs: 1_500,
  acknowledgeAfterMs: 3_000,
  kills: 2,
  flushesPerStep: 1,
  flushWithinMs: 5_000,
  drops: 3,
  cancelled: 4,
};

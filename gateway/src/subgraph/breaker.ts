/**
 * Keeps a subgraph that fails from being asked by everybody: after so many failures in a row it is left alone for a moment,
 * then one request tries whether it is back.
 */
export interface Breaker {
  /** Whether a request may go out now. The one that is let through while open is the trial. */
  allows(): boolean;
  succeeded(): void;
  failed(): void;
  isOpen(): boolean;
}

const FAILURES_TO_OPEN = 10;
const OPEN_MS = 1_000;

export function createBreaker(now: () => number): Breaker {
  let failures = 0;
  let closedAgainAt = 0;
  return {
    allows() {
      if (failures < FAILURES_TO_OPEN) return true;
      if (now() < closedAgainAt) return false;
      closedAgainAt = now() + OPEN_MS;
      return true;
    },
    succeeded() {
      failures = 0;
    },
    failed() {
      failures += 1;
      if (failures >= FAILURES_TO_OPEN) closedAgainAt = now() + OPEN_MS;
    },
    isOpen: () => failures >= FAILURES_TO_OPEN,
  };
}

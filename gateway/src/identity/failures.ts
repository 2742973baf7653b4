import { RequestRefused } from '../refusal.ts';
import type { Windows } from '../limits/windows.ts';

/** Failed sign-ins, keys and links that one address may have in a minute: room for a proxy with a broken client, none for guessing. */
const FAILURES_PER_MINUTE = 20;

export interface FailureLimit {
  /** Throws 429 while the address has failed too often. */
  check(address: string): void;
  count(address: string): void;
}

export function createFailureLimit(windows: Windows): FailureLimit {
  return {
    check(address) {
      if (windows.used(`failures ${address}`) < FAILURES_PER_MINUTE) return;
      throw new RequestRefused(429, 'RATE_LIMITED', 'Too many failed sign-ins from this address. Try again later.', {
        'retry-after': String(windows.secondsLeft()),
      });
    },
    count: (address) => void windows.add(`failures ${address}`, 1),
  };
}

import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { RequestRefused } from '../refusal.ts';
import { classOf, type Budgets } from './limits.ts';
import type { Windows } from './windows.ts';

/** Who pays for an operation. */
export interface Payer {
  readonly viewer: Viewer;
  /** The program that it comes from, if it says so and is one of ours; an API key is a client by itself. */
  readonly client: string;
  readonly address: string;
}
export interface RateLimit {
  /** Takes the cost of an operation from what its viewer, its client and its address may use in a minute. Throws 429 when it is used up. */
  take(payer: Payer, cost: number): void;
  /** Takes what was used already, whether it was there or not. */
  charge(payer: Payer, cost: number): void;
}

export function createRateLimit(windows: Windows, budgets: Budgets): RateLimit {
  const accounts = ({ viewer, client, address }: Payer): readonly (readonly [string, number])[] => [
    [`viewer ${viewer.id}`, budgets[classOf(viewer)]],
    [`address ${address}`, budgets.ADDRESS],
    ...(viewer.kind === 'SYSTEM' ? [] : [[`client ${client}`, budgets.CLIENT] as const]),
  ];
  const charge = (payer: Payer, cost: number) => {
    for (const [account] of accounts(payer)) windows.add(account, cost);
  };
  return {
    take(payer, cost) {
      // What is refused costs nothing, so that a client that keeps trying gets through in the next minute.
      if (accounts(payer).some(([account, budget]) => windows.used(account) + cost > budget))
        throw new RequestRefused(429, 'RATE_LIMITED', 'You asked for more than fits in a minute. Try again later.', {
          'retry-after': String(windows.secondsLeft()),
        });
      charge(payer, cost);
    },
    charge,
  };
}

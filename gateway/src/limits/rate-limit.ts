import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { RequestRefused } from '../refusal.ts';
import { classOf, type Budgets } from './limits.ts';
import type { Windows } from './windows.ts';

/** Takes the cost of an operation from what its viewer and its address may use in a minute. Throws 429 when it is used up. */
export type TakeFromBudget = (viewer: Viewer, address: string, cost: number) => void;

export function createRateLimit(windows: Windows, budgets: Budgets): TakeFromBudget {
  return (viewer, address, cost) => {
    const [byViewer, byAddress] = [`viewer ${viewer.id}`, `address ${address}`];
    // What is refused costs nothing, so that a client that keeps trying gets through in the next minute.
    if (windows.used(byViewer) + cost > budgets[classOf(viewer)] || windows.used(byAddress) + cost > budgets.ADDRESS)
      throw new RequestRefused(429, 'RATE_LIMITED', 'You asked for more than fits in a minute. Try again later.', {
        'retry-after': String(windows.secondsLeft()),
      });
    windows.add(byViewer, cost);
    windows.add(byAddress, cost);
  };
}

import type { Clock } from '@servicepunt/shared/clock';
import type { CallHandlers } from '@servicepunt/shared/subgraph/server';
import type { LiveStore } from './store.ts';

/** How far topics have come: what a gateway asks for all of its open streams at once. */
export function liveCalls(deps: { live: LiveStore; clock: Clock }): CallHandlers {
  return {
    async 'notifications.livePlaces'({ topics }) {
      const numbers = await deps.live.numbers(topics, deps.clock.now());
      return { numbers: topics.map((topic) => numbers.get(topic) ?? null) };
    },
  };
}

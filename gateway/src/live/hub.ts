import { MOST_TOPICS, type Places } from '@servicepunt/shared/contracts/live';
import type { Logger } from '@servicepunt/shared/log';
import { GATHER_MS, LOOK_MS } from './limits.ts';
import type { LiveMetrics } from './metrics.ts';

/** A stream as the hub sees it. */
export interface Follower {
  /** Its place as it was last told. */
  places(): Places;
  /** Some topic has moved on, or may have: tell what came. */
  refresh(): void;
}
/** The numbers of topics as MongoDB has them; null for one that nobody follows any more. */
export type ReadNumbers = (topics: readonly string[]) => Promise<readonly (number | null)[]>;

/** Looks at the numbers for all streams together: when topics are called, and now and then by itself. Nobody open, nothing asked. */
export interface Hub {
  add(follower: Follower): void;
  /** Its places have changed. */
  moved(follower: Follower): void;
  remove(follower: Follower): void;
  called(topics: readonly string[]): void;
  /** Looks at everything soon. */
  lookSoon(): void;
  stop(): Promise<void>;
}

export function createHub(options: {
  readNumbers: ReadNumbers;
  isHearing: () => boolean;
  metrics: LiveMetrics;
  log: Logger;
  lookMs?: { heard: number; unheard: number };
}): Hub {
  const { metrics, log } = options;
  const lookMs = options.lookMs ?? LOOK_MS;
  const followers = new Map<Follower, readonly string[]>();
  const byTopic = new Map<string, Set<Follower>>();
  let gathered = new Set<string>();
  let gathering: ReturnType<typeof setTimeout> | null = null;
  let next: ReturnType<typeof setTimeout> | null = null;
  let looking: Promise<void> = Promise.resolve();
  let stopped = false;

  function forget(follower: Follower): void {
    for (const topic of followers.get(follower) ?? []) {
      const others = byTopic.get(topic);
      others?.delete(follower);
      if (others?.size === 0) byTopic.delete(topic);
    }
  }
  function note(follower: Follower): void {
    const topics = [...follower.places().keys()];
    followers.set(follower, topics);
    for (const topic of topics) {
      const others = byTopic.get(topic);
      if (others) others.add(follower);
      else byTopic.set(topic, new Set([follower]));
    }
  }

  async function look(topics: readonly string[], cause: 'called' | 'timer'): Promise<void> {
    for (let from = 0; from < topics.length; from += MOST_TOPICS) {
      const page = topics.slice(from, from + MOST_TOPICS);
      try {
        const numbers = await options.readNumbers(page);
        metrics.looked(cause, 'ok');
        for (const [index, topic] of page.entries())
          for (const follower of byTopic.get(topic) ?? []) if (follower.places().get(topic) !== numbers[index]) follower.refresh();
      } catch (error) {
        metrics.looked(cause, 'failed');
        log.warn({ event: 'live-look-failed', cause, topics: page.length, err: error });
      }
    }
  }
  /** One look at a time: those that are called meanwhile are gathered for the next. */
  function lookAfter(topics: () => readonly string[], cause: 'called' | 'timer'): void {
    looking = looking.then(() => (stopped ? undefined : look(topics(), cause)));
  }

  function schedule(): void {
    if (next || stopped || followers.size === 0) return;
    next = setTimeout(
      () => {
        next = null;
        lookAfter(() => [...byTopic.keys()], 'timer');
        schedule();
      },
      options.isHearing() ? lookMs.heard : lookMs.unheard,
    );
    next.unref();
  }

  return {
    add(follower) {
      note(follower);
      schedule();
    },
    moved(follower) {
      if (!followers.has(follower)) return;
      forget(follower);
      note(follower);
    },
    remove(follower) {
      forget(follower);
      followers.delete(follower);
    },
    called(topics) {
      for (const topic of topics) if (byTopic.has(topic)) gathered.add(topic);
      if (gathered.size === 0 || gathering || stopped) return;
      gathering = setTimeout(() => {
        gathering = null;
        const wanted = gathered;
        gathered = new Set();
        lookAfter(() => [...wanted], 'called');
      }, GATHER_MS);
      gathering.unref();
    },
    lookSoon() {
      if (next) clearTimeout(next);
      next = null;
      if (followers.size > 0) lookAfter(() => [...byTopic.keys()], 'timer');
      schedule();
    },
    async stop() {
      stopped = true;
      if (next) clearTimeout(next);
      if (gathering) clearTimeout(gathering);
      await looking;
    },
  };
}

import type { Logger } from '@servicepunt/shared/log';

/** Work that is done again and again, one round at a time. */
export interface Ticker {
  /** Look soon, without waiting for the next turn. */
  kick(): void;
  /** Whether the last turn isn't too long ago: a round that never ends is as dead as a loop that stopped. */
  alive(): boolean;
  start(): void;
  stop(): Promise<void>;
}

export function createTicker(options: {
  name: string;
  everyMs: number;
  /** Without a turn for this long it counts as dead. */
  deadAfterMs: number;
  work: () => Promise<unknown>;
  log: Logger;
}): Ticker {
  const { log, name } = options;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  let again = false;
  const state = { stopped: false };
  let lastTurn = performance.now();

  async function round(): Promise<void> {
    do {
      again = false;
      lastTurn = performance.now();
      try {
        await options.work();
      } catch (error) {
        // A store or Redis that is away: the next turn finds what this one didn't.
        log.warn({ event: 'tick-failed', ticker: name, err: error });
      }
      lastTurn = performance.now();
    } while (again && !state.stopped);
    running = null;
    schedule(options.everyMs);
  }
  function schedule(delay: number): void {
    if (state.stopped) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = round();
    }, delay);
    timer.unref();
  }
  return {
    kick() {
      if (running) again = true;
      else schedule(0);
    },
    alive: () => performance.now() - lastTurn < options.deadAfterMs,
    start() {
      lastTurn = performance.now();
      schedule(0);
    },
    async stop() {
      state.stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

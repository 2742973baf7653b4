import type { Logger } from './log.ts';

/** One thing that ends, in the order in which it has to end. */
export interface StopStep {
  readonly name: string;
  stop(): Promise<void> | void;
}

/** Stops step by step; a step that fails doesn't keep the next from ending. Resolves to false when the deadline cut it. */
export async function stopInOrder(steps: readonly StopStep[], deadlineMs: number, log: Logger): Promise<boolean> {
  let current = '';
  const all = (async () => {
    for (const step of steps) {
      current = step.name;
      try {
        await step.stop();
      } catch (error) {
        log.warn({ event: 'stop-failed', step: step.name, err: error });
      }
    }
    return true;
  })();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cut = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), deadlineMs);
  });
  const complete = await Promise.race([all, cut]);
  clearTimeout(timer);
  if (!complete) log.error({ event: 'stop-cut', deadlineMs, step: current });
  return complete;
}

/** The part of `process` that a main file hands over. */
export type ProcessSignals = Pick<NodeJS.Process, 'on' | 'exit'>;

/**
 * SIGTERM and SIGINT stop in order and exit; a second one exits at once.
 * What nobody caught is logged and ends the process: an unknown state must not go on serving.
 */
export function stopOnSignals(process: ProcessSignals, log: Logger, stop: () => Promise<boolean>): void {
  let stopping = false;
  const onSignal = (signal: string) => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ event: 'stopping', signal });
    stop().then(
      (complete) => {
        log.info({ event: 'stopped', complete });
        process.exit(complete ? 0 : 1);
      },
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  const onCrash = (error: unknown) => {
    log.fatal({ event: 'crashed', err: error });
    process.exit(1);
  };
  process.on('uncaughtException', onCrash);
  process.on('unhandledRejection', onCrash);
}

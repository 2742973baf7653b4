import { LIVE_CHANNEL } from '@servicepunt/shared/contracts/live';
import type { Logger } from '@servicepunt/shared/log';
import { workerConnection } from '@servicepunt/shared/redis';

/** Hears which topics are called out. What isn't heard is found by the next look: nothing depends on it but the moment. */
export interface Ear {
  isHearing(): boolean;
  /** Finds out whether the connection still carries; a half-open one ends by it. */
  check(): void;
  stop(): void;
}

export function listenToTopics(options: {
  redisUrl: string;
  log: Logger;
  onCall: (topics: readonly string[]) => void;
  /** Hearing again, or no more: whoever called meanwhile wasn't heard. */
  onChange: () => void;
}): Ear {
  const connection = workerConnection(options.redisUrl, options.log);
  let hearing = false;
  const subscribe = () => {
    connection
      .subscribe(LIVE_CHANNEL)
      .then(() => {
        hearing = true;
        options.onChange();
      })
      .catch(() => undefined);
  };
  connection.on('ready', subscribe);
  connection.on('close', () => {
    const heard = hearing;
    hearing = false;
    if (heard) options.onChange();
  });
  connection.on('message', (_channel: string, topics: string) => options.onCall(topics.split(' ')));
  return {
    isHearing: () => hearing,
    check: () => void connection.ping().catch(() => undefined),
    stop: () => connection.disconnect(),
  };
}

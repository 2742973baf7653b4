import { readFile } from 'node:fs/promises';
import type { Logger } from '@servicepunt/shared/log';

/**
 * Looks at a file every so often and tells its text when it changed. Looking, not being notified: a mounted ConfigMap changes by
 * swapping a link above the file, which no notification of the file itself reports.
 */
export function watchText(options: { file: string; pollMs: number; log: Logger; onText: (text: string) => Promise<unknown> }): {
  stop(): void;
} {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout>;
  const look = async () => {
    try {
      await options.onText(await readFile(options.file, 'utf8'));
    } catch (error) {
      options.log.warn({ event: 'supergraph-unreadable', err: error });
    }
    schedule();
  };
  const schedule = () => {
    if (stopped) return;
    timer = setTimeout(() => void look(), options.pollMs);
    timer.unref();
  };
  schedule();
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

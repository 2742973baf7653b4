import { pino, type DestinationStream, type Logger, type LoggerOptions } from 'pino';
import { tracing } from './telemetry/tracing.ts';

export type { Logger };

/** Each write wakes a thread, which costs as much as writing a dozen lines. */
const HELD_BYTES = 32_768;

/**
 * JSON lines with stable names, ids only: never a name, an address, a text or a token.
 * An error is logged by its name, code and stack; its message may hold what a person typed, so it is dropped outside development.
 */
export function createLog(options: {
  service: string;
  level: string;
  keepMessages?: boolean;
  /** Writes lines together every tenth of a second instead of one by one: for a process that writes thousands a second. */
  buffered?: boolean;
  /** Standard output without it. */
  to?: DestinationStream;
}): Logger {
  const describe = (error: unknown) => describeError(error, options.keepMessages ?? false);
  const settings: LoggerOptions = {
    level: options.level,
    base: { service: options.service },
    timestamp: isoTime(),
    formatters: { level: (label) => ({ level: label }) },
    ...(tracing ? { mixin: tracing.logFields } : {}),
    // Under its usual name pino would make an error's message the line's own, whatever the serializer drops.
    errorKey: 'thrown',
    serializers: { err: describe, thrown: describe },
  };
  if (options.to) return pino(settings, options.to);
  if (!options.buffered) return pino(settings);
  // What is still held when the process ends is written by pino's own exit handler. As bytes: of text it would measure all that it holds
  // anew with every line.
  const destination = pino.destination({ sync: false, minLength: HELD_BYTES, maxWrite: 2 * HELD_BYTES, contentMode: 'buffer' });
  setInterval(() => destination.flush(), 100).unref();
  return pino(settings, { write: (line) => void destination.write(Buffer.from(line) as unknown as string) });
}

/** The instant as pino's own `isoTime` writes it, made once for all lines of a millisecond. */
function isoTime(): () => string {
  let instant = 0;
  let text = '';
  return () => {
    const now = Date.now();
    if (now !== instant) {
      instant = now;
      text = `,"time":"${new Date(now).toISOString()}"`;
    }
    return text;
  };
}

function describeError(error: unknown, keepMessage: boolean): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = 'code' in error && (typeof error.code === 'string' || typeof error.code === 'number') ? error.code : undefined;
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return {
    name: error.name,
    code,
    stack: frames.slice(0, 12).join('\n'),
    ...(keepMessage ? { message: error.message } : {}),
    ...(error.cause instanceof Error ? { cause: describeError(error.cause, keepMessage) } : {}),
  };
}

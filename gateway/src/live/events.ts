import type { ServerResponse } from 'node:http';

/** Media type of a stream of events (graphql-sse, distinct connections mode). */
export const EVENT_STREAM = 'text/event-stream';
const HEADERS = {
  'content-type': `${EVENT_STREAM}; charset=utf-8`,
  'cache-control': 'no-store, no-transform',
  'x-content-type-options': 'nosniff',
  // nginx would hold back what doesn't fill its buffer.
  'x-accel-buffering': 'no',
};

/** Whether a client wants events and nothing else; who takes JSON too gets that. */
export const wantsEvents = (accept: string | undefined): boolean =>
  accept !== undefined && /^\s*text\/event-stream\s*(;|$)/i.test(accept) && !accept.includes(',');

/** Writes the events of one stream. `isFull` says that the reader hasn't taken yet what was written before. */
export interface EventWriter {
  open(headers: Readonly<Record<string, string>>): void;
  /** `id` is what `last-event-id` brings back. */
  next(body: object, id?: string): void;
  /** Over: the client doesn't come back. */
  complete(): void;
  /** The connection ends, the subscription doesn't: the client comes back after this long. */
  pause(milliseconds: number): void;
  /** So that nobody on the way takes the silence for an end. */
  beat(): void;
  isFull(): boolean;
  destroy(): void;
}

export function eventWriter(response: ServerResponse): EventWriter {
  return {
    open: (headers) => void response.writeHead(200, { ...HEADERS, ...headers }),
    next(body, id) {
      // JSON holds no line break, so that one line of data is enough.
      response.write(`event: next\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(body)}\n\n`);
    },
    complete: () => void response.end('event: complete\ndata:\n\n'),
    pause: (milliseconds) => void response.end(`retry: ${Math.round(milliseconds)}\n\n`),
    beat: () => void response.write(':\n\n'),
    isFull: () => response.writableNeedDrain,
    destroy: () => void response.destroy(),
  };
}

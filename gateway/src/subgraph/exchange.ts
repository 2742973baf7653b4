import type { Dispatcher } from 'undici';

export interface RawAnswer {
  readonly status: number;
  readonly text: string;
}

/** The subgraph didn't answer completely; `sent` tells whether it may have begun to work on the request. */
export class ExchangeFailed extends Error {
  override name = 'ExchangeFailed';
  readonly reason: 'timeout' | 'reset' | 'unreachable' | 'too large';
  readonly sent: boolean;
  constructor(reason: ExchangeFailed['reason'], cause?: unknown, sent = true) {
    super(reason, { cause });
    this.reason = reason;
    this.sent = sent;
  }
}

/** No page of ours comes near it; without a bound one broken subgraph could fill the memory. */
const MAX_ANSWER_BYTES = 20_000_000;

/**
 * One POST over a pool, as text. undici's `dispatch` with a handler of its own takes four fifths of the CPU of `request`.
 * At `timeoutMs` the connection is cut, wherever the exchange stands.
 */
export function exchange(
  pool: Dispatcher,
  options: { path: string; headers: string[]; body: string; timeoutMs: number },
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    let controller: Dispatcher.DispatchController | null = null;
    let ended = false;
    let status = 0;
    let first: Buffer | null = null;
    let more: Buffer[] | null = null;
    let size = 0;

    const fail = (error: ExchangeFailed) => {
      if (ended) return;
      ended = true;
      clearTimeout(timer);
      controller?.abort(error);
      reject(error);
    };
    const timer = setTimeout(() => fail(new ExchangeFailed('timeout')), options.timeoutMs);

    pool.dispatch(
      { path: options.path, method: 'POST', headers: options.headers, body: Buffer.from(options.body), headersTimeout: 0, bodyTimeout: 0 },
      {
        onRequestStart(started) {
          controller = started;
          // It waited for a connection longer than it was given.
          if (ended) started.abort(new ExchangeFailed('timeout'));
        },
        onResponseStart(_controller, statusCode) {
          status = statusCode;
        },
        onResponseData(_controller, chunk) {
          size += chunk.length;
          if (size > MAX_ANSWER_BYTES) fail(new ExchangeFailed('too large'));
          else if (first === null) first = chunk;
          else (more ??= [first]).push(chunk);
        },
        onResponseEnd() {
          if (ended) return;
          ended = true;
          clearTimeout(timer);
          resolve({ status, text: more ? Buffer.concat(more).toString('utf8') : (first?.toString('utf8') ?? '') });
        },
        onResponseError(_controller, error) {
          // undici names a controller once it has a connection to write to.
          fail(new ExchangeFailed(status === 0 && isReset(error) ? 'reset' : 'unreachable', error, controller !== null));
        },
      },
    );
  });
}

/** A kept connection was closed under the request. */
function isReset(error: Error): boolean {
  const code = 'code' in error ? error.code : undefined;
  return code === 'ECONNRESET' || code === 'EPIPE' || code === 'UND_ERR_SOCKET';
}

import type { GraphQLFormattedError } from 'graphql';
import { readCursor, type Places } from '@servicepunt/shared/contracts/live';
import type { Grant, Viewer } from '@servicepunt/shared/contracts/roles';
import { RequestRefused } from '../refusal.ts';
import type { EventWriter } from './events.ts';
import type { Follower, Hub } from './hub.ts';
import { AGAIN_AFTER_MS, BEAT_AFTER_MS, BETWEEN_ANSWERS_MS, COME_BACK_MS, IDENTITY_GRACE_MS, SLOW_AFTER_MS } from './limits.ts';
import type { ClosedBecause, LiveMetrics } from './metrics.ts';

/** An answer from a cursor on; `cursor` is absent where the subgraph gave none. */
export interface LiveAnswer {
  readonly body: { readonly data?: unknown; readonly errors?: readonly GraphQLFormattedError[] };
  readonly cursor: string | undefined;
}

export interface LiveStream extends Follower {
  /** Looks after it: signs of life, a reader that stands still, who it is. */
  sweep(): void;
  /** The reader has taken what was written. */
  drained(): void;
  /** Ends it; with `stopping` the client comes back by itself. */
  close(reason: 'client' | 'stopping'): void;
}

export interface StreamOptions {
  readonly writer: EventWriter;
  readonly viewer: Viewer;
  /** The cursor of the answer that was already given. */
  readonly cursor: string;
  readonly requestId: string;
  /** Asks the query again, for the viewer as he is now. Throws `RequestRefused`, 429 when his budget is used up. */
  readonly ask: (after: string, viewer: Viewer) => Promise<LiveAnswer>;
  /** Who it is by now; throws `RequestRefused`: 401 when he may not any more, 503 while it can't be known. */
  readonly identify: () => Promise<Viewer>;
  readonly hub: Hub;
  readonly lanes: (work: () => Promise<void>) => Promise<void>;
  readonly metrics: LiveMetrics;
  readonly now: () => number;
  readonly onClosed: (reason: ClosedBecause, answers: number) => void;
  readonly onError: (error: unknown) => void;
}

/** One stream after its first answer. At most one answer is written and not yet taken: what comes meanwhile goes with the next, by the cursor. */
export function openStream(options: StreamOptions): LiveStream {
  const { writer, hub, metrics, now } = options;
  const granted = new Set(options.viewer.grants.map(keyOf));
  let viewer = options.viewer;
  let cursor = options.cursor;
  let places: Places = readCursor(cursor) ?? new Map();
  let isDue = false;
  let isAnswering = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let answers = 1;
  let answeredAt = now();
  let writtenAt = answeredAt;
  let fullSince: number | null = null;
  let isIdentifying = false;
  let unknownSince: number | null = null;
  let isClosed = false;

  const stream: LiveStream = {
    places: () => places,
    refresh() {
      isDue = true;
      pump();
    },
    drained() {
      fullSince = null;
      pump();
    },
    sweep() {
      const at = now();
      if (writer.isFull()) {
        fullSince ??= at;
        if (at - fullSince < SLOW_AFTER_MS) return;
        writer.destroy();
        return finish('slow');
      }
      fullSince = null;
      if (at - writtenAt >= BEAT_AFTER_MS) {
        writer.beat();
        writtenAt = at;
      }
      if (!isIdentifying) void recognise();
    },
    close(reason) {
      if (isClosed) return;
      if (reason === 'stopping') writer.pause(comeBack());
      finish(reason);
    },
  };

  /** Answers as soon as it is due, the reader has taken the last answer, and the last one is long enough ago. */
  function pump(): void {
    if (isClosed || !isDue || isAnswering || timer || writer.isFull()) return;
    const wait = BETWEEN_ANSWERS_MS - (now() - answeredAt);
    if (wait > 0) return again(wait);
    isDue = false;
    isAnswering = true;
    options
      .lanes(answer)
      .catch(options.onError)
      .finally(() => {
        isAnswering = false;
        pump();
      });
  }
  function again(milliseconds: number): void {
    isDue = true;
    if (isClosed || timer) return;
    timer = setTimeout(() => {
      timer = null;
      pump();
    }, milliseconds);
    timer.unref();
  }

  async function answer(): Promise<void> {
    if (isClosed) return;
    try {
      const { body, cursor: reached } = await options.ask(cursor, viewer);
      if (isClosed) return;
      answeredAt = now();
      if (reached === undefined) {
        metrics.answered('failed');
        return again(AGAIN_AFTER_MS);
      }
      if (reached === cursor) return;
      cursor = reached;
      places = readCursor(cursor) ?? places;
      answers += 1;
      writtenAt = answeredAt;
      writer.next(body, cursor);
      metrics.answered('sent');
      hub.moved(stream);
    } catch (error) {
      if (isClosed) return;
      if (!(error instanceof RequestRefused)) throw error;
      // The budget of this minute is used up, or the gateway has too much to do: nothing is lost by waiting.
      const seconds = Number(error.headers['retry-after']);
      if (!(seconds > 0)) return end(error, 'failed');
      metrics.answered('postponed');
      again(seconds * 1_000);
    }
  }

  async function recognise(): Promise<void> {
    isIdentifying = true;
    try {
      const found = await options.identify();
      if (isClosed) return;
      unknownSince = null;
      if (found === viewer) return;
      const grants = new Set(found.grants.map(keyOf));
      if (found.id !== viewer.id || [...granted].some((grant) => !grants.has(grant)))
        return end(new RequestRefused(401, 'FORBIDDEN', 'What you may see has changed. Subscribe again.'), 'identity');
      // The same rights: the object that subgraph tokens are signed for stays, and with it its signatures.
      if (grants.size === granted.size) return;
      viewer = found;
      // More than before: his topics are those of the next answer.
      for (const grant of grants) granted.add(grant);
      stream.refresh();
    } catch (error) {
      if (isClosed) return;
      if (error instanceof RequestRefused && error.status === 401) return end(error, 'identity');
      unknownSince ??= now();
      if (now() - unknownSince < IDENTITY_GRACE_MS) return;
      writer.pause(comeBack());
      finish('unknown-identity');
    } finally {
      isIdentifying = false;
    }
  }

  function end(error: RequestRefused, reason: ClosedBecause): void {
    writer.next({ errors: error.errors.map((shown) => ({ ...shown, extensions: { code: error.code, requestId: options.requestId } })) });
    writer.complete();
    finish(reason);
  }
  function finish(reason: ClosedBecause): void {
    if (isClosed) return;
    isClosed = true;
    if (timer) clearTimeout(timer);
    hub.remove(stream);
    metrics.closed(reason);
    options.onClosed(reason, answers);
  }

  return stream;
}

const keyOf = ({ role, scope, apiScopes }: Grant): string =>
  JSON.stringify([role, scope.kind, scope.kind === 'ALL' ? null : scope.id, apiScopes?.toSorted() ?? null]);

const comeBack = () => COME_BACK_MS.least + Math.random() * (COME_BACK_MS.most - COME_BACK_MS.least);

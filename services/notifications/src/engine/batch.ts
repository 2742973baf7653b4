import { tracing } from '@servicepunt/shared/telemetry/tracing';

interface Batching<Item, Result> {
  readonly maxSize: number;
  readonly maxInFlight: number;
  /** A result per item, in their order; an `Error` fails that item alone, a rejection all of them. */
  readonly work: (items: readonly Item[]) => Promise<readonly (Result | Error)[]>;
}

/**
 * Collects what comes in one by one and works on it together: a hundred jobs cost a handful of store commands instead of hundreds.
 * Whoever comes while nothing runs is served at once; while `maxInFlight` batches run, the rest gathers for the next one.
 */
export function createBatcher<Item, Result>(options: Batching<Item, Result>): (item: Item) => Promise<Result> {
  interface Waiting {
    readonly item: Item;
    readonly resolve: (result: Result) => void;
    readonly reject: (error: unknown) => void;
  }
  let waiting: Waiting[] = [];
  let inFlight = 0;
  let scheduled = false;

  async function run(batch: readonly Waiting[]): Promise<void> {
    try {
      const results = await options.work(batch.map((entry) => entry.item));
      batch.forEach(({ resolve, reject }, index) => {
        const result = results[index] as Result | Error;
        if (result instanceof Error) reject(result);
        else resolve(result);
      });
    } catch (error) {
      batch.forEach((entry) => entry.reject(error));
    } finally {
      inFlight -= 1;
      schedule();
    }
  }
  function schedule(): void {
    if (scheduled || waiting.length === 0 || inFlight >= options.maxInFlight) return;
    scheduled = true;
    setImmediate(() => {
      scheduled = false;
      const batch = waiting.slice(0, options.maxSize);
      waiting = waiting.slice(options.maxSize);
      inFlight += 1;
      void run(batch);
      schedule();
    });
  }
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      schedule();
    });
}

/** The same, where each item may come from another trace: a batch is a span of all of them. */
export function createTracedBatcher<Item, Result>(name: string, options: Batching<Item, Result>): (item: Item) => Promise<Result> {
  const on = tracing;
  if (!on) return createBatcher(options);
  const submit = createBatcher<{ item: Item; trace: string | undefined }, Result>({
    ...options,
    work: (entries) =>
      on.after(
        entries.map(({ trace }) => trace),
        name,
        'internal',
        { 'messaging.batch.message_count': entries.length },
        () => options.work(entries.map(({ item }) => item)),
      ),
  });
  return (item) => submit({ item, trace: on.traceparent() });
}

/**
 * Collects what comes in one by one and works on it together: a hundred jobs cost a handful of store commands instead of hundreds.
 * Whoever comes while nothing runs is served at once; while `maxInFlight` batches run, the rest gathers for the next one.
 */
export function createBatcher<Item, Result>(options: {
  maxSize: number;
  maxInFlight: number;
  work: (items: readonly Item[]) => Promise<readonly Result[]>;
}): (item: Item) => Promise<Result> {
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
      batch.forEach((entry, index) => entry.resolve(results[index] as Result));
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

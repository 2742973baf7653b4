import { describe, expect, it } from '@jest/globals';
import { createBatcher } from './batch.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('a batcher', () => {
  it('serves one that comes alone at once, and those who come meanwhile together', async () => {
    const batches: number[][] = [];
    let release: () => void = () => undefined;
    const submit = createBatcher<number, number>({
      maxSize: 10,
      maxInFlight: 1,
      work: async (items) => {
        batches.push([...items]);
        if (batches.length === 1) await new Promise<void>((resolve) => (release = resolve));
        return items.map((item) => item * 2);
      },
    });
    const first = submit(1);
    await turn();
    const others = [2, 3, 4].map(submit);
    await turn();
    expect(batches).toEqual([[1]]);
    release();
    expect(await Promise.all([first, ...others])).toEqual([2, 4, 6, 8]);
    expect(batches).toEqual([[1], [2, 3, 4]]);
  });

  it('keeps a batch within its size', async () => {
    const sizes: number[] = [];
    const submit = createBatcher<number, number>({
      maxSize: 3,
      maxInFlight: 2,
      work: (items) => {
        sizes.push(items.length);
        return Promise.resolve([...items]);
      },
    });
    expect(await Promise.all([1, 2, 3, 4, 5, 6, 7].map(submit))).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(sizes).toEqual([3, 3, 1]);
  });

  it('tells everybody in a batch when it failed, and goes on with the next', async () => {
    let fail = true;
    const submit = createBatcher<number, number>({
      maxSize: 10,
      maxInFlight: 1,
      work: (items) => (fail ? Promise.reject(new Error('store gone')) : Promise.resolve([...items])),
    });
    const outcomes = await Promise.allSettled([submit(1), submit(2)]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['rejected', 'rejected']);
    fail = false;
    expect(await submit(3)).toBe(3);
  });

  it('fails one item alone where its result says so', async () => {
    const submit = createBatcher<number, number>({
      maxSize: 10,
      maxInFlight: 1,
      work: (items) => Promise.resolve(items.map((item) => (item === 2 ? new Error('unusable') : item))),
    });
    const outcomes = await Promise.allSettled([1, 2, 3].map(submit));
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});

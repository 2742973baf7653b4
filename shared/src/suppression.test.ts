import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { FEWEST_PEOPLE, suppress } from './suppression.ts';

const people = (...numbers: number[]) => numbers.map((number) => ({ counted: number, people: number }));
const told = (numbers: number[]) => {
  const { cells, total } = suppress(people(...numbers), { apart: true });
  return [cells.map(({ shown, counted }) => (shown ? counted : null)), total];
};

describe('a table of numbers of people', () => {
  it('is told as it is where every number is large enough', () => {
    expect(told([5, 12, 7])).toEqual([[5, 12, 7], 24]);
    expect(told([])).toEqual([[], null]);
  });
  it('leaves out a number below five, and a second one that the total would give it away by', () => {
    expect(told([4, 12, 7])).toEqual([[null, 12, null], 23]);
    expect(told([1, 6, 6])).toEqual([[null, null, 6], 13]);
  });
  it('leaves out a third one where two together are still fewer than five', () => {
    expect(told([1, 2, 30, 9])).toEqual([[null, null, 30, null], 42]);
    expect(told([2, 3, 30])).toEqual([[null, null, 30], 35]);
  });
  it('tells no total where it is too small itself, or all that there is of one cell', () => {
    expect(told([4])).toEqual([[null], null]);
    expect(told([1, 2])).toEqual([[null, null], null]);
    expect(told([4, 4])).toEqual([[null, null], 8]);
  });
  it('counts people, not what they did: ten internships of one pupil are his', () => {
    const cells = [
      { counted: 10, people: 1 },
      { counted: 8, people: 8 },
      { counted: 6, people: 6 },
    ];
    expect(suppress(cells, { apart: false })).toMatchObject({ cells: [{ shown: false }, { shown: true }, { shown: false }], total: 24 });
  });
  it('takes the same people to be in all cells where that can be: three and three may be three', () => {
    expect(suppress(people(3, 3, 20, 9), { apart: false })).toMatchObject({
      cells: [{ shown: false }, { shown: false }, { shown: true }, { shown: false }],
      total: 35,
    });
    expect(suppress(people(3, 3), { apart: false }).total).toBeNull();
  });

  it('lets nobody work out a number of fewer than five, whatever the numbers are', () => {
    const cell = fc
      .integer({ min: 1, max: 12 })
      .chain((count) => fc.record({ people: fc.constant(count), counted: fc.integer({ min: count, max: 40 }) }));
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 12 }), fc.boolean(), (cells, apart) => {
        const { cells: after, total } = suppress(cells, { apart });
        expect(after.every((one) => !one.shown || one.people >= FEWEST_PEOPLE)).toBe(true);
        const hidden = after.filter((one) => !one.shown);
        const together = apart ? hidden.reduce((sum, one) => sum + one.people, 0) : Math.max(0, ...hidden.map((one) => one.people));
        if (total === null) return;
        expect(hidden.length).not.toBe(1);
        expect(hidden.length === 0 || together >= FEWEST_PEOPLE).toBe(true);
        expect(total).toBe(cells.reduce((sum, one) => sum + one.counted, 0));
      }),
    );
  });
});

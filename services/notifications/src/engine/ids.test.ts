import { describe, expect, it } from '@jest/globals';
import { newId } from '@servicepunt/shared/ids';
import { createFastIds } from './ids.ts';

describe('fast ids', () => {
  it('have the form of all ids and sort by time among them', () => {
    let now = Date.now();
    const fast = createFastIds(() => now);
    const first = fast('evt');
    now += 1;
    const second = fast('evt');
    expect(first).toMatch(/^evt_[0-9a-hjkmnp-tv-z]{26}$/);
    expect(first.length).toBe(newId('evt').length);
    expect(first < second).toBe(true);
    now = Date.now();
    expect(fast('evt').slice(0, 12) <= newId('evt').slice(0, 12)).toBe(true);
  });

  it('never meet', () => {
    const fast = createFastIds();
    const made = Array.from({ length: 20_000 }, () => fast('clm'));
    expect(new Set(made).size).toBe(made.length);
  });
});

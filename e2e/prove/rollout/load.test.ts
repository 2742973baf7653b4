import { describe, expect, it } from '@jest/globals';
import { phaseOf, type Begun } from './load.ts';

const phases: readonly Begun[] = [
  { name: 'warm-up', at: 0 },
  { name: 'kill gateway', at: 10 },
  { name: 'without redis', kind: 'outage', at: 20 },
  { name: 'after redis', at: 30 },
];

describe('a request counts', () => {
  it('under the phase in which it was sent, however long it takes', () => {
    expect(phaseOf(phases, 5, 8, false)).toBe('warm-up');
    expect(phaseOf(phases, 5, 45, false)).toBe('warm-up');
    expect(phaseOf(phases, 5, 15, true)).toBe('warm-up');
    expect(phaseOf(phases, 30, 31, true)).toBe('after redis');
  });
  it('under the outage that it met, when it failed', () => {
    expect(phaseOf(phases, 19, 21, true)).toBe('without redis');
    expect(phaseOf(phases, 19, 35, true)).toBe('without redis');
    expect(phaseOf(phases, 25, 35, true)).toBe('without redis');
    expect(phaseOf(phases, 19, 21, false)).toBe('kill gateway');
  });
});

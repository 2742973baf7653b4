import { describe, expect, it } from '@jest/globals';
import { DEFAULT_PREFERENCES } from '../delivery/rules.ts';
import { preferenceProblems } from './rules.ts';

const person = { hasInbox: true, today: '2026-11-24' };
const fields = (choice: Partial<typeof DEFAULT_PREFERENCES>, who = person) =>
  preferenceProblems({ ...DEFAULT_PREFERENCES, ...choice }, who).map(({ field }) => field);

describe('a choice of how to be told', () => {
  it('leaves at least one way open', () => {
    expect(fields({ mail: false })).toEqual([]);
    expect(fields({ mail: false, inApp: false })).toEqual(['mail']);
    expect(fields({ mail: false }, { ...person, hasInbox: false })).toEqual(['mail']);
  });

  it('pauses for a year at most', () => {
    expect(fields({ pausedUntil: '2027-11-25' })).toEqual([]);
    expect(fields({ pausedUntil: '2027-11-26' })).toEqual(['pausedUntil']);
  });

  it('puts the digest on a working day', () => {
    expect(fields({ digestWeekday: 5 })).toEqual([]);
    expect(fields({ digestWeekday: null })).toEqual([]);
    expect(fields({ digestWeekday: 6 })).toEqual(['digestWeekday']);
  });
});

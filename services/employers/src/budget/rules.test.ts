import { describe, expect, it } from '@jest/globals';
import { BUDGET_LEVELS, keptSince, LIMITS, mayApproachOn, nextFreeDay, usedIn } from './rules.ts';

const low = (...days: string[]) => ({ level: 'LOW' as const, days });

describe('the contact budget', () => {
  it('counts calendar days, today included', () => {
    const days = ['2026-11-18', '2026-11-17', '2026-10-28', '2026-10-27'];
    expect(usedIn(days, '2026-11-24', 7)).toBe(1);
    expect(usedIn(days, '2026-11-24', 28)).toBe(3);
  });
  it('of the default level is 4 in 28 days and at most 2 in 7 days', () => {
    expect(mayApproachOn(low('2026-11-24'), '2026-11-24')).toBe(true);
    expect(mayApproachOn(low('2026-11-18', '2026-11-24'), '2026-11-24')).toBe(false);
    expect(mayApproachOn(low('2026-11-17', '2026-11-24'), '2026-11-24')).toBe(true);
    expect(mayApproachOn(low('2026-10-28', '2026-11-05', '2026-11-12', '2026-11-17'), '2026-11-24')).toBe(false);
    expect(mayApproachOn(low('2026-10-27', '2026-11-05', '2026-11-12', '2026-11-17'), '2026-11-24')).toBe(true);
  });
  it('is free again when the oldest approach of the full window falls out of it', () => {
    expect(nextFreeDay(low(), '2026-11-24')).toBe('2026-11-24');
    expect(nextFreeDay(low('2026-11-20', '2026-11-24'), '2026-11-24')).toBe('2026-11-27');
    expect(nextFreeDay(low('2026-11-01', '2026-11-08', '2026-11-15', '2026-11-22'), '2026-11-24')).toBe('2026-11-29');
  });
  it('is free again only when both windows have room', () => {
    expect(nextFreeDay(low('2026-10-28', '2026-11-10', '2026-11-24', '2026-11-24'), '2026-11-24')).toBe('2026-12-01');
  });
  it('is never free where the employer wants no approaches', () => {
    expect(nextFreeDay({ level: 'NONE', days: [] }, '2026-11-24')).toBeNull();
    expect(mayApproachOn({ level: 'NONE', days: [] }, '2026-11-24')).toBe(false);
  });
  it('is spread on every level: no window of a week takes more than half of four weeks', () => {
    for (const level of BUDGET_LEVELS) expect(LIMITS[level].per7Days * 2).toBeLessThanOrEqual(LIMITS[level].per28Days);
  });
  it('keeps approaches for a year', () => {
    expect(keptSince('2026-11-24')).toBe('2025-11-24');
  });
});

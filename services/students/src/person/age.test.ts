import { describe, expect, it } from '@jest/globals';
import { ageOn, consentGiverOn, dayOfAge, isMinorOn } from './age.ts';

describe('age', () => {
  it('changes on the birthday itself', () => {
    expect(ageOn('2010-11-24', '2026-11-23')).toBe(15);
    expect(ageOn('2010-11-24', '2026-11-24')).toBe(16);
  });

  it('of somebody born on 29 February changes on 1 March of a common year, and on the day itself in a leap year', () => {
    expect(dayOfAge('2008-02-29', 18)).toBe('2026-03-01');
    expect(dayOfAge('2008-02-29', 20)).toBe('2028-02-29');
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(17);
    expect(isMinorOn('2008-02-29', '2026-02-28')).toBe(true);
    expect(isMinorOn('2008-02-29', '2026-03-01')).toBe(false);
  });

  it('decides from 18 that somebody is no minor, and from 16 who gives consent', () => {
    expect(isMinorOn('2008-11-25', '2026-11-24')).toBe(true);
    expect(isMinorOn('2008-11-24', '2026-11-24')).toBe(false);
    expect(consentGiverOn('2010-11-25', '2026-11-24')).toBe('GUARDIAN');
    expect(consentGiverOn('2010-11-24', '2026-11-24')).toBe('STUDENT');
  });
});

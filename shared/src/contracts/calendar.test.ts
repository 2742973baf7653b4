import { describe, expect, it } from '@jest/globals';
import { easterSunday, isPublicHoliday, isWorkingDay, schoolHolidayOn, summerHolidayStartFrom } from './calendar.ts';

describe('public holidays', () => {
  it.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2028, '2028-04-16'],
    [2038, '2038-04-25'],
  ])('Easter %i falls on %s', (year, day) => {
    expect(easterSunday(year).toString()).toBe(day);
  });
  it("moves King's Day to Saturday when the 27th is a Sunday", () => {
    expect(isPublicHoliday('2025-04-26')).toBe(true);
    expect(isPublicHoliday('2025-04-27')).toBe(false);
    expect(isPublicHoliday('2026-04-27')).toBe(true);
  });
  it('has Liberation Day once in five years', () => {
    expect(isPublicHoliday('2025-05-05')).toBe(true);
    expect(isPublicHoliday('2026-05-05')).toBe(false);
  });
  it('has Ascension Day and Whit Monday', () => {
    expect(isPublicHoliday('2026-05-14')).toBe(true);
    expect(isPublicHoliday('2026-05-25')).toBe(true);
  });
});

describe('school holidays', () => {
  it('differ per region', () => {
    expect(schoolHolidayOn('2026-07-05', 'NOORD')).toBe('SUMMER');
    expect(schoolHolidayOn('2026-07-05', 'ZUID')).toBeNull();
  });
  it('tell the next summer', () => {
    expect(summerHolidayStartFrom('2026-11-24', 'ZUID')).toBe('2027-07-24');
    expect(summerHolidayStartFrom('2035-01-01', 'ZUID')).toBeNull();
  });
  it('are days off for a school and working days for a company', () => {
    expect(isWorkingDay('2026-12-22', 'MIDDEN')).toBe(false);
    expect(isWorkingDay('2026-12-22', null)).toBe(true);
    expect(isWorkingDay('2026-12-25', null)).toBe(false);
    expect(isWorkingDay('2026-11-28', null)).toBe(false);
  });
});

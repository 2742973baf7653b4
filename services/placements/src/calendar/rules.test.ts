import { describe, expect, it } from '@jest/globals';
import { firstClash, remembered, settled } from './rules.ts';

const at = (weekday: number, startsAt = '09:00', endsAt = '12:00') => ({ weekday, startsAt, endsAt, breakMinutes: 0 });
const from = (startsOn: string, endsOn: string, ...workingTimes: ReturnType<typeof at>[]) => ({ startsOn, endsOn, workingTimes });

describe('two schedules clash', () => {
  it('on the first day on which both claim the same minute', () => {
    expect(firstClash(from('2027-02-01', '2027-03-31', at(3)), from('2027-02-15', '2027-05-31', at(3, '11:59', '13:00')))).toBe(
      '2027-02-17',
    );
  });
  it('not where one ends as the other begins, on other weekdays, or in another period', () => {
    expect(firstClash(from('2027-02-01', '2027-03-31', at(3)), from('2027-02-01', '2027-03-31', at(3, '12:00', '13:00')))).toBeNull();
    expect(firstClash(from('2027-02-01', '2027-03-31', at(3)), from('2027-02-01', '2027-03-31', at(4)))).toBeNull();
    expect(firstClash(from('2027-02-01', '2027-02-28', at(3)), from('2027-03-01', '2027-03-31', at(3)))).toBeNull();
  });
  it('not where the days that they share hold no such weekday', () => {
    expect(firstClash(from('2027-02-01', '2027-02-09', at(3)), from('2027-02-08', '2027-03-31', at(3)))).toBeNull();
    expect(firstClash(from('2027-02-01', '2027-02-10', at(3)), from('2027-02-08', '2027-03-31', at(3)))).toBe('2027-02-10');
  });
});

describe('a calendar', () => {
  const entry = (placementId: string, claimedAt: string, endsOn: string) => ({
    ...from('2026-01-01', endsOn, at(1)),
    placementId,
    claimedAt: new Date(claimedAt),
  });
  it('believes a claim for ten minutes, then asks the placement', () => {
    const entries = [entry('plc_old', '2026-11-24T09:49:00Z', '2026-12-01'), entry('plc_new', '2026-11-24T09:51:00Z', '2026-12-01')];
    expect(settled(entries, new Date('2026-11-24T10:00:00Z'))).toEqual(['plc_old']);
  });
  it('forgets what ended long ago, and keeps what an average still needs', () => {
    const entries = [entry('plc_1', '2026-01-01T00:00:00Z', '2026-09-01'), entry('plc_2', '2026-01-01T00:00:00Z', '2026-11-01')];
    expect(remembered(entries, '2026-11-24').map((kept) => kept.placementId)).toEqual(['plc_2']);
  });
});

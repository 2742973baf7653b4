import { describe, expect, it } from '@jest/globals';
import { aftercareEndsOn, checkDates, checksFor, earlyLeaverStatus, type OutcomeCheck } from './rules.ts';

describe('aftercare', () => {
  it('lasts two years', () => {
    expect(aftercareEndsOn('2027-07-09')).toBe('2029-07-09');
    expect(aftercareEndsOn('2028-02-29')).toBe('2030-02-28');
  });
  it.each([
    ['2027-07-09', ['2027-10-01', '2028-10-01']],
    ['2027-12-20', ['2028-10-01', '2029-10-01']],
    ['2027-10-01', ['2028-10-01', '2029-10-01']],
    ['2027-09-30', ['2027-10-01', '2028-10-01']],
  ])('of somebody who left on %s is checked on %j', (leftOn, dates) => {
    expect(checkDates(leftOn)).toEqual(dates);
  });
  it('always has two checks', () => {
    for (let day = Temporal.PlainDate.from('2027-01-01'); day.year < 2029; day = day.add({ days: 1 }))
      expect(checkDates(day.toString())).toHaveLength(2);
  });
  it('keeps what was recorded for a day when the date of leaving is corrected', () => {
    const done = { ...checksFor('2027-07-09')[1]!, checkedOn: '2028-10-02' };
    expect(checksFor('2027-11-01', [done]).map((check) => check.checkedOn)).toEqual(['2028-10-02', null]);
  });
});

describe('an early school leaver', () => {
  const check = (rest: Partial<OutcomeCheck>): OutcomeCheck => ({
    dueOn: '2027-10-01',
    checkedOn: '2027-10-04',
    stillAtDestination: true,
    situation: 'WORK',
    basicQualification: false,
    note: null,
    ...rest,
  });
  const status = (rest: Partial<OutcomeCheck>, turns23On: string | null = '2030-01-01') => earlyLeaverStatus([check(rest)], turns23On);
  it('is under 23, without a basic qualification and not in education, by a dated rule', () => {
    expect(status({})).toEqual({ earlyLeaver: true, countedOn: '2027-10-01', ruleVersion: 'vsv-23' });
    expect(status({ basicQualification: true })?.earlyLeaver).toBe(false);
    expect(status({ situation: 'EDUCATION' })?.earlyLeaver).toBe(false);
    expect(status({}, '2027-10-01')?.earlyLeaver).toBe(false);
  });
  it('is not judged where the facts are missing', () => {
    expect(status({ basicQualification: null })?.earlyLeaver).toBeNull();
    expect(status({ situation: 'UNKNOWN' })?.earlyLeaver).toBeNull();
    expect(status({}, null)?.earlyLeaver).toBeNull();
    expect(status({ checkedOn: null })).toBeNull();
  });
});

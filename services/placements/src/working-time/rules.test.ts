import { describe, expect, it } from '@jest/globals';
import { ageClassOn, checkWorkingTimes, isMinorOn, scheduleFaults, weeklyMinutes, type Violation } from './rules.ts';
import type { WorkingTime } from './schedule.ts';

// 2027-02-01 is a Monday.
const MONDAY = '2027-02-01';
const bornOn = (day: string) => {
  const born = Temporal.PlainDate.from(day);
  const turns = (years: number) => born.add({ years }).toString();
  return { turns14On: turns(14), turns16On: turns(16), turns18On: turns(18) };
};
const aged = (years: number) => bornOn(Temporal.PlainDate.from(MONDAY).subtract({ years, days: 100 }).toString());
const at = (weekdays: readonly number[], startsAt: string, endsAt: string, breakMinutes = 0): WorkingTime[] =>
  weekdays.map((weekday) => ({ weekday, startsAt, endsAt, breakMinutes }));
const check = (
  age: number | ReturnType<typeof bornOn>,
  workingTimes: WorkingTime[],
  {
    startsOn = MONDAY,
    endsOn = '2027-02-26',
    profile = 'FURTHER_EDUCATION',
    others = [] as { startsOn: string; endsOn: string; workingTimes: WorkingTime[] }[],
  } = {},
): Violation[] =>
  checkWorkingTimes({
    birthdays: typeof age === 'number' ? aged(age) : age,
    profile,
    schedule: { startsOn, endsOn, workingTimes },
    others,
  });
const rules = (violations: readonly Violation[]) => violations.map((violation) => violation.rule);

describe('a pupil under 14', () => {
  it('gets no internship, not even the day before the birthday', () => {
    const birthdays = bornOn('2013-02-02');
    expect(check(birthdays, at([2], '09:00', '12:00'))).toEqual([{ rule: 'UNDER_FOURTEEN', day: MONDAY, found: 0, allowed: 14 }]);
    expect(check(bornOn('2013-02-01'), at([2], '09:00', '12:00'))).toEqual([]);
  });
});

describe('at 14 and 15', () => {
  it('works 7 hours on a day and not 7 hours and 15 minutes', () => {
    expect(check(15, at([1], '09:00', '16:30', 30))).toEqual([]);
    expect(check(15, at([1], '09:00', '16:45', 30))).toEqual([{ rule: 'DAY_TOO_LONG', day: MONDAY, found: 435, allowed: 420 }]);
  });
  it('works 35 hours in a week and not one minute more', () => {
    const week = at([1, 2, 3, 4, 5], '09:00', '16:30', 30);
    expect(check(15, week)).toEqual([]);
    expect(check(15, [...week, ...at([6], '09:00', '09:01')])).toEqual([
      { rule: 'WEEK_TOO_LONG', day: MONDAY, found: 2101, allowed: 2100 },
    ]);
  });
  it('does not work on Sunday', () => {
    expect(check(14, at([7], '10:00', '13:00'))).toEqual([{ rule: 'SUNDAY_NOT_ALLOWED', day: '2027-02-07', found: 180, allowed: 0 }]);
  });
  it('does not work before 07:00 or after 19:00', () => {
    expect(check(14, at([1], '07:00', '11:00'))).toEqual([]);
    expect(check(14, at([1], '06:45', '11:00'))).toEqual([
      { rule: 'HOURS_NOT_ALLOWED', day: MONDAY, found: 405, allowed: 420, until: 1140 },
    ]);
    expect(check(14, at([1], '15:00', '19:15'))[0]).toMatchObject({ rule: 'HOURS_NOT_ALLOWED', found: 1155 });
  });
  it('has a break of half an hour after four and a half hours', () => {
    expect(check(14, at([1], '08:00', '12:30'))).toEqual([]);
    expect(rules(check(14, at([1], '08:00', '13:00', 29)))).toEqual(['BREAK_TOO_SHORT']);
    expect(check(14, at([1], '08:00', '13:00', 15))).toEqual([{ rule: 'BREAK_TOO_SHORT', day: MONDAY, found: 285, allowed: 270 }]);
    expect(check(14, at([1], '08:00', '13:00', 30))).toEqual([]);
  });
  it('takes the time between two stretches of work for a break', () => {
    expect(check(14, [...at([1], '08:00', '11:00'), ...at([1], '11:30', '14:30')])).toEqual([]);
    expect(rules(check(14, [...at([1], '08:00', '11:00'), ...at([1], '11:15', '14:15')]))).toEqual(['BREAK_TOO_SHORT']);
  });
});

describe('at 16 and 17', () => {
  it('works 9 hours on a day and not more', () => {
    expect(check(16, at([1], '08:00', '17:30', 30))).toEqual([]);
    expect(check(16, at([1], '08:00', '17:31', 30))).toEqual([{ rule: 'DAY_TOO_LONG', day: MONDAY, found: 541, allowed: 540 }]);
  });
  it('works 45 hours in one week, but not four weeks long', () => {
    const week = at([1, 2, 3, 4, 5], '08:00', '17:30', 30);
    expect(check(16, week, { endsOn: '2027-02-12' })).toEqual([]);
    expect(check(16, week)).toEqual([{ rule: 'AVERAGE_TOO_HIGH', day: MONDAY, found: 2700, allowed: 2400 }]);
    expect(rules(check(16, [...week, ...at([6], '08:00', '09:00')], { endsOn: '2027-02-06' }))).toEqual(['WEEK_TOO_LONG']);
  });
  it('does not work between 23:00 and 06:00', () => {
    expect(check(16, at([1], '06:00', '10:00'))).toEqual([]);
    expect(rules(check(16, at([1], '05:59', '10:00')))).toEqual(['HOURS_NOT_ALLOWED']);
    expect(rules(check(17, at([1], '19:00', '23:01')))).toEqual(['HOURS_NOT_ALLOWED']);
  });
  it('has 12 hours of rest between two days', () => {
    expect(check(16, [...at([1], '15:00', '20:00'), ...at([2], '08:00', '12:00')])).toEqual([]);
    expect(check(16, [...at([1], '15:00', '20:01'), ...at([2], '08:00', '12:00')])).toEqual([
      { rule: 'DAILY_REST_TOO_SHORT', day: '2027-02-02', found: 719, allowed: 720 },
    ]);
  });
  it('does not take the time between two shifts of one day for a daily rest', () => {
    expect(check(16, [...at([1], '08:00', '10:00'), ...at([1], '16:00', '18:00')])).toEqual([]);
  });
  it('has 36 hours of rest in a row each week', () => {
    expect(check(16, at([1, 2, 3, 4, 5, 6], '09:00', '15:00'))).toEqual([]);
    const everyDay = check(16, at([1, 2, 3, 4, 5, 6, 7], '09:00', '13:00'));
    expect(rules(everyDay)).toEqual(['WEEKLY_REST_TOO_SHORT']);
    expect(everyDay[0]).toMatchObject({ day: '2027-02-07', allowed: 36 * 60 });
  });
});

describe('from 18 on', () => {
  it('works 12 hours on a day, 60 in a week and 55 on average', () => {
    expect(check(18, at([1], '07:00', '19:30', 30))).toEqual([]);
    expect(rules(check(18, at([1], '07:00', '19:31', 30)))).toEqual(['DAY_TOO_LONG']);
    const sixty = at([1, 2, 3, 4, 5], '07:00', '19:30', 30);
    expect(check(18, sixty, { endsOn: '2027-02-19' })).toEqual([]);
    expect(rules(check(18, sixty))).toEqual(['AVERAGE_TOO_HIGH']);
    expect(rules(check(18, [...sixty, ...at([6], '09:00', '10:00')], { endsOn: '2027-02-07' }))).toEqual(['WEEK_TOO_LONG']);
  });
  it('may work at night and on Sunday', () => {
    expect(check(18, at([7], '00:00', '06:00'))).toEqual([]);
  });
});

describe('the age counts on each day', () => {
  it('lets the first nine-hour day stand after the 16th birthday only', () => {
    const turnsOnWednesday = bornOn('2011-02-03');
    expect(check(turnsOnWednesday, at([3], '08:00', '17:30', 30))).toEqual([]);
    expect(check(turnsOnWednesday, at([2], '08:00', '17:30', 30), { endsOn: '2027-02-28' })[0]).toMatchObject({
      rule: 'DAY_TOO_LONG',
      day: '2027-02-02',
      allowed: 420,
    });
  });
  it('changes class on the birthday itself', () => {
    const birthdays = bornOn('2011-02-03');
    expect(ageClassOn(birthdays, '2027-02-02')).toBe('FOURTEEN_FIFTEEN');
    expect(ageClassOn(birthdays, '2027-02-03')).toBe('SIXTEEN_SEVENTEEN');
    expect(ageClassOn(birthdays, '2029-02-03')).toBe('ADULT');
  });
  it('judges minority on the first day of the placement', () => {
    const birthdays = bornOn('2009-02-02');
    expect(isMinorOn(birthdays, '2027-02-01')).toBe(true);
    expect(isMinorOn(birthdays, '2027-02-02')).toBe(false);
  });
});

describe('the profile for the labour market', () => {
  it('has at most four days of internship a week', () => {
    expect(check(17, at([1, 2, 3, 4], '09:00', '15:00'), { profile: 'LABOUR_MARKET' })).toEqual([]);
    expect(check(17, at([1, 2, 3, 4, 5], '09:00', '15:00'), { profile: 'LABOUR_MARKET' })).toEqual([
      { rule: 'TOO_MANY_DAYS', day: MONDAY, found: 5, allowed: 4 },
    ]);
  });
  it('counts the days of another placement in the same week', () => {
    const others = [{ startsOn: '2027-01-04', endsOn: '2027-06-25', workingTimes: at([1, 2, 3], '09:00', '15:00') }];
    expect(check(17, at([4], '09:00', '15:00'), { profile: 'LABOUR_MARKET', others })).toEqual([]);
    expect(rules(check(17, at([4, 5], '09:00', '15:00'), { profile: 'LABOUR_MARKET', others }))).toEqual(['TOO_MANY_DAYS']);
  });
});

describe('hours of several placements', () => {
  it('count together on a day', () => {
    const others = [{ startsOn: '2027-02-01', endsOn: '2027-02-26', workingTimes: at([1], '08:00', '12:00') }];
    expect(rules(check(15, at([1], '13:00', '16:00'), { others }))).toEqual([]);
    expect(rules(check(15, at([1], '13:00', '17:00'), { others }))).toEqual(['DAY_TOO_LONG']);
  });
  it('are not counted against a schedule that has no work in that week', () => {
    const others = [{ startsOn: '2027-02-01', endsOn: '2027-02-05', workingTimes: at([1, 2, 3, 4, 5], '07:00', '19:00', 30) }];
    expect(check(15, at([1], '09:00', '12:00'), { startsOn: '2027-02-08', others })).toEqual([]);
  });
});

describe('the form of working times', () => {
  const period = { startsOn: MONDAY, endsOn: '2027-02-03' };
  it('needs at least one, on real weekdays, that end after they start and leave room for their break', () => {
    expect(scheduleFaults([], period)).toEqual([{ field: 'workingTimes', fault: 'NONE' }]);
    expect(scheduleFaults(at([0, 8], '09:00', '12:00'), period).map((fault) => fault.fault)).toEqual(['WEEKDAY', 'WEEKDAY']);
    expect(scheduleFaults(at([1], '12:00', '12:00'), period)).toEqual([{ field: 'workingTimes.0.endsAt', fault: 'ENDS_BEFORE_START' }]);
    expect(scheduleFaults(at([1], '09:00', '10:00', 60), period)).toEqual([{ field: 'workingTimes.0.breakMinutes', fault: 'BREAK' }]);
    expect(scheduleFaults(at([1], '09:00', '10:00', -5), period)).toEqual([{ field: 'workingTimes.0.breakMinutes', fault: 'BREAK' }]);
  });
  it('refuses a weekday that the period does not hold', () => {
    expect(scheduleFaults(at([3, 4], '09:00', '12:00'), period)).toEqual([{ field: 'workingTimes.1.weekday', fault: 'OUTSIDE_PERIOD' }]);
  });
  it('refuses two working times at once', () => {
    expect(scheduleFaults([...at([1], '09:00', '12:00'), ...at([1], '11:59', '13:00')], period)).toEqual([
      { field: 'workingTimes.1.startsAt', fault: 'OVERLAP' },
    ]);
    expect(scheduleFaults([...at([1], '09:00', '12:00'), ...at([1], '12:00', '13:00')], period)).toEqual([]);
  });
});

it('tells the weekly hours without breaks', () => {
  expect(weeklyMinutes(at([1, 2, 3], '09:00', '16:30', 30))).toBe(21 * 60);
});

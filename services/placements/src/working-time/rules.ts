import { minutesOf, PLACEMENT_WEEKDAYS, shiftsOn, workDaysOf, type Commitment, type WorkDay, type WorkingTime } from './schedule.ts';

/** The days on which a pupil gets a new age class; all that is kept of a birth date. */
export interface Birthdays {
  readonly turns14On: string;
  readonly turns16On: string;
  readonly turns18On: string;
}
export type AgeClass = 'UNDER_FOURTEEN' | 'FOURTEEN_FIFTEEN' | 'SIXTEEN_SEVENTEEN' | 'ADULT';

/** The rules of working time, by what they protect. Each is an error code of its own. */
export const WORKING_TIME_RULES = [
  'UNDER_FOURTEEN',
  'DAY_TOO_LONG',
  'WEEK_TOO_LONG',
  'AVERAGE_TOO_HIGH',
  'HOURS_NOT_ALLOWED',
  'SUNDAY_NOT_ALLOWED',
  'BREAK_TOO_SHORT',
  'DAILY_REST_TOO_SHORT',
  'WEEKLY_REST_TOO_SHORT',
  'TOO_MANY_DAYS',
] as const;
export type WorkingTimeRule = (typeof WORKING_TIME_RULES)[number];

/** One broken rule: the first day on which it's broken, what was found and what is allowed (minutes, or days for `TOO_MANY_DAYS`). */
export interface Violation {
  readonly rule: WorkingTimeRule;
  readonly day: string;
  readonly found: number;
  readonly allowed: number;
  /** For `HOURS_NOT_ALLOWED`: the other end of the allowed hours, in minutes after midnight. */
  readonly until?: number;
}

interface Limits {
  /** Longest work on one day, without breaks. */
  readonly day: number;
  readonly week: number;
  /** Longest week on average over four weeks, or null where the week's limit says it all. */
  readonly average: number | null;
  /** Work lies between these times of day. */
  readonly between: readonly [from: number, until: number];
  readonly sunday: boolean;
  /** After so much work a break of half an hour is needed. */
  readonly breakAfter: number | null;
  readonly dailyRest: number | null;
  readonly weeklyRest: number | null;
}

const HOUR = 60;
const ALL_DAY = [0, 24 * HOUR] as const;
const BREAK = 30;

/** Working hours by age. 14–15: Nadere regeling kinderarbeid, by Arbeidstijdenwet art. 3:2; 16–17 and 18+: Arbeidstijdenwet, chapter 5. */
export const LIMITS: Readonly<Record<Exclude<AgeClass, 'UNDER_FOURTEEN'>, Limits>> = {
  FOURTEEN_FIFTEEN: {
    day: 7 * HOUR,
    week: 35 * HOUR,
    average: null,
    between: [7 * HOUR, 19 * HOUR],
    sunday: false,
    breakAfter: 4.5 * HOUR,
    dailyRest: null,
    weeklyRest: null,
  },
  SIXTEEN_SEVENTEEN: {
    day: 9 * HOUR,
    week: 45 * HOUR,
    average: 40 * HOUR,
    between: [6 * HOUR, 23 * HOUR],
    sunday: true,
    breakAfter: null,
    dailyRest: 12 * HOUR,
    weeklyRest: 36 * HOUR,
  },
  ADULT: {
    day: 12 * HOUR,
    week: 60 * HOUR,
    average: 55 * HOUR,
    between: ALL_DAY,
    sunday: true,
    breakAfter: null,
    dailyRest: null,
    weeklyRest: null,
  },
};

/** An internship in the profile for the labour market takes at most so many days a week (Wet op de expertisecentra; DOMAIN section 4). */
export const LABOUR_MARKET_DAYS_PER_WEEK = 4;

/** The age class on a day: a pupil is 14 from the 14th birthday on, that day included. */
export function ageClassOn(birthdays: Birthdays, day: string): AgeClass {
  if (day < birthdays.turns14On) return 'UNDER_FOURTEEN';
  if (day < birthdays.turns16On) return 'FOURTEEN_FIFTEEN';
  return day < birthdays.turns18On ? 'SIXTEEN_SEVENTEEN' : 'ADULT';
}

/** Minor is what the pupil is on the placement's first day; never what a form says (Burgerlijk Wetboek boek 1, art. 233). */
export function isMinorOn(birthdays: Birthdays, startsOn: string): boolean {
  return startsOn < birthdays.turns18On;
}

/**
 * Every rule that a schedule breaks, each with the first day on which it does. `others` are the pupil's other placements:
 * hours, days and rests count over all of them, as the law counts the pupil and not the employer.
 */
export function checkWorkingTimes(options: {
  readonly birthdays: Birthdays;
  readonly profile: string;
  readonly schedule: Commitment;
  readonly others?: readonly Commitment[];
}): Violation[] {
  const { birthdays, schedule } = options;
  if (schedule.startsOn < birthdays.turns14On) return [{ rule: 'UNDER_FOURTEEN', day: schedule.startsOn, found: 0, allowed: 14 }];
  const days = workDaysOf([schedule, ...(options.others ?? [])], aroundOf(schedule)).map((day) => ({
    ...day,
    limits: limitsOn(birthdays, day.day),
    own: schedule.startsOn <= day.day && day.day <= schedule.endsOn && shiftsOn(schedule, day.weekday).length > 0,
  }));
  const first = new Map<WorkingTimeRule, Violation>();
  for (const violation of [...days.filter((day) => day.own).flatMap(ofOneDay), ...ofWeeks(days, options.profile), ...ofRests(days)]) {
    const known = first.get(violation.rule);
    if (!known || violation.day < known.day) first.set(violation.rule, violation);
  }
  return [...first.values()].toSorted((left, right) => (left.day < right.day ? -1 : left.day > right.day ? 1 : 0));
}

interface CheckedDay extends WorkDay {
  readonly limits: Limits;
  /** Whether the schedule under judgement works on this day, rather than only another placement. */
  readonly own: boolean;
}

/** Weeks and rests reach beyond the schedule's ends: what stands just before and after it counts. */
function aroundOf(schedule: Commitment): { from: string; until: string } {
  return {
    from: Temporal.PlainDate.from(schedule.startsOn).subtract({ days: 27 }).toString(),
    until: Temporal.PlainDate.from(schedule.endsOn).add({ days: 27 }).toString(),
  };
}

/** Another placement's days before the 14th birthday don't exist; the youngest class is right for them. */
function limitsOn(birthdays: Birthdays, day: string): Limits {
  const age = ageClassOn(birthdays, day);
  return LIMITS[age === 'UNDER_FOURTEEN' ? 'FOURTEEN_FIFTEEN' : age];
}

function ofOneDay({ day, weekday, limits, shifts, minutes }: CheckedDay): Violation[] {
  const found: Violation[] = [];
  if (weekday === 7 && !limits.sunday) found.push({ rule: 'SUNDAY_NOT_ALLOWED', day, found: minutes, allowed: 0 });
  if (minutes > limits.day) found.push({ rule: 'DAY_TOO_LONG', day, found: minutes, allowed: limits.day });
  const [from, until] = limits.between;
  const outside = shifts.find((shift) => shift.from < from || shift.until > until);
  if (outside)
    found.push({ rule: 'HOURS_NOT_ALLOWED', day, found: outside.from < from ? outside.from : outside.until, allowed: from, until });
  if (limits.breakAfter !== null) {
    const longest = longestWithoutBreak(shifts);
    if (longest > limits.breakAfter) found.push({ rule: 'BREAK_TOO_SHORT', day, found: longest, allowed: limits.breakAfter });
  }
  return found;
}

/** The longest work in a row without a break of half an hour: inside a shift, or between two shifts. */
function longestWithoutBreak(shifts: WorkDay['shifts']): number {
  let longest = 0;
  let running = 0;
  let end = -Infinity;
  for (const shift of shifts) {
    if (shift.from - end >= BREAK) running = 0;
    // Where the break lies inside the shift isn't known; half an hour or more of it satisfies the rule.
    if (shift.breakMinutes >= BREAK) running = 0;
    else {
      running += shift.until - shift.from - shift.breakMinutes;
      longest = Math.max(longest, running);
    }
    end = shift.until;
  }
  return longest;
}

const WEEKS_OF_AVERAGE = 4;

function ofWeeks(days: readonly CheckedDay[], profile: string): Violation[] {
  const found: Violation[] = [];
  const weeks = [...Map.groupBy(days, (day) => day.week)].map(([week, inWeek]) => {
    const youngest = inWeek[0]?.limits ?? LIMITS.ADULT;
    const minutes = inWeek.reduce((sum, day) => sum + day.minutes, 0);
    const own = inWeek.find((day) => day.own);
    return { week, minutes, youngest, own, days: inWeek.length };
  });
  for (const { minutes, youngest, own, days: worked } of weeks) {
    if (!own) continue;
    if (minutes > youngest.week) found.push({ rule: 'WEEK_TOO_LONG', day: own.day, found: minutes, allowed: youngest.week });
    if (profile === 'LABOUR_MARKET' && worked > LABOUR_MARKET_DAYS_PER_WEEK)
      found.push({ rule: 'TOO_MANY_DAYS', day: own.day, found: worked, allowed: LABOUR_MARKET_DAYS_PER_WEEK });
  }
  for (const last of weeks) {
    const window = weeks.filter((week) => week.week > last.week - WEEKS_OF_AVERAGE && week.week <= last.week);
    const average = window.map((week) => week.youngest.average).find((limit) => limit !== null) ?? null;
    const total = window.reduce((sum, week) => sum + week.minutes, 0);
    const own = window.find((week) => week.own)?.own;
    if (own && average !== null && total > average * WEEKS_OF_AVERAGE)
      found.push({ rule: 'AVERAGE_TOO_HIGH', day: own.day, found: total / WEEKS_OF_AVERAGE, allowed: average });
  }
  return found;
}

const DAY = 24 * HOUR;

function ofRests(days: readonly CheckedDay[]): Violation[] {
  const found: Violation[] = [];
  const spans = days.map((day) => ({ ...day, from: day.number * DAY + firstMinute(day), until: day.number * DAY + lastMinute(day) }));
  let runStart = spans[0]?.from ?? 0;
  for (const [index, span] of spans.entries()) {
    const before = spans[index - 1];
    const rest = before ? span.from - before.until : Infinity;
    const { dailyRest, weeklyRest } = span.limits;
    const concerned = span.own || (before?.own ?? false);
    if (dailyRest !== null && concerned && rest < dailyRest)
      found.push({ rule: 'DAILY_REST_TOO_SHORT', day: span.day, found: rest, allowed: dailyRest });
    if (weeklyRest === null || rest >= weeklyRest) runStart = span.from;
    // The period of 7 × 24 hours begins with the first work after a rest; so much of it is left for the next rest.
    else if (span.own && span.until - runStart > 7 * DAY - weeklyRest)
      found.push({
        rule: 'WEEKLY_REST_TOO_SHORT',
        day: span.day,
        found: Math.max(0, 7 * DAY - (span.until - runStart)),
        allowed: weeklyRest,
      });
  }
  return found;
}
const firstMinute = (day: WorkDay): number => day.shifts[0]?.from ?? 0;
const lastMinute = (day: WorkDay): number => Math.max(...day.shifts.map((shift) => shift.until));

/** What is wrong with the form of working times: the field, and which rule of form it breaks. */
export interface ScheduleFault {
  readonly field: string;
  readonly fault: 'NONE' | 'TOO_MANY' | 'WEEKDAY' | 'ENDS_BEFORE_START' | 'BREAK' | 'OVERLAP' | 'OUTSIDE_PERIOD';
}
const MOST_WORKING_TIMES = 21;

/** Whether working times say something that can be judged: real weekdays inside the period, an end after the start, no overlap. */
export function scheduleFaults(times: readonly WorkingTime[], period: { startsOn: string; endsOn: string }): ScheduleFault[] {
  if (times.length === 0) return [{ field: 'workingTimes', fault: 'NONE' }];
  if (times.length > MOST_WORKING_TIMES) return [{ field: 'workingTimes', fault: 'TOO_MANY' }];
  const faults: ScheduleFault[] = [];
  const occurring = weekdaysIn(period);
  for (const [index, time] of times.entries()) {
    const add = (name: string, fault: ScheduleFault['fault']) => faults.push({ field: `workingTimes.${index}.${name}`, fault });
    if (!PLACEMENT_WEEKDAYS.includes(time.weekday)) {
      add('weekday', 'WEEKDAY');
      continue;
    }
    const from = minutesOf(time.startsAt);
    const until = minutesOf(time.endsAt);
    if (until <= from) add('endsAt', 'ENDS_BEFORE_START');
    else if (!Number.isInteger(time.breakMinutes) || time.breakMinutes < 0 || time.breakMinutes >= until - from)
      add('breakMinutes', 'BREAK');
    if (!occurring.has(time.weekday)) add('weekday', 'OUTSIDE_PERIOD');
    const earlier = times.slice(0, index).some((other) => other.weekday === time.weekday && overlapInDay(other, time));
    if (earlier) add('startsAt', 'OVERLAP');
  }
  return faults;
}

/** Whether two working times of one weekday share a minute. */
export function overlapInDay(left: WorkingTime, right: WorkingTime): boolean {
  return minutesOf(left.startsAt) < minutesOf(right.endsAt) && minutesOf(right.startsAt) < minutesOf(left.endsAt);
}

function weekdaysIn({ startsOn, endsOn }: { startsOn: string; endsOn: string }): Set<number> {
  const first = Temporal.PlainDate.from(startsOn);
  const length = first.until(endsOn).days + 1;
  return new Set(Array.from({ length: Math.min(7, Math.max(length, 0)) }, (_, offset) => first.add({ days: offset }).dayOfWeek));
}

/** Minutes of work in a full week of the schedule, without breaks: what the agreement calls the weekly hours. */
export function weeklyMinutes(times: readonly WorkingTime[]): number {
  return times.reduce((sum, time) => sum + minutesOf(time.endsAt) - minutesOf(time.startsAt) - time.breakMinutes, 0);
}

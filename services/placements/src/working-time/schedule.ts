/** One stretch of work on a weekday: 1 is Monday, 7 is Sunday; local times as `09:00`. */
export interface WorkingTime {
  readonly weekday: number;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly breakMinutes: number;
}
/** Working times that repeat every week from the first to the last day, both inclusive. */
export interface Commitment {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly workingTimes: readonly WorkingTime[];
}
export const PLACEMENT_WEEKDAYS: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

export interface Shift {
  /** Minutes after midnight. */
  readonly from: number;
  readonly until: number;
  readonly breakMinutes: number;
}
/** A calendar day on which is worked. */
export interface WorkDay {
  readonly day: string;
  readonly weekday: number;
  /** Counts the days, so that two days can be compared. */
  readonly number: number;
  /** Counts the weeks that begin on Monday. */
  readonly week: number;
  readonly shifts: readonly Shift[];
  /** Work of the whole day, without breaks. */
  readonly minutes: number;
}

/** Minutes after midnight of a local time. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

export function shiftsOn(commitment: Commitment, weekday: number): Shift[] {
  return commitment.workingTimes
    .filter((time) => time.weekday === weekday)
    .map((time) => ({ from: minutesOf(time.startsAt), until: minutesOf(time.endsAt), breakMinutes: time.breakMinutes }));
}

const EPOCH_MONDAY = '1970-01-05';

/** The days of several schedules on which is worked, in order, within a span of days. */
export function workDaysOf(commitments: readonly Commitment[], within: { from: string; until: string }): WorkDay[] {
  const weekly = commitments.map((commitment) => ({
    commitment,
    shifts: new Map(PLACEMENT_WEEKDAYS.map((weekday) => [weekday, shiftsOn(commitment, weekday)])),
  }));
  const from = latest([within.from, earliest(commitments.map((commitment) => commitment.startsOn))]);
  const until = earliest([within.until, latest(commitments.map((commitment) => commitment.endsOn))]);
  const days: WorkDay[] = [];
  let date = Temporal.PlainDate.from(from);
  let number = Temporal.PlainDate.from(EPOCH_MONDAY).until(date, { largestUnit: 'days' }).days;
  for (let day = date.toString(); day <= until; date = date.add({ days: 1 }), day = date.toString(), number += 1) {
    const weekday = date.dayOfWeek;
    const shifts = weekly
      .filter(({ commitment }) => commitment.startsOn <= day && day <= commitment.endsOn)
      .flatMap(({ shifts: byWeekday }) => byWeekday.get(weekday) ?? [])
      .toSorted((left, right) => left.from - right.from);
    if (shifts.length === 0) continue;
    const minutes = shifts.reduce((sum, shift) => sum + shift.until - shift.from - shift.breakMinutes, 0);
    days.push({ day, weekday, number, week: Math.floor(number / 7), shifts, minutes });
  }
  return days;
}

const earliest = (days: readonly string[]): string => days.reduce((left, right) => (left < right ? left : right));
const latest = (days: readonly string[]): string => days.reduce((left, right) => (left > right ? left : right));

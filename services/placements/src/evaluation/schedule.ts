import { isWorkingDay, type HolidayRegion } from '@servicepunt/shared/contracts/calendar';

export const EVALUATION_MOMENTS = ['START', 'WEEK_THREE', 'MIDTERM', 'GO_NO_GO', 'FINAL'] as const;
export type EvaluationMoment = (typeof EVALUATION_MOMENTS)[number];
export interface EvaluationDate {
  moment: EvaluationMoment;
  dueOn: string;
}
export const PLACEMENT_KINDS = ['INTERNAL', 'GUIDED_ON_SITE', 'TASTER', 'ORIENTATION', 'VOCATIONAL', 'OUTFLOW', 'TEACHER'] as const;
export type PlacementKind = (typeof PLACEMENT_KINDS)[number];

/** Which evaluations a kind of internship has (DOMAIN section 4: chosen from what schools do). */
export const MOMENTS_OF_KIND: Readonly<Record<PlacementKind, readonly EvaluationMoment[]>> = {
  INTERNAL: ['MIDTERM', 'FINAL'],
  GUIDED_ON_SITE: ['START', 'MIDTERM', 'FINAL'],
  TASTER: ['FINAL'],
  ORIENTATION: ['START', 'MIDTERM', 'FINAL'],
  VOCATIONAL: ['START', 'MIDTERM', 'FINAL'],
  OUTFLOW: ['START', 'WEEK_THREE', 'MIDTERM', 'GO_NO_GO', 'FINAL'],
  TEACHER: ['FINAL'],
};

/** Friday of the third week where the first day is a Monday. */
const WEEK_THREE_AFTER_DAYS = 18;
const GO_NO_GO_BEFORE_END_DAYS = 42;
/** A final evaluation may be held shortly after the last day. */
export const AFTER_THE_END_DAYS = 14;

/**
 * The evaluations of an internship, the earliest first: the days that the agreement names, else those of the kind's schedule on the
 * working day before. A moment that a short internship has no room for is left out; the final one never is.
 */
export function evaluationDates(
  placement: { kind: PlacementKind; startsOn: string; endsOn: string; holidayRegion: HolidayRegion },
  named: readonly EvaluationDate[] = [],
): EvaluationDate[] {
  const usual = MOMENTS_OF_KIND[placement.kind].flatMap((moment): EvaluationDate[] => {
    if (named.some((date) => date.moment === moment)) return [];
    const day = usualDay(moment, placement);
    return day === null ? [] : [{ moment, dueOn: workingDayBefore(day, placement) }];
  });
  return [...named.map(({ moment, dueOn }) => ({ moment, dueOn })), ...usual].toSorted(
    (left, right) =>
      left.dueOn.localeCompare(right.dueOn) || EVALUATION_MOMENTS.indexOf(left.moment) - EVALUATION_MOMENTS.indexOf(right.moment),
  );
}

function usualDay(moment: EvaluationMoment, { startsOn, endsOn }: { startsOn: string; endsOn: string }): string | null {
  const first = Temporal.PlainDate.from(startsOn);
  const last = Temporal.PlainDate.from(endsOn);
  const inside = (day: Temporal.PlainDate) =>
    Temporal.PlainDate.compare(first, day) < 0 && Temporal.PlainDate.compare(day, last) < 0 ? day.toString() : null;
  const days: Readonly<Record<EvaluationMoment, string | null>> = {
    START: startsOn,
    WEEK_THREE: inside(first.add({ days: WEEK_THREE_AFTER_DAYS })),
    MIDTERM: inside(first.add({ days: Math.floor(first.until(last, { largestUnit: 'days' }).days / 2) })),
    GO_NO_GO: inside(last.subtract({ days: GO_NO_GO_BEFORE_END_DAYS })),
    FINAL: endsOn,
  };
  return days[moment];
}

/** The last working day of the school on or before a day, but not before the first day of the internship. */
function workingDayBefore(day: string, { startsOn, holidayRegion }: { startsOn: string; holidayRegion: HolidayRegion }): string {
  for (let date = Temporal.PlainDate.from(day); date.toString() >= startsOn; date = date.subtract({ days: 1 })) {
    if (isWorkingDay(date.toString(), holidayRegion)) return date.toString();
  }
  return day;
}

/** Whether an evaluation may take place on a day: from the first day until shortly after the last. */
export function fitsPlacement(dueOn: string, { startsOn, endsOn }: { startsOn: string; endsOn: string }): boolean {
  return startsOn <= dueOn && dueOn <= Temporal.PlainDate.from(endsOn).add({ days: AFTER_THE_END_DAYS }).toString();
}

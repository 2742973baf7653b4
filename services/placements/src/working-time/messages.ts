import type { Messages, Problem, Wording } from '@servicepunt/shared/errors';
import type { ScheduleFault, Violation, WorkingTimeRule } from './rules.ts';

export const workingTimeMessages = {
  UNDER_FOURTEEN: {
    nl: 'Op {day} is de leerling nog geen {allowed} jaar; een stage mag dan nog niet.',
    en: 'On {day} the pupil is not yet {allowed}; an internship is not allowed then.',
  },
  DAY_TOO_LONG: {
    nl: 'Op {day} werkt de leerling {found} uur; toegestaan is {allowed} uur per dag.',
    en: 'On {day} the pupil works {found} hours; {allowed} hours a day are allowed.',
  },
  WEEK_TOO_LONG: {
    nl: 'In de week van {day} werkt de leerling {found} uur; toegestaan is {allowed} uur per week.',
    en: 'In the week of {day} the pupil works {found} hours; {allowed} hours a week are allowed.',
  },
  AVERAGE_TOO_HIGH: {
    nl: 'Vanaf {day} werkt de leerling over vier weken gemiddeld {found} uur per week; toegestaan is {allowed} uur.',
    en: 'From {day} the pupil works {found} hours a week on average over four weeks; {allowed} hours are allowed.',
  },
  HOURS_NOT_ALLOWED: {
    nl: 'Op {day} wordt om {found} gewerkt; op deze leeftijd mag het tussen {allowed} en {until}.',
    en: 'On {day} there is work at {found}; at this age it is allowed between {allowed} and {until}.',
  },
  SUNDAY_NOT_ALLOWED: {
    nl: '{day} is een zondag; op deze leeftijd mag dan niet worden gewerkt ({found} uur gepland, {allowed} toegestaan).',
    en: '{day} is a Sunday; at this age no work is allowed then ({found} hours planned, {allowed} allowed).',
  },
  BREAK_TOO_SHORT: {
    nl: 'Op {day} werkt de leerling {found} uur zonder pauze; na {allowed} uur is een pauze van 30 minuten nodig.',
    en: 'On {day} the pupil works {found} hours without a break; after {allowed} hours a break of 30 minutes is needed.',
  },
  DAILY_REST_TOO_SHORT: {
    nl: 'Vóór het werk op {day} is er {found} uur rust; nodig is {allowed} uur.',
    en: 'Before the work on {day} there are {found} hours of rest; {allowed} hours are needed.',
  },
  WEEKLY_REST_TOO_SHORT: {
    nl: 'Rond {day} is er in zeven dagen hoogstens {found} uur rust achter elkaar; nodig is {allowed} uur.',
    en: 'Around {day} there are at most {found} hours of rest in a row in seven days; {allowed} hours are needed.',
  },
  TOO_MANY_DAYS: {
    nl: 'In de week van {day} zijn er {found} stagedagen; in het profiel arbeidsmarkt mogen het er {allowed} zijn.',
    en: 'In the week of {day} there are {found} days of internship; the labour market profile allows {allowed}.',
  },
  SCHEDULE_OUTSIDE_PERIOD: {
    nl: 'Deze weekdag valt niet tussen de eerste en de laatste dag van de stage.',
    en: "This weekday doesn't occur between the first and the last day of the placement.",
  },
} as const satisfies Messages;

/** A broken rule as a refusal: the rule is the code, the day and the numbers stand in the message. */
export function problemOfViolation({ rule, day, found, allowed, until }: Violation): Problem {
  const amount = AMOUNT[rule];
  return {
    code: rule,
    field: rule === 'UNDER_FOURTEEN' ? 'startsOn' : 'workingTimes',
    params: { day: dayInWords(day), found: amount(found), allowed: amount(allowed), until: timeOfDay(until ?? 0) },
  };
}

const hours = (minutes: number): Wording => {
  const rounded = Math.round((minutes / 60) * 100) / 100;
  return { nl: String(rounded).replace('.', ','), en: String(rounded) };
};
const count = (number: number): number => number;
const timeOfDay = (minutes: number): Wording =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const AMOUNT: Readonly<Record<WorkingTimeRule, (value: number) => Wording | number>> = {
  UNDER_FOURTEEN: count,
  DAY_TOO_LONG: hours,
  WEEK_TOO_LONG: hours,
  AVERAGE_TOO_HIGH: hours,
  HOURS_NOT_ALLOWED: timeOfDay,
  SUNDAY_NOT_ALLOWED: hours,
  BREAK_TOO_SHORT: hours,
  DAILY_REST_TOO_SHORT: hours,
  WEEKLY_REST_TOO_SHORT: hours,
  TOO_MANY_DAYS: count,
};

/** A calendar day as people write it: `maandag 1 februari 2027`. */
export function dayInWords(day: string): Wording {
  const options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  const date = Temporal.PlainDate.from(day);
  return { nl: date.toLocaleString('nl-NL', options), en: date.toLocaleString('en-GB', options) };
}

const FAULT_RULES: Readonly<Record<Exclude<ScheduleFault['fault'], 'OUTSIDE_PERIOD'>, Wording>> = {
  NONE: { nl: 'minstens één werktijd', en: 'at least one working time' },
  TOO_MANY: { nl: 'hoogstens 21 werktijden', en: 'at most 21 working times' },
  WEEKDAY: { nl: '1 (maandag) tot 7 (zondag)', en: '1 (Monday) to 7 (Sunday)' },
  ENDS_BEFORE_START: { nl: 'later dan de begintijd, op dezelfde dag', en: 'later than the start, on the same day' },
  BREAK: { nl: 'hele minuten, korter dan de werktijd', en: 'whole minutes, shorter than the working time' },
  OVERLAP: {
    nl: 'niet tegelijk met een andere werktijd van deze weekdag',
    en: 'not at the same time as another working time of this weekday',
  },
};

export function problemOfFault({ field, fault }: ScheduleFault): Problem {
  if (fault === 'OUTSIDE_PERIOD') return { code: 'SCHEDULE_OUTSIDE_PERIOD', field };
  return { code: 'INVALID_INPUT', field, params: { rule: FAULT_RULES[fault] } };
}

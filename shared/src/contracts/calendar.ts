/**
 * Days off in the Netherlands: public holidays (computed) and the school holidays of the three regions (data).
 * It stands in the contracts because placements counts the summer holiday back to a handover's deadline
 * and notifications moves reminders over the same days: two copies would disagree.
 */
export const HOLIDAY_REGIONS = ['NOORD', 'MIDDEN', 'ZUID'] as const;
export type HolidayRegion = (typeof HOLIDAY_REGIONS)[number];
export type SchoolHolidayName = 'AUTUMN' | 'CHRISTMAS' | 'SPRING' | 'MAY' | 'SUMMER';

/** First and last day off, both inclusive, weekends around the weeks included. */
type Span = readonly [first: string, last: string];

/** Set by the Ministry of Education per school year; autumn and spring are advised dates that nearly all schools keep. */
export const SCHOOL_HOLIDAYS: Readonly<Record<SchoolHolidayName, Readonly<Record<HolidayRegion, readonly Span[]>>>> = {
  AUTUMN: {
    NOORD: [
      ['2025-10-18', '2025-10-26'],
      ['2026-10-10', '2026-10-18'],
      ['2027-10-16', '2027-10-24'],
    ],
    MIDDEN: [
      ['2025-10-18', '2025-10-26'],
      ['2026-10-17', '2026-10-25'],
      ['2027-10-16', '2027-10-24'],
    ],
    ZUID: [
      ['2025-10-11', '2025-10-19'],
      ['2026-10-17', '2026-10-25'],
      ['2027-10-23', '2027-10-31'],
    ],
  },
  CHRISTMAS: everywhere(['2025-12-20', '2026-01-04'], ['2026-12-19', '2027-01-03'], ['2027-12-25', '2028-01-09']),
  SPRING: {
    NOORD: [
      ['2026-02-21', '2026-03-01'],
      ['2027-02-20', '2027-02-28'],
      ['2028-02-19', '2028-02-27'],
    ],
    MIDDEN: [
      ['2026-02-14', '2026-02-22'],
      ['2027-02-20', '2027-02-28'],
      ['2028-02-26', '2028-03-05'],
    ],
    ZUID: [
      ['2026-02-14', '2026-02-22'],
      ['2027-02-13', '2027-02-21'],
      ['2028-02-26', '2028-03-05'],
    ],
  },
  MAY: everywhere(['2026-04-25', '2026-05-03'], ['2027-04-24', '2027-05-02'], ['2028-04-29', '2028-05-07']),
  SUMMER: {
    NOORD: [
      ['2026-07-04', '2026-08-16'],
      ['2027-07-10', '2027-08-22'],
      ['2028-07-15', '2028-08-27'],
    ],
    MIDDEN: [
      ['2026-07-18', '2026-08-30'],
      ['2027-07-17', '2027-08-29'],
      ['2028-07-08', '2028-08-20'],
    ],
    ZUID: [
      ['2026-07-11', '2026-08-23'],
      ['2027-07-24', '2027-09-05'],
      ['2028-07-22', '2028-09-03'],
    ],
  },
};

function everywhere(...spans: readonly Span[]): Readonly<Record<HolidayRegion, readonly Span[]>> {
  return { NOORD: spans, MIDDEN: spans, ZUID: spans };
}

/** The school holiday of a region on a day (`2026-07-20`), or null. */
export function schoolHolidayOn(day: string, region: HolidayRegion): SchoolHolidayName | null {
  for (const [name, regions] of Object.entries(SCHOOL_HOLIDAYS) as [SchoolHolidayName, (typeof SCHOOL_HOLIDAYS)[SchoolHolidayName]][]) {
    if (regions[region].some(([first, last]) => first <= day && day <= last)) return name;
  }
  return null;
}

/** First day of the region's next summer holiday on or after a day, or null where the ministry's dates don't reach that far. */
export function summerHolidayStartFrom(day: string, region: HolidayRegion): string | null {
  return SCHOOL_HOLIDAYS.SUMMER[region].map(([first]) => first).find((first) => first >= day) ?? null;
}

/** Whether a day is a public holiday on which schools and offices are closed. */
export function isPublicHoliday(day: string): boolean {
  const date = Temporal.PlainDate.from(day);
  const easter = easterSunday(date.year);
  // Good Friday isn't an official day off, but schools are closed on it.
  const moving = [-2, 0, 1, 39, 49, 50].map((offset) => easter.add({ days: offset }).toString());
  const kingsDay = Temporal.PlainDate.from({ year: date.year, month: 4, day: 27 });
  const fixed = [
    `${date.year}-01-01`,
    (kingsDay.dayOfWeek === 7 ? kingsDay.subtract({ days: 1 }) : kingsDay).toString(),
    `${date.year}-12-25`,
    `${date.year}-12-26`,
  ];
  // Liberation Day is a general day off once in five years.
  if (date.year % 5 === 0) fixed.push(`${date.year}-05-05`);
  return moving.includes(day) || fixed.includes(day);
}

/** Monday to Friday, no public holiday and, where a region is given, no school holiday. */
export function isWorkingDay(day: string, region: HolidayRegion | null): boolean {
  return Temporal.PlainDate.from(day).dayOfWeek <= 5 && !isPublicHoliday(day) && (region === null || schoolHolidayOn(day, region) === null);
}

/** Easter Sunday of the Gregorian calendar, by Gauss's method with Lichtenberg's correction. */
export function easterSunday(year: number): Temporal.PlainDate {
  const century = Math.floor(year / 100);
  const lunarShift = 15 + Math.floor((3 * century + 3) / 4) - Math.floor((8 * century + 13) / 25);
  const solarShift = 2 - Math.floor((3 * century + 3) / 4);
  const lunarYear = year % 19;
  const moon = (19 * lunarYear + lunarShift) % 30;
  const correction = Math.floor(moon / 29) + (Math.floor(moon / 28) - Math.floor(moon / 29)) * Math.floor(lunarYear / 11);
  const limit = 21 + moon - correction;
  const sunday = 7 - ((year + Math.floor(year / 4) + solarShift) % 7);
  const distance = 7 - ((((limit - sunday) % 7) + 7) % 7);
  return Temporal.PlainDate.from({ year, month: 3, day: 1 }).add({ days: limit + distance - 1 });
}

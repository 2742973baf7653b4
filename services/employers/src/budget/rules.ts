import type { Wording } from '@servicepunt/shared/errors';

export const BUDGET_LEVELS = ['NONE', 'LOW', 'MEDIUM', 'HIGH'] as const;
export type BudgetLevel = (typeof BUDGET_LEVELS)[number];
export const APPROACH_PURPOSES = ['PLACEMENT_REQUEST', 'ACQUAINTANCE', 'ACTIVITY', 'INFORMATION'] as const;
export type ApproachPurpose = (typeof APPROACH_PURPOSES)[number];

/**
 * Approaches by all schools together: in any 28 days in a row, and of those in any 7 (which spreads them). LOW is the default of
 * DOMAIN section 5; the other levels are our choice. Employers leave a register because of too many contacts.
 */
export const LIMITS: Readonly<Record<BudgetLevel, { readonly per28Days: number; readonly per7Days: number }>> = {
  NONE: { per28Days: 0, per7Days: 0 },
  LOW: { per28Days: 4, per7Days: 2 },
  MEDIUM: { per28Days: 8, per7Days: 3 },
  HIGH: { per28Days: 12, per7Days: 4 },
};
export const DEFAULT_LEVEL: BudgetLevel = 'LOW';

export const WHAT_COUNTS: Exclude<Wording, string> = {
  nl: 'Telt mee: elk telefoontje, bezoek of bericht waarmee een school of het Servicepunt de werkgever om iets vraagt: een stageplek, een kennismaking, een activiteit of informatie. Telt niet mee: antwoord op een vraag van de werkgever, en contact over een stage die is afgesproken of loopt.',
  en: "Counts: every call, visit or message by which a school or the Servicepunt asks the employer for something: a place, an acquaintance, an activity or information. Doesn't count: an answer to the employer's own question, and contact about a placement that is agreed or running.",
};

/** How often an employer may be approached, and on which days it was (`2026-11-24`, one entry per approach). */
export interface BudgetUse {
  readonly level: BudgetLevel;
  readonly days: readonly string[];
}

const daysBefore = (day: string, days: number): string => Temporal.PlainDate.from(day).subtract({ days }).toString();

/** Approaches in the `length` days that end with `day`. */
export function usedIn(days: readonly string[], day: string, length: number): number {
  const first = daysBefore(day, length - 1);
  return days.filter((one) => first <= one && one <= day).length;
}

/** Whether one more approach fits on a day. */
export function mayApproachOn({ level, days }: BudgetUse, day: string): boolean {
  const { per28Days, per7Days } = LIMITS[level];
  return usedIn(days, day, 28) < per28Days && usedIn(days, day, 7) < per7Days;
}

/** First day from `today` on which one more approach fits; null where the employer doesn't want any. */
export function nextFreeDay(use: BudgetUse, today: string): string | null {
  if (LIMITS[use.level].per28Days === 0) return null;
  let day = Temporal.PlainDate.from(today);
  // After 28 days without an approach every window is empty, so this ends.
  while (!mayApproachOn(use, day.toString())) day = day.add({ days: 1 });
  return day.toString();
}

/** Approaches are kept for a year: then they say nothing about an employer's load, and something about the people who called. */
export const keptSince = (today: string): string => Temporal.PlainDate.from(today).subtract({ years: 1 }).toString();

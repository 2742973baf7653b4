import type { HandoverTarget } from '../handover/rules.ts';

export type OutcomeSituation = 'EDUCATION' | 'WORK' | 'DAY_ACTIVITY' | 'NONE' | 'UNKNOWN';
export interface OutcomeCheck {
  dueOn: string;
  checkedOn: string | null;
  stillAtDestination: boolean | null;
  situation: OutcomeSituation | null;
  basicQualification: boolean | null;
  note: string | null;
}

/** Aftercare lasts two years; the second is an active duty since 1-1-2026 (DOMAIN section 6). */
const YEARS = 2;

export function aftercareEndsOn(leftOn: string): string {
  return Temporal.PlainDate.from(leftOn).add({ years: YEARS }).toString();
}

/** The day on which outcomes are counted in each year. */
const COUNTED = '10-01';

/** Each 1 October after leaving, until two years later: always two. */
export function checkDates(leftOn: string): string[] {
  const until = aftercareEndsOn(leftOn);
  const year = Number(leftOn.slice(0, 4));
  return Array.from({ length: YEARS + 1 }, (_, index) => `${year + index}-${COUNTED}`).filter((day) => leftOn < day && day <= until);
}

/** The checks of a case whose dates are (again) known; what was recorded for a day stays. */
export function checksFor(leftOn: string, known: readonly OutcomeCheck[] = []): OutcomeCheck[] {
  return checkDates(leftOn).map(
    (dueOn) =>
      known.find((check) => check.dueOn === dueOn) ?? {
        dueOn,
        checkedOn: null,
        stillAtDestination: null,
        situation: null,
        basicQualification: null,
        note: null,
      },
  );
}

export const asDestination = (destination: string | null, targets: readonly HandoverTarget[]): HandoverTarget | null =>
  targets.find((target) => target === destination) ?? null;

interface EarlyLeaverRule {
  /** First counting day on which it holds. */
  readonly from: string;
  readonly version: string;
  readonly judge: (facts: { under23: boolean; basicQualification: boolean | null; situation: OutcomeSituation }) => boolean | null;
}

/**
 * The definition of an early school leaver changes by law: a rule is dated and never edited, a new one is added.
 * vsv-23: under 23, not in education, without a basic qualification, counted on 1 October.
 */
const EARLY_LEAVER_RULES: readonly EarlyLeaverRule[] = [
  {
    from: '2012-10-01',
    version: 'vsv-23',
    judge({ under23, basicQualification, situation }) {
      if (!under23 || situation === 'EDUCATION' || basicQualification === true) return false;
      return basicQualification === null || situation === 'UNKNOWN' ? null : true;
    },
  },
];

export interface EarlyLeaverStatus {
  readonly earlyLeaver: boolean | null;
  readonly countedOn: string;
  readonly ruleVersion: string;
}

/** Early leaver or not by the last check that was done; null where none was. */
export function earlyLeaverStatus(checks: readonly OutcomeCheck[], turns23On: string | null): EarlyLeaverStatus | null {
  const last = checks.filter((check) => check.checkedOn !== null && check.situation !== null).at(-1);
  if (!last?.situation) return null;
  const rule = EARLY_LEAVER_RULES.filter(({ from }) => from <= last.dueOn).at(-1);
  if (!rule) return null;
  const { basicQualification, situation } = last;
  const earlyLeaver = turns23On === null ? null : rule.judge({ under23: last.dueOn < turns23On, basicQualification, situation });
  return { earlyLeaver, countedOn: last.dueOn, ruleVersion: rule.version };
}

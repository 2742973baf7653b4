import { normaliseSchoolPupilNumber } from '@servicepunt/shared/contracts/identifiers';
import type { Language } from '@servicepunt/shared/contracts/roles';
import type { Wording } from '@servicepunt/shared/errors';
import type { RowCheck } from '@servicepunt/shared/import';
import { readGuardian, type GuardianFacts, type GuardianInput } from '../guardian/rules.ts';
import { readColumns } from '../person/rules.ts';

export const OUTFLOW_PROFILES = ['FURTHER_EDUCATION', 'LABOUR_MARKET', 'DAY_ACTIVITY', 'UNKNOWN'] as const;
export type OutflowProfile = (typeof OUTFLOW_PROFILES)[number];
export type HandoverTarget = 'MBO' | 'EMPLOYER' | 'DAY_ACTIVITY' | 'MUNICIPALITY' | 'OTHER_SCHOOL';

export interface ShortStay {
  setting: 'YOUTH_CARE' | 'JUSTICE' | 'HEALTH_CARE';
  startsOn: string;
  expectedEndOn: string | null;
}
export interface DevelopmentPlan {
  establishedOn: string;
  lastReviewedOn: string | null;
  nextReviewDue: string | null;
}

export const MAX_GUARDIANS = 2;
export const PREFIX_MAX_LENGTH = 20;
export const GROUP_MAX_LENGTH = 40;
/** A longer life than this is a typing error of the century. */
const MAX_AGE_YEARS = 60;

export interface StudentImportInput {
  readonly schoolPupilNumber: string;
  readonly givenName: string;
  readonly familyNamePrefix?: string | null | undefined;
  readonly familyName: string;
  readonly birthDate: string;
  readonly group?: string | null | undefined;
  readonly outflowProfile?: string | null | undefined;
  readonly enrolledOn: string;
  readonly leftOn?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly subject?: string | null | undefined;
  readonly language?: string | null | undefined;
  readonly supervisorStaffNumber?: string | null | undefined;
  readonly guardians?: readonly GuardianInput[] | null | undefined;
}
export interface StudentImportFacts {
  schoolPupilNumber: string;
  givenName: string;
  familyNamePrefix: string | null;
  familyName: string;
  birthDate: string;
  group: string | null;
  outflowProfile: OutflowProfile | null;
  enrolledOn: string;
  leftOn: string | null;
  email: string | null;
  subject: string | null;
  language: Language | null;
  supervisorStaffNumber: string | null;
  guardians: readonly GuardianFacts[] | null;
}

/** A row of the pupil administration. `today` is the day of the import: nobody is born after it. */
export function checkStudentRow(row: StudentImportInput, today: string): RowCheck<StudentImportFacts> {
  const columns = readColumns(row);
  // The school's number is a type of its own and may be nine digits long (DOMAIN section 8).
  const schoolPupilNumber = normaliseSchoolPupilNumber(row.schoolPupilNumber);
  if (schoolPupilNumber === null) columns.wrong('schoolPupilNumber', PUPIL_NUMBER_RULE);
  const facts: Omit<StudentImportFacts, 'guardians'> = {
    schoolPupilNumber: schoolPupilNumber ?? '',
    givenName: columns.line('givenName'),
    familyNamePrefix: columns.optionalLine('familyNamePrefix', PREFIX_MAX_LENGTH),
    familyName: columns.line('familyName'),
    birthDate: columns.day('birthDate'),
    group: columns.optionalLine('group', GROUP_MAX_LENGTH),
    outflowProfile: columns.optionalChoice('outflowProfile', OUTFLOW_PROFILES),
    enrolledOn: columns.day('enrolledOn'),
    leftOn: columns.optionalDay('leftOn'),
    email: columns.email('email'),
    subject: columns.subject('subject'),
    language: columns.language('language'),
    supervisorStaffNumber: columns.optionalLine('supervisorStaffNumber', 40),
  };
  const problem = columns.problem() ?? problemOfDates(facts, today) ?? null;
  if (problem) return { ok: false, ...problem };
  const guardians = row.guardians ?? null;
  if (guardians === null) return { ok: true, facts: { ...facts, guardians: null } };
  if (guardians.length > MAX_GUARDIANS)
    return { ok: false, column: 'guardians', rule: { nl: `hoogstens ${MAX_GUARDIANS}`, en: `at most ${MAX_GUARDIANS}` } };
  const read = guardians.map((guardian, index) => readGuardian(guardian, `guardians.${index}.`));
  const refused = read.find((result) => !result.ok);
  if (refused && !refused.ok) return { ok: false, ...refused.problem };
  return { ok: true, facts: { ...facts, guardians: read.flatMap((result) => (result.ok ? [result.facts] : [])) } };
}

export const PUPIL_NUMBER_RULE: Wording = {
  nl: 'hoogstens 20 letters en cijfers',
  en: 'at most 20 letters and digits',
};

/** What is wrong with the days of a pupil's record, by the first column concerned. */
export function problemOfDates(
  { birthDate, enrolledOn, leftOn }: { birthDate: string; enrolledOn: string; leftOn: string | null },
  today: string,
): { column: 'birthDate' | 'enrolledOn' | 'leftOn'; rule: Wording } | null {
  const earliest = Temporal.PlainDate.from(today).subtract({ years: MAX_AGE_YEARS }).toString();
  if (birthDate > today || birthDate < earliest)
    return {
      column: 'birthDate',
      rule: {
        nl: `niet na vandaag en hoogstens ${MAX_AGE_YEARS} jaar geleden`,
        en: `not after today and at most ${MAX_AGE_YEARS} years ago`,
      },
    };
  if (enrolledOn <= birthDate) return { column: 'enrolledOn', rule: { nl: 'na de geboortedatum', en: 'after the birth date' } };
  if (leftOn !== null) {
    const rule = ruleOfLeaving({ enrolledOn, leftOn }, today);
    if (rule) return { column: 'leftOn', rule };
  }
  return null;
}

/** What is wrong with a day of leaving: before the enrolment, or too far ahead to be more than an intention. */
export function ruleOfLeaving({ enrolledOn, leftOn }: { enrolledOn: string; leftOn: string }, today: string): Wording | null {
  if (leftOn < enrolledOn) return { nl: 'niet voor de inschrijfdatum', en: 'not before the enrolment' };
  if (leftOn > Temporal.PlainDate.from(today).add({ years: 1 }).toString())
    return { nl: 'hoogstens een jaar vooruit', en: 'at most a year ahead' };
  return null;
}

/** Whether a pupil is at the school on a day: the day of leaving is the first on which he isn't. */
export function isAtSchoolOn({ leftOn }: { leftOn: string | null }, day: string): boolean {
  return leftOn === null || day < leftOn;
}

/** Family name with its prefix, as people write it. */
export function fullFamilyName({ familyNamePrefix, familyName }: { familyNamePrefix: string | null; familyName: string }): string {
  return familyNamePrefix === null ? familyName : `${familyNamePrefix} ${familyName}`;
}

/** What is wrong with the days of a short stay. */
export function problemOfShortStay(stay: ShortStay): { column: 'expectedEndOn'; rule: Wording } | null {
  return stay.expectedEndOn !== null && stay.expectedEndOn < stay.startsOn
    ? { column: 'expectedEndOn', rule: { nl: 'niet voor de eerste dag', en: 'not before the first day' } }
    : null;
}

/** A development plan is reviewed with the guardians at least once a year (WEC article 41a): that is when the next review is due. */
export function developmentPlanOf(
  dates: { establishedOn: string; lastReviewedOn: string | null; nextReviewDue: string | null },
  today: string,
): { plan: DevelopmentPlan } | { problem: { column: keyof DevelopmentPlan; rule: Wording } } {
  const { establishedOn, lastReviewedOn } = dates;
  const notInFuture: Wording = { nl: 'niet na vandaag', en: 'not after today' };
  if (establishedOn > today) return { problem: { column: 'establishedOn', rule: notInFuture } };
  if (lastReviewedOn !== null && lastReviewedOn > today) return { problem: { column: 'lastReviewedOn', rule: notInFuture } };
  if (lastReviewedOn !== null && lastReviewedOn < establishedOn)
    return { problem: { column: 'lastReviewedOn', rule: { nl: 'niet voor de vaststelling', en: 'not before it was established' } } };
  const last = lastReviewedOn ?? establishedOn;
  const nextReviewDue = dates.nextReviewDue ?? Temporal.PlainDate.from(last).add({ years: 1 }).toString();
  if (nextReviewDue <= last)
    return { problem: { column: 'nextReviewDue', rule: { nl: 'na de laatste bespreking', en: 'after the last review' } } };
  return { plan: { establishedOn, lastReviewedOn, nextReviewDue } };
}

import type { Wording } from '@servicepunt/shared/errors';
import type { PlacementKind } from '../evaluation/schedule.ts';

export const PLACEMENT_RHYTHMS = ['BLOCK', 'RIBBON'] as const;
export type PlacementRhythm = (typeof PLACEMENT_RHYTHMS)[number];
/** What is stored. RUNNING is an agreed placement whose first day has come: a date, not a change that somebody could forget. */
export const STORED_STATES = ['PLANNED', 'PROPOSED', 'AGREED', 'COMPLETED', 'ENDED_EARLY', 'NO_SHOW', 'CANCELLED', 'DECLINED'] as const;
export type StoredState = (typeof STORED_STATES)[number];
export type PlacementState = StoredState | 'RUNNING';
export const LEGAL_BASES = ['STATUTORY_REPORT', 'CONSENT', 'CONTRACT', 'PUBLIC_TASK', 'VITAL_INTEREST'] as const;
export type LegalBasis = (typeof LEGAL_BASES)[number];
export type PlacementEndReason = 'NO_SHOW' | 'EARLY_END' | 'COMPLETED';
export type OfferPlaceState = 'RESERVED' | 'CONFIRMED' | 'LOST' | 'RELEASED';

export interface Staged {
  readonly state: StoredState;
  readonly startsOn: string;
  readonly endsOn: string;
}

export function stateOn(placement: Pick<Staged, 'state' | 'startsOn'>, today: string): PlacementState {
  return placement.state === 'AGREED' && placement.startsOn <= today ? 'RUNNING' : placement.state;
}

/** States in which the pupil's time is taken. */
export const TAKES_TIME: readonly StoredState[] = ['PLANNED', 'PROPOSED', 'AGREED', 'COMPLETED'];
/** States in which something may still change. */
export const OPEN_STATES: readonly StoredState[] = ['PLANNED', 'PROPOSED', 'AGREED'];
/** From the proposal on the company may know of it; what was called off or declined it needn't keep seeing. */
export const SEEN_BY_COMPANY: readonly StoredState[] = ['PROPOSED', 'AGREED', 'COMPLETED', 'ENDED_EARLY', 'NO_SHOW'];

/** What is done to a placement, and in which states that is possible. */
const POSSIBLE_IN = {
  propose: ['PLANNED', 'PROPOSED', 'AGREED', 'RUNNING'],
  change: ['PLANNED', 'PROPOSED'],
  changeLearningPlan: ['PLANNED', 'PROPOSED', 'AGREED', 'RUNNING'],
  decline: ['PROPOSED'],
  cancel: ['PLANNED', 'PROPOSED', 'AGREED'],
  end: ['RUNNING'],
  draftAgreement: ['PLANNED', 'PROPOSED'],
  amend: ['AGREED', 'RUNNING'],
} as const satisfies Record<string, readonly PlacementState[]>;
export type PlacementStep = keyof typeof POSSIBLE_IN;

export function isPossible(step: PlacementStep, state: PlacementState): boolean {
  return (POSSIBLE_IN[step] as readonly PlacementState[]).includes(state);
}

/** Longest internship, in days: a school year. */
export const LONGEST_DAYS = 366;

export type PeriodProblem = { readonly code: 'ENDS_BEFORE_START' | 'PERIOD_TOO_LONG' | 'IN_THE_PAST'; readonly field: 'endsOn' };

export function periodProblem(period: { startsOn: string; endsOn: string }, today: string | null): PeriodProblem | null {
  const { startsOn, endsOn } = period;
  if (endsOn < startsOn) return { code: 'ENDS_BEFORE_START', field: 'endsOn' };
  if (Temporal.PlainDate.from(startsOn).until(endsOn, { largestUnit: 'days' }).days >= LONGEST_DAYS)
    return { code: 'PERIOD_TOO_LONG', field: 'endsOn' };
  return today !== null && endsOn < today ? { code: 'IN_THE_PAST', field: 'endsOn' } : null;
}

/** Internships inside the school have no company; all other kinds need one. A teacher's internship is not about a pupil. */
export function workplaceRule(kind: PlacementKind, employerId: string | null): { field: string; rule: Wording } | null {
  if (kind === 'TEACHER')
    return {
      field: 'kind',
      rule: { nl: 'een docentenstage gaat niet over een leerling', en: "a teacher's internship is not about a pupil" },
    };
  if (kind === 'INTERNAL' && employerId !== null)
    return {
      field: 'employerId',
      rule: { nl: 'een interne stage heeft geen bedrijf', en: 'an internship inside the school has no company' },
    };
  if (kind !== 'INTERNAL' && employerId === null)
    return { field: 'employerId', rule: { nl: 'noem een plaats of een bedrijf', en: 'name an offer or a company' } };
  return null;
}

/** Grounds on which a company may see a trainee (GDPR art. 6): a report that the law prescribes goes to schools, and nobody's life is at stake. */
export function basisFitsCompany(basis: LegalBasis): boolean {
  return basis === 'CONSENT' || basis === 'CONTRACT' || basis === 'PUBLIC_TASK';
}

/** What a company gets to see of a trainee (DOMAIN section 7); the disclosure names it. */
export const DISCLOSED_TO_COMPANY: readonly string[] = [
  'firstName',
  'familyNameUnderAgreement',
  'ageClass',
  'goals',
  'schedule',
  'workAdjustments',
  'emergencyContact',
];
export const PLACEMENT_PURPOSE = 'PLACEMENT';

export type EndProblem = { readonly field: 'endedOn' | 'reason'; readonly rule: Wording };

/** When an internship may end, by how it ends. */
export function endProblem(placement: Staged, end: { reason: PlacementEndReason; endedOn: string }, today: string): EndProblem | null {
  const { reason, endedOn } = end;
  if (endedOn > today) return { field: 'endedOn', rule: { nl: 'niet later dan vandaag', en: 'not later than today' } };
  if (endedOn < placement.startsOn) return { field: 'endedOn', rule: { nl: 'niet voor de eerste dag', en: 'not before the first day' } };
  if (reason === 'COMPLETED' && endedOn < placement.endsOn)
    return { field: 'reason', rule: { nl: 'de laatste dag is nog niet geweest', en: "the last day hasn't come yet" } };
  if (reason === 'EARLY_END' && endedOn >= placement.endsOn)
    return { field: 'reason', rule: { nl: 'de laatste dag is al geweest', en: 'the last day has come' } };
  return null;
}

export const STATE_AFTER_END: Readonly<Record<PlacementEndReason, StoredState>> = {
  NO_SHOW: 'NO_SHOW',
  EARLY_END: 'ENDED_EARLY',
  COMPLETED: 'COMPLETED',
};

export const MOST_GOALS = 20;

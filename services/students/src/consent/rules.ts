import type { Wording } from '@servicepunt/shared/errors';
import { consentGiverOn } from '../person/age.ts';

export type ConsentPurpose = 'PLACEMENT' | 'WARM_HANDOVER' | 'AFTERCARE' | 'IMAGES';
export type ConsentState = 'ACTIVE' | 'REVIEW_DUE' | 'WITHDRAWN';
export type ConsentAct = 'GIVEN' | 'CONFIRMED' | 'WITHDRAWN';
/** Whose word it is: the pupil's, or that of a guardian (id of the record). */
export interface ConsentParty {
  giver: 'GUARDIAN' | 'STUDENT';
  id: string;
}
export interface ConsentStatement {
  act: ConsentAct;
  by: ConsentParty;
  at: Date;
  onPaper: boolean;
  /** Id of the viewer who did it: the party itself, or the staff member with the paper. */
  recordedBy: string;
}
export interface ConsentFacts {
  studentId: string;
  purpose: ConsentPurpose;
  items: string[];
  givenBy: ConsentParty;
  withdrawnAt: Date | null;
}

/**
 * Where a consent stands on a day. A guardian's word is worth nothing new from the pupil's 16th birthday:
 * it is due for review until the pupil confirms or withdraws it (DOMAIN section 7). Computed on the day, so that no job has to run.
 */
export function consentStateOn(consent: Pick<ConsentFacts, 'givenBy' | 'withdrawnAt'>, birthDate: string, day: string): ConsentState {
  if (consent.withdrawnAt !== null) return 'WITHDRAWN';
  const outgrown = consent.givenBy.giver === 'GUARDIAN' && consentGiverOn(birthDate, day) === 'STUDENT';
  return outgrown ? 'REVIEW_DUE' : 'ACTIVE';
}

/** Whether a consent stands behind giving away these items for this purpose on a day. */
export function consentCovers(
  consent: ConsentFacts,
  wanted: { readonly purpose: string; readonly items: readonly string[] },
  birthDate: string,
  day: string,
): boolean {
  return (
    consent.purpose === wanted.purpose &&
    consentStateOn(consent, birthDate, day) === 'ACTIVE' &&
    wanted.items.every((item) => consent.items.includes(item))
  );
}

const MAX_ITEMS = 50;
/** Names of fields, never words about the pupil. */
const ITEM = /^[A-Za-z][A-Za-z0-9_.]{0,59}$/;

/** The items of a consent, each once and in order, or the rule that they break. */
export function readItems(items: readonly string[]): { items: string[] } | { rule: Wording } {
  const named = [...new Set(items.map((item) => item.trim()))].toSorted();
  if (named.length < 1 || named.length > MAX_ITEMS || !named.every((item) => ITEM.test(item)))
    return { rule: { nl: `1 tot ${MAX_ITEMS} namen van velden`, en: `1 to ${MAX_ITEMS} names of fields` } };
  return { items: named };
}

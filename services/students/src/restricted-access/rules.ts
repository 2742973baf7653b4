import type { Wording } from '@servicepunt/shared/errors';

/** How long restricted fields stay open after somebody wrote down why: one working day. */
export const OPEN_FOR_HOURS = 8;
/** Shorter than this is a keystroke, not a reason. */
export const REASON_MIN_LENGTH = 10;

/** When an access that is opened now closes by itself. */
export function closesAt(openedAt: Date): Date {
  return new Date(openedAt.getTime() + OPEN_FOR_HOURS * 3_600_000);
}

/** Whether an access still opens anything at an instant; the instant at which it expires is outside. */
export function standsAt(access: { readonly expiresAt: Date }, now: Date): boolean {
  return now < access.expiresAt;
}

/** The rule that a reason breaks, or null. */
export function ruleOfReason(reason: string): Wording | null {
  if (reason.length >= REASON_MIN_LENGTH) return null;
  return {
    nl: `een reden van ten minste ${REASON_MIN_LENGTH} tekens`,
    en: `a reason of at least ${REASON_MIN_LENGTH} characters`,
  };
}

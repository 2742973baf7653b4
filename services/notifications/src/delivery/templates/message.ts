import type { Language } from '@servicepunt/shared/contracts/roles';
import { ZONE } from '@servicepunt/shared/clock';
import type { RecipientRole, ReminderKind, SubjectType } from '../../rule/rules.ts';

/** Dates and codes that a text is made from; names come beside it and are never stored. */
export interface MessageFacts {
  readonly moment: string | null;
  readonly dueOn: string | null;
  readonly conversationAt: string | null;
  readonly deadline: string | null;
}

/** Whom a text speaks to. `STAND_IN`: staff who get it because those whom it was meant for can't be reached. */
export type Audience = RecipientRole | 'STAND_IN';

export interface TextInput {
  readonly subjectType: SubjectType;
  /** `MANUAL` reads as a warning before the day and as a chase after it. */
  readonly kind: Exclude<ReminderKind, 'MANUAL'>;
  readonly audience: Audience;
  /** The role that it was meant for. */
  readonly role: RecipientRole;
  readonly facts: MessageFacts;
  /** The pupil as this audience may know him; null where the text names nobody. */
  readonly pupil: string | null;
}
export interface Text {
  /** Names nobody: it is read on locked screens and stands in the logs of mail servers. */
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly action: string;
}
/** Everything that is said in one language. */
export interface Texts {
  text(input: TextInput): Text;
  readonly greeting: (name: string | null) => string;
  readonly closing: string;
  readonly linkNote: string;
  readonly footer: string;
  readonly preferences: string;
  readonly digestSubject: (count: number) => string;
  readonly digestIntro: (count: number) => string;
}

/** A pupil in a mail: outside the foundation by the first name alone, to staff with an initial, so that two Noors are told apart (DOMAIN section 7). */
export function pupilInMail(pupil: { readonly givenName: string; readonly familyName: string }, isStaff: boolean): string {
  const initial = /\p{Lu}/u.exec(pupil.familyName)?.[0] ?? pupil.familyName.charAt(0).toUpperCase();
  return isStaff && initial !== '' ? `${pupil.givenName} ${initial}.` : pupil.givenName;
}

export const isPast = (day: string | null, today: string): boolean => day !== null && day < today;

/** The day that a text is about: the evaluation, the conversation, the deadline, or the day from which a pupil decides. */
export function dayOfFacts(subjectType: SubjectType, facts: MessageFacts): string | null {
  if (subjectType !== 'HANDOVER') return facts.dueOn;
  return facts.conversationAt === null ? facts.deadline : localDay(facts.conversationAt);
}
const localDay = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE).toPlainDate().toString();

const LOCALES = { nl: 'nl-NL', en: 'en-GB' } as const;

/** `donderdag 26 november 2026`; without the comma that some versions of the language data put after the weekday. */
export function longDay(day: string | null, language: Language): string {
  if (day === null) return '';
  return Temporal.PlainDate.from(day)
    .toLocaleString(LOCALES[language], {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    })
    .replace(',', '');
}
/** `14:00`, on the wall in the Netherlands. */
export function wallTime(instant: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE).toPlainTime().toString({ smallestUnit: 'minute' });
}

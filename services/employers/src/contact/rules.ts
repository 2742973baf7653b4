import { LANGUAGES, type Language } from '@servicepunt/shared/contracts/roles';
import { containsNationalNumber } from '@servicepunt/shared/contracts/free-text';
import { normalisePhoneNumber } from '@servicepunt/shared/contracts/identifiers';
import type { RowCheck } from '@servicepunt/shared/import';
import { line, lineRule, wrong } from '../input.ts';
import { plain } from '../search.ts';

export const PERSON_KINDS = ['CONTACT', 'WORKPLACE_SUPERVISOR'] as const;
export type PersonKind = (typeof PERSON_KINDS)[number];
export const idPrefixOf = (kind: PersonKind): 'con' | 'wsp' => (kind === 'CONTACT' ? 'con' : 'wsp');

export interface PersonInput {
  readonly givenName: string;
  readonly familyName: string;
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly language?: string | null | undefined;
  readonly subject?: string | null | undefined;
}
export interface PersonFacts {
  givenName: string;
  familyName: string;
  email: string | null;
  phone: string | null;
  /** Null where nothing was said: a new person gets Dutch. */
  language: Language | null;
  subject: string | null;
}

/** The HTML specification's form of an address, with a dot in its domain; 254 characters is what mail can carry (RFC 5321). */
const EMAIL = /^[\w.!#$%&'*+/=?^`{|}~-]+@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i;
const isEmail = (text: string): boolean => text.length <= 254 && EMAIL.test(text);

const SUBJECT_MAX_LENGTH = 300;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Whether a text can be somebody's account. */
export const isSubject = (text: string | null | undefined): text is string =>
  typeof text === 'string' && text.trim() !== '' && text.length <= SUBJECT_MAX_LENGTH;

/** What decides whether two contacts may sign in with one account. */
export interface AccountHolder {
  readonly employerId: string | null;
  readonly groupId: string | null;
  readonly givenName: string;
  readonly familyName: string;
}
const nameOf = ({ givenName, familyName }: AccountHolder): string => plain(`${givenName} ${familyName}`);

/** One person may be the contact of two companies; two people are never one account, nor is one person two contacts of the same company. */
export const mayShareAccount = (one: AccountHolder, other: AccountHolder): boolean =>
  nameOf(one) === nameOf(other) && (one.employerId !== other.employerId || one.groupId !== other.groupId);

/** Who a person is and how to reach him. */
export function checkPerson(input: PersonInput): RowCheck<PersonFacts> {
  const givenName = line(input.givenName, 100);
  if (givenName === null) return wrong('givenName', lineRule(100));
  const familyName = line(input.familyName, 100);
  if (familyName === null) return wrong('familyName', lineRule(100));
  const email = input.email?.trim() ?? null;
  if (email !== null && !isEmail(email)) return wrong('email', { nl: 'een e-mailadres', en: 'an e-mail address' });
  const phone = typeof input.phone === 'string' ? normalisePhoneNumber(input.phone) : null;
  if (typeof input.phone === 'string' && phone === null) return wrong('phone', { nl: 'een telefoonnummer', en: 'a telephone number' });
  const language = LANGUAGES.find((known) => known === input.language) ?? null;
  if (typeof input.language === 'string' && language === null) return wrong('language', LANGUAGES.join(', '));
  // Kept as it comes: identity providers compare subjects letter by letter.
  const subject = input.subject ?? null;
  if (subject !== null && !isSubject(subject)) return wrong('subject', lineRule(SUBJECT_MAX_LENGTH));
  // A login name may be a citizen service number; the hexadecimal digits of a UUID only look like one by chance.
  if (subject !== null && !UUID.test(subject) && containsNationalNumber(subject))
    return { ...wrong('subject', ''), code: 'NATIONAL_NUMBER' };
  return { ok: true, facts: { givenName, familyName, email, phone, language, subject } };
}

import { containsNationalNumber } from '@servicepunt/shared/contracts/free-text';
import { normalisePhoneNumber } from '@servicepunt/shared/contracts/identifiers';
import { LANGUAGES, type Language } from '@servicepunt/shared/contracts/roles';
import type { Wording } from '@servicepunt/shared/errors';

/** What every record of a person holds. */
export interface PersonFacts {
  givenName: string;
  familyName: string;
  email: string | null;
  phone: string | null;
  /** The person at the identity provider; null for somebody who doesn't sign in. */
  subject: string | null;
}

export const NAME_MAX_LENGTH = 100;
export const SUBJECT_MAX_LENGTH = 300;

/** What is wrong with a value, by its column; never the value. */
export interface ColumnProblem {
  readonly column: string;
  readonly rule: Wording;
  readonly code?: 'INVALID_INPUT' | 'NATIONAL_NUMBER' | 'NOT_FOUND';
}

/** The rule for addresses of the HTML specification, and a dot in the domain: the gateway's `EmailAddress` follows the same. */
const EMAIL = /^[\w.!#$%&'*+/=?^`{|}~-]+@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const MUST_BE_FILLED: Wording = { nl: 'moet zijn ingevuld', en: 'must be filled in' };

/** Whether a text names a day of the calendar, as `2026-11-24`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).year >= 1900;
  } catch {
    return false;
  }
}

/**
 * Reads the columns of one row and remembers the first that is wrong; what it returns after a problem is not to be used.
 * `path` stands before the names of the columns of a part of a row (`guardians.0.`).
 */
export function readColumns<Row extends object>(row: Row, path = '') {
  let problem: ColumnProblem | null = null;
  type Column = keyof Row & string;
  const wrong = (column: string, rule: Wording, code: NonNullable<ColumnProblem['code']> = 'INVALID_INPUT'): void => {
    problem ??= { column: `${path}${column}`, rule, code };
  };
  const textOf = (column: Column): string => {
    const value = row[column];
    return typeof value === 'string' ? value.normalize('NFC').trim() : '';
  };
  const withoutNationalNumber = (column: Column, text: string): string => {
    if (containsNationalNumber(text)) wrong(column, '', 'NATIONAL_NUMBER');
    return text;
  };
  const filled = (column: Column): string => {
    const text = textOf(column);
    if (text === '') wrong(column, MUST_BE_FILLED);
    return text;
  };
  const lineOf = (column: Column, text: string, max: number): string => {
    if (text.length > max) wrong(column, { nl: `hoogstens ${max} tekens`, en: `at most ${max} characters` });
    if (/\p{Cc}/u.test(text)) wrong(column, { nl: 'tekst op één regel', en: 'text on one line' });
    return withoutNationalNumber(column, text);
  };
  const dayOf = (column: Column, text: string): string => {
    if (!isDay(text)) wrong(column, { nl: 'een datum zoals 2026-11-24', en: 'a date as 2026-11-24' });
    return text;
  };
  const optional =
    <T>(read: (column: Column, text: string) => T) =>
    (column: Column): T | null => {
      const text = textOf(column);
      return text === '' ? null : read(column, text);
    };
  const choiceOf = <T extends string>(column: Column, text: string, choices: readonly T[]): T => {
    const choice = choices.find((known) => known === text);
    if (choice === undefined) wrong(column, choices.join(', '));
    return choice as T;
  };

  return {
    wrong,
    /** The first problem, or null where every column that was read is right. */
    problem: (): ColumnProblem | null => problem,
    line: (column: Column, max = NAME_MAX_LENGTH): string => lineOf(column, filled(column), max),
    optionalLine: (column: Column, max = NAME_MAX_LENGTH): string | null => optional((_, text) => lineOf(column, text, max))(column),
    day: (column: Column): string => dayOf(column, filled(column)),
    optionalDay: optional(dayOf),
    choice: <T extends string>(column: Column, choices: readonly T[]): T => choiceOf(column, filled(column), choices),
    optionalChoice: <T extends string>(column: Column, choices: readonly T[]): T | null =>
      optional((_, text) => choiceOf(column, text, choices))(column),
    language: (column: Column): Language | null => optional((_, text) => choiceOf(column, text, LANGUAGES))(column),
    email: optional((column, text) => {
      const address = text.toLowerCase();
      if (!EMAIL.test(address) || address.length > 254) wrong(column, { nl: 'een e-mailadres', en: 'an e-mail address' });
      return withoutNationalNumber(column, address);
    }),
    phone: optional((column, text) => {
      const phone = normalisePhoneNumber(text);
      if (phone === null) wrong(column, { nl: 'een telefoonnummer', en: 'a telephone number' });
      return phone ?? '';
    }),
    // A login name may be a citizen service number; the hexadecimal digits of a UUID only look like one by chance.
    subject: optional((column, text) => {
      if (text.length > SUBJECT_MAX_LENGTH)
        wrong(column, { nl: `hoogstens ${SUBJECT_MAX_LENGTH} tekens`, en: `at most ${SUBJECT_MAX_LENGTH} characters` });
      return UUID.test(text) ? text : withoutNationalNumber(column, text);
    }),
  };
}

/** A name as it is compared and sorted: without case, accents and double spaces. */
export function foldName(name: string): string {
  return name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

/** What a list of people is sorted by and searched in: family name first, so that the beginning of a family name finds it. */
export function sortNameOf(person: { readonly familyName: string; readonly givenName: string }): string {
  return `${foldName(person.familyName)} ${foldName(person.givenName)}`;
}

/** Rows whose family name begins with a text, as a range of `sortName`; null where the text says nothing. */
export function searchRange(search: string): { $gte: string; $lt: string } | null {
  const start = foldName(search);
  return start === '' ? null : { $gte: start, $lt: `${start}\u{10ffff}` };
}

import { containsNationalNumber } from '@servicepunt/shared/contracts/free-text';
import {
  normaliseBrin,
  normaliseEstablishmentNumber,
  normaliseKvkNumber,
  normaliseLocationCode,
  normalisePhoneNumber,
  normalisePostcode,
  normaliseSchoolPupilNumber,
} from '@servicepunt/shared/contracts/identifiers';
import { WORDS, plain, type WordList } from './words.ts';

/** What stands in a cell, or why it can't be used. The reason never holds what was typed. */
export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };
type Reader<T> = (text: string) => Reading<T>;

export interface WorkingTime {
  /** 1 is Monday. */
  readonly weekday: number;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly breakMinutes: number;
}

const good = <T>(value: T): Reading<T> => ({ ok: true, value });
const bad = (reason: string): Reading<never> => ({ ok: false, reason });
const normalised =
  (normalise: (text: string) => string | null, reason: string): Reader<string> =>
  (text) => {
    const value = normalise(text);
    return value === null ? bad(reason) : good(value);
  };
const word = <T extends string>(list: WordList<T>): Reader<T> => {
  const meaning = new Map<string, T>();
  for (const [value, words] of Object.entries(list) as [T, readonly string[]][])
    for (const name of [value, ...words]) meaning.set(plain(name), value);
  const allowed = (Object.values(list) as (readonly string[])[]).map((words) => words[0]).join(', ');
  return (text) => {
    const value = meaning.get(plain(text));
    return value === undefined ? bad(`must be one of: ${allowed}`) : good(value);
  };
};

/** A text on one line. A replacement character means that the file's encoding was damaged before it came here. */
const line: Reader<string> = (text) => {
  const value = text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  if (containsNationalNumber(value))
    return bad('holds a number that may be a citizen service number (9 digits that pass the eleven test; about 1 in 11 random ones do)');
  if (value.includes('\ufffd')) return bad('holds characters that can not be read: the file was saved in a wrong encoding');
  if (/\p{Cc}/u.test(value)) return bad('holds control characters');
  return good(value);
};

/** Free text in which line breaks count. */
const text: Reader<string> = (typed) => {
  const lines = typed.split(/\r\n|\r|\n/).map(line);
  const refused = lines.find((reading) => !reading.ok);
  if (refused) return refused;
  const value = lines.map((reading) => (reading.ok ? reading.value : '')).join('\n');
  // A number may be broken over two lines.
  return containsNationalNumber(value.replaceAll('\n', ' ')) ? line(value.replaceAll('\n', ' ')) : good(value.trim());
};

/** Calendar day: `DD-MM-YYYY`, `D-M-YYYY` or `YYYY-MM-DD`; slashes are refused because they are read both ways round. */
const day: Reader<string> = (typed) => {
  const dutch = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(typed);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed);
  const [year, month, date] = dutch ? [dutch[3], dutch[2], dutch[1]] : iso ? [iso[1], iso[2], iso[3]] : [];
  if (year === undefined) return bad('must be a date as DD-MM-YYYY');
  try {
    return good(
      Temporal.PlainDate.from({ year: Number(year), month: Number(month), day: Number(date) }, { overflow: 'reject' }).toString(),
    );
  } catch {
    return bad('is no day of the calendar');
  }
};

/** A moment on the clock in the Netherlands, `DD-MM-YYYY HH:MM`, as an instant. */
const moment: Reader<string> = (typed) => {
  const [date = '', time = ''] = typed.split(/[ T]+/);
  const on = day(date);
  if (!on.ok || !TIME.test(time)) return bad('must be a date and time as DD-MM-YYYY HH:MM');
  return good(Temporal.PlainDate.from(on.value).toZonedDateTime({ timeZone: 'Europe/Amsterdam', plainTime: time }).toInstant().toString());
};

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const WEEKDAYS = ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'];

/** Several values in one cell stand between bars or on lines of their own. */
const parts = (typed: string): string[] =>
  typed
    .split(/[|\r\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** `ma 08:30-15:00 (30) | di 08:30-15:00 (30)`: day, from, to, and the break in minutes. */
const workingTimes: Reader<WorkingTime[]> = (typed) => {
  const times: WorkingTime[] = [];
  for (const part of parts(typed)) {
    const found = /^(\p{L}{2})\p{L}* (\d\d:\d\d) ?- ?(\d\d:\d\d)(?: \((\d{1,3})\))?$/u.exec(part);
    const weekday = WEEKDAYS.indexOf((found?.[1] ?? '').toLowerCase()) + 1;
    const [startsAt = '', endsAt = ''] = [found?.[2], found?.[3]];
    if (weekday === 0 || !TIME.test(startsAt) || !TIME.test(endsAt))
      return bad('must be days and times as: ma 08:30-15:00 (30) | di 08:30-15:00 (30)');
    times.push({ weekday, startsAt, endsAt, breakMinutes: Number(found?.[4] ?? 0) });
  }
  return good(times);
};

const lines: Reader<string[]> = (typed) => {
  const readings = parts(typed).map(line);
  return readings.find((reading) => !reading.ok) ?? good(readings.map((reading) => (reading.ok ? reading.value : '')));
};

const words = <T extends string>(list: WordList<T>): Reader<T[]> => {
  const one = word(list);
  return (typed) => {
    const readings = typed.split(/[,|]/).map((part) => one(part));
    const refused = readings.find((reading) => !reading.ok);
    return refused ?? good([...new Set(readings.flatMap((reading) => (reading.ok ? [reading.value] : [])))]);
  };
};

/** The rule for addresses of the HTML specification, which the gateway's `EmailAddress` follows too, and a dot in the domain. */
const EMAIL = /^[\w.!#$%&'*+/=?^`{|}~-]+@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;
const email: Reader<string> = (typed) => {
  const value = typed.toLowerCase();
  if (!EMAIL.test(value) || value.length > 254) return bad('must be an e-mail address');
  return containsNationalNumber(value) ? line(value) : good(value);
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** A login name may be a citizen service number; the digits of a UUID only look like one by chance. */
const subject: Reader<string> = (typed) => (UUID.test(typed) ? good(typed) : line(typed));

const count: Reader<number> = (typed) => (/^[0-9]{1,4}$/.test(typed) ? good(Number(typed)) : bad('must be a whole number'));

/** One reader per kind of cell; `headers.ts` says which column holds which. */
export const CELLS = {
  brin: normalised(normaliseBrin, 'must be a BRIN: two digits and two letters'),
  locationCode: normalised(normaliseLocationCode, 'must be a location code: BRIN and two digits'),
  pupilNumber: normalised(normaliseSchoolPupilNumber, 'must be at most 20 letters and digits'),
  kvkNumber: normalised(normaliseKvkNumber, 'must be a KVK number: 8 digits, leading zeros included'),
  establishmentNumber: normalised(normaliseEstablishmentNumber, 'must be an establishment number: 12 digits'),
  postcode: normalised(normalisePostcode, 'must be a postcode: 1234 AB'),
  phone: normalised(normalisePhoneNumber, 'must be a telephone number'),
  line,
  text,
  lines,
  email,
  subject,
  day,
  moment,
  count,
  workingTimes,
  language: word(WORDS.language),
  holidayRegion: word(WORDS.holidayRegion),
  outflowProfile: word(WORDS.outflowProfile),
  role: word(WORDS.role),
  contactKind: word(WORDS.contactKind),
  placementKind: word(WORDS.placementKind),
  rhythm: word(WORDS.rhythm),
  placementState: word(WORDS.placementState),
  handoverTarget: word(WORDS.handoverTarget),
  handoverState: word(WORDS.handoverState),
  moments: words(WORDS.evaluationMoment),
} as const;

export type CellKind = keyof typeof CELLS;
export type CellValue<K extends CellKind> = Extract<ReturnType<(typeof CELLS)[K]>, { ok: true }>['value'];

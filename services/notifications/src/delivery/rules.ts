import { ZONE } from '@servicepunt/shared/clock';
import { instantOf } from '../rule/plan.ts';
import type { ReminderClass, ReminderKind } from '../rule/rules.ts';

export const CHANNELS = ['MAIL', 'IN_APP'] as const;
/** A way by which a message reaches a person; webhooks of HR systems will be one more. */
export type Channel = (typeof CHANNELS)[number];

export const QUIET_FROM_HOUR = 20;
export const QUIET_UNTIL_HOUR = 8;
/** A digest goes out after the reminders of its own day, which fall due at 09:00. */
export const DIGEST_TIME = '10:00';
/** ISO weekday on which an employer's contact gets his digest unless he chose another: Tuesday. */
export const DIGEST_WEEKDAY = 2;

/** What a person chose; absent choices are the defaults. */
export interface Preferences {
  readonly mail: boolean;
  readonly inApp: boolean;
  readonly language: 'nl' | 'en' | null;
  /** No mail until this day; null when nothing is paused. */
  readonly pausedUntil: string | null;
  /** 1 (Monday) to 5 (Friday), or null for "each mail by itself". */
  readonly digestWeekday: number | null;
}
export const DEFAULT_PREFERENCES: Preferences = {
  mail: true,
  inApp: true,
  language: null,
  pausedUntil: null,
  digestWeekday: DIGEST_WEEKDAY,
};

/** People who act by links alone have no inbox: mail is the one way to them. */
const WITHOUT_INBOX = ['wsp_', 'pct_'];
const EMPLOYERS_PEOPLE = ['con_', 'wsp_'];

export const hasInbox = (personId: string): boolean => !WITHOUT_INBOX.some((prefix) => personId.startsWith(prefix));
export const isEmployersPerson = (personId: string): boolean => EMPLOYERS_PEOPLE.some((prefix) => personId.startsWith(prefix));

/** By which channels a person is reached. A legal deadline is mailed whatever he chose. */
export function channelsOf(
  person: { readonly id: string; readonly mailable: boolean },
  preferences: Preferences,
  reminderClass: ReminderClass,
): Channel[] {
  const inbox = hasInbox(person.id);
  const mail = person.mailable && (preferences.mail || !inbox || reminderClass === 'LEGAL_DEADLINE');
  return [...(mail ? (['MAIL'] as const) : []), ...(inbox && preferences.inApp ? (['IN_APP'] as const) : [])];
}

/** Whether quiet hours, pause and digest don't count: the law sets the date, or a person pressed the button. */
export const isUrgent = (reminder: { readonly class: ReminderClass; readonly kind: ReminderKind }): boolean =>
  reminder.class === 'LEGAL_DEADLINE' || reminder.kind === 'MANUAL';

/** The first moment from `at` on at which a mail may go out: no nights (20:00–08:00), no weekends, not before a pause ends. */
export function nextAllowed(at: Date, preferences: Pick<Preferences, 'pausedUntil'>): Date {
  let local = zoned(at);
  const { pausedUntil } = preferences;
  if (pausedUntil !== null && local.toPlainDate().toString() < pausedUntil) local = morning(Temporal.PlainDate.from(pausedUntil));
  if (local.hour >= QUIET_FROM_HOUR) local = morning(local.toPlainDate().add({ days: 1 }));
  else if (local.hour < QUIET_UNTIL_HOUR) local = morning(local.toPlainDate());
  if (local.dayOfWeek > 5) local = morning(local.toPlainDate().add({ days: 8 - local.dayOfWeek }));
  return new Date(local.epochMilliseconds);
}
const zoned = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(ZONE);
const morning = (day: Temporal.PlainDate) =>
  day.toZonedDateTime({ timeZone: ZONE, plainTime: Temporal.PlainTime.from({ hour: QUIET_UNTIL_HOUR }) });

/**
 * The digest in which a reminder may wait: the person's next digest day, if that is before the day the reminder is about.
 * Null when it has to go alone: it would be late, it chases, or it can't wait.
 */
export function digestFor(
  now: Date,
  reminder: { readonly class: ReminderClass; readonly kind: ReminderKind; readonly basisDay: string },
  preferences: Pick<Preferences, 'digestWeekday'>,
): { day: string; at: Date } | null {
  if (preferences.digestWeekday === null || reminder.kind !== 'WARN' || isUrgent(reminder)) return null;
  const today = zoned(now).toPlainDate();
  let day = today.add({ days: (preferences.digestWeekday - today.dayOfWeek + 7) % 7 });
  if (instantOf(day.toString(), DIGEST_TIME) < now) day = day.add({ days: 7 });
  if (day.toString() >= reminder.basisDay) return null;
  return { day: day.toString(), at: instantOf(day.toString(), DIGEST_TIME) };
}

const FIRST_RETRY_MS = 5_000;
export const LONGEST_RETRY_MS = 3_600_000;
/** How long to wait after the n-th attempt that failed, in milliseconds: 5 s, 10 s, 20 s, … at most an hour. */
export function retryDelay(attempt: number): number {
  return Math.min(FIRST_RETRY_MS * 2 ** Math.max(0, attempt - 1), LONGEST_RETRY_MS);
}

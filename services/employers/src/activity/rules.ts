import { keptSince, RETENTION } from '@servicepunt/shared/contracts/retention';

/** From this many days before a contact goes it is known: the mail leaves a week before, on a working day. */
export const NOTICE_DAYS = 14;
/** Between the mail and the end. */
export const MAIL_DAYS = 7;
/** A mail that couldn't leave keeps nobody for ever. */
export const LONGEST_WAIT_DAYS = 30;

/** What was told of a contact who is about to go. */
export interface IdleNotice {
  readonly toldOn: string;
  /** The last activity of which it was told: a later one is a reason to stay. */
  readonly lastOn: string;
  readonly goesOn: string;
  readonly mailedOn?: string;
}

const plus = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();
/** The latest of some days; those that aren't known are left out. */
export const latestOf = (...days: readonly (string | null | undefined)[]): string =>
  days.reduce<string>((latest, day) => (day && day > latest ? day : latest), '0000-00-00');

/** Whether somebody whose last activity was on a day has had his time. */
export const isIdle = (lastOn: string, today: string): boolean => lastOn < keptSince('IDLE_CONTACTS', today);
/** Whether it has to be told now that he goes. */
export const isNoticeDue = (lastOn: string, today: string): boolean => isIdle(lastOn, plus(today, NOTICE_DAYS));

/** The first day on which he is idle, and never less than the days of notice from today. */
export function noticeOf(lastOn: string, today: string): IdleNotice {
  const first = plus(Temporal.PlainDate.from(lastOn).add(RETENTION.IDLE_CONTACTS.keeps).toString(), 1);
  return { toldOn: today, lastOn, goesOn: latestOf(first, plus(today, NOTICE_DAYS)) };
}

/** Whether a contact goes today: told of it, idle since, and mailed a week ago where there is an address. */
export function goesToday(
  { notice, lastOn, hasAddress }: { readonly notice: IdleNotice | undefined; readonly lastOn: string; readonly hasAddress: boolean },
  today: string,
): boolean {
  if (!notice || lastOn > notice.lastOn || notice.goesOn > today || !isIdle(lastOn, today)) return false;
  if (!hasAddress || plus(notice.goesOn, LONGEST_WAIT_DAYS) <= today) return true;
  return notice.mailedOn !== undefined && plus(notice.mailedOn, MAIL_DAYS) <= today;
}

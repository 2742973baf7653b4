/** The present, passed in so that rules and tests can choose it. */
export interface Clock {
  now(): Date;
  /** The calendar day in the Netherlands. */
  today(): string;
}

export const ZONE = 'Europe/Amsterdam';

export const systemClock: Clock = clockAt(() => new Date());

/** A clock that tells whatever `now` tells. */
export function clockAt(now: () => Date): Clock {
  return { now, today: () => dayOf(now()) };
}

/** The calendar day in the Netherlands on which an instant falls, as `2026-11-24`. */
export function dayOf(instant: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(ZONE).toPlainDate().toString();
}

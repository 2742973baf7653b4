import { ZONE, type Clock } from './clock.ts';
import { keptSince, type RetentionRuleName } from './contracts/retention.ts';

/** The first instant that is still kept. */
export function keptSinceInstant(rule: RetentionRuleName, clock: Clock): Date {
  const day = Temporal.PlainDate.from(keptSince(rule, clock.today()));
  return new Date(day.toZonedDateTime(ZONE).epochMilliseconds);
}

import { overlapInDay } from '../working-time/rules.ts';
import type { Commitment } from '../working-time/schedule.ts';

/** A placement as it stands in the pupil's calendar. */
export interface CalendarEntry extends Commitment {
  readonly placementId: string;
  /** When it was put there. An older one may be the rest of a planning or a move that broke off: then the placement decides. */
  readonly claimedAt: Date;
}

/** The first day on which two schedules claim the pupil at the same time; null where they never do. */
export function firstClash(left: Commitment, right: Commitment): string | null {
  const from = left.startsOn > right.startsOn ? left.startsOn : right.startsOn;
  const until = left.endsOn < right.endsOn ? left.endsOn : right.endsOn;
  if (until < from) return null;
  const weekdays = new Set(
    left.workingTimes.flatMap((time) =>
      right.workingTimes.some((other) => other.weekday === time.weekday && overlapInDay(time, other)) ? [time.weekday] : [],
    ),
  );
  const first = Temporal.PlainDate.from(from);
  for (let offset = 0; offset < 7; offset += 1) {
    const date = first.add({ days: offset });
    const day = date.toString();
    if (day > until) return null;
    if (weekdays.has(date.dayOfWeek)) return day;
  }
  return null;
}

/** A planning takes seconds: from then on what the placement itself says counts. */
const SETTLED_AFTER_MS = 10 * 60_000;
/** Rests and averages look back at most four weeks. */
const FORGOTTEN_AFTER_DAYS = 60;

/** The placements whose own record counts by now, rather than what was claimed for them. */
export function settled(entries: readonly CalendarEntry[], now: Date): string[] {
  return entries.filter((entry) => now.getTime() - entry.claimedAt.getTime() > SETTLED_AFTER_MS).map((entry) => entry.placementId);
}

/** The entries without those that ended long ago. */
export function remembered(entries: readonly CalendarEntry[], today: string): CalendarEntry[] {
  const oldest = Temporal.PlainDate.from(today).subtract({ days: FORGOTTEN_AFTER_DAYS }).toString();
  return entries.filter((entry) => entry.endsOn >= oldest);
}

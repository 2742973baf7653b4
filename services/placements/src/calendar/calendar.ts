import type { Clock } from '@servicepunt/shared/clock';
import type { Commitment } from '../working-time/schedule.ts';
import { firstClash, remembered, settled, type CalendarEntry } from './rules.ts';
import type { CalendarSnapshot, CalendarStore } from './store.ts';

const ATTEMPTS = 8;

/** The pupil's calendar: who claims a time gets it, and nobody else does. */
export function createCalendar(deps: {
  store: CalendarStore;
  clock: Clock;
  /** Dates and working times of those of these placements that still count. */
  standing: (placementIds: readonly string[]) => Promise<ReadonlyMap<string, Commitment>>;
}) {
  const { store, clock } = deps;

  /** Changes the entries of one pupil until nobody else did at the same time. */
  async function update(
    studentId: string,
    next: (entries: readonly CalendarEntry[]) => Promise<readonly CalendarEntry[]>,
    seen?: CalendarSnapshot,
  ): Promise<void> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const { revision, entries } = (attempt === 0 && seen) || (await store.read(studentId));
      const changed = await next(entries);
      if (changed === entries) return;
      if (await store.replace(studentId, revision, changed)) return;
    }
    throw new Error('The calendar of a pupil changes too often');
  }

  return {
    /** Calendars of many pupils, for claims that follow: whoever changed one meanwhile is noticed. */
    snapshots: store.readMany,
    /**
     * Claims a placement's times, or moves the claim that it has. `judge` sees the pupil's other placements and refuses by throwing;
     * nothing is claimed then. A clash is told with its first day to `judge.clash`, which throws too.
     */
    claim: (
      studentId: string,
      wanted: Commitment & { placementId: string },
      judge: { clash: (day: string) => never; others: (others: readonly Commitment[]) => void },
      seen?: CalendarSnapshot,
    ): Promise<void> =>
      update(
        studentId,
        async (entries) => {
          const now = clock.now();
          const entered = remembered(entries, clock.today()).filter((entry) => entry.placementId !== wanted.placementId);
          const old = settled(entered, now);
          const standing = old.length > 0 ? await deps.standing(old) : new Map<string, Commitment>();
          const others = entered.flatMap((entry) => {
            if (!old.includes(entry.placementId)) return [entry];
            const own = standing.get(entry.placementId);
            return own ? [{ ...entry, startsOn: own.startsOn, endsOn: own.endsOn, workingTimes: own.workingTimes }] : [];
          });
          for (const other of others) {
            const day = firstClash(other, wanted);
            if (day !== null) judge.clash(day);
          }
          judge.others(others);
          const { placementId, startsOn, endsOn, workingTimes } = wanted;
          return [...others, { placementId, startsOn, endsOn, workingTimes, claimedAt: now }];
        },
        seen,
      ),

    /** Gives the time back; a repeat changes nothing. */
    release: (studentId: string, placementId: string): Promise<void> =>
      update(studentId, (entries) =>
        Promise.resolve(
          entries.some((entry) => entry.placementId === placementId)
            ? entries.filter((entry) => entry.placementId !== placementId)
            : entries,
        ),
      ),
  };
}
export type Calendar = ReturnType<typeof createCalendar>;

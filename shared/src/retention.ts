import type { Clock } from './clock.ts';
import { ZONE } from './clock.ts';
import { keptSince, RETENTION, type RetentionRuleName } from './contracts/retention.ts';

/** What carries out one rule of the table. */
export interface RetentionTask {
  readonly rule: RetentionRuleName;
  /** How many are due now; changes nothing. */
  count(): Promise<number>;
  /** Ids of those that are due, after an id, in order. */
  due(after: string, limit: number): Promise<readonly string[]>;
  /** Carries it out for some of them; repeated, it changes nothing more. */
  carryOut(ids: readonly string[]): Promise<void>;
}
export const RETENTION_PAGE = 100;

/**
 * Ends what has had its time, a page at a time. What is done isn't due any more, so that a run that was stopped is gone on with by the next one.
 * A dry run only counts.
 */
export async function runRetention(options: {
  tasks: readonly RetentionTask[];
  dryRun: boolean;
  tell: (line: string) => void;
}): Promise<Partial<Record<RetentionRuleName, number>>> {
  const done: Partial<Record<RetentionRuleName, number>> = {};
  for (const task of options.tasks) {
    const { what, keeps, from } = RETENTION[task.rule];
    const total = await task.count();
    options.tell(`${task.rule}: ${what}, ${keeps} after ${from}: ${total} due`);
    if (options.dryRun) continue;
    let ended = 0;
    for (let ids = await task.due('', RETENTION_PAGE); ids.length > 0; ids = await task.due(ids.at(-1) ?? '', RETENTION_PAGE)) {
      await task.carryOut(ids);
      ended += ids.length;
      options.tell(`${task.rule}: ${ended} of ${Math.max(total, ended)}`);
    }
    done[task.rule] = ended;
  }
  return done;
}

/** The first instant that is still kept. */
export function keptSinceInstant(rule: RetentionRuleName, clock: Clock): Date {
  const day = Temporal.PlainDate.from(keptSince(rule, clock.today()));
  return new Date(day.toZonedDateTime(ZONE).epochMilliseconds);
}

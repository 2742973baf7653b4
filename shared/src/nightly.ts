import { RETENTION, type RetentionRuleName } from './contracts/retention.ts';

/** What a nightly job does in pages. */
interface NightlyWork {
  /** How many are due now; changes nothing. */
  count(): Promise<number>;
  /** Ids of those that are due, after an id, in order. */
  due(after: string, limit: number): Promise<readonly string[]>;
  /** Carries it out for some of them; repeated, it changes nothing more. */
  carryOut(ids: readonly string[]): Promise<void>;
}
/** What carries out one rule of the table. */
export interface RetentionTask extends NightlyWork {
  readonly rule: RetentionRuleName;
}
/** What else falls due with a day: it ends nothing, and has the same form. */
export interface DayTask extends NightlyWork {
  readonly name: string;
  readonly what: string;
}
export type NightlyTask = RetentionTask | DayTask;
export const NIGHTLY_PAGE = 100;

/**
 * Ends what has had its time and does what the day brings, a page at a time. What is done isn't due any more, so that a run that was stopped is gone on with by the next one.
 * A dry run only counts.
 */
export async function runNightly(options: {
  tasks: readonly NightlyTask[];
  dryRun: boolean;
  tell: (line: string) => void;
}): Promise<Record<string, number>> {
  const done: Record<string, number> = {};
  for (const task of options.tasks) {
    const { name, what } = wordsOf(task);
    const total = await task.count();
    options.tell(`${name}: ${what}: ${total} due`);
    if (options.dryRun) continue;
    let ended = 0;
    for (let ids = await task.due('', NIGHTLY_PAGE); ids.length > 0; ids = await task.due(ids.at(-1) ?? '', NIGHTLY_PAGE)) {
      await task.carryOut(ids);
      ended += ids.length;
      options.tell(`${name}: ${ended} of ${Math.max(total, ended)}`);
    }
    done[name] = ended;
  }
  return done;
}

function wordsOf(task: NightlyTask): { name: string; what: string } {
  if ('name' in task) return task;
  const { what, keeps, from } = RETENTION[task.rule];
  return { name: task.rule, what: `${what}, ${keeps} after ${from}` };
}

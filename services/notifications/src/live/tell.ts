import type { Clock } from '@servicepunt/shared/clock';
import type { Logger } from '@servicepunt/shared/log';
import { topicsOfNotification, topicsOfReminder, type ChangedReminder } from './rules.ts';
import type { LiveStore } from './store.ts';

/** Tells those who follow that something changed: after it was written, or they would look too early. */
export interface Teller {
  /** Resolves once it is counted; rejects when the store is away. Told again, it is told twice, which does no harm. */
  notifications(rows: readonly { readonly _id: string; readonly personId: string; readonly subjectId: string }[]): Promise<void>;
  /** Never rejects: what was changed stands, and the list shows it. */
  reminders(rows: readonly (ChangedReminder & { readonly _id: string })[]): Promise<void>;
}

/** For processes without readers: benches of the engine alone. */
export const tellNobody: Teller = { notifications: () => Promise.resolve(), reminders: () => Promise.resolve() };

type Changes = Map<string, string[]>;

/**
 * What is told at the same time goes together: one look for topics that are followed, and a write only for those.
 * A topic that begins to be followed after that look is read together with the change, which was written before.
 */
export function createTeller(deps: {
  live: LiveStore;
  clock: Clock;
  log: Logger;
  /** Calls topics out to the gateways. */
  callOut: (topics: readonly string[]) => void;
}): Teller {
  let waiting: { changes: Changes; done: Promise<void> } | null = null;
  let busy: Promise<unknown> = Promise.resolve();

  async function flush(changes: Changes): Promise<void> {
    const followed = await deps.live.followed([...changes.keys()], deps.clock.now());
    if (followed.length === 0) return;
    await deps.live.tell(new Map(followed.map((topic) => [topic, changes.get(topic) ?? []])));
    deps.callOut(followed);
  }

  function tell(told: readonly { readonly topics: readonly string[]; readonly id: string }[]): Promise<void> {
    if (told.length === 0) return Promise.resolve();
    if (!waiting) {
      const changes: Changes = new Map();
      const before = busy;
      const done = before.then(() => {
        waiting = null;
        return flush(changes);
      });
      busy = done.catch(() => undefined);
      waiting = { changes, done };
    }
    for (const { topics, id } of told)
      for (const topic of topics) {
        const ids = waiting.changes.get(topic);
        if (!ids) waiting.changes.set(topic, [id]);
        else if (!ids.includes(id)) ids.push(id);
      }
    return waiting.done;
  }

  return {
    notifications: (rows) => tell(rows.map((row) => ({ topics: topicsOfNotification(row), id: row._id }))),
    reminders: (rows) =>
      tell(rows.map((row) => ({ topics: topicsOfReminder(row), id: row._id }))).catch((error: unknown) =>
        deps.log.warn({ event: 'live-not-told', reminders: rows.length, err: error }),
      ),
  };
}

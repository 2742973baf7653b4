import type { Clock } from '@servicepunt/shared/clock';
import { readCursor, writeCursor } from '@servicepunt/shared/contracts/live';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { badArgument } from '@servicepunt/shared/errors';
import type { NotificationRow } from '../inbox/store.ts';
import { reminderPolicy } from '../reminder/policy.ts';
import type { ReminderRow } from '../reminder/store.ts';
import { changesAfter, topicsOfViewer } from './rules.ts';
import type { LiveStore } from './store.ts';

/** Changes of each kind that one update tells. */
const MOST_TOLD = 100;

export interface InboxUpdateView {
  readonly cursor: string;
  readonly complete: boolean;
  readonly notifications: readonly NotificationRow[];
  readonly reminders: readonly ReminderRow[];
}

/** What changed for one viewer. The topics say what to look at; what he may see of it is decided by the policies, as everywhere. */
export function liveReads(deps: {
  live: LiveStore;
  viewer: Viewer;
  personId: string | null;
  notification: { loadMany(ids: readonly string[]): Promise<(NotificationRow | null | Error)[]> };
  reminder: { loadMany(ids: readonly string[]): Promise<(ReminderRow | null | Error)[]> };
}) {
  return async function inboxUpdate(after: string | null, clock: Clock): Promise<InboxUpdateView> {
    const seen = after === null ? null : readCursor(after);
    if (after !== null && !seen) throw badArgument('after', 'must be the cursor of an earlier update');
    const topics = topicsOfViewer(deps.viewer, deps.personId, reminderPolicy.rows);
    const told = await deps.live.follow(topics, clock.now());
    const cursor = writeCursor(new Map(topics.map((topic) => [topic, told.get(topic)?.number ?? 0])));
    if (!seen) return { cursor, complete: true, notifications: [], reminders: [] };

    const ids = new Set<string>();
    let complete = true;
    for (const topic of topics) {
      const changes = changesAfter(told.get(topic) ?? { number: 0, changes: [] }, seen.get(topic));
      complete &&= changes.complete;
      for (const id of changes.ids) {
        // What changed twice stands where it changed last.
        ids.delete(id);
        ids.add(id);
      }
    }
    const [notifications, reminders] = await Promise.all([rowsOf(deps.notification, ids, 'ntf_'), rowsOf(deps.reminder, ids, 'rem_')]);
    return {
      cursor,
      complete: complete && notifications.all && reminders.all,
      notifications: notifications.rows,
      reminders: reminders.rows,
    };
  };
}

async function rowsOf<Row extends object>(
  loader: { loadMany(ids: readonly string[]): Promise<(Row | null | Error)[]> },
  ids: ReadonlySet<string>,
  prefix: string,
): Promise<{ rows: Row[]; all: boolean }> {
  const wanted = [...ids].filter((id) => id.startsWith(prefix));
  const found = await loader.loadMany(wanted.slice(-MOST_TOLD));
  const failed = found.find((row) => row instanceof Error);
  if (failed) throw failed;
  return { rows: found.flatMap((row) => (row === null || row instanceof Error ? [] : [row])), all: wanted.length <= MOST_TOLD };
}

import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { byId, byParentWith } from '@servicepunt/shared/loaders';
import type { PageArgs } from '@servicepunt/shared/paging';
import { reminderPolicy } from './policy.ts';
import type { ReminderStore } from './store.ts';

/** What one request reads of reminders: only what its viewer may see. */
export function reminderReads(store: ReminderStore, viewer: Viewer) {
  const visible = reminderPolicy.rows(viewer);
  return {
    loaders: { reminder: byId((ids) => store.findByIds(ids, visible)) },
    lists: {
      reminders: (filter: Parameters<ReminderStore['list']>[0], args: PageArgs) => store.list(filter, visible, args),
      remindersOfSubject: byParentWith((ids, args: PageArgs) => store.pagesBySubject(ids, visible, args)),
      remindersOfPlacement: byParentWith((ids, args: PageArgs) => store.pagesByPlacement(ids, visible, args)),
    },
  };
}

import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { byId } from '@servicepunt/shared/loaders';
import type { PageArgs } from '@servicepunt/shared/paging';
import { notificationPolicy, personOf } from './policy.ts';
import { preferencesOrDefault, type InboxStore, type PreferencesView } from './store.ts';

/** What one request reads of the viewer's own inbox. */
export function inboxReads(store: InboxStore, viewer: Viewer) {
  const visible = notificationPolicy.rows(viewer);
  const personId = personOf(viewer);
  return {
    loaders: { notification: byId((ids) => store.findByIds(ids, visible)) },
    lists: { notifications: (filter: Parameters<InboxStore['list']>[0], args: PageArgs) => store.list(filter, visible, args) },
    inbox: {
      unreadCount: () => (visible ? store.countUnread(visible) : Promise.resolve(0)),
      async preferences(): Promise<PreferencesView | null> {
        if (personId === null) return null;
        const [row] = await store.preferencesOf([personId]);
        return { ...preferencesOrDefault(row), revision: row?.revision ?? 0 };
      },
    },
  };
}

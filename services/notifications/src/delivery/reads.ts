import DataLoader from 'dataloader';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { byId } from '@servicepunt/shared/loaders';
import type { PageArgs } from '@servicepunt/shared/paging';
import { deliveryPolicy } from './policy.ts';
import type { DeliveryStore } from './store.ts';

/** What one request reads of deliveries. A reminder has a few: its people times their channels. */
export function deliveryReads(store: DeliveryStore, viewer: Viewer) {
  const visible = deliveryPolicy.rows(viewer);
  return {
    loaders: {
      delivery: byId((ids) => store.findByIds(ids, visible)),
      deliveriesOfReminder: new DataLoader(async (reminderIds: readonly string[]) => {
        const rows = await store.ofReminders(reminderIds, visible);
        return reminderIds.map((id) => rows.filter((row) => row.items.some((item) => item.reminderId === id)));
      }),
    },
    lists: {
      failedDeliveries: (filter: Parameters<DeliveryStore['listFailed']>[1], args: PageArgs) => store.listFailed(visible, filter, args),
    },
  };
}

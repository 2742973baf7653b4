import type { CallHandlers } from '@servicepunt/shared/subgraph/server';
import { ours } from '@servicepunt/shared/mongo';
import { forRecord } from '@servicepunt/shared/record-export';
import type { Stores } from '../rooms.ts';

/** What this service holds of a pupil, for the export of his record. The words of a mail are told where it went to him: others' greet others. */
export function recordCalls(stores: Pick<Stores, 'reminders' | 'deliveries' | 'inbox'>): CallHandlers {
  return {
    async 'notifications.studentRecord'({ studentId, guardianIds }) {
      const own = new Set([studentId, ...guardianIds]);
      const [reminders, notifications, deliveries, preferences] = await Promise.all([
        stores.reminders.model.find(ours({ studentId })).sort({ _id: 1 }).lean(),
        stores.inbox.model
          .find(ours({ $or: [{ studentId }, { personId: studentId }] }))
          .sort({ _id: 1 })
          .lean(),
        stores.deliveries.model
          .find(ours({ $or: [{ items: { $elemMatch: { studentId } } }, { personId: studentId }] }))
          .sort({ _id: 1 })
          .lean(),
        stores.inbox.preferencesOf([studentId]),
      ]);
      const mails = deliveries.map((row) => ({
        ...row,
        // A digest tells of others too.
        items: row.items.filter((item) => item.studentId === studentId),
        body: row.personId === studentId ? row.body : null,
      }));
      return { record: forRecord({ reminders, notifications, deliveries: mails, preferences }, own) as Record<string, unknown> };
    },
  };
}

import type { Clock } from '@servicepunt/shared/clock';
import type { RetentionTask } from '@servicepunt/shared/nightly';
import { keptSinceInstant } from '@servicepunt/shared/retention';
import type { DeliveryStore } from './store.ts';

/** Texts of mails that went out six months ago; that they went out stays, to which address doesn't. */
export function oldBodies({ model }: Pick<DeliveryStore, 'model'>, clock: Clock): RetentionTask {
  const old = (more: object = {}) =>
    ({ body: { $type: 'object' }, sentAt: { $lt: keptSinceInstant('MESSAGE_BODIES', clock) }, ...more }) as never;
  return {
    rule: 'MESSAGE_BODIES',
    count: () => model.collection.countDocuments(old()),
    async due(after, limit) {
      const rows = await model.collection
        .find(old({ _id: { $gt: after } }), { projection: { _id: 1 } })
        .sort({ _id: 1 })
        .limit(limit)
        .toArray();
      return rows.map(({ _id }) => String(_id));
    },
    async carryOut(ids) {
      await model.collection.updateMany(old({ _id: { $in: [...ids] } }), { $set: { body: null }, $unset: { sentTo: 1 } } as never);
    },
  };
}

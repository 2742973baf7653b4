import type { Clock } from '@servicepunt/shared/clock';
import type { RetentionTask } from '@servicepunt/shared/nightly';
import { keptSinceInstant } from '@servicepunt/shared/retention';
import type { LinkStore } from './store.ts';

/** Links that ended long ago: until then an expired one can still offer a new one. */
export function oldLinks({ model }: Pick<LinkStore, 'model'>, clock: Clock): RetentionTask {
  const ended = (more: object = {}) => ({ expiresAt: { $lt: keptSinceInstant('LINKS', clock) }, ...more }) as never;
  return {
    rule: 'LINKS',
    count: () => model.collection.countDocuments(ended()),
    async due(after, limit) {
      const rows = await model.collection
        .find(ended({ _id: { $gt: after } }), { projection: { _id: 1 } })
        .sort({ _id: 1 })
        .limit(limit)
        .toArray();
      return rows.map(({ _id }) => String(_id));
    },
    async carryOut(ids) {
      await model.collection.deleteMany(ended({ _id: { $in: [...ids] } }));
    },
  };
}

import type { Clock } from '@servicepunt/shared/clock';
import { keptSince } from '@servicepunt/shared/contracts/retention';
import type { RetentionTask } from '@servicepunt/shared/nightly';
import type { BudgetStore } from './store.ts';

/** Approaches of more than a year ago, where no new one has pushed them out. */
export function oldApproaches({ model }: Pick<BudgetStore, 'model'>, clock: Clock): RetentionTask {
  const old = () => ({ day: { $lt: keptSince('APPROACHES', clock.today()) } });
  const holding = (more: object = {}) => ({ approaches: { $elemMatch: old() }, ...more }) as never;
  return {
    rule: 'APPROACHES',
    count: () => model.collection.countDocuments(holding()),
    async due(after, limit) {
      const rows = await model.collection
        .find(holding({ _id: { $gt: after } }), { projection: { _id: 1 } })
        .sort({ _id: 1 })
        .limit(limit)
        .toArray();
      return rows.map(({ _id }) => String(_id));
    },
    // Who claims at this moment has read another revision and decides anew.
    async carryOut(ids) {
      await model.collection.updateMany(holding({ _id: { $in: [...ids] } }), {
        $pull: { approaches: old() },
        $inc: { revision: 1 },
        $set: { updatedAt: clock.now() },
      } as never);
    },
  };
}

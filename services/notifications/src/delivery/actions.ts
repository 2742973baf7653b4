import { refuse, Refusal, type Problem } from '@servicepunt/shared/errors';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { change } from '@servicepunt/shared/writes';
import type { Ring } from '../engine/promoter.ts';
import { CATCH_UP_MS } from '../engine/scheduled.ts';
import type { RetryDeliveryInput } from '../schema.generated.ts';
import { deliveryPolicy } from './policy.ts';
import type { DeliveryRow, DeliveryStore } from './store.ts';

const MOST_AT_ONCE = 100;

/** What people do with deliveries. */
export function createDeliveryActions(deps: {
  deliveries: DeliveryStore;
  ring: Ring;
  /** Gives a refused address another chance. */
  allowAddress: (personId: string, fingerprint: string) => Promise<void>;
}) {
  const { deliveries } = deps;
  return {
    /** Each one by itself: what can't be tried again is told, the others are. */
    async retryDelivery(context: Context, input: RetryDeliveryInput): Promise<{ deliveries: DeliveryRow[] }> {
      const ids = [...new Set(input.ids)];
      if (ids.length < 1 || ids.length > MOST_AT_ONCE) refuse('INVALID_INPUT', 'ids', { rule: `1 – ${MOST_AT_ONCE}` });
      const known = new Map((await deliveries.findByIds(ids, deliveryPolicy.rows(context.viewer))).map((row) => [row._id, row]));
      const now = context.clock.now();
      const problems: Problem[] = [];
      const retried: DeliveryRow[] = [];
      for (const [index, id] of input.ids.entries()) {
        const row = known.get(id);
        const problem = !row
          ? 'NOT_FOUND'
          : !deliveryPolicy.may('retry', context.viewer, row)
            ? 'FORBIDDEN'
            : row.status !== 'FAILED'
              ? 'NOT_FAILED'
              : null;
        const changed =
          row && problem === null
            ? await change(
                deliveries.model,
                context,
                row,
                {
                  $set: { status: 'PENDING', code: null, expiresAt: new Date(now.getTime() + CATCH_UP_MS), lookAt: now },
                  $inc: { enqueues: 1 },
                },
                [],
                { status: 'FAILED' },
              )
            : null;
        if (changed) retried.push(changed);
        else problems.push({ code: problem ?? 'NOT_FAILED', field: `ids.${index}` });
      }
      for (const row of retried) if (row.refusedAddress !== undefined) await deps.allowAddress(row.personId, row.refusedAddress);
      await deps.ring(retried);
      if (problems.length > 0) throw new Refusal(problems, { deliveries: retried });
      return { deliveries: retried };
    },
  };
}
export type DeliveryActions = ReturnType<typeof createDeliveryActions>;

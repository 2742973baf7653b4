import { refuse } from '@servicepunt/shared/errors';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { checkRevision } from '@servicepunt/shared/writes';
import { changeSeen } from '../../changing.ts';
import type { FollowUps } from '../../follow-up/follow-ups.ts';
import type { CancelPlacementInput, DeclinePlacementInput, EndPlacementInput } from '../../schema.generated.ts';
import { traineePolicy } from '../../trainee/policy.ts';
import type { PlacementFollowUp } from '../follow-ups.ts';
import { placementPolicy } from '../policy.ts';
import { endProblem, STATE_AFTER_END, type StoredState } from '../rules.ts';
import { placementEvent, type PlacementRow, type PlacementStore } from '../store.ts';
import { demand, type Access } from './access.ts';

/** What is given back and closed when a placement ends before its time. */
const GIVE_BACK: readonly PlacementFollowUp[] = ['RELEASE_CALENDAR', 'RELEASE_OFFER_PLACE', 'CLOSE_EVALUATIONS'];

export function createEnding(deps: { store: PlacementStore; access: Access; followUps: FollowUps }) {
  const { store, access, followUps } = deps;

  async function end(
    context: Context,
    row: PlacementRow,
    how: { state: StoredState; reason: string; endedOn: string | null; note: string | null; followUps: readonly PlacementFollowUp[] },
  ): Promise<{ placement: PlacementRow }> {
    const placement = await changeSeen(store.model, context, row, 'placement', {
      fields: { state: how.state, endedOn: how.endedOn, endNote: how.note },
      events: [{ type: 'PlacementEnded', data: { ...placementEvent(row), reason: how.reason } }],
      followUps: how.followUps,
    });
    await followUps.run([row._id]);
    return { placement };
  }

  return {
    /** The school, the pupil, the guardian or the company doesn't want the proposed placement. */
    async declinePlacement(context: Context, input: DeclinePlacementInput) {
      const row = await access.seen(context, input.id);
      const { viewer } = context;
      if (!placementPolicy.may('decline', viewer, row) && !traineePolicy.may('decline', viewer, row)) refuse('FORBIDDEN', 'id');
      checkRevision(row, input.revision, 'placement');
      demand('decline', row, context.clock.today());
      const declined = { state: 'DECLINED', reason: 'DECLINED', endedOn: null, note: input.reason ?? null, followUps: GIVE_BACK } as const;
      const { placement } = await end(context, row, declined);
      return { placement: placementPolicy.sees(viewer, placement) ? placement : null };
    },

    async cancelPlacement(context: Context, input: CancelPlacementInput) {
      const row = await access.toChange(context, input, 'arrange');
      demand('cancel', row, context.clock.today());
      return end(context, row, {
        state: 'CANCELLED',
        reason: 'CANCELLED',
        endedOn: null,
        note: input.reason ?? null,
        followUps: GIVE_BACK,
      });
    },

    async endPlacement(context: Context, input: EndPlacementInput) {
      const row = await access.toChange(context, input, 'arrange');
      const today = context.clock.today();
      demand('end', row, today);
      const { reason } = input;
      const endedOn = input.endedOn ?? (reason === 'COMPLETED' ? row.endsOn : today);
      const problem = endProblem(row, { reason, endedOn }, today);
      if (problem) refuse('INVALID_INPUT', problem.field, { rule: problem.rule });
      return end(context, row, {
        state: STATE_AFTER_END[reason],
        reason,
        endedOn,
        note: input.note ?? null,
        followUps: reason === 'COMPLETED' ? [] : GIVE_BACK,
      });
    },
  };
}

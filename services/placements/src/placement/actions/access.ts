import { refuse } from '@servicepunt/shared/errors';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { checkRevision } from '@servicepunt/shared/writes';
import { traineePolicy } from '../../trainee/policy.ts';
import { placementIdOf } from '../ids.ts';
import { wordsOfState } from '../messages.ts';
import { placementPolicy, type PlacementAction } from '../policy.ts';
import { isPossible, stateOn, type PlacementStep } from '../rules.ts';
import type { PlacementRow, PlacementStore } from '../store.ts';

/** How the actions of a placement get at it: what the viewer doesn't see is not found, what he may not do is forbidden. */
export function createAccess(store: PlacementStore) {
  /** The placement that the viewer sees as such, or as a trainee. */
  async function seen(context: Context, id: string): Promise<PlacementRow> {
    const row = await store.find(placementIdOf(id));
    if (row && (placementPolicy.sees(context.viewer, row) || traineePolicy.sees(context.viewer, row))) return row;
    return refuse('NOT_FOUND', 'id');
  }
  return {
    seen,
    /** The placement that the viewer may do `action` to, at the revision that he saw. */
    async toChange(context: Context, input: { id: string; revision: number }, action: PlacementAction): Promise<PlacementRow> {
      const row = await seen(context, input.id);
      if (!placementPolicy.may(action, context.viewer, row)) refuse('FORBIDDEN', 'id');
      checkRevision(row, input.revision, 'placement');
      return row;
    },
  };
}
export type Access = ReturnType<typeof createAccess>;

/** Refuses a step that the placement's state doesn't allow; an agreement in force is amended instead of changed. */
export function demand(step: PlacementStep, row: PlacementRow, today: string): void {
  const state = stateOn(row, today);
  if (isPossible(step, state)) return;
  if ((step === 'change' || step === 'draftAgreement') && (state === 'AGREED' || state === 'RUNNING')) refuse('AGREEMENT_IN_FORCE', 'id');
  refuse('ILLEGAL_STATE', 'id', { state: wordsOfState(state) });
}

import { refuse } from '@servicepunt/shared/errors';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { checkRevision } from '@servicepunt/shared/writes';
import { wordsOfHandoverState } from '../messages.ts';
import { handoverPolicy, type HandoverAction } from '../policy.ts';
import { isPossible, stepsAfter, ballIn, type HandoverAct, type HandoverState } from '../rules.ts';
import type { HandoverRow, HandoverStore } from '../store.ts';

/** The handover that the viewer may do `action` to, at the revision that he saw, in a state in which `act` is possible. */
export async function handoverToChange(
  store: HandoverStore,
  context: Context,
  input: { id: string; revision: number },
  action: HandoverAction,
  act: HandoverAct,
): Promise<HandoverRow> {
  const row = await store.find(input.id);
  if (!row || !handoverPolicy.sees(context.viewer, row)) return refuse('NOT_FOUND', 'id');
  if (!handoverPolicy.may(action, context.viewer, row)) return refuse('FORBIDDEN', 'id');
  checkRevision(row, input.revision, 'handover');
  if (!isPossible(act, row.state)) refuse('ILLEGAL_STATE', 'id', { state: wordsOfHandoverState(row.state) });
  return row;
}

/** The fields that change with the state: who has the ball, and where the lead time of a step ends. */
export function movedTo(row: HandoverRow, state: HandoverState, at: Date): Pick<HandoverRow, 'state' | 'ball' | 'steps'> {
  return { state, ball: ballIn(state), steps: row.state === state ? row.steps : stepsAfter(row.steps, state, at) };
}

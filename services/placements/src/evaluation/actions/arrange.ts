import { refuse } from '@servicepunt/shared/errors';
import { fingerprint } from '@servicepunt/shared/ids';
import { isDuplicateKey } from '@servicepunt/shared/mongo';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { checkRevision, create, idOfCreate } from '@servicepunt/shared/writes';
import { changeSeen } from '../../changing.ts';
import { wordsOfState } from '../../placement/messages.ts';
import { stateOn } from '../../placement/rules.ts';
import type { PlacementRow, PlacementStore } from '../../placement/store.ts';
import type { ConcludeEvaluationInput, MoveEvaluationInput, PlanEvaluationInput } from '../../schema.generated.ts';
import { dayInWords } from '../../working-time/messages.ts';
import { wordsOfEvaluationState } from '../messages.ts';
import { evaluationPolicy, type EvaluationAction } from '../policy.ts';
import { OPEN_EVALUATIONS, outcomeFits } from '../rules.ts';
import { AFTER_THE_END_DAYS, fitsPlacement } from '../schedule.ts';
import { newEvaluation } from '../scheduling.ts';
import { evaluationEvent, type EvaluationRow, type EvaluationStore } from '../store.ts';

/** What the school does with an evaluation: adds one, moves it, concludes it. */
export function createArranging(deps: { store: EvaluationStore; placements: PlacementStore }) {
  const { store, placements } = deps;

  async function toChange(
    context: Context,
    input: { id: string; revision: number },
    action: EvaluationAction,
    states: readonly EvaluationRow['state'][],
  ): Promise<EvaluationRow> {
    const row = await store.find(input.id);
    if (!row || !evaluationPolicy.sees(context.viewer, row)) return refuse('NOT_FOUND', 'id');
    if (!evaluationPolicy.may(action, context.viewer, row)) return refuse('FORBIDDEN', 'id');
    checkRevision(row, input.revision, 'evaluation');
    if (!states.includes(row.state)) refuse('ILLEGAL_STATE', 'id', { state: wordsOfEvaluationState(row.state) });
    return row;
  }

  function refuseOutside(dueOn: string, placement: PlacementRow | null): void {
    if (placement && !fitsPlacement(dueOn, placement)) {
      const until = Temporal.PlainDate.from(placement.endsOn).add({ days: AFTER_THE_END_DAYS }).toString();
      refuse('OUTSIDE_PLACEMENT', 'dueOn', { from: dayInWords(placement.startsOn), until: dayInWords(until) });
    }
  }

  return {
    async planEvaluation(context: Context, input: PlanEvaluationInput): Promise<{ evaluation: EvaluationRow }> {
      const id = idOfCreate('evl', context, 'planEvaluation', input.idempotencyKey);
      const [known, placement] = await Promise.all([store.find(id), placements.find(input.placementId)]);
      if (known) {
        if (known.inputHash !== fingerprint(input)) refuse('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey');
        return { evaluation: known };
      }
      const planned = placement && newEvaluation(id, placement, input);
      if (!planned || !evaluationPolicy.sees(context.viewer, planned as EvaluationRow)) return refuse('NOT_FOUND', 'placementId');
      if (!evaluationPolicy.may('arrange', context.viewer, planned as EvaluationRow)) return refuse('FORBIDDEN', 'placementId');
      const state = stateOn(placement, context.clock.today());
      if (state !== 'AGREED' && state !== 'RUNNING') refuse('ILLEGAL_STATE', 'placementId', { state: wordsOfState(state) });
      refuseOutside(input.dueOn, placement);
      // The placement knows of it first: what a link may see of the trainee hangs on that, and an id without a row harms nobody.
      await placements.addEvaluations([{ placementId: placement._id, evaluationId: id }]);
      try {
        const { row } = await create<EvaluationRow>(
          store.model,
          context,
          planned,
          (created) => [{ type: 'EvaluationScheduled', data: evaluationEvent(created) }],
          { input },
        );
        return { evaluation: row };
      } catch (error) {
        if (isDuplicateKey(error)) return refuse('EVALUATION_EXISTS', 'moment');
        throw error;
      }
    },

    async moveEvaluation(context: Context, input: MoveEvaluationInput): Promise<{ evaluation: EvaluationRow }> {
      const row = await toChange(context, input, 'arrange', ['SCHEDULED']);
      refuseOutside(input.dueOn, await placements.find(row.placementId));
      const { dueOn } = input;
      const evaluation = await changeSeen(store.model, context, row, 'evaluation', {
        fields: { dueOn },
        events: [{ type: 'EvaluationChanged', data: evaluationEvent({ ...row, dueOn }) }],
      });
      return { evaluation };
    },

    async concludeEvaluation(context: Context, input: ConcludeEvaluationInput): Promise<{ evaluation: EvaluationRow }> {
      const row = await toChange(context, input, 'conclude', OPEN_EVALUATIONS);
      if (!outcomeFits(row.moment, input.outcome)) {
        const rule = {
          nl: 'GO en NO_GO alleen bij de go/no-go-evaluatie, en daar alleen die',
          en: 'GO and NO_GO at the go/no-go evaluation only, and only those there',
        };
        refuse('INVALID_INPUT', 'outcome', { rule });
      }
      const missingFormsReason = input.missingFormsReason || null;
      if (row.pendingRoles.length > 0 && missingFormsReason === null) refuse('FORMS_MISSING', 'missingFormsReason');
      const evaluation = await changeSeen(store.model, context, row, 'evaluation', {
        fields: {
          state: 'COMPLETED',
          pendingRoles: [],
          conclusion: {
            outcome: input.outcome,
            text: input.text || null,
            missingFormsReason: row.pendingRoles.length > 0 ? missingFormsReason : null,
            concludedAt: context.clock.now(),
            by: context.viewer.id,
          },
        },
        events: [{ type: 'EvaluationCompleted', data: evaluationEvent({ ...row, pendingRoles: [] }) }],
      });
      return { evaluation };
    },
  };
}

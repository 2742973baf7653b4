import { refuse } from '@servicepunt/shared/errors';
import type { Context } from '@servicepunt/shared/subgraph/context';
import type { CallFor } from '../../callees.ts';
import { changeSeen } from '../../changing.ts';
import { evaluationDates, type EvaluationDate } from '../../evaluation/schedule.ts';
import { demand, type Access } from '../../placement/actions/access.ts';
import { refuseAll, scheduleProblems } from '../../placement/actions/checks.ts';
import { checkWorkplace } from '../../placement/actions/plan.ts';
import { wordsOfState } from '../../placement/messages.ts';
import { stateOn } from '../../placement/rules.ts';
import { placementEvent, type PlacementRow, type PlacementStore } from '../../placement/store.ts';
import type { AmendAgreementInput, WithdrawAmendmentInput } from '../../schema.generated.ts';
import { signatoriesOf, type Agreement, type Amendment } from '../rules.ts';
import { contactOf, namedDateProblems } from './draft.ts';

/** Changes of an agreement in force. Nothing of the placement changes until the last signatory has signed. */
export function createAmending(deps: { store: PlacementStore; access: Access; callFor: CallFor }) {
  const { store, access, callFor } = deps;

  function inForce(row: PlacementRow, context: Context): Agreement {
    const today = context.clock.today();
    demand('amend', row, today);
    return row.agreement ?? refuse('ILLEGAL_STATE', 'id', { state: wordsOfState(stateOn(row, today)) });
  }

  return {
    async amendAgreement(context: Context, input: AmendAgreementInput): Promise<{ placement: PlacementRow }> {
      const row = await access.toChange(context, input, 'arrange');
      const agreement = inForce(row, context);
      if (row.amendments.some((amendment) => amendment.state === 'TO_BE_SIGNED')) {
        const rule = { nl: 'er wacht al een wijziging op handtekeningen', en: 'a change is waiting for signatures' };
        refuse('INVALID_INPUT', 'id', { rule });
      }
      const startsOn = input.startsOn ?? row.startsOn;
      const endsOn = input.endsOn ?? row.endsOn;
      refuseAll([
        ...scheduleProblems(row, { startsOn, endsOn, workingTimes: input.workingTimes ?? row.workingTimes }, context.clock.today()),
        ...namedDateProblems(input.evaluationDates ?? [], { startsOn, endsOn }, 'evaluationDates'),
      ]);
      if (input.workplaceSupervisorId && row.employerId !== null) {
        const { employerId, siteId } = row;
        await checkWorkplace(callFor, context, { employerId, siteId, workplaceSupervisorId: input.workplaceSupervisorId });
      }
      if (input.supervisorId) await refuseOutsider(context, row, input.supervisorId);
      const amendment: Amendment = {
        amendsVersion: agreement.version,
        state: 'TO_BE_SIGNED',
        reason: input.reason || null,
        startsOn: input.startsOn ?? null,
        endsOn: input.endsOn ?? null,
        workingTimes: input.workingTimes ? [...input.workingTimes] : null,
        supervisorId: input.supervisorId ?? null,
        schoolSupervisor: input.schoolSupervisor ? contactOf(input.schoolSupervisor) : null,
        workplaceSupervisorId: input.workplaceSupervisorId ?? null,
        workplaceSupervisor: input.workplaceSupervisor ? contactOf(input.workplaceSupervisor) : null,
        evaluationDates: datesAfter(row, agreement, { startsOn, endsOn }, input.evaluationDates ?? []),
        signatories: signatoriesOf(agreement),
        signatures: [],
        inForceSince: null,
      };
      const placement = await changeSeen(store.model, context, row, 'placement', {
        fields: { amendments: [...row.amendments, amendment] },
        events: [{ type: 'PlacementChanged', data: placementEvent(row) }],
      });
      return { placement };
    },

    async withdrawAmendment(context: Context, input: WithdrawAmendmentInput): Promise<{ placement: PlacementRow }> {
      const row = await access.toChange(context, input, 'arrange');
      const kept = row.amendments.filter((amendment) => amendment.state === 'IN_FORCE');
      if (kept.length === row.amendments.length)
        refuse('ILLEGAL_STATE', 'id', { state: wordsOfState(stateOn(row, context.clock.today())) });
      const placement = await changeSeen(store.model, context, row, 'placement', {
        fields: { amendments: kept },
        events: [{ type: 'PlacementChanged', data: placementEvent(row) }],
      });
      return { placement };
    },
  };

  async function refuseOutsider(context: Context, row: PlacementRow, supervisorId: string): Promise<void> {
    for (const role of ['SCHOOL_SUPERVISOR', 'COORDINATOR'] as const) {
      const { staffMemberIds } = await callFor(context, 'students.staffOf', { locationId: row.schoolLocationId, role });
      if (staffMemberIds.includes(supervisorId)) return;
    }
    refuse('NOT_FOUND', 'supervisorId');
  }
}

/** New dates of the placement give new days to the evaluations that aren't named; where the dates stay, so do the days. */
function datesAfter(
  row: PlacementRow,
  agreement: Agreement,
  period: { startsOn: string; endsOn: string },
  named: readonly EvaluationDate[],
): EvaluationDate[] | null {
  const moved = period.startsOn !== agreement.startsOn || period.endsOn !== agreement.endsOn;
  if (moved) return evaluationDates({ ...row, ...period }, named);
  if (named.length === 0) return null;
  const kept = agreement.evaluationDates.filter((date) => !named.some((other) => other.moment === date.moment));
  return [...kept, ...named.map(({ moment, dueOn }) => ({ moment, dueOn }))].toSorted((left, right) =>
    left.dueOn.localeCompare(right.dueOn),
  );
}

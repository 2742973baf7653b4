import type { Context } from '@servicepunt/shared/subgraph/context';
import type { Calendar } from '../../calendar/calendar.ts';
import { changeSeen } from '../../changing.ts';
import type { OfferPlaces } from '../offer-places.ts';
import type { ChangeLearningPlanInput, ChangeWorkingTimesInput, MovePlacementInput } from '../../schema.generated.ts';
import { isMinorOn } from '../../working-time/rules.ts';
import type { Commitment } from '../../working-time/schedule.ts';
import { placementEvent, type PlacementRow, type PlacementStore } from '../store.ts';
import { demand, type Access } from './access.ts';
import { calendarJudge, goalProblems, refuseAll, scheduleProblems } from './checks.ts';

/** Moves the place of the offer and the claim in the pupil's calendar while `write` changes the placement; both go back where that is refused. */
export async function whileClaiming<T>(
  deps: { calendar: Calendar; offerPlaces: OfferPlaces },
  context: Context,
  row: PlacementRow,
  schedule: Commitment,
  write: () => Promise<T>,
): Promise<T> {
  const asItWas = { startsOn: row.startsOn, endsOn: row.endsOn, workingTimes: row.workingTimes };
  const claim = async (times: Commitment) => {
    if (row.offerId !== null && row.offerPlace !== 'LOST')
      await deps.offerPlaces.hold(context, { offerId: row.offerId, placementId: row._id, startsOn: times.startsOn, endsOn: times.endsOn });
    await deps.calendar.claim(row.studentId, { placementId: row._id, ...times }, calendarJudge(row, times));
  };
  try {
    await claim(schedule);
    return await write();
  } catch (error) {
    await claim(asItWas).catch(() => undefined);
    throw error;
  }
}

export function createChanging(deps: { store: PlacementStore; access: Access; calendar: Calendar; offerPlaces: OfferPlaces }) {
  const { store, access } = deps;

  async function reschedule(context: Context, row: PlacementRow, wanted: Commitment): Promise<{ placement: PlacementRow }> {
    const today = context.clock.today();
    demand('change', row, today);
    refuseAll(scheduleProblems(row, wanted, today));
    const schedule = { startsOn: wanted.startsOn, endsOn: wanted.endsOn, workingTimes: [...wanted.workingTimes] };
    const placement = await whileClaiming(deps, context, row, schedule, () =>
      changeSeen(store.model, context, row, 'placement', {
        // Signatures were given for the old dates: a draft agreement is written anew.
        fields: { ...schedule, minorOnStart: isMinorOn(row.birthdays, schedule.startsOn), agreement: null },
        events: [{ type: 'PlacementChanged', data: placementEvent({ ...row, ...schedule }) }],
      }),
    );
    return { placement };
  }

  return {
    async movePlacement(context: Context, input: MovePlacementInput) {
      const row = await access.toChange(context, input, 'arrange');
      const { startsOn, endsOn } = input;
      return reschedule(context, row, { startsOn, endsOn, workingTimes: input.workingTimes ?? row.workingTimes });
    },

    async changeWorkingTimes(context: Context, input: ChangeWorkingTimesInput) {
      const row = await access.toChange(context, input, 'arrange');
      return reschedule(context, row, { startsOn: row.startsOn, endsOn: row.endsOn, workingTimes: input.workingTimes });
    },

    async changeLearningPlan(context: Context, input: ChangeLearningPlanInput) {
      const row = await access.toChange(context, input, 'changeLearningPlan');
      demand('changeLearningPlan', row, context.clock.today());
      const goals = input.goals ?? row.goals;
      refuseAll(goalProblems(goals));
      const workAdjustments = input.workAdjustments === undefined ? row.workAdjustments : input.workAdjustments || null;
      const placement = await changeSeen(store.model, context, row, 'placement', {
        fields: { goals: [...goals], workAdjustments },
        events: [{ type: 'PlacementChanged', data: placementEvent(row) }],
      });
      return { placement };
    },
  };
}

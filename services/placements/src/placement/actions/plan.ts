import { refuse, Refusal, type Problem } from '@servicepunt/shared/errors';
import { fingerprint } from '@servicepunt/shared/ids';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { create, idOfCreate } from '@servicepunt/shared/writes';
import type { Calendar } from '../../calendar/calendar.ts';
import type { CallFor, PupilFacts } from '../../callees.ts';
import { followUpsOf, type FollowUps } from '../../follow-up/follow-ups.ts';
import type { PlanPlacementInput } from '../../schema.generated.ts';
import { isMinorOn } from '../../working-time/rules.ts';
import { mayPlanFor } from '../policy.ts';
import type { OfferPlaces } from '../offer-places.ts';
import { workplaceRule } from '../rules.ts';
import { placementEvent, type PlacementRow, type PlacementStore } from '../store.ts';
import { calendarJudge, goalProblems, refuseAll, scheduleProblems } from './checks.ts';
import type { Disclosing } from './disclose.ts';

/**
 * Plans a placement. What the other services hold for it ends by itself (the offer's place), is a log of what was meant (the disclosure) or
 * yields to the placements that exist (the calendar): a planning that breaks off leaves nothing that counts.
 */
export function createPlanning(deps: {
  store: PlacementStore;
  calendar: Calendar;
  callFor: CallFor;
  offerPlaces: OfferPlaces;
  disclosing: Disclosing;
  followUps: FollowUps;
}) {
  const { store, calendar, callFor, offerPlaces, disclosing, followUps } = deps;

  async function pupilFor(context: Context, studentId: string): Promise<PupilFacts> {
    const { student } = await callFor(context, 'students.studentForPlacement', { studentId });
    return student && mayPlanFor(context.viewer, student) ? student : refuse('NOT_FOUND', 'studentId');
  }

  async function supervisorFor(context: Context, pupil: PupilFacts, wanted: string | null): Promise<string | null> {
    if (wanted === null || wanted === pupil.supervisorId) return pupil.supervisorId;
    for (const role of ['SCHOOL_SUPERVISOR', 'COORDINATOR'] as const) {
      const { staffMemberIds } = await callFor(context, 'students.staffOf', { locationId: pupil.locationId, role });
      if (staffMemberIds.includes(wanted)) return wanted;
    }
    return refuse('NOT_FOUND', 'supervisorId');
  }

  function problemsOf(context: Context, input: PlanPlacementInput, pupil: PupilFacts): Problem[] {
    const workplace = workplaceRule(input.kind, input.offerId ?? input.employerId ?? null);
    if (workplace) return [{ code: 'INVALID_INPUT', field: workplace.field, params: { rule: workplace.rule } }];
    const left: Problem[] = pupil.leftOn !== null && pupil.leftOn < input.endsOn ? [{ code: 'STUDENT_LEFT', field: 'studentId' }] : [];
    return [
      ...left,
      ...disclosing.basisProblems(input.legalBasis ?? 'CONSENT'),
      ...goalProblems(input.goals ?? []),
      ...scheduleProblems({ birthdays: pupil, profile: pupil.profile }, input, context.clock.today()),
    ];
  }

  /** Everything that another service or the calendar has to agree to, in the order in which it's easiest undone. */
  async function arrange(context: Context, id: string, input: PlanPlacementInput, pupil: PupilFacts): Promise<PlacementRow> {
    const place = input.offerId ? { offerId: input.offerId, placementId: id, startsOn: input.startsOn, endsOn: input.endsOn } : null;
    const held = place ? await offerPlaces.hold(context, place) : null;
    const { employerId, siteId } = held ?? { employerId: input.employerId ?? null, siteId: input.siteId ?? null };
    let claimed = false;
    let writing = false;
    try {
      if (held && input.employerId && input.employerId !== held.employerId) refuse('NOT_FOUND', 'offerId');
      const workplaceSupervisorId = input.workplaceSupervisorId ?? null;
      if (employerId !== null) await checkWorkplace(callFor, context, { employerId, siteId, workplaceSupervisorId });
      const supervisorId = await supervisorFor(context, pupil, input.supervisorId ?? null);
      const schedule = { startsOn: input.startsOn, endsOn: input.endsOn, workingTimes: [...input.workingTimes] };
      const proposes = employerId !== null && (input.propose ?? true);
      await calendar.claim(
        pupil.studentId,
        { placementId: id, ...schedule },
        calendarJudge({ birthdays: pupil, profile: pupil.profile }, schedule),
      );
      claimed = true;
      const disclosure = proposes
        ? await disclosing.disclose(context, { placementId: id, studentId: pupil.studentId, employerId }, input.legalBasis ?? 'CONSENT')
        : null;
      writing = true;
      const { row } = await create<PlacementRow>(
        store.model,
        context,
        {
          _id: id,
          studentId: pupil.studentId,
          schoolLocationId: pupil.locationId,
          holidayRegion: pupil.holidayRegion,
          profile: pupil.profile,
          birthdays: { turns14On: pupil.turns14On, turns16On: pupil.turns16On, turns18On: pupil.turns18On },
          minorOnStart: isMinorOn(pupil, input.startsOn),
          supervisorId,
          supervisorFollows: supervisorId === pupil.supervisorId,
          pupilSupervisorId: pupil.supervisorId,
          employerId,
          siteId,
          offerId: input.offerId ?? null,
          offerPlace: held ? 'RESERVED' : null,
          workplaceSupervisorId,
          kind: input.kind,
          rhythm: input.rhythm,
          localName: input.localName ?? null,
          ...schedule,
          goals: [...(input.goals ?? [])],
          workAdjustments: input.workAdjustments ?? null,
          state: proposes ? 'PROPOSED' : 'PLANNED',
          disclosure,
          disclosureStands: disclosure !== null,
          agreement: null,
          agreementInForce: false,
          amendments: [],
          evaluationIds: [],
          endedOn: null,
          endNote: null,
          imported: null,
          ...(held ? followUpsOf(['CONFIRM_OFFER_PLACE'], context) : { followUps: [] }),
        },
        (planned) => [{ type: 'PlacementPlanned', data: placementEvent(planned) }],
        { input },
      );
      return row;
    } catch (error) {
      // What was surely not stored is taken back; after a lost answer to the write the placement may stand.
      if (!writing || error instanceof Refusal) {
        if (claimed) await calendar.release(pupil.studentId, id).catch(() => undefined);
        if (place) await offerPlaces.letGo(context, place);
      }
      throw error;
    }
  }

  return {
    async planPlacement(context: Context, input: PlanPlacementInput): Promise<{ placement: PlacementRow }> {
      const id = idOfCreate('plc', context, 'planPlacement', input.idempotencyKey);
      const known = await store.find(id);
      if (known) {
        if (known.inputHash !== fingerprint(input)) refuse('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey');
        return { placement: known };
      }
      const pupil = await pupilFor(context, input.studentId);
      refuseAll(problemsOf(context, input, pupil));
      const row = await arrange(context, id, input, pupil);
      await followUps.run([id]);
      return { placement: (await store.find(id)) ?? row };
    },
  };
}

/** Refuses a company, site or guide that doesn't exist, doesn't belong together or isn't active. */
export async function checkWorkplace(
  callFor: CallFor,
  context: Context,
  workplace: { employerId: string; siteId: string | null; workplaceSupervisorId: string | null },
): Promise<void> {
  const { problem } = await callFor(context, 'employers.checkWorkplace', workplace);
  switch (problem) {
    case null:
      return;
    case 'UNKNOWN_EMPLOYER':
      return refuse('NOT_FOUND', 'employerId');
    case 'UNKNOWN_SITE':
      return refuse('NOT_FOUND', 'siteId');
    case 'UNKNOWN_WORKPLACE_SUPERVISOR':
      return refuse('NOT_FOUND', 'workplaceSupervisorId');
    case 'INACTIVE':
      return refuse('WORKPLACE_INACTIVE', 'employerId');
  }
}

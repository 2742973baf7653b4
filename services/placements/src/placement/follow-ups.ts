import type { Clock } from '@servicepunt/shared/clock';
import type { Call } from '@servicepunt/shared/service-client';
import type { Calendar } from '../calendar/calendar.ts';
import { concurrently } from '../concurrently.ts';
import type { Scheduling } from '../evaluation/scheduling.ts';
import type { FollowUpHandlers } from '../follow-up/follow-ups.ts';
import { HOLD_MS } from './offer-places.ts';
import { DISCLOSED_TO_COMPANY, OPEN_STATES, PLACEMENT_PURPOSE } from './rules.ts';
import type { PlacementRow, PlacementStore } from './store.ts';

/** What a change of a placement leaves behind for other documents and services. */
export type PlacementFollowUp =
  | 'CONFIRM_OFFER_PLACE'
  | 'RELEASE_OFFER_PLACE'
  | 'RELEASE_CALENDAR'
  | 'SCHEDULE_EVALUATIONS'
  | 'SYNC_EVALUATIONS'
  | 'CLOSE_EVALUATIONS'
  | 'DISCLOSE_IMPORTED';

/** Calls to another service at once. */
const AT_ONCE = 8;

export function placementFollowUps(deps: {
  store: PlacementStore;
  calendar: Calendar;
  scheduling: Scheduling;
  call: Call;
  clock: Clock;
}): FollowUpHandlers<PlacementRow, PlacementFollowUp> {
  const { store, calendar, scheduling, call, clock } = deps;

  async function confirm(row: PlacementRow, offerId: string): Promise<void> {
    const place = { offerId, placementId: row._id };
    let { confirmed } = await call('employers.confirmOfferPlace', place);
    if (!confirmed) {
      // The hold ended, or there was none (an imported placement): take a place anew.
      const expiresAt = new Date(clock.now().getTime() + HOLD_MS).toISOString();
      const { startsOn, endsOn } = row;
      const { reserved } = await call('employers.reserveOfferPlace', { ...place, startsOn, endsOn, expiresAt });
      confirmed = reserved && (await call('employers.confirmOfferPlace', place)).confirmed;
    }
    await store.note({ _id: row._id }, { offerPlace: confirmed ? 'CONFIRMED' : 'LOST' });
  }

  return {
    CONFIRM_OFFER_PLACE: (rows) =>
      concurrently(rows, AT_ONCE, async (row) => {
        if (row.offerId !== null && OPEN_STATES.includes(row.state)) await confirm(row, row.offerId);
      }),

    RELEASE_OFFER_PLACE: (rows) =>
      concurrently(rows, AT_ONCE, async (row) => {
        if (row.offerId === null) return;
        await call('employers.releaseOfferPlace', { offerId: row.offerId, placementId: row._id });
        await store.note({ _id: row._id }, { offerPlace: 'RELEASED' });
      }),

    RELEASE_CALENDAR: (rows) => concurrently(rows, AT_ONCE, (row) => calendar.release(row.studentId, row._id)),

    SCHEDULE_EVALUATIONS: scheduling.schedule,

    SYNC_EVALUATIONS: (rows) => scheduling.sync(rows.map((row) => row._id)),

    CLOSE_EVALUATIONS: scheduling.close,

    /** An imported placement is shown to the company once its disclosure is logged: an agreement is its ground, before that a consent. */
    async DISCLOSE_IMPORTED(rows) {
      const disclosed: { placementId: string; disclosure: NonNullable<PlacementRow['disclosure']> }[] = [];
      await concurrently(rows, AT_ONCE, async (row) => {
        if (row.employerId === null || row.disclosureStands) return;
        const legalBasis = row.agreementInForce ? 'CONTRACT' : 'CONSENT';
        const answer = await call('students.recordDisclosure', {
          subjectId: row._id,
          studentId: row.studentId,
          recipient: { kind: 'EMPLOYER', id: row.employerId },
          legalBasis,
          purpose: PLACEMENT_PURPOSE,
          items: [...DISCLOSED_TO_COMPANY],
        });
        if (answer.recorded) disclosed.push({ placementId: row._id, disclosure: { id: answer.disclosureId, legalBasis, at: clock.now() } });
      });
      await store.noteDisclosures(disclosed);
      await scheduling.sync(disclosed.map(({ placementId }) => placementId));
    },
  };
}

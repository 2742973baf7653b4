import { refuse } from '@servicepunt/shared/errors';
import type { Context } from '@servicepunt/shared/subgraph/context';
import type { CallFor } from '../callees.ts';

/** How long a place is held while the rest is decided; if that breaks off, the hold ends by itself. */
export const HOLD_MS = 15 * 60_000;

const CODES = {
  UNKNOWN_OFFER: 'NOT_FOUND',
  OFFER_FULL: 'OFFER_FULL',
  OFFER_CLOSED: 'OFFER_CLOSED',
  OUTSIDE_PERIOD: 'OUTSIDE_OFFER_PERIOD',
};

/** A place of an offer, held for a placement. Holding it again changes its days, and never turns a kept place into one that expires. */
export function createOfferPlaces(callFor: CallFor) {
  return {
    async hold(
      context: Context,
      place: { offerId: string; placementId: string; startsOn: string; endsOn: string },
    ): Promise<{ employerId: string; siteId: string }> {
      const { offerId, placementId, startsOn, endsOn } = place;
      const expiresAt = new Date(context.clock.now().getTime() + HOLD_MS).toISOString();
      const answer = await callFor(context, 'employers.reserveOfferPlace', { offerId, placementId, startsOn, endsOn, expiresAt });
      return answer.reserved ? answer : refuse(CODES[answer.reason], 'offerId');
    },
    /** Where this fails the hold ends by itself. */
    async letGo(context: Context, place: { offerId: string; placementId: string }): Promise<void> {
      await callFor(context, 'employers.releaseOfferPlace', place).catch(() => undefined);
    },
  };
}
export type OfferPlaces = ReturnType<typeof createOfferPlaces>;

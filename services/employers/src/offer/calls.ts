import type { Clock } from '@servicepunt/shared/clock';
import type { CallOutput } from '@servicepunt/shared/contracts/calls';
import type { NewEvent } from '@servicepunt/shared/events/outbox';
import type { NewId } from '@servicepunt/shared/ids';
import { ServiceUnavailable } from '@servicepunt/shared/service-client';
import type { CallerContext, CallHandlers } from '@servicepunt/shared/subgraph/server';
import { change } from '@servicepunt/shared/writes';
import { claimPlace, confirmPlace, type Claim } from './rules.ts';
import type { OfferStore, PlacementOfferRow } from './store.ts';

export interface OfferCallDeps {
  readonly store: OfferStore;
  readonly clock: Clock;
  readonly newId: NewId;
  /** Whether a company takes part: an offer of one that doesn't takes no new placement. */
  readonly employerIsActive: (employerId: string) => Promise<boolean>;
}

/** Each round in which a claim loses, another one has won, so this many claims on one offer at one moment are served. */
const ROUNDS = 200;

/**
 * The places of an offer. A claim reads the offer, decides, and writes once, on the condition that nobody wrote since it read:
 * two schools that claim the last place get one yes, and one that looks again and finds none.
 */
export function offerCalls({ store, clock, newId, employerIsActive }: OfferCallDeps): CallHandlers {
  async function decideAndWrite<Answer>(
    offerId: string,
    caller: CallerContext,
    missing: Answer,
    decide: (
      offer: PlacementOfferRow,
    ) => Promise<{ write?: { reservations: readonly object[]; events: readonly NewEvent[] }; answer: Answer }>,
  ): Promise<Answer> {
    // What a service does for a person stands under that person in the record of changes.
    const actor = { viewer: { ...caller.viewer, id: caller.viewer.onBehalfOf ?? caller.viewer.id }, clock, newId };
    for (let round = 0; round < ROUNDS; round += 1) {
      const offer = await store.findOffer(offerId);
      if (!offer) return missing;
      const { write, answer } = await decide(offer);
      if (!write) return answer;
      if (await change(store.model, actor, offer, { $set: { reservations: write.reservations } }, write.events)) return answer;
    }
    throw new ServiceUnavailable('employers', new Error('too many claims on one offer at once'));
  }
  const released = (offer: PlacementOfferRow, placementId: string): NewEvent => ({
    type: 'OfferPlaceReleased',
    data: { offerId: offer._id, employerId: offer.employerId, placementId },
  });
  const writeOf = (offer: PlacementOfferRow, placementId: string, claim: Claim) =>
    claim.kind !== 'write'
      ? {}
      : {
          write: {
            reservations: claim.reservations,
            events: [
              ...claim.expired.map((id) => released(offer, id)),
              ...(claim.isNew
                ? [{ type: 'OfferPlaceReserved' as const, data: { offerId: offer._id, employerId: offer.employerId, placementId } }]
                : []),
            ],
          },
        };

  return {
    'employers.reserveOfferPlace': ({ offerId, placementId, startsOn, endsOn, expiresAt }, caller) =>
      decideAndWrite<CallOutput<'employers.reserveOfferPlace'>>(
        offerId,
        caller,
        { reserved: false, reason: 'UNKNOWN_OFFER' },
        async (offer) => {
          const claim = claimPlace(offer, { placementId, startsOn, endsOn, expiresAt: new Date(expiresAt) }, clock.now());
          if (claim.kind === 'refused') return { answer: { reserved: false, reason: claim.reason } };
          if (claim.kind === 'write' && claim.isNew && !(await employerIsActive(offer.employerId)))
            return { answer: { reserved: false, reason: 'OFFER_CLOSED' } };
          return {
            ...writeOf(offer, placementId, claim),
            answer: { reserved: true, employerId: offer.employerId, siteId: offer.siteId, placesLeft: claim.placesLeft },
          };
        },
      ),

    'employers.confirmOfferPlace': ({ offerId, placementId }, caller) =>
      decideAndWrite<CallOutput<'employers.confirmOfferPlace'>>(offerId, caller, { confirmed: false }, (offer) => {
        const claim = confirmPlace(offer, placementId, clock.now());
        return Promise.resolve(
          claim ? { ...writeOf(offer, placementId, claim), answer: { confirmed: true } } : { answer: { confirmed: false } },
        );
      }),

    /** Afterwards the placement holds no place, whether it held one before or not. */
    'employers.releaseOfferPlace': ({ offerId, placementId }, caller) =>
      decideAndWrite<CallOutput<'employers.releaseOfferPlace'>>(offerId, caller, { released: false }, (offer) => {
        const others = offer.reservations.filter((one) => one.placementId !== placementId);
        const answer = { released: true };
        if (others.length === offer.reservations.length) return Promise.resolve({ answer });
        return Promise.resolve({ write: { reservations: others, events: [released(offer, placementId)] }, answer });
      }),
  };
}

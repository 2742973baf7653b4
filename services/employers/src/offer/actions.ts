import { refuse } from '@servicepunt/shared/errors';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { change, create, idOfCreate } from '@servicepunt/shared/writes';
import { setFields } from '../changes.ts';
import type { EmployerRow } from '../employer/store.ts';
import { factsOf, given } from '../input.ts';
import type { ChangeOfferInput, CloseOfferInput, PublishOfferInput } from '../schema.generated.ts';
import { offerPolicy } from './policy.ts';
import { checkOffer, heldPlacesProblem, offerSearchKeys, type OfferFacts, type OfferInput } from './rules.ts';
import type { OfferStore, PlacementOfferRow } from './store.ts';

/** What a request may know of other rows, under its viewer's policies. */
export interface OfferContext extends Context {
  readonly employers: { readonly byId: { load(id: string): Promise<EmployerRow | null> } };
  readonly offers: { readonly byId: { load(id: string): Promise<PlacementOfferRow | null> } };
}
type OfferChanged = Promise<{ offer: PlacementOfferRow }>;

const changedEvent = (row: Pick<PlacementOfferRow, '_id' | 'employerId'>) =>
  [{ type: 'OfferChanged', data: { offerId: row._id, employerId: row.employerId } }] as const;

/** What may be done with offers; their places are claimed by `calls.ts`. */
export function createOfferActions({ store }: { store: OfferStore }) {
  async function offerFor(context: OfferContext, id: string): Promise<PlacementOfferRow> {
    const row = (await context.offers.byId.load(id)) ?? refuse('NOT_FOUND', 'id');
    if (!offerPolicy.may('write', context.viewer, row)) refuse('FORBIDDEN');
    return row;
  }
  function demandRoomForHeld(context: Context, row: PlacementOfferRow, facts: OfferFacts): void {
    const problem = heldPlacesProblem(facts, row.reservations, context.clock.now(), context.clock.today());
    if (problem?.code === 'PLACES_HELD') refuse('PLACES_HELD', 'places', { held: problem.held }, { offer: row });
    if (problem) {
      const { code, ...days } = problem;
      refuse(code, days.startsOn < facts.startsOn ? 'startsOn' : 'endsOn', days, { offer: row });
    }
  }

  return {
    /** A new offer of an active company at one of its sites. */
    async publishOffer(context: OfferContext, input: PublishOfferInput): OfferChanged {
      const { employerId, siteId } = input;
      const employer = (await context.employers.byId.load(employerId)) ?? refuse('NOT_FOUND', 'employerId');
      if (!offerPolicy.may('write', context.viewer, { employerId } as PlacementOfferRow)) refuse('FORBIDDEN');
      if (employer.state !== 'ACTIVE') refuse('EMPLOYER_NOT_ACTIVE', 'employerId');
      if (!employer.sites.some((site) => site._id === siteId)) refuse('NOT_FOUND', 'siteId');
      const facts = factsOf(checkOffer(input));
      const _id = idOfCreate('ofr', context, 'publishOffer', input.idempotencyKey);
      const { row } = await create(
        store.model,
        context,
        {
          _id,
          offerNumber: numberOf(_id),
          employerId,
          siteId,
          ...facts,
          state: 'OPEN' as const,
          reservations: [],
          searchKeys: offerSearchKeys(facts),
        },
        () => [{ type: 'OfferPublished', data: { offerId: _id, employerId } }],
        { input: { employerId, siteId, facts } },
      );
      return { offer: row };
    },

    /** Changes an open offer, but not below what is held of it; a place claimed meanwhile is a conflict of revisions. */
    async changeOffer(context: OfferContext, { id, revision, siteId, ...input }: ChangeOfferInput): OfferChanged {
      const row = await offerFor(context, id);
      if (row.state !== 'OPEN') refuse('OFFER_CLOSED', 'id', {}, { offer: row });
      const changes = given(input);
      for (const [field, value] of Object.entries(changes))
        if (value === null && field !== 'description' && field !== 'sector')
          refuse('INVALID_INPUT', field, { rule: { nl: 'mag niet leeg zijn', en: 'may not be empty' } });
      if (siteId !== undefined) {
        const employer = await context.employers.byId.load(row.employerId);
        if (!employer?.sites.some((site) => site._id === siteId)) refuse('NOT_FOUND', 'siteId');
      }
      const facts = factsOf(checkOffer({ ...row, ...changes } as OfferInput));
      demandRoomForHeld(context, row, facts);
      const fields = { ...facts, searchKeys: offerSearchKeys(facts), ...(typeof siteId === 'string' ? { siteId } : {}) };
      return { offer: await setFields(context, { model: store.model, row, revision, fields, events: changedEvent(row), name: 'offer' }) };
    },

    async closeOffer(context: OfferContext, { id, revision }: CloseOfferInput): OfferChanged {
      const row = await offerFor(context, id);
      const fields = { state: 'CLOSED' as const };
      return { offer: await setFields(context, { model: store.model, row, revision, fields, events: changedEvent(row), name: 'offer' }) };
    },

    /** A company that stops taking part offers nothing any more. May be repeated: what is closed already is left alone. */
    async closeOffersOf(context: Context, employerId: string): Promise<void> {
      for (let open = await store.findOpenOf([employerId]); open.length > 0; open = await store.findOpenOf([employerId]))
        for (const row of open) await change(store.model, context, row, { $set: { state: 'CLOSED' } }, changedEvent(row));
    },
  };
}
export type OfferActions = ReturnType<typeof createOfferActions>;

/** A number that people can read out, from an id that is unique: ten characters of 32, fifty bits. */
const numberOf = (id: string): string => `SP-${id.slice(-10).toUpperCase()}`;

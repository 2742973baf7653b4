import { ANY_ROW, entityPolicy, operationPolicy } from '@servicepunt/shared/policy';
import { OWN_EMPLOYER, STAFF, staffRows } from '../audience.ts';
import type { PlacementOffer } from '../schema.generated.ts';
import type { PlacementOfferRow } from './store.ts';

/** Offers are for all schools; a company sees its own. Which placements hold their places is another service's to show. */
export const offerPolicy = entityPolicy<PlacementOfferRow, Exclude<keyof PlacementOffer, '__typename'>, 'write'>({
  type: 'PlacementOffer',
  rows: { ...staffRows, EMPLOYER_CONTACT: { EMPLOYER: 'employerId' }, EMPLOYER_SYSTEM: { EMPLOYER: 'employerId' } },
  fields: {
    id: 'row',
    offerNumber: 'row',
    employer: 'row',
    site: 'row',
    title: 'row',
    description: 'row',
    kind: 'row',
    rhythm: 'row',
    places: 'row',
    placesTaken: 'row',
    startsOn: 'row',
    endsOn: 'row',
    sector: 'row',
    state: 'row',
    revision: 'row',
  },
  actions: {
    /** Publishing, changing and closing; a row that is only to come has its `employerId`. */
    write: {
      COORDINATOR: { LOCATION: ANY_ROW },
      SERVICE_POINT: { ALL: ANY_ROW },
      EMPLOYER_CONTACT: { EMPLOYER: 'employerId' },
      EMPLOYER_SYSTEM: { EMPLOYER: { at: 'employerId', apiScope: 'offers:write' } },
    },
  },
});

const WRITERS = ['COORDINATOR', 'SERVICE_POINT', ...OWN_EMPLOYER] as const;

export const offerOperations = operationPolicy({
  Query: { placementOffer: [...STAFF, ...OWN_EMPLOYER], placementOffers: [...STAFF, ...OWN_EMPLOYER] },
  Mutation: { publishOffer: WRITERS, changeOffer: WRITERS, closeOffer: WRITERS, importOffers: ['SERVICE_POINT'] },
});

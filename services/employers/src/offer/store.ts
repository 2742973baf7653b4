import { aggregateSchema, ours, type AggregateFields, type Connection } from '@servicepunt/shared/mongo';
import { page, pagesByParent, type PageArgs } from '@servicepunt/shared/paging';
import type { RowFilter } from '@servicepunt/shared/policy';
import { searchConditions } from '../search.ts';
import type { OfferFacts, OfferState, PlacementKind, Reservation } from './rules.ts';

export interface PlacementOfferRow extends AggregateFields, OfferFacts {
  offerNumber: string;
  employerId: string;
  siteId: string;
  state: OfferState;
  /** The places of the offer: claimed and given back by one write under the revision that was seen. */
  reservations: Reservation[];
  searchKeys: string[];
}
export interface OfferListFilter {
  readonly employer?: string | null | undefined;
  readonly offerNumber?: string | null | undefined;
  readonly kind?: PlacementKind | null | undefined;
  readonly openOn?: string | null | undefined;
  readonly search?: string | null | undefined;
}

/** Offers with the places that are held: some thousands of rows, each with some dozens of reservations. */
export function createOfferStore(connection: Connection) {
  const schema = aggregateSchema<PlacementOfferRow>({
    offerNumber: { type: String, required: true },
    employerId: { type: String, required: true },
    siteId: { type: String, required: true },
    title: { type: String, required: true },
    description: String,
    kind: { type: String, required: true },
    rhythm: { type: String, required: true },
    places: { type: Number, required: true },
    startsOn: { type: String, required: true },
    endsOn: { type: String, required: true },
    sector: String,
    state: { type: String, required: true },
    reservations: [{ _id: false, placementId: { type: String, required: true }, startsOn: String, endsOn: String, expiresAt: Date }],
    searchKeys: [String],
  });
  // Serves the look-up by number, and keeps numbers unique.
  schema.index({ offerNumber: 1 }, { unique: true });
  // Serves the offers of an employer, and its load.
  schema.index({ employerId: 1, startsOn: 1 });
  // Serves the list, and the offers that are open on a day.
  schema.index({ startsOn: 1, _id: 1 });
  schema.index({ state: 1, startsOn: 1 });
  // Serve the filters of the list.
  schema.index({ searchKeys: 1 });
  schema.index({ siteId: 1 });
  const model = connection.model<PlacementOfferRow>('PlacementOffer', schema, 'placementOffers');

  return {
    model,
    findByIds: (ids: readonly string[], visible: RowFilter | null) =>
      visible ? model.find(ours({ $and: [visible, { _id: { $in: [...ids] } }] })).lean<PlacementOfferRow[]>() : Promise.resolve([]),
    findOffer: (id: string) => model.findById(id).lean<PlacementOfferRow>(),
    findByNumbers: (offerNumbers: readonly string[]) =>
      model.find(ours({ offerNumber: { $in: [...offerNumbers] } })).lean<PlacementOfferRow[]>(),
    findOpenOf: (employerIds: readonly string[]) =>
      model.find(ours({ employerId: { $in: [...employerIds] }, state: 'OPEN' })).lean<PlacementOfferRow[]>(),
    /** `siteIds` narrows to these sites; null doesn't. */
    list: (filter: OfferListFilter, siteIds: readonly string[] | null, visible: RowFilter | null, args: PageArgs) =>
      page(model, visible && { $and: [visible, ...conditionsOf(filter, siteIds)] }, { startsOn: 1 }, args),
    pagesOfEmployers: (employerIds: readonly string[], visible: RowFilter | null, args: PageArgs) =>
      pagesByParent(model, visible, { startsOn: 1 }, { field: 'employerId', ids: employerIds }, args),
  };
}
export type OfferStore = ReturnType<typeof createOfferStore>;

function conditionsOf(filter: OfferListFilter, siteIds: readonly string[] | null): RowFilter[] {
  const conditions: RowFilter[] = searchConditions(filter.search ?? '');
  if (typeof filter.employer === 'string') conditions.push({ employerId: filter.employer });
  if (typeof filter.offerNumber === 'string') conditions.push({ offerNumber: filter.offerNumber });
  if (filter.kind) conditions.push({ kind: filter.kind });
  if (typeof filter.openOn === 'string')
    conditions.push({ state: 'OPEN', startsOn: { $lte: filter.openOn }, endsOn: { $gte: filter.openOn } });
  if (siteIds !== null) conditions.push({ siteId: { $in: [...siteIds] } });
  return conditions;
}

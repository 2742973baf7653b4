import type DataLoader from 'dataloader';
import { byId, byParentWith } from '@servicepunt/shared/loaders';
import type { Connection, PageArgs } from '@servicepunt/shared/paging';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { offerPolicy } from './policy.ts';
import { busiestDay } from './rules.ts';
import type { OfferListFilter, OfferStore, PlacementOfferRow } from './store.ts';

/** Offers as far as one viewer may know of them. */
export interface OfferReads {
  readonly byId: DataLoader<string, PlacementOfferRow | null>;
  list(filter: OfferListFilter & { readonly region?: string | null | undefined }, args: PageArgs): Promise<Connection<PlacementOfferRow>>;
  ofEmployer(employerId: string, args: PageArgs): Promise<Connection<PlacementOfferRow>>;
  /** Places held on the busiest day from today on. */
  placesTaken(offer: PlacementOfferRow): number;
}

export function createOfferReads(
  store: OfferStore,
  { viewer, clock }: Pick<Context, 'viewer' | 'clock'>,
  siteIdsInRegion: (region: string) => Promise<string[]>,
): OfferReads {
  const visible = offerPolicy.rows(viewer);
  return {
    byId: byId((ids) => store.findByIds(ids, visible)),
    list: async ({ region, ...filter }, args) =>
      store.list(filter, typeof region === 'string' ? await siteIdsInRegion(region) : null, visible, args),
    ofEmployer: byParentWith((employerIds, args: PageArgs) => store.pagesOfEmployers(employerIds, visible, args)),
    placesTaken: (offer) => busiestDay(offer.reservations, clock.now(), clock.today()),
  };
}

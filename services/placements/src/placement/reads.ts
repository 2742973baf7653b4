import { byId, byParentWith } from '@servicepunt/shared/loaders';
import type { PageArgs } from '@servicepunt/shared/paging';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { placementPolicy } from './policy.ts';
import { stateOn } from './rules.ts';
import type { PlacementFilter, PlacementRow, PlacementStore } from './store.ts';

/** What a request reads of placements: only rows that the viewer may know of. */
export function placementReads(store: PlacementStore, { viewer, clock }: Pick<Context, 'viewer' | 'clock'>) {
  const visible = placementPolicy.rows(viewer);
  const today = clock.today();
  const edge = (field: 'studentId' | 'employerId' | 'offerId') =>
    byParentWith((ids, args: PageArgs) => store.pagesOf(field, ids, {}, today, visible, args));
  const edges = { studentId: edge('studentId'), employerId: edge('employerId'), offerId: edge('offerId') };
  return {
    loaders: { placement: byId((ids) => store.findByIds(ids, visible)) },
    lists: { placements: (filter: PlacementFilter, args: PageArgs) => store.list(filter, today, visible, args) },
    edges: { placementsOf: (field: keyof typeof edges, id: string, args: PageArgs) => edges[field](id, args) },
    views: {
      stateOf: (row: PlacementRow) => stateOn(row, today),
      /** Why an agreement changes is as restricted as why an internship ended early. */
      amendmentsOf: (row: PlacementRow) =>
        placementPolicy.maySee(viewer, row, 'endNote') ? row.amendments : row.amendments.map((each) => ({ ...each, reason: null })),
    },
  };
}

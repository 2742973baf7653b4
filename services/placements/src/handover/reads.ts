import { byId, byParentWith } from '@servicepunt/shared/loaders';
import type { PageArgs } from '@servicepunt/shared/paging';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { handoverPolicy, seesAllItems } from './policy.ts';
import { checklistOf, isLate, OPEN_HANDOVERS } from './rules.ts';
import type { HandoverFilter, HandoverRow, HandoverStore } from './store.ts';
import { itemsView, stepsView } from './view.ts';

/** What a request reads of warm handovers: only rows that the viewer may know of. */
export function handoverReads(store: HandoverStore, { viewer, clock }: Pick<Context, 'viewer' | 'clock'>) {
  const visible = handoverPolicy.rows(viewer);
  return {
    loaders: { handover: byId((ids) => store.findByIds(ids, visible)) },
    lists: { handovers: (filter: HandoverFilter, args: PageArgs) => store.list(filter, visible, args) },
    edges: { handoversOf: byParentWith((ids, args: PageArgs) => store.pagesOfStudents(ids, visible, args)) },
    views: {
      ballOf: (row: HandoverRow) => (OPEN_HANDOVERS.includes(row.state) ? row.ball : null),
      isLate: (row: HandoverRow) => isLate(row, clock.today()),
      itemsOf: (row: HandoverRow) => itemsView(row, seesAllItems(viewer)),
      checklistOf: (row: HandoverRow) => checklistOf(row),
      stepsOf: (row: HandoverRow) => stepsView(row, clock.now()),
    },
  };
}

import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { byId, byParentWith } from '@servicepunt/shared/loaders';
import type { PageArgs } from '@servicepunt/shared/paging';
import type { DisclosureFilter } from '../schema.generated.ts';
import { disclosurePolicy } from './policy.ts';
import type { DisclosureStore } from './store.ts';

/** What a request reads of disclosures: only rows that the viewer may know of. */
export function disclosureReads(store: DisclosureStore, viewer: Viewer) {
  const visible = disclosurePolicy.rows(viewer);
  return {
    loaders: { disclosure: byId((ids) => store.findByIds(ids, visible)) },
    lists: {
      disclosures: (filter: DisclosureFilter, args: PageArgs) => store.list(filter, visible, args),
      disclosuresOfStudent: byParentWith((ids, args: PageArgs) => store.pagesOfStudents(ids, visible, args)),
    },
  };
}

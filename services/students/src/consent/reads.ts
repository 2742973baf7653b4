import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { byId, byParentWith } from '@servicepunt/shared/loaders';
import type { PageArgs } from '@servicepunt/shared/paging';
import { consentPolicy } from './policy.ts';
import type { ConsentStore } from './store.ts';

/** What a request reads of consents: only rows that the viewer may know of. */
export function consentReads(store: ConsentStore, viewer: Viewer) {
  const visible = consentPolicy.rows(viewer);
  return {
    loaders: { consent: byId((ids) => store.findByIds(ids, visible)) },
    lists: { consentsOfStudent: byParentWith((ids, args: PageArgs) => store.pagesOfStudents(ids, visible, args)) },
  };
}

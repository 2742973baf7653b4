import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { byId } from '@servicepunt/shared/loaders';
import { erasurePolicy } from './policy.ts';
import type { ErasureStore } from './store.ts';

/** What a request reads of erasures. */
export function erasureReads(store: ErasureStore, viewer: Viewer) {
  const visible = erasurePolicy.rows(viewer);
  return { loaders: { erasure: byId((ids) => store.findByIds(ids, visible)) } };
}

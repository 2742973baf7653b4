import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { byId } from '@servicepunt/shared/loaders';
import type { PageArgs } from '@servicepunt/shared/paging';
import type { StaffMemberFilter } from '../schema.generated.ts';
import { staffMemberPolicy } from './policy.ts';
import type { StaffStore } from './store.ts';

/** What a request reads of staff: only rows that the viewer may know of. */
export function staffReads(store: StaffStore, viewer: Viewer) {
  const visible = staffMemberPolicy.rows(viewer);
  return {
    loaders: { staffMember: byId((ids) => store.findByIds(ids, visible)) },
    lists: { staffMembers: (filter: StaffMemberFilter, args: PageArgs) => store.list(filter, visible, args) },
  };
}

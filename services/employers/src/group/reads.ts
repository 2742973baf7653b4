import type DataLoader from 'dataloader';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { byId } from '@servicepunt/shared/loaders';
import type { Connection, PageArgs } from '@servicepunt/shared/paging';
import type { RowFilter } from '@servicepunt/shared/policy';
import type { Reach } from '../reach.ts';
import { plain } from '../search.ts';
import { companyGroupPolicy } from './policy.ts';
import type { CompanyGroupRow, GroupStore } from './store.ts';

/** Company groups as far as one viewer may know of them. */
export interface GroupReads {
  readonly byId: DataLoader<string, CompanyGroupRow | null>;
  list(filter: { name?: string | null | undefined }, args: PageArgs): Promise<Connection<CompanyGroupRow>>;
}

export function createGroupReads(store: GroupStore, viewer: Viewer, reach: Reach): GroupReads {
  const visible = (): Promise<RowFilter | null> =>
    reach.filter(companyGroupPolicy.rows(viewer), (_employerIds, groupIds) => ({ _id: { $in: groupIds } }));
  const reached = (row: CompanyGroupRow): CompanyGroupRow => ({ ...row, reach: reach.inGroup(row._id) });
  return {
    byId: byId(async (ids) => (await store.findByIds(ids, await visible())).map(reached)),
    async list({ name }, args) {
      const found = await store.list(typeof name === 'string' ? { nameKey: plain(name) } : {}, await visible(), args);
      const edges = found.edges.map((edge) => ({ ...edge, node: reached(edge.node) }));
      return { ...found, edges, nodes: edges.map((edge) => edge.node) };
    },
  };
}

import DataLoader from 'dataloader';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { byId, byParentWith } from '@servicepunt/shared/loaders';
import type { Connection, PageArgs } from '@servicepunt/shared/paging';
import { employerPolicy } from './policy.ts';
import { sitesOf, type EmployerListFilter, type EmployerRow, type EmployerSiteRow, type EmployerStore } from './store.ts';

/** Employers and sites as far as one viewer may know of them. */
export interface EmployerReads {
  readonly byId: DataLoader<string, EmployerRow | null>;
  readonly siteById: DataLoader<string, EmployerSiteRow | null>;
  list(filter: EmployerListFilter, args: PageArgs): Promise<Connection<EmployerRow>>;
  ofGroup(groupId: string, args: PageArgs): Promise<Connection<EmployerRow>>;
}

export function createEmployerReads(store: EmployerStore, viewer: Viewer): EmployerReads {
  const visible = employerPolicy.rows(viewer);
  const employers = byId((ids) => store.findByIds(ids, visible));
  const primed = (page: Connection<EmployerRow>) => {
    for (const row of page.nodes) employers.prime(row._id, row);
    return page;
  };
  return {
    byId: employers,
    siteById: new DataLoader(async (ids) => {
      const rows = await store.findBySites(ids, visible);
      // The site's `employer` is this same row: it isn't asked for again.
      for (const row of rows) employers.prime(row._id, row);
      const sites = new Map(rows.flatMap(sitesOf).map((site) => [site._id, site]));
      return ids.map((id) => sites.get(id) ?? null);
    }),
    list: async (filter, args) => primed(await store.list(filter, visible, args)),
    ofGroup: byParentWith(async (groupIds, args: PageArgs) => (await store.pagesOfGroups(groupIds, visible, args)).map(primed)),
  };
}

import type DataLoader from 'dataloader';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { byId, byParentWith } from '@servicepunt/shared/loaders';
import type { Connection, PageArgs } from '@servicepunt/shared/paging';
import type { RowFilter } from '@servicepunt/shared/policy';
import type { Reach } from '../reach.ts';
import { contactPolicy, workplaceSupervisorPolicy } from './policy.ts';
import type { PersonKind } from './rules.ts';
import type { EmployerPersonRow, PersonListFilter, PersonStore } from './store.ts';

/** The people of one kind as far as one viewer may know of them. */
export interface PersonReads {
  readonly byId: DataLoader<string, EmployerPersonRow | null>;
  list(filter: PersonListFilter, args: PageArgs): Promise<Connection<EmployerPersonRow>>;
  ofEmployer(employerId: string, args: PageArgs): Promise<Connection<EmployerPersonRow>>;
  ofGroup(groupId: string, args: PageArgs): Promise<Connection<EmployerPersonRow>>;
}
export interface ContactReads {
  readonly contacts: PersonReads;
  readonly workplaceSupervisors: PersonReads;
  /** What of a contact's row the viewer's policy asks for beside what is stored. */
  reached(row: EmployerPersonRow): EmployerPersonRow;
}

export function createContactReads(store: PersonStore, viewer: Viewer, reach: Reach): ContactReads {
  const reached = (row: EmployerPersonRow): EmployerPersonRow => ({
    ...row,
    reach: row.employerId === null ? reach.inGroup(row.groupId ?? '') : [row.employerId],
  });
  const visibleContacts = () =>
    reach.filter(contactPolicy.rows(viewer), (employerIds, groupIds) => ({
      $or: [{ employerId: { $in: employerIds } }, { groupId: { $in: groupIds } }],
    }));
  const supervisorRows = workplaceSupervisorPolicy.rows(viewer);
  return {
    reached,
    contacts: personReads(store, 'CONTACT', visibleContacts, reached),
    workplaceSupervisors: personReads(
      store,
      'WORKPLACE_SUPERVISOR',
      () => Promise.resolve(supervisorRows),
      (row) => row,
    ),
  };
}

function personReads(
  store: PersonStore,
  kind: PersonKind,
  visible: () => Promise<RowFilter | null>,
  shown: (row: EmployerPersonRow) => EmployerPersonRow,
): PersonReads {
  const shownPage = (page: Connection<EmployerPersonRow>): Connection<EmployerPersonRow> => {
    const edges = page.edges.map((edge) => ({ ...edge, node: shown(edge.node) }));
    return { ...page, edges, nodes: edges.map((edge) => edge.node) };
  };
  const pagesOf = (field: 'employerId' | 'groupId') =>
    byParentWith(async (ids, args: PageArgs) => (await store.pagesOf(kind, field, ids, await visible(), args)).map(shownPage));
  return {
    byId: byId(async (ids) => (await store.findByIds(kind, ids, await visible())).map(shown)),
    list: async (filter, args) => shownPage(await store.list(kind, filter, await visible(), args)),
    ofEmployer: pagesOf('employerId'),
    ofGroup: pagesOf('groupId'),
  };
}

import type { CallOptions, Call } from '@servicepunt/shared/service-client';
import { byId } from '@servicepunt/shared/loaders';
import type { PageArgs } from '@servicepunt/shared/paging';
import { scopeIds } from '@servicepunt/shared/policy';
import type { Context } from '@servicepunt/shared/subgraph/context';
import type { StaffMemberFilter } from '../schema.generated.ts';
import { staffMemberPolicy, type RelationOwnerMark } from './policy.ts';
import type { StaffMemberRow, StaffStore } from './store.ts';

/** What a request reads of staff: only rows that the viewer may know of. */
export function staffReads(
  store: StaffStore,
  { viewer, requestId, deadline }: Pick<Context, 'viewer' | 'requestId' | 'deadline'>,
  call: Call,
) {
  const visible = staffMemberPolicy.rows(viewer);
  const options: CallOptions = { onBehalfOf: viewer, requestId, deadline };
  let asked: Promise<ReadonlyMap<string, readonly string[]>> | undefined;

  /** The companies of the viewer by their relation owner: employers decides who that is, so it is asked once a request. */
  function relationOwners(): Promise<ReadonlyMap<string, readonly string[]>> {
    asked ??= (async () => {
      const employerIds = scopeIds(viewer, 'EMPLOYER');
      const { owners } = await call('employers.relationOwners', { employerIds }, options);
      const byOwner = Map.groupBy(owners, ({ staffMemberId }) => staffMemberId);
      return new Map([...byOwner].map(([staffMemberId, of]) => [staffMemberId, of.map(({ employerId }) => employerId)]));
    })();
    return asked;
  }

  async function findByIds(ids: readonly string[]): Promise<(StaffMemberRow & RelationOwnerMark)[]> {
    // Whoever is inside reaches all staff: for a colleague who is a company's contact too nobody is asked.
    if (visible === null || !('relationOwnerOf' in visible)) return store.findByIds(ids, visible);
    const owners = await relationOwners();
    const rows = await store.findByIds(ids, { _id: { $in: [...owners.keys()] } });
    return rows.map((row) => ({ ...row, relationOwnerOf: owners.get(row._id) ?? [] }));
  }

  return {
    loaders: { staffMember: byId(findByIds) },
    lists: { staffMembers: (filter: StaffMemberFilter, args: PageArgs) => store.list(filter, visible, args) },
  };
}

import type { CallOptions, Call } from '@servicepunt/shared/service-client';
import { byId } from '@servicepunt/shared/loaders';
import type { PageArgs } from '@servicepunt/shared/paging';
import { scopeIds } from '@servicepunt/shared/policy';
import type { Context } from '@servicepunt/shared/subgraph/context';
import type { ConsentStore } from '../consent/store.ts';
import type { StaffMemberFilter } from '../schema.generated.ts';
import type { StudentStore } from '../student/store.ts';
import { circleFilter, pupilsMetBy, type PupilOfCircle } from './circle.ts';
import { staffMemberPolicy, type ReachMark } from './policy.ts';
import type { StaffMemberRow, StaffStore } from './store.ts';

/** What a request reads of staff: only rows that the viewer may know of. */
export function staffReads(
  stores: {
    readonly staff: StaffStore;
    readonly students: Pick<StudentStore, 'findCircles'>;
    readonly consents: Pick<ConsentStore, 'findRecorders'>;
  },
  { viewer, requestId, deadline }: Pick<Context, 'viewer' | 'requestId' | 'deadline'>,
  call: Call,
) {
  const store = stores.staff;
  const visible = staffMemberPolicy.rows(viewer);
  const reachesBy = (mark: keyof ReachMark): boolean => JSON.stringify(visible).includes(`"${mark}"`);
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

  /** What tells who has to do with the viewer's pupils. */
  async function ownPupils(): Promise<PupilOfCircle[]> {
    const ids = scopeIds(viewer, 'STUDENT');
    const [pupils, recorders] = await Promise.all([stores.students.findCircles(ids), stores.consents.findRecorders(ids)]);
    return pupils.map((pupil) => ({ ...pupil, recordedBy: recorders.get(pupil._id) ?? [] }));
  }
  let pupilsRead: Promise<PupilOfCircle[]> | undefined;

  async function findByIds(ids: readonly string[]): Promise<(StaffMemberRow & ReachMark)[]> {
    const [byCompany, byPupil] = [reachesBy('relationOwnerOf'), reachesBy('pupilsMet')];
    // Whoever is inside reaches all staff: for a colleague who is a company's contact or a parent too nobody is asked.
    if (!byCompany && !byPupil) return store.findByIds(ids, visible);
    const [owners, pupils] = await Promise.all([
      byCompany ? relationOwners() : new Map<string, readonly string[]>(),
      byPupil ? (pupilsRead ??= ownPupils()) : [],
    ]);
    const rows = await store.findByIds(ids, {
      $or: [...(byCompany ? [{ _id: { $in: [...owners.keys()] } }] : []), ...(byPupil ? [circleFilter(pupils)] : [])],
    });
    return rows.map((row) => ({ ...row, relationOwnerOf: owners.get(row._id) ?? [], pupilsMet: pupilsMetBy(row, pupils) }));
  }

  return {
    loaders: { staffMember: byId(findByIds) },
    lists: { staffMembers: (filter: StaffMemberFilter, args: PageArgs) => store.list(filter, visible, args) },
  };
}

import type { Clock } from '@servicepunt/shared/clock';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { byId } from '@servicepunt/shared/loaders';
import type { PageArgs } from '@servicepunt/shared/paging';
import { hasRole } from '@servicepunt/shared/policy';
import type { RestrictedAccessFilter } from '../schema.generated.ts';
import { restrictedAccessPolicy } from './policy.ts';
import type { RestrictedAccessStore } from './store.ts';

const NOTHING: ReadonlySet<string> = new Set();

/** What a request reads of opened accesses. */
export function restrictedAccessReads(store: RestrictedAccessStore, viewer: Viewer, clock: Clock) {
  const visible = restrictedAccessPolicy.rows(viewer);
  let standing: Promise<ReadonlySet<string>> | undefined;
  return {
    loaders: { restrictedAccess: byId((ids) => store.findByIds(ids, visible)) },
    lists: {
      restrictedAccesses: (filter: RestrictedAccessFilter, args: PageArgs) => store.list(filter, visible, clock.now(), args),
    },
    /** Pupils whose restricted fields the viewer has opened: asked once a request, and only for those who may open any. */
    openedStudents(): Promise<ReadonlySet<string>> {
      standing ??= hasRole(viewer, ['SERVICE_POINT']) ? store.findStanding(viewer.id, clock.now()) : Promise.resolve(NOTHING);
      return standing;
    },
  };
}

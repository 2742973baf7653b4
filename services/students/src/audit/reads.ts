import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { byId } from '@servicepunt/shared/loaders';
import type { PageArgs } from '@servicepunt/shared/paging';
import type { AuditFilter } from '../schema.generated.ts';
import { auditPolicy } from './policy.ts';
import type { AuditStore } from './store.ts';

/** What a request reads of the trail. */
export function auditReads(store: AuditStore, viewer: Viewer) {
  const visible = auditPolicy.rows(viewer);
  return {
    loaders: { auditEvent: byId((ids) => store.findByIds(ids, visible)) },
    lists: { auditEvents: (filter: AuditFilter, args: PageArgs) => store.list(filter, visible, args) },
  };
}

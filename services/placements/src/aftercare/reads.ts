import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { byId, byParent } from '@servicepunt/shared/loaders';
import type { PageArgs } from '@servicepunt/shared/paging';
import type { AftercareCaseFilter } from '../schema.generated.ts';
import { aftercarePolicy } from './policy.ts';
import { earlyLeaverStatus } from './rules.ts';
import type { AftercareRow, AftercareStore } from './store.ts';

/** What a request reads of aftercare: only cases that the viewer may know of. */
export function aftercareReads(store: AftercareStore, viewer: Viewer) {
  const visible = aftercarePolicy.rows(viewer);
  return {
    loaders: {
      aftercare: byId((ids) => store.findByIds(ids, visible)),
      aftercareOfStudent: byParent<AftercareRow>('studentId', (ids) => store.findByStudents(ids, visible)),
    },
    lists: { aftercareCases: (filter: AftercareCaseFilter, args: PageArgs) => store.list(filter, visible, args) },
    views: { earlyLeaverStatusOf: (row: AftercareRow) => earlyLeaverStatus(row.checks, row.turns23On) },
  };
}

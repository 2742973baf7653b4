import type { Clock } from '@servicepunt/shared/clock';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { badArgument } from '@servicepunt/shared/errors';
import { byId } from '@servicepunt/shared/loaders';
import type { PageArgs } from '@servicepunt/shared/paging';
import type { StudentFilter } from '../schema.generated.ts';
import { studentPolicy } from './policy.ts';
import type { StudentStore } from './store.ts';

/** Numbers that one filter may name: as many as an import has rows. */
const MAX_NUMBERS = 500;

/** What a request reads of pupils: only rows that the viewer may know of. */
export function studentReads(store: StudentStore, viewer: Viewer, clock: Clock) {
  const visible = studentPolicy.rows(viewer);
  return {
    loaders: {
      student: byId((ids) => store.findByIds(ids, visible)),
      /** Ages for what is computed by age; never shown as they are. */
      studentAge: byId((ids) => store.findAges(ids)),
    },
    lists: {
      students(filter: StudentFilter, args: PageArgs) {
        if ((filter.schoolPupilNumbers?.length ?? 0) > MAX_NUMBERS) throw badArgument('schoolPupilNumbers', `at most ${MAX_NUMBERS}`);
        return store.list(filter, visible, clock.today(), args);
      },
    },
  };
}

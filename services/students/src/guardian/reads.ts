import DataLoader from 'dataloader';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { byId } from '@servicepunt/shared/loaders';
import { guardianPolicy } from './policy.ts';
import type { ChildLink } from './rules.ts';
import type { GuardianRow, GuardianStore } from './store.ts';

/** A guardian as seen from one pupil. */
export interface GuardianOfStudent {
  readonly guardian: GuardianRow;
  readonly link: ChildLink;
}

/** What a request reads of guardians: only rows that the viewer may know of. */
export function guardianReads(store: GuardianStore, viewer: Viewer) {
  const visible = guardianPolicy.rows(viewer);
  return {
    loaders: {
      guardian: byId((ids) => store.findByIds(ids, visible)),
      guardiansOfStudent: new DataLoader(async (studentIds: readonly string[]) => {
        const rows = await store.findOfStudents(studentIds, visible);
        return studentIds.map((studentId) => rows.flatMap((guardian) => linksTo(guardian, studentId)));
      }),
    },
  };
}

export function linksTo(guardian: GuardianRow, studentId: string): GuardianOfStudent[] {
  return guardian.children.filter((link) => link.studentId === studentId).map((link) => ({ guardian, link }));
}

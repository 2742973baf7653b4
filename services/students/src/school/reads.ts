import DataLoader from 'dataloader';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { byId } from '@servicepunt/shared/loaders';
import type { PageArgs } from '@servicepunt/shared/paging';
import type { SchoolLocationFilter } from '../schema.generated.ts';
import { schoolLocationPolicy, schoolPolicy } from './policy.ts';
import type { SchoolStore } from './store.ts';

/** What a request reads of schools: only rows that the viewer may know of. */
export function schoolReads(schools: SchoolStore, viewer: Viewer) {
  const visibleLocations = schoolLocationPolicy.rows(viewer);
  return {
    loaders: {
      schoolLocation: byId((ids) => schools.findByIds(ids, visibleLocations)),
      locationsOfSchool: new DataLoader(async (ids: readonly string[]) => {
        const bySchool = Map.groupBy(await schools.findBySchools(ids, visibleLocations), (row) => row.schoolId);
        return ids.map((id) => bySchool.get(id) ?? []);
      }),
      school: new DataLoader(async (ids: readonly string[]) => {
        const locations = await schools.findBySchools(ids, schoolPolicy.rows(viewer) && visibleLocations);
        return ids.map((id) => {
          const location = locations.find((row) => row.schoolId === id);
          return location ? { _id: id, brin: location.brin, name: location.schoolName } : null;
        });
      }),
    },
    lists: { schoolLocations: (filter: SchoolLocationFilter, args: PageArgs) => schools.list(filter, visibleLocations, args) },
  };
}

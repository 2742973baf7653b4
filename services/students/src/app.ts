import DataLoader from 'dataloader';
import { byId } from '@servicepunt/shared/loaders';
import type { RoomDeps, ServiceDefinition } from '@servicepunt/shared/service';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { readTypeDefs } from '@servicepunt/shared/subgraph/schema';
import type { ServiceContext } from './context.ts';
import { createSchoolActions } from './school/actions.ts';
import { schoolLocationPolicy, schoolOperations, schoolPolicy } from './school/policy.ts';
import { schoolResolvers } from './school/resolvers.ts';
import { createSchoolStore } from './school/store.ts';

/** The students service: its rooms, wired. */
export function defineStudents(deps: RoomDeps): ServiceDefinition {
  const schools = createSchoolStore(deps.connection);
  const actions = { school: createSchoolActions({ store: schools }) };

  return {
    typeDefs: readTypeDefs(import.meta.dirname),
    resolvers: schoolResolvers,
    policies: [schoolPolicy, schoolLocationPolicy, schoolOperations],
    messages: {},
    aggregates: [schools.model as never],
    calls: {},
    contextFor(base: Context): ServiceContext {
      const { viewer } = base;
      const visibleLocations = schoolLocationPolicy.rows(viewer);
      const locationsOfSchool = new DataLoader(async (ids: readonly string[]) => {
        const bySchool = Map.groupBy(await schools.findBySchools(ids, visibleLocations), (row) => row.schoolId);
        return ids.map((id) => bySchool.get(id) ?? []);
      });
      return {
        ...base,
        actions,
        loaders: {
          schoolLocation: byId((ids) => schools.findByIds(ids, visibleLocations)),
          locationsOfSchool,
          school: new DataLoader(async (ids) => {
            const locations = await schools.findBySchools(ids, schoolPolicy.rows(viewer) && visibleLocations);
            return ids.map((id) => {
              const location = locations.find((row) => row.schoolId === id);
              return location ? { _id: id, brin: location.brin, name: location.schoolName } : null;
            });
          }),
        },
        lists: { schoolLocations: (filter, args) => schools.list(filter, visibleLocations, args) },
      };
    },
  };
}

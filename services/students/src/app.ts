import type { RoomDeps, ServiceDefinition } from '@servicepunt/shared/service';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { readTypeDefs } from '@servicepunt/shared/subgraph/schema';
import type { ServiceContext } from './context.ts';
import { createSchoolActions } from './school/actions.ts';
import { schoolLocationPolicy, schoolOperations, schoolPolicy } from './school/policy.ts';
import { schoolReads } from './school/reads.ts';
import { schoolResolvers } from './school/resolvers.ts';
import { createSchoolStore } from './school/store.ts';
import { createStaffActions } from './staff/actions.ts';
import { staffMessages } from './staff/messages.ts';
import { staffMemberPolicy, staffOperations, staffParts } from './staff/policy.ts';
import { staffReads } from './staff/reads.ts';
import { staffResolvers } from './staff/resolvers.ts';
import { createStaffStore } from './staff/store.ts';

/** The students service: its rooms, wired. */
export function defineStudents(
  deps: RoomDeps,
  settings: { readonly BOOTSTRAP_SERVICE_POINT?: string | undefined } = {},
): ServiceDefinition {
  const schools = createSchoolStore(deps.connection);
  const staff = createStaffStore(deps.connection);
  const actions = {
    school: createSchoolActions({ store: schools }),
    staff: createStaffActions({ staff, schools }),
  };

  return {
    typeDefs: readTypeDefs(import.meta.dirname),
    resolvers: mergeResolvers(schoolResolvers, staffResolvers),
    policies: [schoolPolicy, schoolLocationPolicy, schoolOperations, staffMemberPolicy, staffParts, staffOperations],
    messages: { ...staffMessages },
    aggregates: [schools.model, staff.model] as never[],
    calls: {},
    async onStoreReady() {
      if (settings.BOOTSTRAP_SERVICE_POINT !== undefined) await actions.staff.bootstrap(deps, settings.BOOTSTRAP_SERVICE_POINT);
    },
    contextFor(base: Context): ServiceContext {
      const reads = [schoolReads(schools, base.viewer), staffReads(staff, base.viewer)] as const;
      return {
        ...base,
        actions,
        loaders: { ...reads[0].loaders, ...reads[1].loaders },
        lists: { ...reads[0].lists, ...reads[1].lists },
      };
    },
  };
}

/** One room adds its fields to the types of another (`Query`, `Student`). */
function mergeResolvers(...rooms: readonly object[]): Record<string, object> {
  const merged: Record<string, object> = {};
  for (const room of rooms) for (const [type, fields] of Object.entries(room)) merged[type] = { ...merged[type], ...(fields as object) };
  return merged;
}

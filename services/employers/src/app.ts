import type { RoomDeps, ServiceDefinition } from '@servicepunt/shared/service';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { readTypeDefs } from '@servicepunt/shared/subgraph/schema';
import type { Actions, ServiceContext } from './context.ts';
import { createEmployerActions } from './employer/actions.ts';
import { createEmployerImport } from './employer/import.ts';
import { employerMessages } from './employer/messages.ts';
import {
  employerOperations,
  employerPolicy,
  employerSitePolicy,
  schoolLocationReference,
  staffMemberReference,
} from './employer/policy.ts';
import { createEmployerReads } from './employer/reads.ts';
import { employerResolvers } from './employer/resolvers.ts';
import { createEmployerStore } from './employer/store.ts';
import { createGroupActions } from './group/actions.ts';
import { groupMessages } from './group/messages.ts';
import { companyGroupPolicy, groupOperations } from './group/policy.ts';
import { createGroupReads } from './group/reads.ts';
import { groupResolvers } from './group/resolvers.ts';
import { createGroupStore } from './group/store.ts';
import { createReach } from './reach.ts';

/** The employers service: its rooms, wired. */
export function defineEmployers(deps: RoomDeps): ServiceDefinition {
  const groups = createGroupStore(deps.connection);
  const employers = createEmployerStore(deps.connection);
  const group = createGroupActions({ store: groups });
  const actions: Actions = {
    group,
    employer: createEmployerActions({
      store: employers,
      groupExists: async (id) => (await groups.findByIds([id], {})).length > 0,
      whenInactive: () => Promise.resolve(),
    }),
    importEmployers: createEmployerImport({ store: employers, ensureGroups: group.ensureGroups }),
  };

  return {
    typeDefs: readTypeDefs(import.meta.dirname),
    resolvers: merge(groupResolvers, employerResolvers),
    policies: [
      companyGroupPolicy,
      groupOperations,
      employerPolicy,
      employerSitePolicy,
      employerOperations,
      staffMemberReference,
      schoolLocationReference,
    ],
    messages: { ...groupMessages, ...employerMessages },
    aggregates: [groups.model, employers.model] as never[],
    calls: {},
    contextFor(base: Context): ServiceContext {
      const { viewer } = base;
      const reach = createReach(employers.findGroupsOf);
      return {
        ...base,
        actions,
        groups: createGroupReads(groups, viewer, reach),
        employers: createEmployerReads(employers, viewer),
      };
    },
  };
}

/** Rooms add fields to each other's types: an employer has its contacts from one room and its offers from another. */
function merge(...rooms: readonly Record<string, object | undefined>[]): Record<string, object> {
  const merged: Record<string, object> = {};
  for (const room of rooms) for (const [type, fields] of Object.entries(room)) merged[type] = { ...merged[type], ...fields };
  return merged;
}

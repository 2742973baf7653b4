import type { RoomDeps, ServiceDefinition } from '@servicepunt/shared/service';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { readTypeDefs } from '@servicepunt/shared/subgraph/schema';
import type { Actions, ServiceContext } from './context.ts';
import { idleCalls } from './activity/calls.ts';
import { activityHandlers } from './activity/events.ts';
import { createLastActivity } from './activity/last-activity.ts';
import { createActivityStore } from './activity/store.ts';
import { createApiKeyActions } from './api-key/actions.ts';
import { apiKeyCalls } from './api-key/calls.ts';
import { apiKeyMessages } from './api-key/messages.ts';
import { apiKeyOperations, apiKeyPolicy } from './api-key/policy.ts';
import { createApiKeyReads } from './api-key/reads.ts';
import { apiKeyResolvers } from './api-key/resolvers.ts';
import { createApiKeyStore } from './api-key/store.ts';
import { createBudgetActions } from './budget/actions.ts';
import { budgetMessages } from './budget/messages.ts';
import { budgetOperations, budgetParts } from './budget/policy.ts';
import { createMailStore, mailHandlers } from './budget/mails.ts';
import { createBudgetReads } from './budget/reads.ts';
import { budgetResolvers } from './budget/resolvers.ts';
import { createBudgetStore } from './budget/store.ts';
import { createAccounts } from './contact/accounts.ts';
import { createContactActions } from './contact/actions.ts';
import { contactCalls } from './contact/calls.ts';
import { createPersonImport } from './contact/import.ts';
import { contactMessages } from './contact/messages.ts';
import { contactOperations, contactPolicy, workplaceSupervisorPolicy } from './contact/policy.ts';
import { createContactReads } from './contact/reads.ts';
import { contactResolvers } from './contact/resolvers.ts';
import { createPersonStore } from './contact/store.ts';
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
import { createOfferActions } from './offer/actions.ts';
import { offerCalls } from './offer/calls.ts';
import { createOfferImport } from './offer/import.ts';
import { offerMessages } from './offer/messages.ts';
import { offerOperations, offerPolicy } from './offer/policy.ts';
import { createOfferReads } from './offer/reads.ts';
import { offerResolvers } from './offer/resolvers.ts';
import { createOfferStore } from './offer/store.ts';
import { createReach } from './reach.ts';
import { recordCalls } from './record-export/record.ts';

/** The employers service: its rooms, wired. */
export function defineEmployers(deps: RoomDeps): ServiceDefinition {
  const groups = createGroupStore(deps.connection);
  const employers = createEmployerStore(deps.connection);
  const people = createPersonStore(deps.connection);
  const offers = createOfferStore(deps.connection);
  const budgets = createBudgetStore(deps.connection);
  const mails = createMailStore(deps.connection);
  const apiKeys = createApiKeyStore(deps.connection);
  const activity = createActivityStore(deps.connection);
  const counted = mailHandlers(mails);
  const heard = activityHandlers(activity, people);
  const groupExists = async (id: string) => (await groups.findByIds([id], {})).length > 0;
  const accounts = createAccounts({ store: people, call: deps.call });
  const group = createGroupActions({ store: groups });
  const offer = createOfferActions({ store: offers });
  const actions: Actions = {
    group,
    employer: createEmployerActions({
      store: employers,
      groupExists,
      whenInactive: offer.closeOffersOf,
    }),
    contact: createContactActions({ store: people, accounts, groupExists }),
    offer,
    budget: createBudgetActions({ store: budgets }),
    apiKey: createApiKeyActions({ store: apiKeys }),
    importEmployers: createEmployerImport({ store: employers, ensureGroups: group.ensureGroups }),
    importOffers: createOfferImport({ store: offers, findEmployers: employers.findByKvkNumbers }),
    importEmployerContacts: createPersonImport({
      store: people,
      accounts,
      findEmployers: employers.findByKvkNumbers,
      findGroups: groups.findByKeys,
    }),
  };

  return {
    typeDefs: readTypeDefs(import.meta.dirname),
    resolvers: merge(groupResolvers, employerResolvers, contactResolvers, offerResolvers, budgetResolvers, apiKeyResolvers),
    policies: [
      companyGroupPolicy,
      groupOperations,
      employerPolicy,
      employerSitePolicy,
      employerOperations,
      contactPolicy,
      workplaceSupervisorPolicy,
      contactOperations,
      offerPolicy,
      offerOperations,
      budgetParts,
      budgetOperations,
      apiKeyPolicy,
      apiKeyOperations,
      staffMemberReference,
      schoolLocationReference,
    ],
    messages: { ...groupMessages, ...employerMessages, ...contactMessages, ...offerMessages, ...budgetMessages, ...apiKeyMessages },
    aggregates: [groups.model, employers.model, people.model, offers.model, budgets.model, apiKeys.model] as never[],
    handlers: {
      ...heard,
      async DeliverySent(told) {
        await counted.DeliverySent?.(told);
        await heard.DeliverySent?.(told);
      },
    },
    calls: {
      ...recordCalls({ employers, offers }),
      ...contactCalls({ store: people, clock: deps.clock, ...employers }),
      ...idleCalls({ store: people, lastActivity: createLastActivity({ people, employers, offers, budgets, apiKeys, activity }) }),
      ...apiKeyCalls({ store: apiKeys, clock: deps.clock, findEmployer: employers.findEmployer }),
      ...offerCalls({
        store: offers,
        clock: deps.clock,
        newId: deps.newId,
        employerIsActive: async (id) => (await employers.findEmployer(id))?.state === 'ACTIVE',
      }),
    },
    contextFor(base: Context): ServiceContext {
      const { viewer } = base;
      const reach = createReach(employers.findGroupsOf);
      const offerReads = createOfferReads(offers, base, employers.siteIdsInRegion);
      return {
        ...base,
        actions,
        groups: createGroupReads(groups, viewer, reach),
        employers: createEmployerReads(employers, viewer),
        people: createContactReads(people, viewer, reach),
        offers: offerReads,
        apiKeys: createApiKeyReads(apiKeys, viewer),
        budgets: createBudgetReads({ store: budgets, mails, findOpenOffers: offers.findOpenOf, placesTaken: offerReads.placesTaken }, base),
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

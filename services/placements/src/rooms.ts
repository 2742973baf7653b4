import type { Messages } from '@servicepunt/shared/errors';
import type { Connection } from '@servicepunt/shared/mongo';
import type { RoomDeps } from '@servicepunt/shared/service';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { createAftercareActions } from './aftercare/actions.ts';
import { aftercareReads } from './aftercare/reads.ts';
import { createAftercareStore } from './aftercare/store.ts';
import { createAmending } from './agreement/actions/amend.ts';
import { createDrafting } from './agreement/actions/draft.ts';
import { createSigning } from './agreement/actions/sign.ts';
import { createCalendar } from './calendar/calendar.ts';
import { createCalendarStore } from './calendar/store.ts';
import { createCallFor } from './callees.ts';
import { createLinkTasks } from './calls/link-tasks.ts';
import { createArranging } from './evaluation/actions/arrange.ts';
import { createForms } from './evaluation/actions/forms.ts';
import { evaluationReads } from './evaluation/reads.ts';
import { createScheduling } from './evaluation/scheduling.ts';
import { createEvaluationStore } from './evaluation/store.ts';
import { createFollowUps } from './follow-up/follow-ups.ts';
import { createConversing } from './handover/actions/converse.ts';
import { createHandoverImport } from './handover/actions/import.ts';
import { createPreparing } from './handover/actions/prepare.ts';
import { handoverFollowUps } from './handover/follow-ups.ts';
import { handoverReads } from './handover/reads.ts';
import { createHandoverStore } from './handover/store.ts';
import { createLinks } from './link/links.ts';
import { createLinkStore } from './link/store.ts';
import { createPartnerActions } from './partner/actions.ts';
import { createPartnerDirectory } from './partner/directory.ts';
import { partnerReads } from './partner/reads.ts';
import { createPartnerStore } from './partner/store.ts';
import { createAccess } from './placement/actions/access.ts';
import { createChanging } from './placement/actions/change.ts';
import { createDisclosing, createProposing } from './placement/actions/disclose.ts';
import { createEnding } from './placement/actions/end.ts';
import { createImporting } from './placement/actions/import.ts';
import { createPlanning } from './placement/actions/plan.ts';
import { placementFollowUps } from './placement/follow-ups.ts';
import { createOfferPlaces } from './placement/offer-places.ts';
import { placementReads } from './placement/reads.ts';
import { createPlacementStore } from './placement/store.ts';
import { traineeReads } from './trainee/reads.ts';

/** The stores of all rooms on one connection. */
export function createStores(connection: Connection) {
  return {
    placements: createPlacementStore(connection),
    evaluations: createEvaluationStore(connection),
    handovers: createHandoverStore(connection),
    partners: createPartnerStore(connection),
    aftercare: createAftercareStore(connection),
    calendar: createCalendarStore(connection),
    links: createLinkStore(connection),
  };
}
export type Stores = ReturnType<typeof createStores>;

/** What the rooms share: the pupil's calendar, the links, and the work that changes leave behind. */
export function createServices(stores: Stores, deps: RoomDeps, followUpEveryMs: number) {
  const { clock, newId, call, log, nudge } = deps;
  const { placements, evaluations, handovers } = stores;
  const calendar = createCalendar({ store: stores.calendar, clock, standing: placements.standing });
  const scheduling = createScheduling({ store: evaluations, placements, clock, newId });
  const links = createLinks({ store: stores.links, tasks: createLinkTasks({ evaluations, handovers, call }), clock, newId });
  const common = { clock, log, nudge, everyMs: followUpEveryMs };
  return {
    calendar,
    links,
    placementFollowUps: createFollowUps({
      ...common,
      model: placements.model,
      handlers: placementFollowUps({ store: placements, calendar, scheduling, call, clock }),
    }),
    handoverFollowUps: createFollowUps({
      ...common,
      model: handovers.model,
      handlers: handoverFollowUps({ store: handovers, call, clock }),
    }),
  };
}
export type Services = ReturnType<typeof createServices>;

/** The actions of all rooms; each gets the stores of other rooms that its decisions need. */
export function createActions(stores: Stores, services: Services, deps: Pick<RoomDeps, 'call' | 'clock' | 'newId'>, messages: Messages) {
  const { placements: store, evaluations, handovers, partners } = stores;
  const { calendar, links } = services;
  const { call, clock, newId } = deps;
  const followUps = services.placementFollowUps;
  const callFor = createCallFor(call);
  const access = createAccess(store);
  const disclosing = createDisclosing(callFor);
  const offerPlaces = createOfferPlaces(callFor);
  return {
    placement: {
      ...createPlanning({ store, calendar, callFor, offerPlaces, disclosing, followUps }),
      ...createProposing({ store, access, disclosing, followUps }),
      ...createChanging({ store, access, calendar, offerPlaces }),
      ...createEnding({ store, access, followUps }),
      importPlacements: createImporting({ store, calendar, callFor, followUps, messages }),
    },
    agreement: {
      ...createDrafting({ store, access, followUps }),
      ...createSigning({ store, access, calendar, offerPlaces, followUps }),
      ...createAmending({ store, access, callFor }),
    },
    evaluation: {
      ...createForms({ store: evaluations, finishTask: links.finish }),
      ...createArranging({ store: evaluations, placements: store }),
    },
    handover: {
      ...createPreparing({ store: handovers, partners, callFor }),
      ...createConversing({ store: handovers, callFor, finishTask: (id) => links.finish(id, 'RECEIVING_PARTY') }),
      importHandovers: createHandoverImport({
        store: handovers,
        partners: createPartnerDirectory(partners),
        callFor,
        followUps: services.handoverFollowUps,
      }),
    },
    partner: createPartnerActions({ store: partners }),
    aftercare: createAftercareActions({ store: stores.aftercare, call, clock, newId }),
  };
}
export type Actions = ReturnType<typeof createActions>;

/** What one request reads: each loader, list and edge is bound to what its viewer may see. */
export function createReads(stores: Stores, base: Pick<Context, 'viewer' | 'clock'>) {
  const placement = placementReads(stores.placements, base);
  const trainee = traineeReads(stores.placements, base);
  const evaluation = evaluationReads(stores.evaluations, base);
  const handover = handoverReads(stores.handovers, base);
  const partner = partnerReads(stores.partners, base.viewer);
  const aftercare = aftercareReads(stores.aftercare, base.viewer);
  return {
    loaders: {
      ...placement.loaders,
      ...trainee.loaders,
      ...evaluation.loaders,
      ...handover.loaders,
      ...partner.loaders,
      ...aftercare.loaders,
    },
    lists: { ...placement.lists, ...trainee.lists, ...evaluation.lists, ...handover.lists, ...partner.lists, ...aftercare.lists },
    edges: { ...placement.edges, ...trainee.edges, ...evaluation.edges, ...handover.edges },
    views: { ...placement.views, ...trainee.views, ...evaluation.views, ...handover.views, ...aftercare.views },
  };
}
export type Reads = ReturnType<typeof createReads>;

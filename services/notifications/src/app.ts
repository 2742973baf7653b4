import { createErasures } from '@servicepunt/shared/erasure';
import type { RoomDeps, ServiceDefinition } from '@servicepunt/shared/service';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { readTypeDefs } from '@servicepunt/shared/subgraph/schema';
import type { ServiceContext } from './context.ts';
import type { Board } from './board/board.ts';
import { deliveryOperations, deliveryParts, deliveryPolicy } from './delivery/policy.ts';
import { deliveryResolvers } from './delivery/resolvers.ts';
import type { Queues } from './engine/queues.ts';
import { inboxOperations, inboxParts, notificationPolicy } from './inbox/policy.ts';
import { inboxResolvers } from './inbox/resolvers.ts';
import { liveCalls } from './live/places.ts';
import { liveOperations, liveParts } from './live/policy.ts';
import { liveResolvers } from './live/resolvers.ts';
import { notificationsMessages } from './messages.ts';
import { operationsOperations, operationsParts } from './operations/policy.ts';
import { operationsResolvers } from './operations/resolvers.ts';
import {
  evaluationStub,
  handoverStub,
  placementStub,
  referenceStubs,
  reminderOperations,
  reminderParts,
  reminderPolicy,
} from './reminder/policy.ts';
import { recordCalls } from './record-export/record.ts';
import { REMIND_AGAIN_AFTER_MS } from './rule/rules.ts';
import { renewLinkCalls } from './reminder/renew-link.ts';
import { reminderResolvers } from './reminder/resolvers.ts';
import { createActions, createOperations, createReads, createStores } from './rooms.ts';

/** The API of the notifications service. Events are handled, and its own told, by the worker: this process only rings at `queues`. */
export function defineNotifications(
  deps: RoomDeps,
  settings: { readonly queues: Queues; readonly frontendUrl: string; readonly remindAgainAfterMs?: number; readonly board?: Board },
): ServiceDefinition {
  const { queues } = settings;
  const stores = createStores(deps.connection);
  // The worker fills it; named here too, so that its index stands whichever process builds them.
  createErasures(deps.connection, 'NotificationsErased', deps);
  const actions = createActions(stores, deps, queues, settings.remindAgainAfterMs ?? REMIND_AGAIN_AFTER_MS);
  const operations = createOperations(stores, deps, queues, settings.frontendUrl);
  return {
    typeDefs: readTypeDefs(import.meta.dirname),
    resolvers: mergeResolvers(reminderResolvers, deliveryResolvers, inboxResolvers, liveResolvers, operationsResolvers),
    policies: [
      ...[reminderPolicy, reminderParts, reminderOperations, placementStub, evaluationStub, handoverStub, ...referenceStubs],
      ...[deliveryPolicy, deliveryParts, deliveryOperations],
      ...[notificationPolicy, inboxParts, inboxOperations],
      ...[liveParts, liveOperations],
      ...[operationsParts, operationsOperations],
    ],
    messages: notificationsMessages,
    aggregates: [],
    calls: {
      ...liveCalls({ ...stores, clock: deps.clock }),
      ...recordCalls(stores),
      ...renewLinkCalls({ ...deps, remindNow: actions.reminder.remindNow }),
    },
    contextFor: (base: Context): ServiceContext => ({ ...base, actions, operations, ...createReads(stores, base) }),
    ...(settings.board ? { ops: settings.board.handle } : {}),
    stopSteps: [
      { name: 'board', stop: () => settings.board?.close() },
      { name: 'queues', stop: () => queues.close() },
    ],
  };
}

/** One room adds its fields to the types of another (`Query`). */
function mergeResolvers(...rooms: readonly object[]): Record<string, object> {
  const merged: Record<string, object> = {};
  for (const room of rooms) for (const [type, fields] of Object.entries(room)) merged[type] = { ...merged[type], ...(fields as object) };
  return merged;
}

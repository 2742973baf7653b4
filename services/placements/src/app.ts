import { commonMessages } from '@servicepunt/shared/errors';
import { createErasures } from '@servicepunt/shared/erasure';
import { partsOf } from '@servicepunt/shared/policy';
import type { RoomDeps, ServiceDefinition } from '@servicepunt/shared/service';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { readTypeDefs } from '@servicepunt/shared/subgraph/schema';
import { aftercareMessages } from './aftercare/messages.ts';
import { aftercareOperations, aftercarePolicy } from './aftercare/policy.ts';
import { aftercareResolvers } from './aftercare/resolvers.ts';
import { agreementMessages } from './agreement/messages.ts';
import { agreementOperations } from './agreement/policy.ts';
import { agreementResolvers } from './agreement/resolvers.ts';
import { createPeople } from './calls/people.ts';
import { createReminderSubject } from './calls/reminder-subject.ts';
import type { ServiceContext } from './context.ts';
import { erasePupil } from './erasure/erase.ts';
import { figureOperations, figureParts } from './figures/policy.ts';
import { placementFigureReads } from './figures/reads.ts';
import { figureResolvers } from './figures/resolvers.ts';
import { createPlacementFigures } from './figures/store.ts';
import { evaluationMessages } from './evaluation/messages.ts';
import { evaluationOperations, evaluationPolicy } from './evaluation/policy.ts';
import { evaluationResolvers } from './evaluation/resolvers.ts';
import { createHandlers } from './events/handlers.ts';
import { handoverMessages } from './handover/messages.ts';
import { handoverOperations, handoverPolicy } from './handover/policy.ts';
import { handoverResolvers } from './handover/resolvers.ts';
import { partnerMessages } from './partner/messages.ts';
import { partnerOperations, partnerPolicy } from './partner/policy.ts';
import { partnerResolvers } from './partner/resolvers.ts';
import { placementMessages } from './placement/messages.ts';
import {
  employerStubPolicy,
  offerStubPolicy,
  placementOperations,
  placementPolicy,
  referencePolicies,
  studentStubPolicy,
} from './placement/policy.ts';
import { placementResolvers } from './placement/resolvers.ts';
import { createActions, createReads, createServices, createStores } from './rooms.ts';
import { recordCalls } from './record-export/record.ts';
import { traineeOperations, traineePolicy } from './trainee/policy.ts';
import { traineeResolvers } from './trainee/resolvers.ts';
import { workingTimeMessages } from './working-time/messages.ts';

/** How often the service looks for work that a crash, or a service that was down, left behind. */
const FOLLOW_UP_EVERY_MS = 10_000;

const MESSAGES = {
  ...workingTimeMessages,
  ...placementMessages,
  ...agreementMessages,
  ...evaluationMessages,
  ...handoverMessages,
  ...partnerMessages,
  ...aftercareMessages,
};

const valueTypes = partsOf(
  'WorkingTime',
  'LearningGoal',
  'PlacementAgreement',
  'AgreementSignature',
  'AgreementContact',
  'AgreementAmendment',
  'EvaluationDate',
  'EvaluationForm',
  'EvaluationQuestion',
  'EvaluationAnswer',
  'EvaluationConclusion',
  'PartnerContact',
  'HandoverItem',
  'HandoverCheck',
  'HandoverStep',
  'OutcomeCheck',
  'EarlyLeaverStatus',
);

export interface PlacementsDefinition extends ServiceDefinition {
  /** Does what changes left behind and is due now; the service does it by itself every few seconds. */
  followUpDue(): Promise<void>;
}

/** The placements service: its rooms, wired. */
export function definePlacements(deps: RoomDeps): PlacementsDefinition {
  const stores = createStores(deps.connection);
  const { placements, evaluations, handovers, partners, aftercare } = stores;
  const services = createServices(stores, deps, FOLLOW_UP_EVERY_MS);
  const { links, placementFollowUps, handoverFollowUps } = services;
  const actions = createActions(stores, services, deps, { ...commonMessages, ...MESSAGES });
  const { call } = deps;
  const figures = createPlacementFigures(deps.connection);
  const erasures = createErasures(deps.connection, 'PlacementsErased', deps);
  const reminderSubject = createReminderSubject({ evaluations, placements, handovers, call });
  const people = createPeople(partners);

  return {
    typeDefs: readTypeDefs(import.meta.dirname),
    resolvers: mergeResolvers(
      placementResolvers,
      traineeResolvers,
      agreementResolvers,
      evaluationResolvers,
      handoverResolvers,
      partnerResolvers,
      aftercareResolvers,
      figureResolvers,
    ),
    policies: [
      ...[placementPolicy, placementOperations],
      ...[traineePolicy, traineeOperations],
      ...[evaluationPolicy, evaluationOperations],
      ...[handoverPolicy, handoverOperations],
      ...[partnerPolicy, partnerOperations],
      ...[aftercarePolicy, aftercareOperations],
      ...[agreementOperations, valueTypes],
      ...[figureParts, figureOperations],
      ...[studentStubPolicy, employerStubPolicy, offerStubPolicy, ...referencePolicies],
    ],
    messages: MESSAGES,
    aggregates: [placements.model, evaluations.model, handovers.model, partners.model, aftercare.model, erasures.model] as never[],
    calls: {
      ...recordCalls(stores),
      'placements.viewerByLink': ({ token }) => links.viewerByToken(token),
      'placements.taskOfLink': ({ token }) => links.taskOfToken(token),
      'placements.issueLink': (input) => links.issue(input),
      'placements.people': ({ ids }) => people(ids),
      'placements.reminderSubject': (input) => reminderSubject(input),
    },
    handlers: {
      ...createHandlers({ placements, evaluations, handovers, aftercare: actions.aftercare, call }),
      StudentErased: (told) => erasures.carryOut(told, () => erasePupil({ connection: deps.connection, call, figures }, told.data)),
    },
    onStoreReady() {
      placementFollowUps.start();
      handoverFollowUps.start();
      return Promise.resolve();
    },
    stopSteps: [
      { name: 'placement follow-ups', stop: placementFollowUps.stop },
      { name: 'handover follow-ups', stop: handoverFollowUps.stop },
    ],
    async followUpDue() {
      await placementFollowUps.runDue();
      await handoverFollowUps.runDue();
    },
    contextFor: (base: Context): ServiceContext => ({
      ...base,
      actions,
      ...createReads(stores, base),
      placementFigures: placementFigureReads(figures, base),
    }),
  };
}

/** One room adds its fields to the types of another (`Query`, `Student`). */
function mergeResolvers(...rooms: readonly object[]): Record<string, object> {
  const merged: Record<string, object> = {};
  for (const room of rooms) for (const [type, fields] of Object.entries(room)) merged[type] = { ...merged[type], ...(fields as object) };
  return merged;
}

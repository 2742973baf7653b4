import type { RoomDeps, ServiceDefinition } from '@servicepunt/shared/service';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { readTypeDefs } from '@servicepunt/shared/subgraph/schema';
import { auditOperations, auditPolicy } from './audit/policy.ts';
import { auditResolvers } from './audit/resolvers.ts';
import { createTrail } from './audit/trail.ts';
import { consentMessages } from './consent/messages.ts';
import { consentOperations, consentParts, consentPolicy } from './consent/policy.ts';
import { consentResolvers } from './consent/resolvers.ts';
import type { ServiceContext } from './context.ts';
import { disclosureOperations, disclosureParts, disclosurePolicy, employerStub, partnerOrganisationStub } from './disclosure/policy.ts';
import { disclosureResolvers } from './disclosure/resolvers.ts';
import { openLedger } from './erasure/ledger.ts';
import { erasureOperations, erasureParts, erasurePolicy } from './erasure/policy.ts';
import { erasureResolvers } from './erasure/resolvers.ts';
import { figureOperations, figureParts } from './figures/policy.ts';
import { pupilFigureReads } from './figures/reads.ts';
import { figureResolvers } from './figures/resolvers.ts';
import { guardianMessages } from './guardian/messages.ts';
import { guardianOperations, guardianParts, guardianPolicy } from './guardian/policy.ts';
import { guardianResolvers } from './guardian/resolvers.ts';
import { recordExportOperations, recordExportParts } from './record-export/policy.ts';
import { recordExportResolvers } from './record-export/resolvers.ts';
import { restrictedAccessOperations, restrictedAccessPolicy } from './restricted-access/policy.ts';
import { restrictedAccessResolvers } from './restricted-access/resolvers.ts';
import { createPupilFigures } from './retention/pupil-files.ts';
import { createActions, createReads, createStores } from './rooms.ts';
import { schoolLocationPolicy, schoolOperations, schoolPolicy } from './school/policy.ts';
import { schoolResolvers } from './school/resolvers.ts';
import { staffMessages } from './staff/messages.ts';
import { staffMemberPolicy, staffOperations, staffParts } from './staff/policy.ts';
import { staffResolvers } from './staff/resolvers.ts';
import { studentMessages } from './student/messages.ts';
import { studentOperations, studentParts, studentPolicy } from './student/policy.ts';
import { studentResolvers } from './student/resolvers.ts';
import { traineeParts, traineePolicy } from './trainee/policy.ts';
import { traineeResolvers } from './trainee/resolvers.ts';
import { createCalls } from './viewer/calls.ts';
import { viewerOperations, viewerParts } from './viewer/policy.ts';
import { viewerResolvers } from './viewer/resolvers.ts';

/** The students service: its rooms, wired. */
export function defineStudents(
  deps: RoomDeps,
  settings: {
    readonly BOOTSTRAP_SERVICE_POINT?: string | undefined;
    readonly BOOTSTRAP_BOARD_DIRECTOR?: string | undefined;
    readonly LEDGER_URL?: string | undefined;
  } = {},
): ServiceDefinition {
  const stores = createStores(deps.connection);
  const { ledger, close: closeLedger } = openLedger({ ...deps, url: settings.LEDGER_URL });
  const actions = createActions(stores, deps, ledger);
  const figures = createPupilFigures(deps.connection);
  const { audit, ...aggregates } = stores;
  return {
    typeDefs: readTypeDefs(import.meta.dirname),
    resolvers: mergeResolvers(
      ...[schoolResolvers, staffResolvers, studentResolvers, guardianResolvers],
      ...[consentResolvers, disclosureResolvers, traineeResolvers, viewerResolvers],
      ...[restrictedAccessResolvers, auditResolvers, erasureResolvers, recordExportResolvers, figureResolvers],
    ),
    policies: [
      ...[schoolPolicy, schoolLocationPolicy, schoolOperations],
      ...[staffMemberPolicy, staffParts, staffOperations],
      ...[studentPolicy, studentParts, studentOperations],
      ...[guardianPolicy, guardianParts, guardianOperations],
      ...[consentPolicy, consentParts, consentOperations],
      ...[disclosurePolicy, disclosureParts, disclosureOperations, employerStub, partnerOrganisationStub],
      ...[restrictedAccessPolicy, restrictedAccessOperations],
      ...[auditPolicy, auditOperations],
      ...[erasurePolicy, erasureParts, erasureOperations],
      ...[recordExportParts, recordExportOperations],
      ...[figureParts, figureOperations],
      ...[traineePolicy, traineeParts],
      ...[viewerParts, viewerOperations],
    ],
    messages: { ...staffMessages, ...studentMessages, ...guardianMessages, ...consentMessages },
    aggregates: Object.values(aggregates).map((store) => store.model) as never[],
    calls: createCalls(stores, actions, deps),
    ...createTrail(audit),
    handlers: actions.erasure.handlers({ log: deps.log, now: deps.clock.now }),
    stopSteps: [{ name: 'ledger', stop: closeLedger }],
    async onStoreReady() {
      const { BOOTSTRAP_SERVICE_POINT: first, BOOTSTRAP_BOARD_DIRECTOR: board } = settings;
      if (first !== undefined) await actions.staff.bootstrap(deps, first);
      if (board !== undefined) await actions.staff.bootstrapBoard(deps, board);
    },
    contextFor: (base: Context): ServiceContext => ({
      ...base,
      actions,
      ...createReads(stores, base, deps.call),
      pupilFigures: pupilFigureReads(figures, base),
    }),
  };
}

/** One room adds its fields to the types of another (`Query`, `Student`). */
function mergeResolvers(...rooms: readonly object[]): Record<string, object> {
  const merged: Record<string, object> = {};
  for (const room of rooms) for (const [type, fields] of Object.entries(room)) merged[type] = { ...merged[type], ...(fields as object) };
  return merged;
}

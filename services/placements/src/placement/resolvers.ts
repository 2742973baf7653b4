import { referenceTo } from '../references.ts';
import type { Resolvers } from '../schema.generated.ts';
import { numbered, weeklyHours } from './view.ts';

export const placementResolvers: Pick<Resolvers, 'Query' | 'Mutation' | 'Placement' | 'Student' | 'Employer' | 'PlacementOffer'> = {
  Query: {
    placement: (_source, { id }, context) => context.loaders.placement.load(id),
    placements: (_source, { filter, ...args }, context) => context.lists.placements(filter ?? {}, args),
  },
  Mutation: {
    planPlacement: (_source, { input }, context) => context.actions.placement.planPlacement(context, input),
    proposePlacement: (_source, { input }, context) => context.actions.placement.proposePlacement(context, input),
    movePlacement: (_source, { input }, context) => context.actions.placement.movePlacement(context, input),
    changeWorkingTimes: (_source, { input }, context) => context.actions.placement.changeWorkingTimes(context, input),
    changeLearningPlan: (_source, { input }, context) => context.actions.placement.changeLearningPlan(context, input),
    declinePlacement: (_source, { input }, context) => context.actions.placement.declinePlacement(context, input),
    cancelPlacement: (_source, { input }, context) => context.actions.placement.cancelPlacement(context, input),
    endPlacement: (_source, { input }, context) => context.actions.placement.endPlacement(context, input),
    importPlacements: (_source, { input }, context) => context.actions.placement.importPlacements(context, input),
  },
  Placement: {
    __resolveReference: ({ id }, context) => context.loaders.placement.load(id),
    student: (row) => referenceTo(row.studentId),
    schoolLocation: (row) => referenceTo(row.schoolLocationId),
    supervisor: (row) => referenceTo(row.supervisorId),
    employer: (row) => referenceTo(row.employerId),
    site: (row) => referenceTo(row.siteId),
    workplaceSupervisor: (row) => referenceTo(row.workplaceSupervisorId),
    offer: (row) => referenceTo(row.offerId),
    weeklyHours: (row) => weeklyHours(row.workingTimes),
    goals: (row) => numbered(row.goals),
    state: (row, _args, context) => context.views.stateOf(row),
    legalBasis: (row) => (row.disclosureStands ? row.disclosure?.legalBasis : null),
  },
  Student: {
    placements: ({ id }, args, context) => context.edges.placementsOf('studentId', id, args),
  },
  Employer: {
    placements: ({ id }, args, context) => context.edges.placementsOf('employerId', id, args),
  },
  PlacementOffer: {
    placements: ({ id }, args, context) => context.edges.placementsOf('offerId', id, args),
  },
};

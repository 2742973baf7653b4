import { referenceTo } from '../references.ts';
import type { Resolvers } from '../schema.generated.ts';

export const handoverResolvers: Pick<Resolvers, 'Query' | 'Mutation' | 'WarmHandover' | 'Student'> = {
  Query: {
    warmHandover: (_source, { id }, context) => context.loaders.handover.load(id),
    warmHandovers: (_source, { filter, ...args }, context) => context.lists.handovers(filter ?? {}, args),
  },
  Mutation: {
    planHandover: (_source, { input }, context) => context.actions.handover.planHandover(context, input),
    recordHandoverItem: (_source, { input }, context) => context.actions.handover.recordHandoverItem(context, input),
    informParties: (_source, { input }, context) => context.actions.handover.informParties(context, input),
    planHandoverConversation: (_source, { input }, context) => context.actions.handover.planHandoverConversation(context, input),
    holdHandover: (_source, { input }, context) => context.actions.handover.holdHandover(context, input),
    confirmHandover: (_source, { input }, context) => context.actions.handover.confirmHandover(context, input),
    cancelHandover: (_source, { input }, context) => context.actions.handover.cancelHandover(context, input),
    importHandovers: (_source, { input }, context) => context.actions.handover.importHandovers(context, input),
  },
  WarmHandover: {
    __resolveReference: ({ id }, context) => context.loaders.handover.load(id),
    student: (row) => referenceTo(row.studentId),
    schoolLocation: (row) => referenceTo(row.schoolLocationId),
    supervisor: (row) => referenceTo(row.supervisorId),
    partner: (row, _args, context) => context.loaders.partner.load(row.partnerId),
    contactPerson: (row, _args, context) => context.loaders.contactPerson.load(row.contactPersonId),
    ball: (row, _args, context) => context.views.ballOf(row),
    late: (row, _args, context) => context.views.isLate(row),
    items: (row, _args, context) => context.views.itemsOf(row),
    checklist: (row, _args, context) => context.views.checklistOf(row),
    steps: (row, _args, context) => context.views.stepsOf(row),
  },
  Student: {
    warmHandovers: ({ id }, args, context) => context.edges.handoversOf(id, args),
  },
};

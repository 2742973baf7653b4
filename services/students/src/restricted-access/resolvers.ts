import type { Resolvers } from '../schema.generated.ts';
import { isStanding } from './derived.ts';

export const restrictedAccessResolvers: Pick<Resolvers, 'Query' | 'Mutation' | 'RestrictedAccess'> = {
  Query: {
    restrictedAccess: (_source, { id }, context) => context.loaders.restrictedAccess.load(id),
    restrictedAccesses: (_source, { filter, ...args }, context) => context.lists.restrictedAccesses(filter ?? {}, args),
  },
  Mutation: {
    openRestrictedAccess: (_source, { input }, context) => context.actions.restrictedAccess.openRestrictedAccess(context, input),
  },
  RestrictedAccess: {
    __resolveReference: ({ id }, context) => context.loaders.restrictedAccess.load(id),
    student: (access, _args, context) => context.loaders.student.load(access.studentId),
    openedBy: (access, _args, context) => context.loaders.staffMember.load(access.openedById),
    standing: (access, _args, { clock }) => isStanding(access, clock),
  },
};

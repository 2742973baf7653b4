import type { Resolvers } from '../schema.generated.ts';
import { completeOf, remainderOf, reportsOf } from './derived.ts';

export const erasureResolvers: Pick<Resolvers, 'Query' | 'Mutation' | 'Erasure'> = {
  Query: { erasure: (_source, { id }, context) => context.loaders.erasure.load(id) },
  Mutation: { eraseStudent: (_source, { input }, context) => context.actions.erasure.eraseStudent(context, input) },
  Erasure: {
    __resolveReference: ({ id }, context) => context.loaders.erasure.load(id),
    startedBy: (erasure, _args, context) => context.loaders.staffMember.load(erasure.startedById),
    complete: completeOf,
    reports: reportsOf,
    remainder: remainderOf,
  },
};

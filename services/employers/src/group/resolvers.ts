import type { Resolvers } from '../schema.generated.ts';

export const groupResolvers: Pick<Resolvers, 'Query' | 'Mutation' | 'CompanyGroup'> = {
  Query: {
    companyGroup: (_source, { id }, context) => context.groups.byId.load(id),
    companyGroups: (_source, { filter, ...args }, context) => context.groups.list(filter ?? {}, args),
  },
  Mutation: {
    registerCompanyGroup: (_source, { input }, context) => context.actions.group.registerCompanyGroup(context, input),
  },
  CompanyGroup: {
    __resolveReference: ({ id }, context) => context.groups.byId.load(id),
    employers: (group, args, context) => context.employers.ofGroup(group._id, args),
  },
};

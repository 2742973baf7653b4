import type { Resolvers } from '../schema.generated.ts';

export const partnerResolvers: Pick<Resolvers, 'Query' | 'Mutation' | 'PartnerOrganisation'> = {
  Query: {
    partnerOrganisation: (_source, { id }, context) => context.loaders.partner.load(id),
    partnerOrganisations: (_source, { filter, ...args }, context) => context.lists.partners(filter ?? {}, args),
  },
  Mutation: {
    registerPartner: (_source, { input }, context) => context.actions.partner.registerPartner(context, input),
    addPartnerContact: (_source, { input }, context) => context.actions.partner.addPartnerContact(context, input),
    changePartnerContact: (_source, { input }, context) => context.actions.partner.changePartnerContact(context, input),
  },
  PartnerOrganisation: {
    __resolveReference: ({ id }, context) => context.loaders.partner.load(id),
  },
};

import type { Resolvers } from '../schema.generated.ts';

export const offerResolvers: Pick<Resolvers, 'Query' | 'Mutation' | 'Employer' | 'PlacementOffer'> = {
  Query: {
    placementOffer: (_source, { id }, context) => context.offers.byId.load(id),
    placementOffers: (_source, { filter, ...args }, context) => context.offers.list(filter ?? {}, args),
  },
  Mutation: {
    publishOffer: (_source, { input }, context) => context.actions.offer.publishOffer(context, input),
    changeOffer: (_source, { input }, context) => context.actions.offer.changeOffer(context, input),
    closeOffer: (_source, { input }, context) => context.actions.offer.closeOffer(context, input),
    importOffers: (_source, { input }, context) => context.actions.importOffers(context, input),
  },
  Employer: {
    offers: (employer, args, context) => context.offers.ofEmployer(employer._id, args),
  },
  PlacementOffer: {
    __resolveReference: ({ id }, context) => context.offers.byId.load(id),
    employer: (offer, _args, context) => context.employers.byId.load(offer.employerId),
    site: (offer, _args, context) => context.employers.siteById.load(offer.siteId),
    placesTaken: (offer, _args, context) => context.offers.placesTaken(offer),
  },
};

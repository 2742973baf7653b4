import type { Resolvers } from '../schema.generated.ts';

export const apiKeyResolvers: Pick<Resolvers, 'Query' | 'Mutation' | 'ApiKey'> = {
  Query: {
    apiKey: (_source, { id }, context) => context.apiKeys.byId.load(id),
    apiKeys: (_source, { filter, ...args }, context) => context.apiKeys.list(filter ?? {}, args),
  },
  Mutation: {
    createApiKey: (_source, { input }, context) => context.actions.apiKey.createApiKey(context, input),
    revokeApiKey: (_source, { input }, context) => context.actions.apiKey.revokeApiKey(context, input),
  },
  ApiKey: {
    __resolveReference: ({ id }, context) => context.apiKeys.byId.load(id),
    employer: (key, _args, context) => context.employers.byId.load(key.employerId),
    scopes: (key, _args, context) => context.apiKeys.scopesOf(key),
  },
};

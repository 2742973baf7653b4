import type { Resolvers } from '../schema.generated.ts';

/** The gateway answers a subscription by asking the query of the same name again and again, so that a subgraph sees queries alone. */
export const liveResolvers: Pick<Resolvers, 'Query' | 'InboxUpdate'> = {
  Query: { inboxUpdate: (_source, { after }, context) => context.inbox.update(after ?? null, context.clock) },
  InboxUpdate: { unreadCount: (_update, _args, context) => context.inbox.unreadCount() },
};

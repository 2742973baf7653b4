import { referenceTo } from '../references.ts';
import type { Resolvers } from '../schema.generated.ts';
import { inboxTextOf } from './text.ts';

export const inboxResolvers: Pick<Resolvers, 'Query' | 'Mutation' | 'Notification'> = {
  Query: {
    notification: (_source, { id }, context) => context.loaders.notification.load(id),
    notifications: (_source, { filter, ...args }, context) => context.lists.notifications(filter ?? {}, args),
    unreadCount: (_source, _args, context) => context.inbox.unreadCount(),
    notificationPreferences: (_source, _args, context) => context.inbox.preferences(),
  },
  Mutation: {
    markNotificationRead: (_source, { input }, context) => context.actions.inbox.markNotificationRead(context, input),
    changeNotificationPreferences: (_source, { input }, context) => context.actions.inbox.changePreferences(context, input),
  },
  Notification: {
    __resolveReference: ({ id }, context) => context.loaders.notification.load(id),
    title: (row, _args, context) => inboxTextOf(row, context).title,
    text: (row, _args, context) => inboxTextOf(row, context).text,
    evaluation: (row) => referenceTo(row.subjectType === 'EVALUATION' ? row.subjectId : null),
    handover: (row) => referenceTo(row.subjectType === 'HANDOVER' ? row.subjectId : null),
    placement: (row) => referenceTo(row.placementId),
    student: (row) => referenceTo(row.studentId),
  },
};

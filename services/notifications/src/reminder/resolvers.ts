import { referenceTo } from '../references.ts';
import type { Resolvers } from '../schema.generated.ts';

export const reminderResolvers: Pick<Resolvers, 'Query' | 'Mutation' | 'Reminder' | 'Placement' | 'Evaluation' | 'WarmHandover'> = {
  Query: {
    reminder: (_source, { id }, context) => context.loaders.reminder.load(id),
    reminders: (_source, { filter, ...args }, context) =>
      context.lists.reminders({ ...filter, locationId: filter?.schoolLocationId }, args),
  },
  Mutation: {
    remindNow: (_source, { input }, context) => context.actions.reminder.remindNow(context, input),
    cancelReminder: (_source, { input }, context) => context.actions.reminder.cancelReminder(context, input),
  },
  Reminder: {
    __resolveReference: ({ id }, context) => context.loaders.reminder.load(id),
    evaluation: (reminder) => referenceTo(reminder.subjectType === 'EVALUATION' ? reminder.subjectId : null),
    handover: (reminder) => referenceTo(reminder.subjectType === 'HANDOVER' ? reminder.subjectId : null),
    placement: (reminder) => referenceTo(reminder.placementId),
    student: (reminder) => referenceTo(reminder.studentId),
    deliveries: (reminder, _args, context) => context.loaders.deliveriesOfReminder.load(reminder._id),
  },
  Placement: { reminders: ({ id }, args, context) => context.lists.remindersOfPlacement(id, args) },
  Evaluation: { reminders: ({ id }, args, context) => context.lists.remindersOfSubject(id, args) },
  WarmHandover: { reminders: ({ id }, args, context) => context.lists.remindersOfSubject(id, args) },
};

import { referenceTo } from '../references.ts';
import type { Resolvers } from '../schema.generated.ts';

export const deliveryResolvers: Pick<Resolvers, 'Query' | 'Mutation' | 'Delivery'> = {
  Query: {
    delivery: (_source, { id }, context) => context.loaders.delivery.load(id),
    failedDeliveries: (_source, { filter, ...args }, context) => context.lists.failedDeliveries(filter ?? {}, args),
  },
  Mutation: { retryDelivery: (_source, { input }, context) => context.actions.delivery.retryDelivery(context, input) },
  Delivery: {
    __resolveReference: ({ id }, context) => context.loaders.delivery.load(id),
    rules: (delivery) => [...new Set(delivery.items.map((item) => item.rule))],
    nextAttemptAt: (delivery) => delivery.lookAt,
    recipient({ personId }) {
      const person = (prefix: string) => referenceTo(personId.startsWith(prefix) ? personId : null);
      return {
        staffMember: person('stf_'),
        student: person('stu_'),
        guardian: person('grd_'),
        employerContact: person('con_'),
        workplaceSupervisor: person('wsp_'),
      };
    },
    async reminders(delivery, _args, context) {
      const rows = await Promise.all(delivery.items.map((item) => context.loaders.reminder.load(item.reminderId)));
      return rows.flatMap((row) => row ?? []);
    },
  },
};

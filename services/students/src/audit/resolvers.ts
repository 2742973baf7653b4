import type { Resolvers } from '../schema.generated.ts';
import { knownAction } from './derived.ts';

export const auditResolvers: Pick<Resolvers, 'Query' | 'AuditEvent'> = {
  Query: { auditEvents: (_source, { filter, ...args }, context) => context.lists.auditEvents(filter ?? {}, args) },
  AuditEvent: {
    __resolveReference: ({ id }, context) => context.loaders.auditEvent.load(id),
    action: knownAction,
    actorId: (entry) => entry.actor,
    actor: (entry, _args, context) => (entry.actor.startsWith('stf_') ? context.loaders.staffMember.load(entry.actor) : null),
    service: ({ service }) => service,
    subjectIds: ({ subjects }) => subjects,
  },
};

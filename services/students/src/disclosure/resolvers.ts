import type { Resolvers } from '../schema.generated.ts';

export const disclosureResolvers: Pick<Resolvers, 'Query' | 'Disclosure' | 'DisclosureRecipient' | 'Student'> = {
  Query: {
    disclosure: (_source, { id }, context) => context.loaders.disclosure.load(id),
    disclosures: (_source, { filter, ...args }, context) => context.lists.disclosures(filter ?? {}, args),
  },
  Disclosure: {
    __resolveReference: ({ id }, context) => context.loaders.disclosure.load(id),
    student: (disclosure, _args, context) => context.loaders.student.load(disclosure.studentId),
    consent: (disclosure, _args, context) => (disclosure.consentId === null ? null : context.loaders.consent.load(disclosure.consentId)),
  },
  DisclosureRecipient: {
    employer: ({ kind, id }) => (kind === 'EMPLOYER' ? { id } : null),
    partnerOrganisation: ({ kind, id }) => (kind === 'PARTNER_ORGANISATION' ? { id } : null),
  },
  Student: { disclosures: (student, args, context) => context.lists.disclosuresOfStudent(student._id, args) },
};

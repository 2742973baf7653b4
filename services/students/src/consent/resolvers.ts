import type { Resolvers } from '../schema.generated.ts';
import { stateOf } from './derived.ts';

export const consentResolvers: Pick<Resolvers, 'Query' | 'Mutation' | 'Consent' | 'ConsentParty' | 'ConsentStatement' | 'Student'> = {
  Query: { consent: (_source, { id }, context) => context.loaders.consent.load(id) },
  Mutation: {
    giveConsent: (_source, { input }, context) => context.actions.consent.giveConsent(context, input),
    confirmConsent: (_source, { input }, context) => context.actions.consent.confirmConsent(context, input),
    withdrawConsent: (_source, { input }, context) => context.actions.consent.withdrawConsent(context, input),
  },
  Consent: {
    __resolveReference: ({ id }, context) => context.loaders.consent.load(id),
    student: (consent, _args, context) => context.loaders.student.load(consent.studentId),
    legalBasis: () => 'CONSENT',
    state: async (consent, _args, context) => stateOf(consent, await context.loaders.studentAge.load(consent.studentId), context.clock),
  },
  ConsentParty: {
    guardian: (party, _args, context) => (party.giver === 'GUARDIAN' ? context.loaders.guardian.load(party.id) : null),
    student: (party, _args, context) => (party.giver === 'STUDENT' ? context.loaders.student.load(party.id) : null),
  },
  ConsentStatement: {
    recordedBy: (statement, _args, context) => (statement.onPaper ? context.loaders.staffMember.load(statement.recordedBy) : null),
  },
  Student: { consents: (student, args, context) => context.lists.consentsOfStudent(student._id, args) },
};

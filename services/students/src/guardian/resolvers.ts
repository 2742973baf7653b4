import type { Resolvers } from '../schema.generated.ts';
import { viewOpenOf } from './derived.ts';

export const guardianResolvers: Pick<Resolvers, 'Query' | 'Mutation' | 'Guardian' | 'GuardianChild' | 'StudentGuardian' | 'Student'> = {
  Query: { guardian: (_source, { id }, context) => context.loaders.guardian.load(id) },
  Mutation: {
    addGuardian: (_source, { input }, context) => context.actions.guardian.addGuardian(context, input),
    changeGuardian: (_source, { input }, context) => context.actions.guardian.changeGuardian(context, input),
    removeGuardian: (_source, { input }, context) => context.actions.guardian.removeGuardian(context, input),
    recordLegalRepresentation: (_source, { input }, context) => context.actions.guardian.recordLegalRepresentation(context, input),
    endLegalRepresentation: (_source, { input }, context) => context.actions.guardian.endLegalRepresentation(context, input),
  },
  Guardian: {
    __resolveReference: ({ id }, context) => context.loaders.guardian.load(id),
    // Pupils whom the viewer may not know of are left out, not shown as a gap.
    children: async (guardian, _args, context) => {
      const students = await context.loaders.student.loadMany(guardian.children.map((link) => link.studentId));
      return guardian.children.filter((_link, index) => students[index] !== null);
    },
  },
  GuardianChild: {
    student: (link, _args, context) => context.loaders.student.load(link.studentId),
    legalRepresentation: (link) => link.representation,
  },
  StudentGuardian: {
    guardian: ({ guardian }) => guardian,
    relation: ({ link }) => link.relation,
    legalRepresentation: ({ link }) => link.representation,
    viewOpen: (entry, _args, { clock }) => viewOpenOf(entry, clock),
  },
  Student: {
    guardians: async (student, _args, context) => {
      const entries = await context.loaders.guardiansOfStudent.load(student._id);
      return entries.map((entry) => ({ ...entry, student }));
    },
  },
};

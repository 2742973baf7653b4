import { referenceTo } from '../references.ts';
import type { Resolvers } from '../schema.generated.ts';

export const aftercareResolvers: Pick<Resolvers, 'Query' | 'Mutation' | 'AftercareCase' | 'Student'> = {
  Query: {
    aftercareCase: (_source, { id }, context) => context.loaders.aftercare.load(id),
    aftercareCases: (_source, { filter, ...args }, context) => context.lists.aftercareCases(filter ?? {}, args),
  },
  Mutation: {
    recordOutcomeCheck: (_source, { input }, context) => context.actions.aftercare.recordOutcomeCheck(context, input),
  },
  AftercareCase: {
    __resolveReference: ({ id }, context) => context.loaders.aftercare.load(id),
    student: (row) => referenceTo(row.studentId),
    schoolLocation: (row) => referenceTo(row.schoolLocationId),
    checks: (row, _args, context) => context.actions.aftercare.checksOf(context, row),
    earlyLeaverStatus: (row, _args, context) => context.views.earlyLeaverStatusOf(row),
  },
  Student: {
    aftercareCase: ({ id }, _args, context) => context.loaders.aftercareOfStudent.load(id),
  },
};

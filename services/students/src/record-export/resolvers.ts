import type { Resolvers } from '../schema.generated.ts';

export const recordExportResolvers: Pick<Resolvers, 'Mutation'> = {
  Mutation: { exportStudentRecord: (_source, { input }, context) => context.actions.recordExport.exportStudentRecord(context, input) },
};

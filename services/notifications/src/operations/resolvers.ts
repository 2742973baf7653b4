import type { Resolvers } from '../schema.generated.ts';

export const operationsResolvers: Pick<Resolvers, 'Query'> = {
  Query: {
    queueHealth: (_source, _args, context) => context.operations.queueHealth(),
    previewReminder: (_source, { rule, language, subjectId }, context) =>
      context.operations.preview(context, { rule, language: language ?? 'nl', subjectId: subjectId ?? null }),
  },
};

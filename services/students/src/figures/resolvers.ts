import type { Resolvers } from '../schema.generated.ts';

export const figureResolvers: Pick<Resolvers, 'Query' | 'PupilFigures'> = {
  Query: { pupilFigures: (_source, { schoolYear, schoolLocation }, context) => context.pupilFigures(schoolYear, schoolLocation ?? null) },
  PupilFigures: { schoolLocation: ({ schoolLocationId }, _args, context) => context.loaders.schoolLocation.load(schoolLocationId) },
};

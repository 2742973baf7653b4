import { referenceTo } from '../references.ts';
import type { Resolvers } from '../schema.generated.ts';

export const figureResolvers: Pick<Resolvers, 'Query' | 'PlacementFigures'> = {
  Query: {
    placementFigures: (_source, { schoolYear, schoolLocation }, context) => context.placementFigures(schoolYear, schoolLocation ?? null),
  },
  PlacementFigures: { schoolLocation: ({ schoolLocationId }) => referenceTo(schoolLocationId) },
};

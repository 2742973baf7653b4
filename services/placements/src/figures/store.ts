import { createFigures } from '@servicepunt/shared/figures';
import type { Connection } from '@servicepunt/shared/mongo';

/** What stays of a placement in the figures: where, when, what kind, and how it ended. */
export type PlacementKindFigures = Readonly<Record<'schoolLocationId' | 'schoolYear' | 'kind' | 'rhythm' | 'state', string>>;

/** Placements that took place, and in the same groups whose they were: a pupil with ten of them is one pupil. */
export const createPlacementFigures = (connection: Connection) => ({
  placements: createFigures<PlacementKindFigures>(connection, 'PlacementFigure', 'placementFigures'),
  pupils: createFigures<PlacementKindFigures>(connection, 'PlacementPupilFigure', 'placementPupilFigures'),
});
export type PlacementFigures = ReturnType<typeof createPlacementFigures>;

import { FIGURE_ROLES } from '@servicepunt/shared/figures';
import { operationPolicy, partsOf } from '@servicepunt/shared/policy';

/** Whoever sees a table sees all of it: what may not be told stands in none (`suppression.ts`). */
export const figureParts = partsOf('PlacementFigures', 'PlacementFigure');
export const figureOperations = operationPolicy({ Query: { placementFigures: FIGURE_ROLES } });

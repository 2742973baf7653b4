import { FIGURE_ROLES } from '@servicepunt/shared/figures';
import { operationPolicy, partsOf } from '@servicepunt/shared/policy';

/** Whoever sees a table sees all of it: what may not be told stands in none (`suppression.ts`). */
export const figureParts = partsOf('PupilFigures', 'PupilFigure');
export const figureOperations = operationPolicy({ Query: { pupilFigures: FIGURE_ROLES } });

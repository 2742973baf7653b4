import type { QueryPlannerConfig } from '@apollo/query-planner';

/**
 * What Apollo's planner may try per operation. Ours have one way to be answered, or two; the plans of the random ones of the tests
 * stay below 300. Beyond `maxEvaluatedPlans` the planner takes the best plan that it has seen, beyond `pathsLimit` it refuses.
 * What it builds between two looks at these numbers only the memory and the time of its process bound.
 */
export const PLANNER_BOUNDS: QueryPlannerConfig = { debug: { maxEvaluatedPlans: 1_000, pathsLimit: 500 } };

/** How the planner says that `pathsLimit` was reached; it has no class or code for it. */
export const REACHED_PATHS_LIMIT = /^Too many options generated/;

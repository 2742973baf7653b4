import type { QueryPlan } from '@apollo/query-planner';

/** What the main thread asks of the planning thread; every question has an id that its answer repeats. */
export type Question =
  | { readonly id: number; readonly kind: 'load'; readonly supergraph: string; readonly sdl: string }
  | {
      readonly id: number;
      readonly kind: 'plan';
      readonly supergraph: string;
      readonly source: string;
      readonly operationName: string | null;
    }
  | { readonly id: number; readonly kind: 'drop'; readonly supergraph: string };

/** `load` answers the API schema as SDL, `plan` a query plan, `drop` nothing. */
export type Reply =
  | { readonly id: number; readonly apiSdl: string }
  | { readonly id: number; readonly plan: QueryPlan }
  | { readonly id: number; readonly dropped: true }
  | { readonly id: number; readonly error: string };

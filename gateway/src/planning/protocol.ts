import type { QueryPlan } from '@apollo/query-planner';

/** What the gateway asks of the planning process, one question at a time; the answer repeats its id. */
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
  /** `tooMany` when the operation has more ways to be answered than the planner may compare. */
  | { readonly id: number; readonly error: string; readonly tooMany: boolean };

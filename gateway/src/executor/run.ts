import type { RequestState } from '../request-state.ts';
import type { AskSubgraph } from '../subgraph/ask.ts';
import type { SubgraphError } from '../subgraph/client.ts';
import type { ResponsePath } from './paths.ts';
import type { Tree } from './tree.ts';

/** An error of a subgraph at its place in the response. */
export interface FoundError {
  readonly error: SubgraphError;
  readonly subgraph: string;
  readonly path: ResponsePath | undefined;
}

/** One execution of an operation. */
export interface Run {
  readonly ask: AskSubgraph;
  readonly state: RequestState;
  /** As the client sent them: the subgraphs apply their own defaults. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Values of boolean variables in `@skip` and `@include`, defaults applied. */
  readonly isTrue: (variable: string) => boolean;
  readonly tree: Tree;
  readonly errors: FoundError[];
}

/** A part of a plan, prepared; nothing to wait for where it answers undefined. */
export type Step = (run: Run) => Promise<void> | undefined;

import type { Context } from '@servicepunt/shared/subgraph/context';
import type { placementFigureReads } from './figures/reads.ts';
import type { Actions, Reads } from './rooms.ts';

/** What a resolver of this service reaches: loaders, lists and edges that show what the viewer may see, and the actions of the rooms. */
export interface ServiceContext extends Context {
  readonly loaders: Reads['loaders'];
  readonly lists: Reads['lists'];
  readonly edges: Reads['edges'];
  readonly views: Reads['views'];
  readonly actions: Actions;
  readonly placementFigures: ReturnType<typeof placementFigureReads>;
}

import type { Context } from '@servicepunt/shared/subgraph/context';
import type { pupilFigureReads } from './figures/reads.ts';
import type { Actions, Reads } from './rooms.ts';

/** What a resolver of this service reaches: loaders and lists that show what the viewer may see, and the actions of the rooms. */
export interface ServiceContext extends Context, Reads {
  readonly actions: Actions;
  readonly pupilFigures: ReturnType<typeof pupilFigureReads>;
}

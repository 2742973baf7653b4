import type { Context } from '@servicepunt/shared/subgraph/context';
import type { SchoolActions } from './school/actions.ts';
import type { schoolReads } from './school/reads.ts';
import type { StaffActions } from './staff/actions.ts';
import type { staffReads } from './staff/reads.ts';

type Reads = ReturnType<typeof schoolReads> & ReturnType<typeof staffReads>;

/** What a resolver of this service reaches: loaders and lists that show what the viewer may see, and the actions of the rooms. */
export interface ServiceContext extends Context {
  readonly loaders: Reads['loaders'];
  readonly lists: Reads['lists'];
  readonly actions: { readonly school: SchoolActions; readonly staff: StaffActions };
}

import type { Context } from '@servicepunt/shared/subgraph/context';
import type { SchoolLocationRow, SchoolRow } from './school/store.ts';
import type { SchoolActions } from './school/actions.ts';
import type DataLoader from 'dataloader';
import type { Connection, PageArgs } from '@servicepunt/shared/paging';

/** What a resolver of this service reaches: loaders and lists that show what the viewer may see, and the actions of the rooms. */
export interface ServiceContext extends Context {
  readonly loaders: {
    readonly school: DataLoader<string, SchoolRow | null>;
    readonly schoolLocation: DataLoader<string, SchoolLocationRow | null>;
    readonly locationsOfSchool: { load(schoolId: string): Promise<SchoolLocationRow[]> };
  };
  readonly lists: {
    schoolLocations(filter: { locationCode?: string | null | undefined }, args: PageArgs): Promise<Connection<SchoolLocationRow>>;
  };
  readonly actions: { readonly school: SchoolActions };
}

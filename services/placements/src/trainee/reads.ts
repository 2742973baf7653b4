import { byId, byParentWith } from '@servicepunt/shared/loaders';
import type { PageArgs } from '@servicepunt/shared/paging';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { placementIdOf, traineeIdOf } from '../placement/ids.ts';
import type { PlacementFilter, PlacementRow, PlacementStore } from '../placement/store.ts';
import type { AgeClass, TraineeFilter } from '../schema.generated.ts';
import { ageClassOn } from '../working-time/rules.ts';
import { traineePolicy } from './policy.ts';

type TraineeArgs = PageArgs & { readonly filter: TraineeFilter };

/** What a request reads of trainees: placements, seen through the company's rows. */
export function traineeReads(store: PlacementStore, { viewer, clock }: Pick<Context, 'viewer' | 'clock'>) {
  const visible = traineePolicy.rows(viewer);
  const today = clock.today();
  const placementOf = byId((ids) => store.findByIds(ids, visible));
  return {
    loaders: {
      trainee: { load: (id: string) => placementOf.load(placementIdOf(id)) },
      traineeOfPlacement: placementOf,
    },
    lists: { trainees: (filter: TraineeFilter, args: PageArgs) => store.list(filterOf(filter), today, visible, args) },
    edges: {
      traineesOf: (() => {
        const load = byParentWith((ids, { filter, ...args }: TraineeArgs) =>
          store.pagesOf('employerId', ids, filterOf(filter), today, visible, args),
        );
        return (id: string, filter: TraineeFilter, args: PageArgs) => load(id, { ...args, filter });
      })(),
    },
    views: {
      traineeIdOf: (row: PlacementRow) => traineeIdOf(row._id),
      ageClassOf(row: PlacementRow): AgeClass | null {
        const day = today < row.startsOn ? row.startsOn : today > row.endsOn ? row.endsOn : today;
        const age = ageClassOn(row.birthdays, day);
        return age === 'UNDER_FOURTEEN' ? null : age;
      },
    },
  };
}

const filterOf = ({ employer, from, until, state }: TraineeFilter): PlacementFilter => ({ employer, from, until, state });

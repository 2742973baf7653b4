import { figurePolicy, isToldYear, tablesOf } from '@servicepunt/shared/figures';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { suppress } from '@servicepunt/shared/suppression';
import type { PlacementKind, PlacementRhythm, PlacementState } from '../schema.generated.ts';
import type { PlacementFigures } from './store.ts';

/** The figures of one location and school year as they may be told. */
export interface PlacementTable {
  readonly schoolLocationId: string;
  readonly schoolYear: number;
  readonly cells: readonly {
    kind: PlacementKind;
    rhythm: PlacementRhythm;
    state: PlacementState;
    placements: number | null;
    pupils: number | null;
  }[];
  readonly placements: number | null;
}

export function placementFigureReads(
  figures: {
    readonly placements: Pick<PlacementFigures['placements'], 'ofYear'>;
    readonly pupils: Pick<PlacementFigures['pupils'], 'ofYear'>;
  },
  { viewer, clock }: Pick<Context, 'viewer' | 'clock'>,
) {
  /** A table is told whole or not at all: a filter narrows to tables, never inside one. */
  return async (schoolYear: number, schoolLocation: string | null): Promise<PlacementTable[]> => {
    const visible = figurePolicy.rows(viewer) ?? NOTHING;
    const year = isToldYear(schoolYear, clock.today()) ? schoolYear : 0;
    const [rows, pupils] = await Promise.all([figures.placements.ofYear(year, visible), figures.pupils.ofYear(year, visible)]);
    // Groups that were counted before their pupils were too have none: too few to be told.
    const people = new Map(pupils.map(({ kind, counted }) => [JSON.stringify(kind), counted]));
    return tablesOf(rows, schoolLocation).map(([schoolLocationId, groups]) => {
      const { cells, total } = suppress(
        groups.map(({ kind, counted }) => ({ kind, counted, people: people.get(JSON.stringify(kind)) ?? 0 })),
        { apart: false },
      );
      return {
        schoolLocationId,
        schoolYear,
        cells: cells.map(({ kind, counted, people: had, shown }) => ({
          kind: kind.kind as PlacementKind,
          rhythm: kind.rhythm as PlacementRhythm,
          state: kind.state as PlacementState,
          placements: shown ? counted : null,
          pupils: shown ? had : null,
        })),
        placements: total,
      };
    });
  };
}
const NOTHING = { _id: { $in: [] } };

import { figurePolicy, isToldYear, tablesOf } from '@servicepunt/shared/figures';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { suppress } from '@servicepunt/shared/suppression';
import type { createPupilFigures } from '../retention/pupil-files.ts';
import type { HandoverTarget, OutflowProfile } from '../schema.generated.ts';

/** The figures of one location and school year as they may be told. */
export interface PupilTable {
  readonly schoolLocationId: string;
  readonly schoolYear: number;
  readonly cells: readonly { outflowProfile: OutflowProfile; destination: HandoverTarget | null; pupils: number | null }[];
  readonly pupils: number | null;
}

export function pupilFigureReads(
  figures: Pick<ReturnType<typeof createPupilFigures>, 'ofYear'>,
  { viewer, clock }: Pick<Context, 'viewer' | 'clock'>,
) {
  /** A table is told whole or not at all: a filter narrows to tables, never inside one. */
  return async (schoolYear: number, schoolLocation: string | null): Promise<PupilTable[]> => {
    const visible = figurePolicy.rows(viewer);
    const told = isToldYear(schoolYear, clock.today());
    const rows = await figures.ofYear(told ? schoolYear : 0, visible ?? NOTHING);
    return tablesOf(rows, schoolLocation).map(([schoolLocationId, groups]) => {
      // A pupil leaves once, in one way.
      const { cells, total } = suppress(
        groups.map(({ kind, counted }) => ({ kind, counted, people: counted })),
        { apart: true },
      );
      return {
        schoolLocationId,
        schoolYear,
        cells: cells.map(({ kind, counted, shown }) => ({
          outflowProfile: kind.outflowProfile as OutflowProfile,
          destination: kind.actualOutflow as HandoverTarget | null,
          pupils: shown ? counted : null,
        })),
        pupils: total,
      };
    });
  };
}
const NOTHING = { _id: { $in: [] } };

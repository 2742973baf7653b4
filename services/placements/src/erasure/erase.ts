import type { Connection } from '@servicepunt/shared/mongo';
import type { Call } from '@servicepunt/shared/service-client';
import { deleteAll, type Erased } from '@servicepunt/shared/erasure';
import { createFigures, schoolYearOf, type Figures } from '@servicepunt/shared/figures';
import type { PlacementRow } from '../placement/store.ts';

/** What stays of a placement in the figures: where, when, what kind, and how it ended. */
export type PlacementKindFigures = Readonly<Record<'schoolLocationId' | 'schoolYear' | 'kind' | 'rhythm' | 'state', string>>;
export type PlacementFigures = Figures<PlacementKindFigures>;
export const createPlacementFigures = (connection: Connection): PlacementFigures =>
  createFigures<PlacementKindFigures>(connection, 'PlacementFigure', 'placementFigures');

type Held = Pick<PlacementRow, '_id' | 'offerId' | 'schoolLocationId' | 'startsOn' | 'kind' | 'rhythm' | 'state'>;
const HELD = { offerId: 1, schoolLocationId: 1, startsOn: 1, kind: 1, rhythm: 1, state: 1 } as const;

/**
 * Removes everything that placements holds of a pupil. Offers get their places back first: they are known by the placement alone.
 * What took place is counted before it goes, unless it should never have been here.
 */
export async function erasePupil(
  { connection, call, figures }: { connection: Connection; call: Call; figures: PlacementFigures },
  { studentId, reason }: { readonly studentId: string; readonly reason?: string },
): Promise<Erased[]> {
  const idsOf = async (collection: string) =>
    (
      await connection
        .collection<{ _id: string }>(collection)
        .find({ studentId }, { projection: { _id: 1 } })
        .toArray()
    ).map(({ _id }) => _id);
  const placementsOf = (filter: object) => connection.collection<Held>('placements').find(filter, { projection: HELD }).toArray();
  const [placements, evaluations, handovers] = await Promise.all([
    placementsOf({ studentId }),
    idsOf('evaluations'),
    idsOf('warmHandovers'),
  ]);
  for (const { _id, offerId } of placements) if (offerId !== null) await call('employers.releaseOfferPlace', { offerId, placementId: _id });
  if (reason !== 'UNLAWFUL')
    for (const { _id, schoolLocationId, startsOn, kind, rhythm, state } of placements)
      await figures.add({ schoolLocationId, schoolYear: schoolYearOf(startsOn), kind, rhythm, state }, _id);
  const tasks = [...evaluations, ...handovers];
  const erased = [
    // Links first: as long as one stands, it leads to a task.
    await deleteAll(connection, 'links', { $or: [{ taskId: { $in: tasks } }, { personId: studentId }] }),
    await deleteAll(connection, 'evaluations', { studentId }),
    await deleteAll(connection, 'warmHandovers', { studentId }),
    await deleteAll(connection, 'aftercareCases', { studentId }),
    await deleteAll(connection, 'pupilCalendars', { _id: studentId }),
    await deleteAll(connection, 'placements', { studentId }),
  ];
  const waiting = await figures.waiting();
  const still = new Set((await placementsOf({ _id: { $in: waiting } })).map(({ _id }) => _id));
  for (const id of waiting) if (!still.has(id)) await figures.settle(id);
  return erased;
}

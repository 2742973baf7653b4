import type { Connection } from '@servicepunt/shared/mongo';
import type { Call } from '@servicepunt/shared/service-client';
import { deleteAll, type Erased } from '@servicepunt/shared/erasure';
import { schoolYearOf } from '@servicepunt/shared/figures';
import type { PlacementFigures } from '../figures/store.ts';
import type { PlacementRow } from '../placement/store.ts';

type Held = Pick<PlacementRow, '_id' | 'studentId' | 'offerId' | 'schoolLocationId' | 'startsOn' | 'kind' | 'rhythm' | 'state'>;
const HELD = { studentId: 1, offerId: 1, schoolLocationId: 1, startsOn: 1, kind: 1, rhythm: 1, state: 1 } as const;

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
    for (const { _id, schoolLocationId, startsOn, kind, rhythm, state } of placements) {
      const group = { schoolLocationId, schoolYear: schoolYearOf(startsOn), kind, rhythm, state };
      await figures.placements.add(group, _id);
      await figures.pupils.add(group, studentId);
    }
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
  await settleGone(figures.placements, async (ids) => (await placementsOf({ _id: { $in: ids } })).map(({ _id }) => _id));
  await settleGone(figures.pupils, async (ids) => (await placementsOf({ studentId: { $in: ids } })).map((row) => row.studentId));
  return erased;
}

/** What was counted and has gone meanwhile: also by a run that was stopped in between. */
async function settleGone(
  figures: Pick<PlacementFigures['placements'], 'waiting' | 'settle'>,
  standing: (ids: string[]) => Promise<string[]>,
): Promise<void> {
  const waiting = await figures.waiting();
  const still = new Set(waiting.length > 0 ? await standing(waiting) : []);
  for (const id of waiting) if (!still.has(id)) await figures.settle(id);
}

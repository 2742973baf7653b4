import type { Connection } from '@servicepunt/shared/mongo';
import type { Call } from '@servicepunt/shared/service-client';
import { deleteAll, type Erased } from '@servicepunt/shared/erasure';

/** Removes everything that placements holds of a pupil. Offers get their places back first: they are known by the placement alone. */
export async function erasePupil(connection: Connection, call: Call, studentId: string): Promise<Erased[]> {
  const idsOf = async (collection: string) =>
    (
      await connection
        .collection<{ _id: string; offerId?: string | null }>(collection)
        .find({ studentId }, { projection: { offerId: 1 } })
        .toArray()
    ).map(({ _id, offerId }) => ({ id: _id, offerId: offerId ?? null }));
  const [placements, evaluations, handovers] = await Promise.all([idsOf('placements'), idsOf('evaluations'), idsOf('warmHandovers')]);
  for (const { id, offerId } of placements) if (offerId !== null) await call('employers.releaseOfferPlace', { offerId, placementId: id });
  const tasks = [...evaluations, ...handovers].map(({ id }) => id);
  return [
    // Links first: as long as one stands, it leads to a task.
    await deleteAll(connection, 'links', { $or: [{ taskId: { $in: tasks } }, { personId: studentId }] }),
    await deleteAll(connection, 'evaluations', { studentId }),
    await deleteAll(connection, 'warmHandovers', { studentId }),
    await deleteAll(connection, 'aftercareCases', { studentId }),
    await deleteAll(connection, 'pupilCalendars', { _id: studentId }),
    await deleteAll(connection, 'placements', { studentId }),
  ];
}

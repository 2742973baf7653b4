import type { Clock } from '@servicepunt/shared/clock';
import { keptSince } from '@servicepunt/shared/contracts/retention';
import { createFigures, schoolYearOf } from '@servicepunt/shared/figures';
import { derivedId } from '@servicepunt/shared/ids';
import { isDuplicateKey, ours, type Connection } from '@servicepunt/shared/mongo';
import type { RetentionTask } from '@servicepunt/shared/nightly';
import type { ErasureRow, ErasureStore } from '../erasure/store.ts';
import type { Tombstones } from '../erasure/tombstone.ts';
import type { StudentRow, StudentStore } from '../student/store.ts';

/** What stays of a pupil in the figures: location, school year of leaving, profile and destination. */
export type PupilKind = Readonly<Record<'schoolLocationId' | 'schoolYear' | 'outflowProfile' | 'actualOutflow', string | null>>;
export const createPupilFigures = (connection: Connection) => createFigures<PupilKind>(connection, 'PupilFigure', 'pupilFigures');

type Leaver = Pick<StudentRow, '_id' | 'schoolLocationId' | 'outflowProfile' | 'actualOutflow' | 'leftOn'>;
const LEAVER = { schoolLocationId: 1, outflowProfile: 1, actualOutflow: 1, leftOn: 1 } as const;
/** Who decided, where the time itself did. */
const STARTED_BY = 'retention';

/** Pupils who left two years ago: counted, then erased as if the privacy officer had asked for it. */
export function pupilFiles(deps: {
  readonly students: Pick<StudentStore, 'model'>;
  readonly erasures: ErasureStore;
  readonly tombstones: Tombstones;
  readonly figures: ReturnType<typeof createPupilFigures>;
  readonly clock: Clock;
}): RetentionTask {
  const { students, erasures, tombstones, figures, clock } = deps;
  const due = (more: object = {}) => ({ leftOn: { $lte: keptSince('PUPIL_FILE', clock.today()) }, erasedAt: null, ...more });

  /** The erasure of a pupil, begun here or by somebody who was interrupted. */
  async function erasureOf(studentId: string): Promise<ErasureRow> {
    const now = clock.now();
    const _id = derivedId('ers', STARTED_BY, studentId);
    const row = { _id, studentId, reason: 'RETENTION_ENDED' as const, startedById: STARTED_BY, startedAt: now, reports: {} };
    try {
      await erasures.model.create([{ ...row, revision: 1, createdAt: now, updatedAt: now, inputHash: null, outbox: [] }] as never);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
    const stands = await erasures.model.findOne(ours({ studentId })).lean<ErasureRow | null>();
    if (!stands) throw new Error('The erasure that was just written is not there');
    return stands;
  }

  /** What a run that was stopped had counted and erased, and not noted yet. */
  async function settleWaiting(): Promise<void> {
    for (const id of await figures.waiting()) {
      const still = await students.model.collection.findOne({ _id: id as never, erasedAt: null }, { projection: { _id: 1 } });
      if (!still) await figures.settle(id);
    }
  }

  return {
    rule: 'PUPIL_FILE',
    count: () => students.model.collection.countDocuments(due()),
    async due(after, limit) {
      if (after === '') await settleWaiting();
      const rows = await students.model.collection
        .find(due({ _id: { $gt: after } }) as never, { projection: { _id: 1 } })
        .sort({ _id: 1 })
        .limit(limit)
        .toArray();
      return rows.map(({ _id }) => String(_id));
    },
    async carryOut(ids) {
      const rows = (await students.model.collection
        .find(due({ _id: { $in: [...ids] } }) as never, { projection: LEAVER })
        .toArray()) as unknown as Leaver[];
      for (const { _id, schoolLocationId, outflowProfile, actualOutflow, leftOn } of rows) {
        await figures.add({ schoolLocationId, schoolYear: schoolYearOf(leftOn ?? ''), outflowProfile, actualOutflow }, _id);
        await tombstones.place(await erasureOf(_id));
        await figures.settle(_id);
      }
    },
  };
}

import type { Clock } from '@servicepunt/shared/clock';
import { event, type NewEvent } from '@servicepunt/shared/events/outbox';
import type { NewId } from '@servicepunt/shared/ids';
import { isDuplicateKey, ours } from '@servicepunt/shared/mongo';
import type { GuardianRow, GuardianStore } from '../guardian/store.ts';
import type { StudentRow, StudentStore } from '../student/store.ts';
import type { Ledger, LedgerEntry } from './ledger.ts';
import type { ErasureReason } from './rules.ts';
import type { ErasureRow, ErasureStore } from './store.ts';

interface Deps {
  readonly erasures: ErasureStore;
  readonly students: Pick<StudentStore, 'model'>;
  readonly guardians: Pick<GuardianStore, 'model'>;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly newId: NewId;
}

/** What a pupil's document becomes at once: nobody finds it, and neither his number nor his account stands in anybody's way. */
const invisible = (studentId: string, at: Date) => ({ erasedAt: at, schoolPupilNumber: studentId, subject: null, updatedAt: at });

/** The first step of an erasure, begun by a person, by the end of a retention, or by the ledger after a restore. Each may be repeated. */
export function createTombstones({ erasures, students, guardians, ledger, clock, newId }: Deps) {
  /** The pupil and the guardians who are known for this pupil alone. */
  async function personsOf(studentId: string): Promise<string[]> {
    const family = await guardians.model.collection
      .find<Pick<GuardianRow, '_id' | 'children'>>({ 'children.studentId': studentId })
      .toArray();
    const alone = family.filter(({ children }) => children.every((link) => link.studentId === studentId));
    return [studentId, ...alone.map(({ _id }) => _id)];
  }
  const told = (erasureId: string, studentId: string, personIds: string[], reason: ErasureReason): NewEvent => ({
    type: 'StudentErased',
    data: { erasureId, studentId, personIds, reason },
  });

  return {
    /** Makes the pupil of an erasure invisible and tells everybody to erase him, in one write; the ledger has him by then. */
    async place(erasure: ErasureRow): Promise<void> {
      const { studentId } = erasure;
      const collection = students.model.collection;
      for (;;) {
        const student = await collection.findOne<Pick<StudentRow, '_id' | 'revision' | 'erasedAt'>>({ _id: studentId as never });
        if (!student || student.erasedAt) return;
        const personIds = await personsOf(studentId);
        const { reason, startedById, startedAt } = erasure;
        await ledger.append({ _id: studentId, erasureId: erasure._id, personIds, reason, startedById, startedAt });
        const now = clock.now();
        const revision = student.revision + 1;
        const entry = event(told(erasure._id, studentId, personIds, reason), { at: now, revision, actor: startedById, newId });
        const { matchedCount } = await collection.updateOne({ _id: studentId as never, revision: student.revision }, {
          $set: { ...invisible(studentId, now), revision, outboxAt: now },
          $push: { outbox: entry },
        } as never);
        // Somebody changed him at this moment: what he is now goes all the same.
        if (matchedCount === 1) return;
      }
    },

    /** Does again what the ledger tells; whether the pupil was still, or again, in this service's database. */
    async again(entry: LedgerEntry): Promise<boolean> {
      const { _id: studentId, startedById } = entry;
      const now = clock.now();
      const erasureId = await record(entry, now);
      const known = await guardians.model.collection
        .find<{ _id: string }>({ _id: { $in: entry.personIds as never[] } }, { projection: { _id: 1 } })
        .toArray();
      // Who is somebody else's guardian now stays; who isn't there has nothing left but what other services hold.
      const standing = new Set(known.map(({ _id }) => _id));
      const personIds = [...new Set([...(await personsOf(studentId)), ...entry.personIds.filter((id) => !standing.has(id))])];
      const { matchedCount } = await students.model.collection.updateOne({ _id: studentId as never }, {
        $set: invisible(studentId, now),
        $inc: { revision: 1 },
      } as never);
      const outboxed = event(told(erasureId, studentId, personIds, entry.reason), { at: now, revision: 1, actor: startedById, newId });
      // One that still waits to be told says the same; the services report anew.
      await erasures.model.collection.updateOne({ _id: erasureId as never, outboxAt: { $exists: false } }, {
        $set: { reports: {}, updatedAt: now, outboxAt: now },
        $inc: { revision: 1 },
        $push: { outbox: outboxed },
      } as never);
      return matchedCount === 1;
    },
  };

  /** The row of an erasure that a restore took back; one that stands keeps its own id. */
  async function record({ _id: studentId, erasureId, reason, startedById, startedAt }: LedgerEntry, now: Date): Promise<string> {
    const known = await erasures.model.findOne(ours({ studentId })).lean<ErasureRow | null>();
    if (known) return known._id;
    const row = { _id: erasureId, studentId, reason, startedById, startedAt, reports: {} };
    try {
      await erasures.model.create([{ ...row, revision: 1, createdAt: startedAt, updatedAt: now, inputHash: null, outbox: [] }] as never);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
    return erasureId;
  }
}
export type Tombstones = ReturnType<typeof createTombstones>;

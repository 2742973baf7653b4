import { compact, deleteAll } from '@servicepunt/shared/erasure';
import { refuse } from '@servicepunt/shared/errors';
import type { EventHandlers } from '@servicepunt/shared/events/subscriber';
import type { Logger } from '@servicepunt/shared/log';
import { isDuplicateKey, ours, type Connection } from '@servicepunt/shared/mongo';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { change, create, idOfCreate } from '@servicepunt/shared/writes';
import type { GuardianStore } from '../guardian/store.ts';
import type { EraseStudentInput } from '../schema.generated.ts';
import { studentPolicy } from '../student/policy.ts';
import type { StudentStore } from '../student/store.ts';
import type { ErasureRow, ErasureStore } from './store.ts';

/** Erasing a pupil: a tombstone first, by which nobody finds him any more; then every service erases what it holds and reports. */
export function createErasureActions(deps: {
  readonly connection: Connection;
  readonly erasures: ErasureStore;
  readonly students: StudentStore;
  readonly guardians: GuardianStore;
}) {
  const { connection, erasures, students, guardians } = deps;

  async function tombstone(context: Context, erasure: ErasureRow): Promise<void> {
    const { studentId } = erasure;
    const [student] = await students.findByIds([studentId], {});
    if (!student) return;
    const family = await guardians.findOfStudents([studentId], {});
    const alone = family.filter(({ children }) => children.every((link) => link.studentId === studentId));
    const personIds = [studentId, ...alone.map((guardian) => guardian._id)];
    const gone = { erasedAt: context.clock.now(), schoolPupilNumber: studentId, subject: null };
    const changed = await change(students.model, context, student, { $set: gone }, [
      { type: 'StudentErased', data: { erasureId: erasure._id, studentId, personIds } },
    ]);
    if (!changed) refuse('REVISION_CONFLICT', 'studentId');
  }

  return {
    async eraseStudent(context: Context, input: EraseStudentInput): Promise<{ erasure: ErasureRow }> {
      const _id = idOfCreate('ers', context, 'eraseStudent', input.idempotencyKey);
      const known = await erasures.find(_id);
      const [student] = await students.findByIds([input.studentId], studentPolicy.rows(context.viewer));
      if (!known && !student) return refuse('NOT_FOUND', 'studentId');
      const row = {
        _id,
        studentId: input.studentId,
        reason: input.reason,
        startedById: context.viewer.id,
        startedAt: context.clock.now(),
        reports: {},
      };
      try {
        const { row: erasure } = await create<ErasureRow>(erasures.model, context, row, () => [], { input });
        await tombstone(context, erasure);
        return { erasure };
      } catch (error) {
        if (isDuplicateKey(error, 'studentId')) return refuse('NOT_FOUND', 'studentId');
        throw error;
      }
    },

    /** What this service does with its own event, and with the reports of the others. */
    handlers(tools: { log: Logger; now: () => Date }): EventHandlers {
      return {
        async StudentErased({ data: { erasureId, studentId, personIds } }) {
          const erased = [
            await deleteAll(connection, 'consents', { studentId }),
            await deleteAll(connection, 'restrictedAccesses', { studentId }),
            await deleteAll(connection, 'guardians', { _id: { $in: personIds as never[] } }),
            // Told by its own event, so the outbox of the pupil's document was moved before it goes.
            await deleteAll(connection, 'students', { _id: studentId as never }),
          ];
          const { modifiedCount } = await guardians.model.updateMany(
            ours({ 'children.studentId': studentId }) as never,
            {
              $pull: { children: { studentId } },
              $inc: { revision: 1 },
            } as never,
          );
          const all = [...erased, { collection: 'guardians', documents: modifiedCount }].filter(({ documents }) => documents > 0);
          const compacted = await compact(connection, all, tools.log);
          await erasures.noteReport(erasureId, 'students', { at: tools.now(), compacted, erased: all });
        },
        PlacementsErased: ({ at, data }) =>
          erasures.noteReport(data.erasureId, 'placements', { at, compacted: data.compacted, erased: data.erased }),
        NotificationsErased: ({ at, data }) =>
          erasures.noteReport(data.erasureId, 'notifications', { at, compacted: data.compacted, erased: data.erased }),
      };
    },
  };
}
export type ErasureActions = ReturnType<typeof createErasureActions>;

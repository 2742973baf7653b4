import { compact, deleteAll } from '@servicepunt/shared/erasure';
import { refuse } from '@servicepunt/shared/errors';
import type { EventHandlers } from '@servicepunt/shared/events/subscriber';
import type { Logger } from '@servicepunt/shared/log';
import { isDuplicateKey, ours, type Connection } from '@servicepunt/shared/mongo';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { create, idOfCreate } from '@servicepunt/shared/writes';
import type { GuardianStore } from '../guardian/store.ts';
import type { EraseStudentInput } from '../schema.generated.ts';
import { studentPolicy } from '../student/policy.ts';
import type { StudentStore } from '../student/store.ts';
import type { ErasureRow, ErasureStore } from './store.ts';
import type { Tombstones } from './tombstone.ts';

/** Erasing a pupil: a tombstone first, by which nobody finds him any more; then every service erases what it holds and reports. */
export function createErasureActions(deps: {
  readonly connection: Connection;
  readonly erasures: ErasureStore;
  readonly students: StudentStore;
  readonly guardians: GuardianStore;
  readonly tombstones: Tombstones;
}) {
  const { connection, erasures, students, guardians, tombstones } = deps;

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
        await tombstones.place(erasure);
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
            await deleteAll(connection, 'recordExports', { studentId }),
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
          // Whoever got another pupil since is needed.
          const gone = await deleteAll(connection, 'guardians', { _id: { $in: personIds as never[] }, children: { $size: 0 } });
          const family = { collection: 'guardians', documents: Math.max(modifiedCount, gone.documents) };
          const all = [...erased, family].filter(({ documents }) => documents > 0);
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

import { refuse } from '@servicepunt/shared/errors';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { create, idOfCreate } from '@servicepunt/shared/writes';
import type { OpenRestrictedAccessInput } from '../schema.generated.ts';
import { studentPolicy } from '../student/policy.ts';
import type { StudentStore } from '../student/store.ts';
import { closesAt, ruleOfReason } from './rules.ts';
import type { RestrictedAccessRow, RestrictedAccessStore } from './store.ts';

/** Opening what is restricted about a pupil. */
export function createRestrictedAccessActions(deps: {
  readonly restrictedAccesses: RestrictedAccessStore;
  readonly students: Pick<StudentStore, 'findByIds'>;
}) {
  return {
    async openRestrictedAccess(context: Context, input: OpenRestrictedAccessInput): Promise<{ restrictedAccess: RestrictedAccessRow }> {
      const [student] = await deps.students.findByIds([input.studentId], studentPolicy.rows(context.viewer));
      if (!student) return refuse('NOT_FOUND', 'studentId');
      const rule = ruleOfReason(input.reason);
      if (rule) refuse('INVALID_INPUT', 'reason', { rule });
      const openedAt = context.clock.now();
      const expiresAt = closesAt(openedAt);
      const _id = idOfCreate('rac', context, 'openRestrictedAccess', input.idempotencyKey);
      const { row } = await create<RestrictedAccessRow>(
        deps.restrictedAccesses.model,
        context,
        { _id, studentId: student._id, openedById: context.viewer.id, reason: input.reason, openedAt, expiresAt },
        () => [
          {
            type: 'RestrictedAccessOpened',
            data: { restrictedAccessId: _id, studentId: student._id, expiresAt: expiresAt.toISOString() },
          },
        ],
        { input },
      );
      return { restrictedAccess: row };
    },
  };
}
export type RestrictedAccessActions = ReturnType<typeof createRestrictedAccessActions>;

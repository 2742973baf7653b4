import { refuse } from '@servicepunt/shared/errors';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { change, checkRevision, create, idOfCreate } from '@servicepunt/shared/writes';
import type { Ring } from '../engine/promoter.ts';
import { CLOSED } from '../engine/scheduled.ts';
import type { Teller } from '../live/tell.ts';
import { manualRuleId, type RecipientRole } from '../rule/rules.ts';
import { ZONE } from '@servicepunt/shared/clock';
import type { CancelReminderInput, RemindNowInput } from '../schema.generated.ts';
import { reminderOf } from './planning.ts';
import { reminderPolicy, subjectPolicy } from './policy.ts';
import { OPEN_STATUSES, step, type ReminderRow, type ReminderStore } from './store.ts';
import type { SubjectRow, SubjectStore } from './subjects.ts';

/** What people do with reminders. */
export function createReminderActions(deps: {
  reminders: ReminderStore;
  subjects: SubjectStore;
  /** Rings for reminders that were just written; fails without harm, since the worker looks by itself. */
  ring: Ring;
  tell: Teller;
}) {
  const { reminders, subjects } = deps;
  return {
    async remindNow(context: Context, input: RemindNowInput): Promise<{ reminders: ReminderRow[] }> {
      const { rows, problems } = await remindNow(context, input);
      await deps.ring(rows.filter((row) => row.status === 'SCHEDULED'));
      await deps.tell.reminders(rows);
      if (problems.length > 0) throw new Refusal(problems, rows.length > 0 ? { reminders: rows } : {});
      return { reminders: rows };
    },

    async cancelReminder(context: Context, input: CancelReminderInput): Promise<{ reminder: ReminderRow }> {
      const [row] = await reminders.findByIds([input.id], reminderPolicy.rows(context.viewer));
      if (!row) return refuse('NOT_FOUND', 'id');
      if (!reminderPolicy.may('cancel', context.viewer, row)) refuse('FORBIDDEN', 'id');
      checkRevision(row, input.revision, 'reminder');
      if (!OPEN_STATUSES.includes(row.status)) refuse('NOT_CANCELLABLE', 'id', {}, { reminder: row });
      const now = context.clock.now();
      const changed = await change(
        reminders.model,
        context,
        row,
        {
          $set: { status: 'CANCELLED', reason: 'BY_PERSON' },
          $unset: CLOSED,
          $push: { history: step(now, 'CANCELLED', 'BY_PERSON', context.viewer.id) },
        },
        [],
        { status: { $in: [...OPEN_STATUSES] } },
      );
      if (changed) {
        await deps.tell.reminders([changed]);
        return { reminder: changed };
      }
      // A worker or another person was faster: the caller sees what stands now.
      const [current] = await reminders.load([row._id]);
      const code = current && OPEN_STATUSES.includes(current.status) ? 'REVISION_CONFLICT' : 'NOT_CANCELLABLE';
      return refuse(code, 'id', {}, { reminder: current });
    },
  };
}
export type ReminderActions = ReturnType<typeof createReminderActions>;

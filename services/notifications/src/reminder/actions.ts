import { refuse, Refusal } from '@servicepunt/shared/errors';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { change, checkRevision } from '@servicepunt/shared/writes';
import type { DeliveryStore } from '../delivery/store.ts';
import type { Ring } from '../engine/promoter.ts';
import { CLOSED } from '../engine/scheduled.ts';
import type { Teller } from '../live/tell.ts';
import type { CancelReminderInput, RemindNowInput } from '../schema.generated.ts';
import { reminderPolicy } from './policy.ts';
import { createRemindNow } from './remind-now.ts';
import { OPEN_STATUSES, step, type ReminderRow, type ReminderStore } from './store.ts';
import type { SubjectStore } from './subjects.ts';

/** What people do with reminders. */
export function createReminderActions(deps: {
  reminders: ReminderStore;
  subjects: SubjectStore;
  deliveries: Pick<DeliveryStore, 'ofReminders'>;
  /** How soon people may be reminded of the same thing by hand again, in milliseconds. */
  remindAgainAfterMs: number;
  /** Rings for reminders that were just written; fails without harm, since the worker looks by itself. */
  ring: Ring;
  tell: Teller;
}) {
  const { reminders } = deps;
  const remindNow = createRemindNow({ ...deps, againAfterMs: deps.remindAgainAfterMs });
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

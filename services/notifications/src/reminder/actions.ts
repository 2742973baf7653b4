import { refuse } from '@servicepunt/shared/errors';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { change, checkRevision, create, idOfCreate } from '@servicepunt/shared/writes';
import type { Ring } from '../engine/promoter.ts';
import { CLOSED } from '../engine/scheduled.ts';
import { manualRuleId, type RecipientRole } from '../rule/rules.ts';
import { ZONE } from '@servicepunt/shared/clock';
import type { CancelReminderInput, RemindNowInput } from '../schema.generated.ts';
import { reminderOf } from './planning.ts';
import { reminderPolicy, subjectPolicy } from './policy.ts';
import { OPEN_STATUSES, step, type ReminderRow, type ReminderStore } from './store.ts';
import type { SubjectRow, SubjectStore } from './subjects.ts';

/** Of an evaluation those whose form is open; of a handover both sides, whoever has the ball. */
function rolesToRemind(subject: SubjectRow): RecipientRole[] {
  return subject.type === 'EVALUATION' ? (subject.pendingRoles as RecipientRole[]) : ['SCHOOL', 'RECEIVING_PARTY'];
}

/** What people do with reminders. */
export function createReminderActions(deps: {
  reminders: ReminderStore;
  subjects: SubjectStore;
  /** Rings for reminders that were just written; fails without harm, since the worker looks by itself. */
  ring: Ring;
}) {
  const { reminders, subjects } = deps;
  return {
    async remindNow(context: Context, input: RemindNowInput): Promise<{ reminders: ReminderRow[] }> {
      const visible = subjectPolicy.rows(context.viewer);
      const subject = visible && (await subjects.find(input.subjectId, visible));
      if (!subject) return refuse('NOT_FOUND', 'subjectId');
      if (!subject.open) refuse('SUBJECT_CLOSED', 'subjectId');
      const roles = rolesToRemind(subject).filter((role) => !input.role || input.role === role);
      if (roles.length === 0) refuse('NOBODY_TO_REMIND', input.role ? 'role' : 'subjectId');
      const rows: ReminderRow[] = [];
      for (const role of roles) {
        const { row } = await create(
          reminders.model,
          context,
          manualReminder(idOfCreate('rem', context, 'remindNow', `${input.idempotencyKey} ${role}`), subject, role, context),
          () => [],
          { input: { subjectId: input.subjectId, role: input.role ?? null } },
        );
        rows.push(row);
      }
      await deps.ring(rows.filter((row) => row.status === 'SCHEDULED'));
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
      if (changed) return { reminder: changed };
      // A worker or another person was faster: the caller sees what stands now.
      const [current] = await reminders.load([row._id]);
      const code = current && OPEN_STATUSES.includes(current.status) ? 'REVISION_CONFLICT' : 'NOT_CANCELLABLE';
      return refuse(code, 'id', {}, { reminder: current });
    },
  };
}
export type ReminderActions = ReturnType<typeof createReminderActions>;

function manualReminder(id: string, subject: SubjectRow, role: RecipientRole, { clock, viewer }: Context) {
  const now = clock.now();
  const { revision: _revision, createdAt: _createdAt, updatedAt: _updatedAt, outbox: _outbox, ...row } = reminderOf(id, subject, now);
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(ZONE);
  return {
    ...row,
    rule: manualRuleId(subject.type, role),
    kind: 'MANUAL' as const,
    class: 'NORMAL' as const,
    role,
    occurrence: id,
    localDate: local.toPlainDate().toString(),
    localTime: local.toPlainTime().toString({ smallestUnit: 'minute' }),
    zone: ZONE,
    dueAt: now,
    history: [step(now, 'SCHEDULED', 'BY_PERSON', viewer.id)],
    lookAt: now,
  };
}

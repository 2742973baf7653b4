import { refuse, type Problem } from '@servicepunt/shared/errors';
import { ZONE } from '@servicepunt/shared/clock';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { create, idOfCreate } from '@servicepunt/shared/writes';
import type { DeliveryStore } from '../delivery/store.ts';
import { longDay, wallTime } from '../delivery/templates/message.ts';
import { ROLE_WORDS } from '../delivery/templates/words.ts';
import type { RemindNowInput } from '../schema.generated.ts';
import { isPending, planReminders } from '../rule/plan.ts';
import { manualRuleId, rulesFor, type RecipientRole } from '../rule/rules.ts';
import { reminderOf } from './planning.ts';
import { subjectPolicy } from './policy.ts';
import { step, type ReminderRow, type ReminderStatus, type ReminderStore } from './store.ts';
import { factsOf, type SubjectRow, type SubjectStore } from './subjects.ts';

/** A turn that was taken and isn't followed by its reminder was left by a process that died. */
const TURN_LEFT_AFTER_MS = 60_000;
/** Reminded nobody: whoever asks again hasn't been heard yet. */
const REACHED_NOBODY: readonly ReminderStatus[] = ['SKIPPED', 'CANCELLED', 'EXPIRED'];

/** Of an evaluation those whose form is open; of a handover both sides, whoever has the ball; of the others nobody: a consent is given freely, and a contact who goes is told once. */
const rolesToRemind = (subject: SubjectRow): RecipientRole[] =>
  subject.type === 'HANDOVER' ? ['SCHOOL', 'RECEIVING_PARTY'] : (subject.pendingRoles as RecipientRole[]);

/**
 * A person has people reminded now, outside the schedule. Each role by itself: who was reminded a short while ago isn't again, and nobody is told of
 * a day that is still far away; the others are reminded all the same. The same key again changes nothing.
 */
export function createRemindNow(deps: {
  reminders: ReminderStore;
  subjects: SubjectStore;
  deliveries: Pick<DeliveryStore, 'ofReminders'>;
  againAfterMs: number;
}) {
  const { reminders, subjects, deliveries, againAfterMs } = deps;

  return async function remindNow(context: Context, input: RemindNowInput): Promise<{ rows: ReminderRow[]; problems: Problem[] }> {
    const visible = subjectPolicy.rows(context.viewer);
    const subject = visible && (await subjects.find(input.subjectId, visible));
    if (!subject) return refuse('NOT_FOUND', 'subjectId');
    const roles = rolesToRemind(subject).filter((role) => !input.role || input.role === role);
    const idOf = (role: RecipientRole) => idOfCreate('rem', context, 'remindNow', `${input.idempotencyKey} ${role}`);
    const asked = new Map(roles.map((role) => [role, idOf(role)]));
    const earlier = new Set((await reminders.load([...asked.values()])).map((row) => row._id));
    if (!subject.open) refuse('SUBJECT_CLOSED', 'subjectId');
    if (roles.length === 0) refuse('NOBODY_TO_REMIND', input.role ? 'role' : 'subjectId');
    const rows: ReminderRow[] = [];
    const problems: Problem[] = [];
    for (const [role, id] of asked) {
      const problem = earlier.has(id) ? null : await problemOf(subject, role, id, context, input.early === true);
      if (problem) problems.push({ ...problem, field: input.role ? 'role' : 'subjectId' });
      else {
        const asInput = { subjectId: input.subjectId, role: input.role ?? null };
        const { row } = await create(reminders.model, context, manualReminder(id, subject, role, context), () => [], { input: asInput });
        rows.push(row);
      }
    }
    return { rows, problems };
  };

  async function problemOf(
    subject: SubjectRow,
    role: RecipientRole,
    id: string,
    { clock }: Context,
    early: boolean,
  ): Promise<Problem | null> {
    const who = ROLE_WORDS[role];
    const opensOn = early ? null : firstDay(subject, role);
    if (opensOn !== null && opensOn > clock.today())
      return { code: 'TOO_EARLY_TO_REMIND', params: { who, next: { nl: longDay(opensOn, 'nl'), en: longDay(opensOn, 'en') } } };
    const now = clock.now();
    // The schedule first: a turn is taken only by who then reminds.
    const again = (await afterSchedule(subject._id, role, now)) ?? (await askedAgain(subject._id, role, id, now));
    return again && { code: 'REMINDED_BEFORE', params: { who, next: momentWords(again) } };
  }

  /** When the schedule's own reminder has been long enough ago; null when it has. One that waits in a digest hasn't reached anybody. */
  async function afterSchedule(subjectId: string, role: RecipientRole, now: Date): Promise<Date | null> {
    const sent = (await reminders.sentSince(subjectId, role, new Date(now.getTime() - againAfterMs))).filter(
      ({ kind }) => kind !== 'MANUAL',
    );
    if (sent.length === 0) return null;
    const waiting = (
      await deliveries.ofReminders(
        sent.map((row) => row._id),
        {},
      )
    ).filter((row) => row.digestOn !== null && row.status === 'PENDING');
    const inDigest = new Set(waiting.flatMap((row) => row.items.map((item) => item.reminderId)));
    const times = sent.filter((row) => !inDigest.has(row._id)).map((row) => row.sentAt?.getTime() ?? 0);
    return times.length > 0 ? new Date(Math.max(...times) + againAfterMs) : null;
  }

  /** Takes the role's turn, by one conditional write: of two people who press at the same moment one reminds. Null when it is ours; else when the next may be taken. */
  async function askedAgain(subjectId: string, role: RecipientRole, id: string, now: Date): Promise<Date | null> {
    let instead: string | null = null;
    for (;;) {
      if (await subjects.takeTurn(subjectId, role, { at: now, id }, new Date(now.getTime() - againAfterMs), instead)) return null;
      const [subject] = await subjects.load([subjectId]);
      const taken = subject?.byHand?.[role];
      if (!taken || !subject.open) return refuse('SUBJECT_CLOSED', 'subjectId');
      if (taken.id === id) return null;
      const [row] = await reminders.load([taken.id]);
      const counts = row ? !REACHED_NOBODY.includes(row.status) : now.getTime() - taken.at.getTime() < TURN_LEFT_AFTER_MS;
      if (counts) return new Date(taken.at.getTime() + againAfterMs);
      instead = taken.id;
    }
  }
}
export type RemindNow = ReturnType<typeof createRemindNow>;
/** The day of the role's first reminder; null when it may be reminded at any time: it has the ball of a handover, so the next step is its own. */
function firstDay(subject: SubjectRow, role: RecipientRole): string | null {
  const facts = factsOf(subject);
  if (facts.type === 'HANDOVER' && isPending(facts, role)) return null;
  const days = planReminders(facts, rulesFor(role)).flatMap(({ rule, localDate }) => (rule.kind === 'WARN' ? [localDate] : []));
  return days.toSorted()[0] ?? null;
}

function momentWords(at: Date) {
  const words = (language: 'nl' | 'en') => {
    const day = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(ZONE).toPlainDate().toString();
    return `${longDay(day, language)}, ${wallTime(at.toISOString())}`;
  };
  return { nl: words('nl'), en: words('en') };
}

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

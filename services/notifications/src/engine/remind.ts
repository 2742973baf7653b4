import type { AnyBulkWriteOperation } from 'mongoose';
import type { Clock } from '@servicepunt/shared/clock';
import { event } from '@servicepunt/shared/events/outbox';
import type { NewId } from '@servicepunt/shared/ids';
import type { Logger } from '@servicepunt/shared/log';
import { isStoreUnavailable, ours } from '@servicepunt/shared/mongo';
import { ServiceUnavailable, type Call } from '@servicepunt/shared/service-client';
import type { DeliveryRow } from '../delivery/store.ts';
import type { Teller } from '../live/tell.ts';
import { cancellation } from '../reminder/planning.ts';
import { OPEN_STATUSES, step, type ReminderRow, type ReminderStore } from '../reminder/store.ts';
import { factsOf, type SubjectRow, type SubjectStore } from '../reminder/subjects.ts';
import { isPending, planReminders } from '../rule/plan.ts';
import { ruleOf, rulesFor, type RecipientRole } from '../rule/rules.ts';
import type { EngineCounters, JobOutcome } from './outcomes.ts';
import type { Ring } from './promoter.ts';
import { askOwner, type OwnerAnswer, type Recipients, type Resolution } from './recipients.ts';
import { CATCH_UP_MS, CLOSED, RELEASED, type JobData } from './scheduled.ts';

/** How long a worker may take from claim to mark; another one may claim again after that. */
export const REMINDER_LEASE_MS = 30_000;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 5 * 60_000;

/** What was decided about one claimed reminder. */
type Decision =
  | { readonly kind: 'send'; readonly answer: OwnerAnswer; readonly resolution: Resolution }
  | { readonly kind: 'skip'; readonly code: string }
  | { readonly kind: 'wait'; readonly code: string };

/** A reminder that goes out, and to whom. */
export interface Send {
  readonly reminder: ReminderRow;
  readonly answer: OwnerAnswer;
  readonly resolution: Resolution;
  readonly subject: SubjectRow;
}
/** Records deliveries (and what needs no sending) for reminders; by reminder the ids of its deliveries, and those to ring for. One that could not be recorded is left out. */
export type Record = (
  sends: readonly Send[],
) => Promise<ReadonlyMap<string, { readonly deliveryIds: readonly string[]; readonly due: readonly DeliveryRow[] }>>;

/**
 * What a reminder's job does, for a batch of them: load, compare the revision, claim with a lease, ask the owner, find the people,
 * record a delivery per person and channel, mark. Each step may be repeated; whatever happens to one of them doesn't stop the others.
 */
export function createReminding(deps: {
  reminders: ReminderStore;
  subjects: SubjectStore;
  call: Call;
  recipients: Recipients;
  record: Record;
  /** Rings for deliveries that were recorded, and for reminders that wait. */
  ringDeliveries: Ring;
  ringReminders: Ring;
  clock: Clock;
  newId: NewId;
  log: Logger;
  counters: EngineCounters;
  tell: Teller;
  leaseMs?: number;
}) {
  const { reminders, subjects, clock, log, counters } = deps;
  const leaseMs = deps.leaseMs ?? REMINDER_LEASE_MS;
  const collection = reminders.model.collection;

  async function claim(rows: readonly ReminderRow[]): Promise<ReminderRow[]> {
    if (rows.length === 0) return [];
    const now = clock.now();
    const token = deps.newId('clm');
    const leaseUntil = new Date(now.getTime() + leaseMs);
    const ids = rows.map((row) => row._id);
    const free = {
      dueAt: { $lte: now },
      $or: [{ status: { $in: ['SCHEDULED', 'WAITING'] } }, { status: 'CLAIMED', leaseUntil: { $lte: now } }],
    };
    const { modifiedCount } = await collection.updateMany(
      { _id: { $in: ids }, ...free } as never,
      { $set: { status: 'CLAIMED', claim: token, leaseUntil } } as never,
    );
    if (modifiedCount === 0) return [];
    // The usual case: all of them are ours, and a second look would only tell the same.
    const mine =
      modifiedCount === rows.length
        ? rows
        : (await reminders.model.find(ours({ _id: { $in: ids }, claim: token }), { _id: 1 }).lean<{ _id: string }[]>()).map(({ _id }) =>
            rows.find((row) => row._id === _id),
          );
    return mine.flatMap((row) => (row ? [{ ...row, status: 'CLAIMED' as const, claim: token, leaseUntil }] : []));
  }

  async function decide(reminder: ReminderRow): Promise<Decision> {
    try {
      const answer = await askOwner(deps.call, reminder.subjectType, {
        subjectId: reminder.subjectId,
        role: reminder.role,
        onlyWhilePending: ruleOf(reminder.rule)?.onlyWhilePending ?? false,
      });
      if (!answer.needed) return { kind: 'skip', code: codeOf(answer.reason) };
      const resolution = await deps.recipients(reminder, answer);
      return resolution ? { kind: 'send', answer, resolution } : { kind: 'skip', code: 'NO_RECIPIENT' };
    } catch (error) {
      // A lost store concerns all of them, and the job as a whole is tried again.
      if (isStoreUnavailable(error)) throw error;
      if (error instanceof ServiceUnavailable) return { kind: 'wait', code: 'OWNER_UNAVAILABLE' };
      log.error({ event: 'reminder-undecided', reminderId: reminder._id, err: error });
      return { kind: 'wait', code: 'INTERNAL' };
    }
  }

  function sentUpdate(reminder: ReminderRow, { resolution }: { resolution: Resolution }, deliveryIds: readonly string[], now: Date) {
    const told = event(
      { type: 'ReminderSent', data: { reminderId: reminder._id, subjectId: reminder.subjectId, deliveryIds: [...deliveryIds] } },
      { at: now, revision: reminder.revision + 1, actor: 'notifications', newId: deps.newId },
    );
    return {
      $set: { status: 'SENT', reason: null, sentAt: now, updatedAt: now, outboxAt: now },
      $unset: CLOSED,
      $inc: { revision: 1 },
      $push: { history: step(now, 'SENT', resolution.via), outbox: told },
    };
  }

  return async function remind(jobs: readonly JobData[]): Promise<JobOutcome[]> {
    const outcomes = new Map<string, JobOutcome>();
    const writes: AnyBulkWriteOperation<ReminderRow>[] = [];
    const postponed: ReminderRow[] = [];
    const changed: ReminderRow[] = [];
    const write = (filter: object, update: object) => writes.push({ updateOne: { filter, update } } as never);
    const done = (row: ReminderRow, outcome: string, again?: Date) => {
      outcomes.set(row._id, again ? { outcome, again } : { outcome });
      changed.push(row);
      counters.reminder(row.rule, outcome);
    };

    const rows = new Map((await reminders.load(jobs.map((job) => job.id))).map((row) => [row._id, row]));
    const now = clock.now();
    const candidates: ReminderRow[] = [];
    for (const job of new Map(jobs.map((entry) => [`${entry.id} ${entry.revision}`, entry])).values()) {
      const row = rows.get(job.id);
      if (!row || !OPEN_STATUSES.includes(row.status)) outcomes.set(job.id, { outcome: 'closed' });
      else if (row.revision !== job.revision) outcomes.set(job.id, { outcome: 'stale' });
      // The clocks of two machines differ a little: a job that rings too early rings again.
      else if (row.dueAt > now) outcomes.set(job.id, { outcome: 'early', again: row.dueAt });
      else if (row.status === 'CLAIMED' && row.leaseUntil && row.leaseUntil > now)
        outcomes.set(job.id, { outcome: 'claimed', again: row.leaseUntil });
      else candidates.push(row);
    }

    const known = new Map((await subjects.load([...new Set(candidates.map((row) => row.subjectId))])).map((row) => [row._id, row]));
    const isWanted = createWanted(known);
    const wanted = candidates.filter((row) => {
      const mine = { _id: row._id, revision: row.revision };
      if (now.getTime() - wantedSince(row).getTime() > CATCH_UP_MS) {
        log.error({ event: 'reminder-expired', reminderId: row._id, rule: row.rule, dueAt: row.dueAt });
        write(mine, closing('EXPIRED', 'OLDER_THAN_CATCH_UP', now));
        done(row, 'expired');
        return false;
      }
      if (isWanted(row)) return true;
      // Planned from something that has changed since: by a handler that was held up, for example.
      write(mine, cancellation(known.get(row.subjectId)?.closedAs ?? 'NOT_WANTED_ANY_MORE', now));
      done(row, 'not-wanted');
      return false;
    });

    const claimed = await claim(wanted);
    const mineNow = new Set(claimed.map((row) => row._id));
    for (const row of wanted) if (!mineNow.has(row._id)) outcomes.set(row._id, { outcome: 'taken' });

    const decisions = await Promise.all(claimed.map(async (reminder) => ({ reminder, decision: await decide(reminder) })));
    const sends = decisions.flatMap(({ reminder, decision }) => {
      const subject = known.get(reminder.subjectId);
      return decision.kind === 'send' && subject ? [{ reminder, subject, answer: decision.answer, resolution: decision.resolution }] : [];
    });
    const recorded = await deps.record(sends);
    for (const { reminder, decision } of decisions) {
      const mine = { _id: reminder._id, claim: reminder.claim };
      const entry = recorded.get(reminder._id);
      if (decision.kind === 'send' && entry) {
        write(mine, sentUpdate(reminder, decision, entry.deliveryIds, clock.now()));
        done(reminder, 'sent');
      } else if (decision.kind === 'skip') {
        if (decision.code === 'NO_RECIPIENT') {
          log.error({ event: 'reminder-without-recipient', reminderId: reminder._id, rule: reminder.rule, role: reminder.role });
          counters.withoutRecipient(reminder.rule);
        }
        write(mine, closing('SKIPPED', decision.code, clock.now()));
        done(reminder, 'skipped');
      } else {
        const at = new Date(clock.now().getTime() + Math.min(FIRST_WAIT_MS * 2 ** Math.min(reminder.waits, 10), LONGEST_WAIT_MS));
        write(mine, waiting(reminder, decision.kind === 'wait' ? decision.code : 'INTERNAL', at, clock.now()));
        postponed.push({ ...reminder, revision: reminder.revision + 1, enqueues: reminder.enqueues + 1, lookAt: at });
        done(reminder, 'waiting');
      }
    }
    if (writes.length > 0) await collection.bulkWrite(writes as never, { ordered: false });
    await deps.tell.reminders(changed);
    await deps.ringDeliveries([...recorded.values()].flatMap((entry) => entry.due));
    await deps.ringReminders(postponed);
    return jobs.map((job) => outcomes.get(job.id) ?? { outcome: 'done' });
  };
}

function closing(status: 'SKIPPED' | 'EXPIRED', code: string, now: Date) {
  return {
    $set: { status, reason: code, updatedAt: now },
    $unset: CLOSED,
    $inc: { revision: 1 },
    $push: { history: step(now, status, code) },
  };
}

/** Says that it waits and why; the history tells the first time of a row of them, the counter the rest. */
function waiting(reminder: ReminderRow, code: string, at: Date, now: Date) {
  return {
    $set: { status: 'WAITING', reason: code, updatedAt: now, lookAt: at },
    $unset: RELEASED,
    $inc: { revision: 1, enqueues: 1, waits: 1 },
    ...(reminder.reason === code && reminder.waits > 0 ? {} : { $push: { history: step(now, 'WAITING', code) } }),
  };
}

/** Whether subjects, as they stand now, still have a reminder in their plan; each plan is made once. */
export function createWanted(subjects: ReadonlyMap<string, SubjectRow>): (reminder: ReminderRow) => boolean {
  const plans = new Map<string, Set<string>>();
  // Reminders of one role don't depend on those of another.
  const planOf = (subject: SubjectRow, role: RecipientRole) => {
    const key = `${subject._id} ${role}`;
    let plan = plans.get(key);
    if (!plan) {
      const planned = subject.open ? planReminders(factsOf(subject), rulesFor(role)) : [];
      plans.set(key, (plan = new Set(planned.map((entry) => `${entry.rule.id} ${entry.occurrence}`))));
    }
    return plan;
  };
  return (reminder) => {
    const subject = subjects.get(reminder.subjectId);
    if (!subject?.open) return false;
    // Both sides of a handover are reminded by hand, whoever has the ball.
    if (reminder.kind === 'MANUAL') return subject.type === 'HANDOVER' || isPending(factsOf(subject), reminder.role);
    return planOf(subject, reminder.role).has(`${reminder.rule} ${reminder.occurrence}`);
  };
}

/** When it last became due: a mail that came back days later opens its reminder anew, and that is no outage. */
const wantedSince = (row: ReminderRow): Date => row.history.findLast((entry) => entry.step === 'REOPENED')?.at ?? row.dueAt;

/** The owner's reason, if it looks like a code: nothing else is stored. */
const codeOf = (reason: string | null): string => (reason !== null && /^[A-Z][A-Z_]{0,39}$/.test(reason) ? reason : 'NOT_NEEDED');

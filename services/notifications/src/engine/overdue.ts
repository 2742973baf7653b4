import type { Clock } from '@servicepunt/shared/clock';
import { ours } from '@servicepunt/shared/mongo';
import { LONGEST_RETRY_MS } from '../delivery/rules.ts';
import type { DeliveryStore } from '../delivery/store.ts';
import type { ReminderStore } from '../reminder/store.ts';
import { CATCH_UP_MS } from './scheduled.ts';

/** Looked at later than this after its time, something is overdue rather than under way. */
const GRACE_MS = 60_000;
/** A reminder that waits for its owner looks again within this time; its own time is past. */
const LONGEST_WAIT_MS = 6 * 60_000;
const SAMPLE = 1_000;

/** The oldest reminder whose time is past and which hasn't gone out, waiting ones included; null when there is none. */
export async function oldestOverdue(deps: { reminders: ReminderStore; clock: Clock }): Promise<Date | null> {
  const now = deps.clock.now();
  const late = new Date(now.getTime() - GRACE_MS);
  const rows = await deps.reminders.model
    .find(ours({ lookAt: { $lte: new Date(now.getTime() + LONGEST_WAIT_MS) } }), { dueAt: 1 })
    .sort({ lookAt: 1 })
    .limit(SAMPLE)
    .lean<{ dueAt: Date }[]>();
  const times = rows.map((row) => row.dueAt.getTime()).filter((time) => time < late.getTime());
  return times.length > 0 ? new Date(Math.min(...times)) : null;
}

/**
 * When the oldest delivery was due that hasn't gone out: not taken up yet, or tried again and again because the mail server is away (its `lookAt`
 * is to come, so that nothing else shows it).
 */
export async function oldestUndelivered(deps: { deliveries: DeliveryStore; clock: Clock }): Promise<Date | null> {
  const now = deps.clock.now();
  const late = now.getTime() - GRACE_MS;
  const rows = await deps.deliveries.model
    .find(ours({ lookAt: { $lte: new Date(now.getTime() + LONGEST_RETRY_MS + GRACE_MS) } }), { expiresAt: 1 })
    .sort({ lookAt: 1 })
    .limit(SAMPLE)
    .lean<{ expiresAt: Date }[]>();
  const times = rows.map((row) => row.expiresAt.getTime() - CATCH_UP_MS).filter((time) => time < late);
  return times.length > 0 ? new Date(Math.min(...times)) : null;
}

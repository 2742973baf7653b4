import type { Clock } from '@servicepunt/shared/clock';
import { ours } from '@servicepunt/shared/mongo';
import type { DeliveryStore } from '../delivery/store.ts';
import type { ReminderStore } from '../reminder/store.ts';

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

/** The oldest delivery that should have been tried by now. */
export async function oldestUndelivered(deps: { deliveries: DeliveryStore; clock: Clock }): Promise<Date | null> {
  const late = new Date(deps.clock.now().getTime() - GRACE_MS);
  const row = await deps.deliveries.model
    .findOne(ours({ lookAt: { $lte: late }, status: 'PENDING' }), { lookAt: 1 })
    .sort({ lookAt: 1 })
    .lean<{ lookAt: Date }>();
  return row?.lookAt ?? null;
}

import type { Redis } from 'ioredis';
import { HORIZON_MS } from '../src/engine/scheduled.ts';
import type { ReminderRow } from '../src/reminder/store.ts';
import type { Engine } from './engine.ts';

const DAY_MS = 24 * 3_600_000;
const INSERT = 1_000;

/** A reminder as a plan makes it, due at a time. */
function pendingReminder(index: number, dueAt: Date, now: Date): ReminderRow {
  return {
    _id: `rem_${String(index).padStart(26, '0')}`,
    rule: 'evaluation.warn.employer',
    kind: 'WARN',
    class: 'NORMAL',
    role: 'EMPLOYER',
    subjectType: index % 2 === 0 ? 'EVALUATION' : 'HANDOVER',
    subjectId: `evl_${index}`,
    occurrence: '2026-11-26-7',
    placementId: `plc_${index}`,
    studentId: `stu_${index}`,
    locationId: `loc_${index % 6}`,
    employerId: `emp_${index % 100}`,
    localDate: '2026-11-19',
    localTime: '09:00',
    zone: 'Europe/Amsterdam',
    dueAt,
    status: 'SCHEDULED',
    reason: null,
    waits: 0,
    sentAt: null,
    history: [{ at: now, step: 'SCHEDULED', code: null }],
    lookAt: dueAt,
    enqueues: 1,
    revision: 1,
    createdAt: now,
    updatedAt: now,
    outbox: [],
  };
}

async function fill(engine: Engine, from: number, to: number, dueAt: (index: number) => Date): Promise<void> {
  const now = engine.clock.now();
  for (let index = from; index < to; index += INSERT) {
    const rows = Array.from({ length: Math.min(INSERT, to - index) }, (_unused, offset) =>
      pendingReminder(index + offset, dueAt(index + offset), now),
    );
    await engine.reminders.model.collection.insertMany(rows as never, { ordered: false });
  }
}

async function redisMegabytes(redis: Redis): Promise<number> {
  const info = await redis.info('memory');
  return Number(/used_memory:(\d+)/.exec(info)?.[1] ?? 0) / 1_048_576;
}

export interface Memory {
  readonly pending: number;
  readonly inRedis: number;
  readonly megabytes: number;
}

/** What Redis holds while reminders of a whole year are pending: those of the next 48 hours. */
export async function memoryAt(engine: Engine, redis: Redis, sizes: readonly number[], say: (line: string) => void): Promise<Memory[]> {
  const start = engine.clock.now().getTime();
  const found: Memory[] = [];
  let filled = 0;
  for (const size of sizes) {
    await fill(engine, filled, size, (index) => new Date(start + ((index * 7_919) % 365_000) * (DAY_MS / 1_000) + 60_000));
    filled = size;
    await engine.reconciler.reconcile();
    const counts = await engine.queues.counts();
    const inRedis = counts['evaluation-reminders'].delayed + counts['handover-reminders'].delayed;
    found.push({ pending: size, inRedis, megabytes: await redisMegabytes(redis) });
    say(`${size} pending: ${inRedis} in Redis, ${found.at(-1)?.megabytes.toFixed(1)} MB`);
  }
  return found;
}

/** Seconds until `count` due reminders have their jobs back after Redis lost everything. */
export async function healAfterFlush(engine: Engine, redis: Redis, count: number): Promise<{ seconds: number; healed: number }> {
  const due = new Date(engine.clock.now().getTime() - 1_000);
  await fill(engine, 0, count, () => due);
  await engine.reconciler.reconcile();
  await redis.flushall();
  const began = performance.now();
  const { withoutJob } = await engine.reconciler.reconcile();
  return { seconds: (performance.now() - began) / 1_000, healed: withoutJob.reminders };
}

/** The horizon is what keeps it flat. */
export const horizonDays = HORIZON_MS / DAY_MS;

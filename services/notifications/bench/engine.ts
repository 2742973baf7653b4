import mongoose from 'mongoose';
import { clockAt, type Clock } from '@servicepunt/shared/clock';
import { createErasures } from '@servicepunt/shared/erasure';
import type { Logger } from '@servicepunt/shared/log';
import { buildIndexes } from '@servicepunt/shared/mongo';
import type { Call } from '@servicepunt/shared/service-client';
import { createDeliveryStore } from '../src/delivery/store.ts';
import { createHorizon } from '../src/engine/horizon.ts';
import { lanesOf } from '../src/engine/lanes.ts';
import { noCounters } from '../src/engine/outcomes.ts';
import { createFastIds } from '../src/engine/ids.ts';
import { createPeople } from '../src/engine/people.ts';
import { createPromoter } from '../src/engine/promoter.ts';
import { openQueues } from '../src/engine/queues.ts';
import { createRecipients } from '../src/engine/recipients.ts';
import { createReconciler } from '../src/engine/reconciler.ts';
import { createRecorder } from '../src/engine/record.ts';
import { createReminding } from '../src/engine/remind.ts';
import { HORIZON_MS } from '../src/engine/scheduled.ts';
import { startQueueWorkers } from '../src/engine/workers.ts';
import { unlessErased } from '../src/erasure/erase.ts';
import { createInboxStore } from '../src/inbox/store.ts';
import { createLiveStore } from '../src/live/store.ts';
import { createTeller } from '../src/live/tell.ts';
import { reminderEventHandlers } from '../src/reminder/events.ts';
import { createPageHandling } from '../src/reminder/pages.ts';
import { createPlanner } from '../src/reminder/planning.ts';
import { createReminderStore } from '../src/reminder/store.ts';
import { createSubjectStore } from '../src/reminder/subjects.ts';

/** Answers of the other services without their network: what is measured is this service. */
export const instantOthers: Call = (async (name: string, input: { subjectId: string; role: string; ids: string[] }) => {
  if (name === 'placements.reminderSubject')
    return {
      needed: true,
      reason: null,
      recipientIds: [`pct_${input.subjectId.slice(4)}`],
      fallbackIds: [],
      studentId: 'stu_1',
      facts: {},
    };
  if (name.endsWith('.people'))
    return {
      people: input.ids.map((id) => ({ id, givenName: 'A', familyName: 'B', email: `${id}@bench.example`, language: 'nl', active: true })),
    };
  throw new Error(`${name} is not answered here`);
}) as unknown as Call;

/** The window is moved by the bench; mails aren't sent. */
const nobody = () => Promise.resolve();

/** The engine of the worker, part by part as `worker.ts` puts it together, without mail: a delivery that is recorded is the end of the way. */
export async function openEngine(options: { mongoUrl: string; redisUrl: string; prefix: string; log: Logger }) {
  const { log, prefix, redisUrl } = options;
  let offsetMs = 0;
  let looked = 0;
  let wake: () => void = () => undefined;
  const clock: Clock = clockAt(() => new Date(Date.now() + offsetMs));
  const settings = { autoIndex: false, monitorCommands: true, w: 'majority', journal: true } as const;
  const connection = await mongoose.createConnection(options.mongoUrl, settings).asPromise();
  let commands = 0;
  connection.getClient().on('commandStarted', () => (commands += 1));
  const reminders = createReminderStore(connection);
  const subjects = createSubjectStore(connection);
  const deliveries = createDeliveryStore(connection);
  const inbox = createInboxStore(connection);
  const erasures = createErasures(connection, 'NotificationsErased', { clock, newId: createFastIds(), log, nudge: () => undefined });
  await buildIndexes(connection);
  const queues = openQueues({ redisUrl, prefix, clock, log });
  const lanes = lanesOf({ reminders: reminders.model, deliveries: deliveries.model });
  const promoter = createPromoter({ lanes: lanes.slice(0, 1), queues, clock, horizonMs: HORIZON_MS, horizon: createHorizon(connection) });
  const reconciler = createReconciler({ lanes: lanes.slice(0, 1), queues, clock, log, horizonMs: HORIZON_MS });
  const people = createPeople({ call: instantOthers, inbox });
  const tell = createTeller({ live: createLiveStore(connection), clock, log, callOut: queues.callOut });
  const remind = createReminding({
    reminders,
    subjects,
    call: instantOthers,
    recipients: createRecipients({ call: instantOthers, people }),
    record: createRecorder({ deliveries, inbox, clock, log, counters: noCounters, mailFrom: 'noreply@bench.example', tell }),
    tell,
    ringReminders: nobody,
    ringDeliveries: nobody,
    clock,
    newId: createFastIds(),
    log,
    counters: {
      ...noCounters,
      reminder() {
        looked += 1;
        wake();
      },
    },
  });
  const planner = createPlanner({ reminders, subjects, clock, ring: nobody, tell });
  const handlePage = createPageHandling(unlessErased(reminderEventHandlers(planner, log), erasures));
  return {
    connection,
    reminders,
    deliveries,
    queues,
    promoter,
    reconciler,
    handlePage,
    clock,
    /** How many commands the document store was sent since the start. */
    commands: () => commands,
    /** Resolves once this many reminders have been looked at since the start. */
    looked: (count: number) =>
      new Promise<void>((resolve) => {
        wake = () => (looked >= count ? resolve() : undefined);
        wake();
      }),
    playAt: (instant: Date) => (offsetMs = instant.getTime() - Date.now()),
    startWorkers: () =>
      startQueueWorkers({
        redisUrl,
        prefix,
        clock,
        log,
        lockMs: 30_000,
        remind,
        deliver: () => Promise.resolve({ outcome: 'not measured' }),
        onStalled: () => undefined,
        onFailed: () => undefined,
      }),
    async close() {
      await queues.close();
      await connection.close();
    },
  };
}
export type Engine = Awaited<ReturnType<typeof openEngine>>;

import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import type { Clock } from '@servicepunt/shared/clock';
import type { RoomDeps } from '@servicepunt/shared/service';
import { startTestSubgraph, type TestSubgraph } from '@servicepunt/shared/test-support/subgraph';
import { testRedisUrl } from '@servicepunt/shared/test-support/stores';
import { defineNotifications } from '../app.ts';
import { createRecorder } from '../engine/record.ts';
import { openQueues, type Queues } from '../engine/queues.ts';
import { noCounters } from '../engine/outcomes.ts';
import type { Recipient } from '../engine/recipients.ts';
import { DEFAULT_PREFERENCES } from '../delivery/rules.ts';
import { evaluationSubject, handoverSubject, idleSubject, reviewSubject } from '../reminder/events.ts';
import { createPlanner } from '../reminder/planning.ts';
import type { ReminderRow } from '../reminder/store.ts';
import { createTeller } from '../live/tell.ts';
import { createStores, type Stores } from '../rooms.ts';
import { createOthers, evaluationEvent, handoverEvent, idleEvent, reviewEvent, type Others } from './others.ts';
import { testClock, type TestClock } from './store.ts';

export interface TestApi {
  readonly subgraph: TestSubgraph;
  readonly stores: Stores;
  readonly queues: Queues;
  readonly others: Others;
  readonly clock: TestClock;
  /** Records deliveries of a reminder as the worker does. */
  sendTo(reminder: ReminderRow, personIds: readonly string[]): Promise<void>;
  planEvaluation(changes?: Parameters<typeof evaluationEvent>[0], revision?: number, closedAs?: string): Promise<void>;
  planHandover(changes?: Parameters<typeof handoverEvent>[0], revision?: number): Promise<void>;
  planReview(): Promise<void>;
  planIdle(): Promise<void>;
}

/** The API process on real stores, with plans made as its worker makes them. */
export async function startTestApi(now: string): Promise<TestApi> {
  const clock = testClock(now);
  const others = createOthers(clock);
  const queues = openQueues({
    redisUrl: testRedisUrl(),
    prefix: `test-${randomBytes(6).toString('hex')}`,
    clock: clock as Clock,
    log: pino({ level: 'silent' }),
  });
  const subgraph = await startTestSubgraph({
    name: 'notifications',
    callees: others.call,
    now,
    define: (deps: RoomDeps) => defineNotifications({ ...deps, clock }, { queues, frontendUrl: 'https://lob.example' }),
  });
  const stores = storesOf(subgraph);
  const follow = () => subgraph.setNow(clock.now().toISOString());
  const tell = createTeller({ ...stores, clock, log: pino({ level: 'silent' }), callOut: queues.callOut });
  const planner = createPlanner({ ...stores, clock, ring: () => Promise.resolve(), tell });
  const record = createRecorder({
    ...stores,
    clock,
    counters: noCounters,
    log: pino({ level: 'silent' }),
    mailFrom: 'noreply@servicepunt.example',
    tell,
  });
  let number = 0;
  return {
    subgraph,
    stores,
    queues,
    others,
    // Requests get their clock from the subgraph: both tell the same time.
    clock: {
      ...clock,
      set(instant) {
        clock.set(instant);
        follow();
      },
      advance(milliseconds) {
        clock.advance(milliseconds);
        follow();
      },
    },
    async sendTo(reminder, personIds) {
      const [subject] = await stores.subjects.load([reminder.subjectId]);
      if (!subject) throw new Error('No such subject');
      const recipients = personIds.map((id): Recipient => {
        const person = others.people.get(id) ?? others.addPerson(id);
        const channels = id.startsWith('wsp_') ? (['MAIL'] as const) : (['MAIL', 'IN_APP'] as const);
        return { person, preferences: { ...DEFAULT_PREFERENCES, digestWeekday: null }, mailable: true, channels };
      });
      const answer = { needed: true, reason: null, recipientIds: [], fallbackIds: [], studentId: reminder.studentId, facts: {} };
      await record([{ reminder, subject, answer, resolution: { recipients, via: 'ROLE' } }]);
    },
    planEvaluation: (changes = {}, revision = 1, closedAs) =>
      planner.heard(evaluationSubject({ number: ++number, revision, at: clock.now(), data: evaluationEvent(changes) }, closedAs ?? null)),
    planReview: () => planner.heard(reviewSubject({ number: ++number, revision: 1, at: clock.now(), data: reviewEvent() })),
    planIdle: () => planner.heard(idleSubject({ number: ++number, revision: 1, at: clock.now(), data: idleEvent('2027-01-15') })),
    planHandover: (changes = {}, revision = 1) =>
      planner.heard(handoverSubject({ number: ++number, revision, at: clock.now(), data: handoverEvent(changes) }, null)),
  };
}

/** A model stands once per connection: the test gets its own on the same client. */
const storesOf = (subgraph: TestSubgraph): Stores => {
  const { connection } = subgraph;
  const fresh = connection.useDb(connection.name, { useCache: false });
  return createStores(fresh as never);
};

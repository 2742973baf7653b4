import { Counter, Gauge, type Registry } from 'prom-client';
import { BOUNCE_OUTCOMES, type BounceOutcome } from '../bounce/receiver.ts';
import type { EngineCounters } from './outcomes.ts';
import { QUEUE_NAMES, type QueueName, type Queues } from './queues.ts';
import type { Healed } from './reconciler.ts';

export interface EngineMetrics extends EngineCounters {
  healed(healed: Healed): void;
  stalled(queue: QueueName): void;
  failed(queue: QueueName): void;
  lag(producer: string, events: number): void;
  bounce(outcome: BounceOutcome): void;
}

/** What the worker shows to Prometheus: codes and rules, never an id or a name. */
export function createMetrics(options: {
  registry: Registry;
  queues: Queues;
  now: () => Date;
  oldestOverdue: () => Promise<Date | null>;
  oldestUndelivered: () => Promise<Date | null>;
}): EngineMetrics {
  const registers = [options.registry];
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter({ name: `servicepunt_${name}`, help, labelNames, registers });
  const reminders = counter('reminders_total', 'Reminders that were looked at, by rule and what became of them.', ['rule', 'outcome']);
  const deliveries = counter('deliveries_total', 'Deliveries by channel, rule, what became of them and why.', [
    'channel',
    'rule',
    'outcome',
    'code',
  ]);
  const alerts = counter('reminders_without_recipient_total', 'Reminders for which nobody could be reached.', ['rule']);
  const healed = counter('reconciler_healed_total', 'What the reconciler put right, by kind of document and what was missing.', [
    'lane',
    'missing',
  ]);
  const stalled = counter('queue_stalled_total', 'Jobs whose worker was lost.', ['queue']);
  const failed = counter('queue_failed_total', 'Jobs that ended for good without success, by queue. Redis keeps none of them.', ['queue']);
  const bounces = counter('bounces_total', 'Mails that came to the return paths, by what became of them.', ['outcome']);
  const lag = new Gauge({
    name: 'servicepunt_events_lag',
    help: 'Events that wait to be handled, by producer.',
    labelNames: ['producer'],
    registers,
  });
  // Known from the start: a rate over a counter that appears with its first alert would miss it.
  for (const lane of ['reminders', 'deliveries']) for (const missing of ['job', 'row']) healed.inc({ lane, missing }, 0);
  for (const counts of [stalled, failed]) for (const queue of QUEUE_NAMES) counts.inc({ queue }, 0);

  for (const outcome of BOUNCE_OUTCOMES) bounces.inc({ outcome }, 0);

  const jobs = new Gauge({
    name: 'servicepunt_queue_jobs',
    help: 'Jobs in Redis by queue and state.',
    labelNames: ['queue', 'state'],
    registers: [],
    async collect() {
      const counts = await options.queues.counts().catch(() => null);
      // Without Redis there is nothing to say; an old number would be a lie.
      this.reset();
      for (const queue of QUEUE_NAMES)
        for (const [state, count] of Object.entries(counts?.[queue] ?? {})) this.set({ queue, state }, count);
    },
  });
  const age = (name: string, help: string, oldest: () => Promise<Date | null>) =>
    new Gauge({
      name,
      help,
      registers: [],
      async collect() {
        const since = await oldest().catch(() => null);
        this.set(since ? (options.now().getTime() - since.getTime()) / 1_000 : 0);
      },
    });
  const overdue = age(
    'servicepunt_reminders_oldest_overdue_seconds',
    'Age of the oldest reminder that should have gone out by now.',
    options.oldestOverdue,
  );
  const undelivered = age(
    'servicepunt_deliveries_oldest_overdue_seconds',
    'Age of the oldest mail that should have gone out by now, those that are tried again included.',
    options.oldestUndelivered,
  );

  for (const gauge of [jobs, overdue, undelivered]) options.registry.registerMetric(gauge as Gauge);

  return {
    reminder: (rule, outcome) => reminders.inc({ rule, outcome }),
    delivery: (channel, rule, outcome, code) => deliveries.inc({ channel, rule, outcome, code }),
    withoutRecipient: (rule) => alerts.inc({ rule }),
    healed({ withoutJob, withoutRow }) {
      for (const lane of ['reminders', 'deliveries'] as const) {
        healed.inc({ lane, missing: 'job' }, withoutJob[lane]);
        healed.inc({ lane, missing: 'row' }, withoutRow[lane]);
      }
    },
    stalled: (queue) => stalled.inc({ queue }),
    failed: (queue) => failed.inc({ queue }),
    bounce: (outcome) => bounces.inc({ outcome }),
    lag: (producer, events) => lag.set({ producer }, events),
  };
}

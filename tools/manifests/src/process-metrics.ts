import { Registry, collectDefaultMetrics, type Metric } from 'prom-client';
import { countEvents } from '@servicepunt/shared/events/metrics';
import { showKeyEnds } from '@servicepunt/shared/key-ends';
import { createMetrics as gatewayMetrics } from '../../../gateway/src/observe/metrics.ts';
import { createMetrics as workerMetrics } from '../../../services/notifications/src/engine/metrics.ts';

/** Every number that a process of ours shows, with its labels: asked of the code that makes them. */
export function shownMetrics(): Map<string, ReadonlySet<string>> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  gatewayMetrics(registry, {
    knownOperations: new Set(),
    limitsShared: () => true,
    openBreakers: () => [],
    supergraphRefused: () => false,
  });
  workerMetrics({
    registry,
    queues: { counts: () => Promise.reject(new Error('not asked')) } as never,
    now: () => new Date(0),
    oldestOverdue: () => Promise.resolve(null),
    oldestUndelivered: () => Promise.resolve(null),
  });
  countEvents(registry, { name: 'students', events: {} as never, subscriber: null });
  showKeyEnds(registry, []);
  const shown = new Map<string, ReadonlySet<string>>();
  for (const metric of registry.getMetricsAsArray() as unknown as (Metric & {
    name: string;
    labelNames: readonly string[];
    type: string;
    buckets?: object;
  })[]) {
    const labels = new Set(metric.labelNames);
    shown.set(metric.name, labels);
    if (!metric.buckets && metric.type !== 'histogram') continue;
    shown.set(`${metric.name}_bucket`, new Set([...labels, 'le']));
    shown.set(`${metric.name}_count`, labels);
    shown.set(`${metric.name}_sum`, labels);
  }
  return shown;
}

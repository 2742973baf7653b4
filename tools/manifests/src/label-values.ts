import { SERVICES } from '@servicepunt/shared/contracts/roles';
import type { Metrics as GatewayMetrics } from '../../../gateway/src/observe/metrics.ts';
import { BOUNCE_OUTCOMES } from '../../../services/notifications/src/bounce/receiver.ts';
import type { EngineCounters } from '../../../services/notifications/src/engine/outcomes.ts';
import { QUEUE_NAMES, type QueueCounts } from '../../../services/notifications/src/engine/queues.ts';

/** All members of a union, held to it by the compiler: a value that the code renames is an error here. */
const all = <Value extends string>(values: Readonly<Record<Value, true>>): readonly string[] => Object.keys(values);

const EXCHANGE = all<Parameters<GatewayMetrics['subgraph']>[1]>({
  ok: true,
  timeout: true,
  reset: true,
  unreachable: true,
  'too large': true,
  busy: true,
  'breaker open': true,
  deadline: true,
  'not GraphQL': true,
  'identity refused': true,
});
const LANES = ['reminders', 'deliveries'];

/** By metric and label; `*` is any metric. What isn't here can't be filtered by its value. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  '* queue': QUEUE_NAMES,
  '* subgraph': SERVICES,
  '* producer': SERVICES,
  '* subscriber': SERVICES,
  '* lane': LANES,
  'servicepunt_reconciler_healed_total missing': ['job', 'row'],
  'servicepunt_queue_jobs state': all<keyof QueueCounts>({ waiting: true, delayed: true, active: true, failed: true }),
  'servicepunt_deliveries_total outcome': all<Parameters<EngineCounters['delivery']>[2]>({
    sent: true,
    postponed: true,
    failed: true,
    skipped: true,
  }),
  'servicepunt_bounces_total outcome': BOUNCE_OUTCOMES,
  'servicepunt_gateway_plans_total result': all<Parameters<GatewayMetrics['plan']>[0]>({ hit: true, miss: true, refused: true }),
  'servicepunt_gateway_operation_seconds outcome': all<Parameters<GatewayMetrics['operation']>[2]>({ ok: true, errors: true }),
  'servicepunt_gateway_subgraph_seconds outcome': EXCHANGE,
  'kube_pod_status_ready condition': ['true', 'false', 'unknown'],
};

/** The values that the code (or an exporter) gives a label; undefined where nobody lists them. */
export function labelValues(metric: string, label: string): readonly string[] | undefined {
  return VALUES[`${metric.replace(/_(bucket|count|sum)$/, '')} ${label}`] ?? VALUES[`* ${label}`];
}

import { OPS_PATHS } from '@servicepunt/shared/ops';
import type { Problem } from './kubernetes-types.ts';
import { readExpression, type LabelFilter } from './promql.ts';
import { ofKind } from './workloads.ts';
import { labelValues } from './label-values.ts';
import type { Manifest } from './render.ts';

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly annotations: { readonly summary: string };
}
interface Dashboard {
  readonly panels: readonly {
    readonly title: string;
    readonly targets?: readonly { readonly expr: string; readonly legendFormat?: string }[];
  }[];
}

/** What others show about stores and pods: name of the number → who shows it. Named in docs/operations.md, since a cluster has to have them. */
export const OF_EXPORTERS: Readonly<Record<string, string>> = {
  up: 'Prometheus',
  kube_pod_status_ready: 'kube-state-metrics',
  redis_memory_used_bytes: 'redis_exporter',
  redis_memory_max_bytes: 'redis_exporter',
  mongodb_rs_members_health: 'mongodb_exporter',
  certmanager_certificate_expiration_timestamp_seconds: 'cert-manager',
};

/** Labels that Prometheus adds to whatever it reads. */
const OF_THE_TARGET = new Set(['pod', 'namespace', 'container', 'job', 'instance', 'node', 'service', 'name', 'condition']);

/** Alerts and panels that ask for a number, a label or a value that nobody shows: they would be silent for ever. */
export function monitoringProblems(manifests: readonly Manifest[], shown: ReadonlyMap<string, ReadonlySet<string>>): Problem[] {
  const rules = ofKind(manifests, 'PrometheusRule').flatMap((manifest) =>
    (manifest['spec'] as { groups: readonly { rules: readonly Rule[] }[] }).groups.flatMap((group) => group.rules),
  );
  const dashboards = ofKind(manifests, 'ConfigMap').flatMap((map) =>
    Object.entries(map['data'] as Record<string, string>)
      .filter(([file]) => file === 'dashboard.json')
      .map(([, text]) => JSON.parse(text) as Dashboard),
  );
  // As Kubernetes names them: after their Deployment, with the marks of its ReplicaSet and their own.
  const pods = ofKind(manifests, 'Deployment').map(({ metadata }) => `${metadata.name}-5d8f7c6b9d-x2x7q`);
  const known = { shown, pods };
  return [
    ...ofKind(manifests, 'PodMonitor').flatMap(monitorProblems),
    ...rules.flatMap(({ alert, expr, annotations }) => expressionProblems(`alert ${alert}`, expr, annotations.summary, known)),
    ...dashboards.flatMap(({ panels }) =>
      panels.flatMap(({ title, targets = [] }) =>
        targets.flatMap(({ expr, legendFormat = '' }) => expressionProblems(`panel ${title}`, expr, legendFormat, known)),
      ),
    ),
  ];
}

/** A monitor that looks where nothing is shown. */
function monitorProblems({ metadata, spec }: Manifest): Problem[] {
  return (spec as { podMetricsEndpoints: { port?: string; path?: string }[] }).podMetricsEndpoints
    .filter(({ port, path }) => port !== 'ops' || path !== OPS_PATHS.metrics)
    .map(() => ({ object: `PodMonitor ${metadata.name}`, path: 'spec', message: `must read ${OPS_PATHS.metrics} of the ops port` }));
}

/** A value that no process ever gives a label: the expression would be silent for ever, or with `!=` never be. */
function valueProblems(name: string, { label, op, value }: LabelFilter, pods: readonly string[]): string[] {
  const values = label === 'pod' ? pods : labelValues(name, label);
  if (!values) return [`nobody lists the values of ${name}'s label ${label}: see tools/manifests/src/label-values.ts`];
  const meets = op.endsWith('~') ? new RegExp(`^(?:${value})$`) : { test: (one: string) => one === value };
  return values.some((one) => meets.test(one)) ? [] : [`${name} never has ${label}="${value}"; it has ${values.join(', ')}`];
}

function expressionProblems(
  object: string,
  expr: string,
  words: string,
  { shown, pods }: { shown: ReadonlyMap<string, ReadonlySet<string>>; pods: readonly string[] },
): Problem[] {
  const { metrics, grouping } = readExpression(expr);
  const problem = (message: string): Problem => ({ object, path: 'expr', message });
  const problems = metrics.flatMap(({ name, filters }) => {
    const known = shown.get(name);
    if (!known) {
      return name in OF_EXPORTERS
        ? []
        : [problem(`${name} is shown by no process of ours and by none of the exporters that tools/manifests/src/monitoring.ts names`)];
    }
    return filters
      .filter(({ label }) => !known.has(label) && !OF_THE_TARGET.has(label))
      .map(({ label }) => problem(`${name} has no label ${label}; it has ${[...known].join(', ') || 'none'}`));
  });
  for (const { name, filters } of metrics)
    problems.push(...filters.flatMap((filter) => valueProblems(name, filter, pods)).map((message) => problem(message)));
  const labels = new Set(metrics.flatMap(({ name }) => [...(shown.get(name) ?? [])]));
  for (const label of grouping)
    if (!labels.has(label) && !OF_THE_TARGET.has(label) && !expr.includes(`"${label}"`))
      problems.push(problem(`groups by ${label}, which none of its numbers has`));
  for (const [, label = ''] of words.matchAll(/\{\{ *(?:\$labels\.)?(\w+) *\}\}/g))
    if (!grouping.includes(label) && !labels.has(label) && !OF_THE_TARGET.has(label))
      problems.push(problem(`says {{ ${label} }}, which its answer doesn't have`));
  if (metrics.length === 0) problems.push(problem('asks for nothing'));
  return problems;
}

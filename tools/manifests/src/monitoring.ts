import type { Problem } from './kubernetes-types.ts';
import { readExpression } from './promql.ts';
import { ofKind } from './workloads.ts';
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

/** Alerts and panels that ask for a number or a label that nobody shows: they would be silent for ever. */
export function monitoringProblems(manifests: readonly Manifest[], shown: ReadonlyMap<string, ReadonlySet<string>>): Problem[] {
  const rules = ofKind(manifests, 'PrometheusRule').flatMap((manifest) =>
    (manifest['spec'] as { groups: readonly { rules: readonly Rule[] }[] }).groups.flatMap((group) => group.rules),
  );
  const dashboards = ofKind(manifests, 'ConfigMap').flatMap((map) =>
    Object.entries(map['data'] as Record<string, string>)
      .filter(([file]) => file === 'dashboard.json')
      .map(([, text]) => JSON.parse(text) as Dashboard),
  );
  return [
    ...rules.flatMap(({ alert, expr, annotations }) => expressionProblems(`alert ${alert}`, expr, annotations.summary, shown)),
    ...dashboards.flatMap(({ panels }) =>
      panels.flatMap(({ title, targets = [] }) =>
        targets.flatMap(({ expr, legendFormat = '' }) => expressionProblems(`panel ${title}`, expr, legendFormat, shown)),
      ),
    ),
  ];
}

function expressionProblems(object: string, expr: string, words: string, shown: ReadonlyMap<string, ReadonlySet<string>>): Problem[] {
  const { metrics, grouping } = readExpression(expr);
  const problem = (message: string): Problem => ({ object, path: 'expr', message });
  const problems = metrics.flatMap(({ name, labels }) => {
    const known = shown.get(name);
    if (!known)
      return name in OF_EXPORTERS
        ? []
        : [problem(`${name} is shown by no process of ours and by none of the exporters that tools/manifests/src/monitoring.ts names`)];
    return labels
      .filter((label) => !known.has(label) && !OF_THE_TARGET.has(label))
      .map((label) => problem(`${name} has no label ${label}; it has ${[...known].join(', ') || 'none'}`));
  });
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

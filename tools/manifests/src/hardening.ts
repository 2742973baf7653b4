import { OPS_PATHS } from '@servicepunt/shared/ops';
import type { Problem } from './kubernetes-types.ts';
import type { Manifest } from './render.ts';
import { bytes, ofKind, selects, workloadsOf, type Container, type Workload } from './workloads.ts';

/** What every pod of ours must be: plain user, read-only root, no privileges, bounded memory, probes that mean something, room to stop. */
export function hardeningProblems(manifests: readonly Manifest[]): Problem[] {
  return workloadsOf(manifests).flatMap((workload) => {
    const object = `${workload.manifest.kind} ${workload.manifest.metadata.name}`;
    const { pod } = workload;
    const wrong: string[] = [];
    const demand = (met: boolean, message: string) => {
      if (!met) wrong.push(message);
    };
    demand(pod.securityContext?.runAsNonRoot === true, 'must run as a plain user (runAsNonRoot)');
    demand(pod.securityContext?.seccompProfile?.type === 'RuntimeDefault', 'must have the seccomp profile RuntimeDefault');
    demand(pod.automountServiceAccountToken === false, 'must not mount a service account token');
    demand(!pod.hostNetwork && !pod.hostPID, 'must not share the network or processes of its host');
    for (const container of [...pod.containers, ...(pod.initContainers ?? [])]) wrong.push(...containerProblems(container));
    if (workload.manifest.kind === 'Deployment') wrong.push(...deploymentProblems(workload, manifests));
    return wrong.map((message) => ({ object, path: '', message }));
  });
}

function containerProblems({ name, securityContext, resources, image }: Container): string[] {
  const rules: [boolean, string][] = [
    [securityContext?.allowPrivilegeEscalation === false, 'must not allow privilege escalation'],
    [securityContext?.readOnlyRootFilesystem === true, 'must have a read-only root'],
    [securityContext?.capabilities?.drop?.includes('ALL') === true && !securityContext.capabilities.add, 'must drop all capabilities'],
    [securityContext?.privileged !== true, 'must not be privileged'],
    [resources?.requests?.['cpu'] !== undefined && resources.requests['memory'] !== undefined, 'must request CPU and memory'],
    [resources?.limits?.['memory'] !== undefined, 'must have a memory limit'],
    [/(@sha256:[0-9a-f]{64}|:[\w.-]+)$/.test(image) && !image.endsWith(':latest'), 'must name its image by digest or version'],
  ];
  return rules.filter(([met]) => !met).map(([, message]) => `container ${name} ${message}`);
}

const PROBE_PATHS = { startupProbe: OPS_PATHS.alive, livenessProbe: OPS_PATHS.alive, readinessProbe: OPS_PATHS.ready } as const;

function deploymentProblems(workload: Workload, manifests: readonly Manifest[]): string[] {
  const problems: string[] = [];
  const { pod, manifest } = workload;
  const name = manifest.metadata.name;
  const spec = manifest['spec'] as { replicas?: number; strategy?: { rollingUpdate?: { maxUnavailable?: unknown } } };
  const [container] = pod.containers;
  if (!container) return [`${name} has no container`];
  if (!/@sha256:[0-9a-f]{64}$/.test(container.image)) problems.push('must name its image by digest');
  for (const [probe, path] of Object.entries(PROBE_PATHS) as [keyof typeof PROBE_PATHS, string][]) {
    const get = container[probe]?.httpGet;
    const ops = container.ports?.find((port) => port.name === get?.port || port.containerPort === get?.port);
    if (get?.path !== path || ops?.name !== 'ops') problems.push(`its ${probe} must get ${path} on the ops port`);
  }
  if (spec.strategy?.rollingUpdate?.maxUnavailable !== 0) problems.push('must roll with maxUnavailable: 0');
  if (spec.replicas !== undefined) problems.push('must leave the number of replicas to its HorizontalPodAutoscaler');
  if (!pod.topologySpreadConstraints?.length) problems.push('must spread over hosts');
  if (name === 'gateway' && container.resources?.limits?.['cpu'])
    problems.push('must have no CPU limit: it would throttle everything that passes');
  const settings = settingsOf(container, manifests);
  // The gateway plans in a process of its own, which has a heap beside the first.
  const megabytes =
    Number(/--max-old-space-size=(\d+)/.exec(settings['NODE_OPTIONS'] ?? '')?.[1] ?? Number.NaN) +
    (name === 'gateway' ? Number(settings['PLANNER_HEAP_MB']) : 0);
  const heap = megabytes * 1024 ** 2;
  const limit = bytes(container.resources?.limits?.['memory'] ?? '0');
  if (!(heap <= limit * 0.75)) problems.push('its heap (--max-old-space-size) must stay below three quarters of its memory limit');
  const preStop = Number(/(\d+)\)$/.exec(container.lifecycle?.preStop?.exec?.command.at(-1) ?? '')?.[1] ?? Number.NaN);
  const grace = (pod.terminationGracePeriodSeconds ?? 30) * 1000;
  if (!(preStop + Number(settings['SHUTDOWN_DEADLINE_MS']) + 5_000 <= grace))
    problems.push('preStop and SHUTDOWN_DEADLINE_MS and 5 s must fit into terminationGracePeriodSeconds');
  problems.push(...availabilityProblems(workload, manifests));
  return problems;
}

function availabilityProblems({ manifest, labels }: Workload, manifests: readonly Manifest[]): string[] {
  const problems: string[] = [];
  const hpa = ofKind(manifests, 'HorizontalPodAutoscaler').find(
    (candidate) => (candidate['spec'] as { scaleTargetRef: { name: string } }).scaleTargetRef.name === manifest.metadata.name,
  );
  const budgets = ofKind(manifests, 'PodDisruptionBudget').map(
    (candidate) =>
      candidate['spec'] as { maxUnavailable?: number; minAvailable?: number; selector: { matchLabels: Record<string, string> } },
  );
  const budget = budgets.find((candidate) => selects(candidate.selector, labels));
  if (!hpa) problems.push('has no HorizontalPodAutoscaler');
  if (!budget) problems.push('has no PodDisruptionBudget');
  const minimum = (hpa?.['spec'] as { minReplicas?: number } | undefined)?.minReplicas ?? 1;
  const alone = (budget?.minAvailable ?? 0) >= minimum || budget?.maxUnavailable === 0;
  if (budget && alone) problems.push(`its PodDisruptionBudget would block every drain with ${minimum} replicas`);
  return problems;
}

/** The settings that a container gets from ConfigMaps and literal values. */
export function settingsOf(container: Container, manifests: readonly Manifest[]): Record<string, string> {
  const maps = (container.envFrom ?? []).flatMap((source) =>
    ofKind(manifests, 'ConfigMap').filter((map) => map.metadata.name === source.configMapRef?.name),
  );
  return {
    ...Object.assign({}, ...maps.map((map) => map['data'] as Record<string, string>)),
    ...Object.fromEntries(
      (container.env ?? []).flatMap((variable) => (variable.value === undefined ? [] : [[variable.name, variable.value]])),
    ),
  } as Record<string, string>;
}

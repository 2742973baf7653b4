import type { Manifest } from './render.ts';

export interface Container {
  readonly name: string;
  readonly image: string;
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly securityContext?: {
    allowPrivilegeEscalation?: boolean;
    readOnlyRootFilesystem?: boolean;
    privileged?: boolean;
    capabilities?: { drop?: string[]; add?: string[] };
  };
  readonly resources?: { requests?: Record<string, string>; limits?: Record<string, string> };
  readonly ports?: readonly { name?: string; containerPort: number }[];
  readonly env?: readonly {
    name: string;
    value?: string;
    valueFrom?: { secretKeyRef?: { name: string; key: string }; configMapKeyRef?: { name: string; key: string } };
  }[];
  readonly envFrom?: readonly { configMapRef?: { name: string }; secretRef?: { name: string } }[];
  readonly startupProbe?: Probe;
  readonly livenessProbe?: Probe;
  readonly readinessProbe?: Probe;
  readonly lifecycle?: { preStop?: { exec?: { command: string[] } } };
}
export interface Probe {
  readonly httpGet?: { path: string; port: string | number };
}
export interface PodSpec {
  readonly containers: readonly Container[];
  readonly initContainers?: readonly Container[];
  readonly automountServiceAccountToken?: boolean;
  readonly terminationGracePeriodSeconds?: number;
  readonly securityContext?: { runAsNonRoot?: boolean; seccompProfile?: { type?: string } };
  readonly topologySpreadConstraints?: readonly unknown[];
  readonly hostNetwork?: boolean;
  readonly hostPID?: boolean;
}
/** Something that runs pods: a Deployment, a StatefulSet, a Job or a CronJob. */
export interface Workload {
  readonly manifest: Manifest;
  readonly labels: Readonly<Record<string, string>>;
  readonly pod: PodSpec;
}

interface Template {
  metadata?: { labels?: Record<string, string> };
  spec: PodSpec;
}

export function workloadsOf(manifests: readonly Manifest[]): Workload[] {
  return manifests.flatMap((manifest) => {
    const spec = manifest['spec'] as { template?: Template; jobTemplate?: { spec: { template: Template } } } | undefined;
    const template = manifest.kind === 'CronJob' ? spec?.jobTemplate?.spec.template : spec?.template;
    return ['Deployment', 'StatefulSet', 'Job', 'CronJob'].includes(manifest.kind) && template
      ? [{ manifest, labels: template.metadata?.labels ?? {}, pod: template.spec }]
      : [];
  });
}

export const ofKind = (manifests: readonly Manifest[], kind: string): Manifest[] => manifests.filter((manifest) => manifest.kind === kind);

/** Whether labels meet a selector; an empty selector meets everything. */
export function selects(selector: { matchLabels?: Record<string, string> } | undefined, labels: Readonly<Record<string, string>>): boolean {
  return Object.entries(selector?.matchLabels ?? {}).every(([label, value]) => labels[label] === value);
}

/** `768Mi`, `1Gi` in bytes. */
export function bytes(quantity: string): number {
  const [, amount, unit = ''] = /^(\d+)(Ki|Mi|Gi)?$/.exec(quantity) ?? [];
  if (amount === undefined) throw new Error(`${quantity} is not an amount of memory that this check reads`);
  return Number(amount) * 1024 ** ['', 'Ki', 'Mi', 'Gi'].indexOf(unit);
}

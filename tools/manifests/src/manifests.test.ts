import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseAllDocuments, stringify } from 'yaml';
import { z } from 'zod';
import { tracingSettings } from '@servicepunt/shared/telemetry/settings';
import { hardeningProblems } from './hardening.ts';
import { monitoringProblems } from './monitoring.ts';
import { networkProblems } from './network.ts';
import { shownMetrics } from './process-metrics.ts';
import { processSettings } from './process-settings.ts';
import { renderOverlay, type Manifest } from './render.ts';
import { settingsProblems } from './settings.ts';
import { workloadsOf, type Container } from './workloads.ts';

const overlays = join(__dirname, '../../../k8s/overlays');
const production = () => renderOverlay(join(overlays, 'production'));

const find = (manifests: Manifest[], kind: string, name: string): Manifest => {
  const found = manifests.find((manifest) => manifest.kind === kind && manifest.metadata.name === name);
  if (!found) throw new Error(`${kind} ${name} isn't there`);
  return found;
};
const containerOf = (manifests: Manifest[], name: string) => {
  const workload = workloadsOf([find(manifests, 'Deployment', name)])[0];
  if (!workload) throw new Error('no workload');
  return {
    pod: workload.pod as unknown as Record<string, unknown>,
    container: workload.pod.containers[0] as unknown as Record<string, unknown> & Container,
  };
};

/** The check of field names and types runs as its command does: its packages are ES modules alone. */
function checkTypes(manifests: Manifest[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'servicepunt-manifests-'));
  const file = join(folder, 'rendered.yaml');
  writeFileSync(file, manifests.map((manifest) => stringify(manifest)).join('---\n'));
  const { stdout, stderr } = spawnSync(process.execPath, [join(__dirname, 'main.ts'), '--types-of', file], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return stdout + stderr;
}

describe.each(['dev', 'staging', 'production'])('the overlay %s', (name) => {
  const manifests = renderOverlay(join(overlays, name));
  it('holds nothing that the Kubernetes API does not know', () => {
    expect(checkTypes(manifests)).toMatch(/: fine$/m);
  });
  it('keeps the rules of this house', () => {
    expect([...hardeningProblems(manifests), ...networkProblems(manifests)]).toEqual([]);
  });
  it('is what kubectl makes of it, where a kubectl with kustomize is at hand', () => {
    const { status, stdout, error } = spawnSync('kubectl', ['kustomize', join(overlays, name)], { encoding: 'utf8', maxBuffer: 2 ** 26 });
    if (error || status !== 0) {
      console.warn(
        'kubectl is not on PATH (or can not render): the overlays were checked as this repository renders them, not compared with kubectl.',
      );
      return;
    }
    const sorted = (list: unknown[]) =>
      list
        .map((item) =>
          JSON.stringify(item, (_key, value: unknown) =>
            value !== null && typeof value === 'object' && !Array.isArray(value)
              ? Object.fromEntries(Object.entries(value).toSorted(([left], [right]) => left.localeCompare(right)))
              : value,
          ),
        )
        .toSorted((left, right) => left.localeCompare(right));
    expect(sorted(manifests)).toEqual(sorted(parseAllDocuments(stdout).map((document) => document.toJS() as unknown)));
  });
});

it('takes a collector of traces and mails that came back in where an overlay names them', () => {
  const manifests = [...production(), ...['tracing', 'bounces'].flatMap((name) => renderOverlay(join(overlays, '../base', name)))];
  Object.assign(find(manifests, 'ConfigMap', 'notifications-worker-config')['data'] as object, { BOUNCE_DOMAIN: 'bounce.school.example' });
  for (const manifest of manifests.filter(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name.endsWith('-config')))
    Object.assign(manifest['data'] as object, { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://otel-collector.observability:4318' });
  const reading = ['gateway', 'students', 'employers', 'placements', 'notifications', 'notifications-worker'];
  const settings = Object.fromEntries(reading.map((name) => [name, z.object(tracingSettings)]));
  const told = [
    ...settingsProblems(manifests, settings, []).filter(({ path }) => path.includes('OTEL')),
    ...settingsProblems(manifests, processSettings, []).filter(({ path }) => path.includes('BOUNCE')),
  ];
  expect([...told, ...hardeningProblems(manifests), ...networkProblems(manifests)]).toEqual([]);
  expect(checkTypes(manifests)).toMatch(/: fine$/m);
});

describe('monitoring', () => {
  const shown = shownMetrics();
  const alerts = () =>
    (
      find(production(), 'PrometheusRule', 'servicepunt')['spec'] as {
        groups: { rules: { alert: string; expr: string; annotations: { runbook: string } }[] }[];
      }
    ).groups.flatMap((group) => group.rules);
  it('has a section in the runbook for every alert, and none without one: what it means, a first command, what to do, how to go back', () => {
    const runbook = readFileSync(join(__dirname, '../../../docs/runbook.md'), 'utf8');
    const sections = [...runbook.matchAll(/^### (\w+)\n([\s\S]*?)(?=^##)/gm)].map(([, name = '', text = '']) => ({ name, text }));
    expect(sections.map(({ name }) => name).toSorted()).toEqual(
      alerts()
        .map((rule) => rule.alert)
        .toSorted(),
    );
    for (const { name, text } of sections) {
      const told = ['Means', 'First', 'Drain, retry, redrive', 'Roll back'].filter((part) => !text.includes(`- **${part}**:`));
      expect([name, told]).toEqual([name, []]);
      expect(runbook).toContain(`](#${name.toLowerCase()})`);
    }
    const sources = globSync('{gateway,services/*,shared}/src/**/*.ts', { cwd: join(__dirname, '../../..') })
      .map((file) => readFileSync(join(__dirname, '../../..', file), 'utf8'))
      .join();
    const looked = [...runbook.matchAll(/grep (?:-E )?'?([\w|-]{4,})/g)].flatMap(([, words = '']) => words.split('|'));
    expect(looked.length).toBeGreaterThan(5);
    expect(looked.filter((event) => !sources.includes(`event: '${event}'`))).toEqual([]);
    for (const rule of alerts()) expect(rule.annotations.runbook).toBe(`docs/runbook.md#${rule.alert.toLowerCase()}`);
  });
  it('asks only for numbers and labels that somebody shows', () => {
    expect(monitoringProblems(production(), shown)).toEqual([]);
    expect(shown.size).toBeGreaterThan(30);
  });
  it.each<[string, string, RegExp]>([
    [
      'a number that nobody shows',
      'max(servicepunt_reminders_oldest_overdue) > 1',
      /servicepunt_reminders_oldest_overdue is shown by no process/,
    ],
    [
      'a label that it does not have',
      'sum(rate(servicepunt_queue_failed_total{lane="deliveries"}[5m])) > 1',
      /has no label lane; it has queue/,
    ],
    ['a group by a label that it does not have', 'sum by (code) (servicepunt_queue_jobs) > 1', /groups by code, which none/],
    ['a queue that is none', 'sum(servicepunt_queue_jobs{queue="delivery"}) > 1', /never has queue="delivery"; it has handover-reminders/],
    ['a state that is none', 'sum(servicepunt_queue_jobs{state=~"wait|stuck"}) > 1', /never has state="wait\|stuck"/],
    ['a subgraph that is none', 'max(servicepunt_gateway_subgraph_seconds_sum{subgraph!="pupils"}) > 1', /never has subgraph="pupils"/],
    ['an outcome that nobody counts', 'sum(servicepunt_deliveries_total{outcome="FAILED"}) > 1', /never has outcome="FAILED"; it has sent/],
    ['a pod of no Deployment', 'absent(up{pod=~"reminders-worker-.*"} == 1)', /never has pod="reminders-worker-/],
    ['a value that nobody lists', 'sum(servicepunt_reminders_total{rule="X"}) > 1', /nobody lists the values of .*rule/],
  ])('is told of %s', (_name, expr, message) => {
    const manifests = production();
    const [rule] =
      (find(manifests, 'PrometheusRule', 'servicepunt')['spec'] as { groups: { rules: { expr: string }[] }[] }).groups[0]?.rules ?? [];
    Object.assign(rule ?? {}, { expr });
    expect(monitoringProblems(manifests, shown).map((problem) => `${problem.object}: ${problem.message}`)).toEqual([
      expect.stringMatching(message),
    ]);
  });
  it('is told of a monitor that looks where nothing is shown', () => {
    const manifests = production();
    const { podMetricsEndpoints } = find(manifests, 'PodMonitor', 'servicepunt')['spec'] as { podMetricsEndpoints: { path: string }[] };
    Object.assign(podMetricsEndpoints[0] ?? {}, { path: '/stats' });
    expect(monitoringProblems(manifests, shown)[0]?.message).toBe('must read /metrics of the ops port');
  });
  it('is told of a panel that asks for a number that nobody shows', () => {
    const manifests = production();
    const data = find(manifests, 'ConfigMap', 'servicepunt-dashboard')['data'] as Record<string, string>;
    data['dashboard.json'] = data['dashboard.json']?.replaceAll('servicepunt_deliveries_total', 'servicepunt_delivered_total') ?? '';
    expect(monitoringProblems(manifests, shown)[0]?.message).toMatch(/servicepunt_delivered_total is shown by no process/);
  });
});

it('starts every job from a file that is there', () => {
  const entries = workloadsOf(production()).flatMap(({ pod }) =>
    pod.containers.flatMap(({ args = [] }) => args.filter((arg) => arg.endsWith('.ts'))),
  );
  expect(entries).toContain('services/placements/src/indexes-main.ts');
  expect(entries.filter((entry) => !existsSync(join(__dirname, '../../..', entry)))).toEqual([]);
});

describe('a broken copy is found', () => {
  it.each<[string, (manifests: Manifest[]) => void, RegExp]>([
    [
      'an unknown field',
      (all) => Object.assign(containerOf(all, 'placements').container, { readinesProbe: {} }),
      /Container has no field readinesProbe/,
    ],
    [
      'an unknown field of the object',
      (all) => Object.assign(find(all, 'Service', 'students')['spec'] as object, { selektor: {} }),
      /ServiceSpec has no field selektor/,
    ],
    [
      'a wrong type',
      (all) => Object.assign(find(all, 'Deployment', 'students')['spec'] as object, { revisionHistoryLimit: 'five' }),
      /revisionHistoryLimit/,
    ],
    [
      'a missing required field',
      (all) => delete (find(all, 'Deployment', 'students')['spec'] as Record<string, unknown>)['selector'],
      /selector/,
    ],
    [
      'an object that kubectl apply would refuse',
      (all) => Object.assign(find(all, 'ConfigMap', 'supergraph')['data'] as object, { copy: 'type Query { a: Int }'.repeat(12_000) }),
      /ConfigMap supergraph: has 3\d{5} bytes/,
    ],
    ['a kind that nobody knows', (all) => Object.assign(find(all, 'Service', 'students'), { kind: 'Servise' }), /is not a kind/],
  ])('%s', (_name, breakIt, message) => {
    const manifests = production();
    breakIt(manifests);
    expect(checkTypes(manifests)).toMatch(message);
  });

  it.each<[string, (container: Record<string, unknown>, pod: Record<string, unknown>) => void, RegExp]>([
    ['root', (_container, pod) => Object.assign(pod, { securityContext: {} }), /plain user[\s\S]*seccomp/],
    [
      'a writable root',
      (container) => Object.assign(container['securityContext'] as object, { readOnlyRootFilesystem: false }),
      /read-only root/,
    ],
    ['kept capabilities', (container) => Object.assign(container['securityContext'] as object, { capabilities: {} }), /capabilities/],
    ['escalation', (container) => Object.assign(container['securityContext'] as object, { allowPrivilegeEscalation: true }), /escalation/],
    ['a mounted token', (_container, pod) => Object.assign(pod, { automountServiceAccountToken: true }), /token/],
    ['the network of its host', (_container, pod) => Object.assign(pod, { hostNetwork: true }), /network or processes of its host/],
    ['the processes of its host', (_container, pod) => Object.assign(pod, { hostPID: true }), /network or processes of its host/],
    ['no seccomp profile', (_container, pod) => Object.assign(pod, { securityContext: { runAsNonRoot: true } }), /seccomp/],
    ['privileges', (container) => Object.assign(container['securityContext'] as object, { privileged: true }), /privileged/],
    [
      'an added capability',
      (container) => Object.assign(container['securityContext'] as object, { capabilities: { drop: ['ALL'], add: ['NET_ADMIN'] } }),
      /capabilities/,
    ],
    ['no requests', (container) => Object.assign(container['resources'] as object, { requests: { cpu: '1' } }), /request CPU and memory/],
    ['no spread over hosts', (_container, pod) => Object.assign(pod, { topologySpreadConstraints: [] }), /spread over hosts/],
    ['no startup probe', (container) => Object.assign(container, { startupProbe: undefined }), /startupProbe must get \/livez/],
    [
      'a probe on the port of the services',
      (container) => Object.assign(container, { readinessProbe: { httpGet: { path: '/readyz', port: 'http' } } }),
      /readinessProbe must get \/readyz on the ops port/,
    ],
    ['no memory limit', (container) => Object.assign(container['resources'] as object, { limits: undefined }), /memory limit/],
    [
      'a probe on another path',
      (container) => Object.assign(container, { livenessProbe: { httpGet: { path: '/readyz', port: 'ops' } } }),
      /livenessProbe must get \/livez/,
    ],
    ['an image by name alone', (container) => Object.assign(container, { image: 'servicepunt-lob/placements' }), /digest/],
    [
      'too little time to stop',
      (_container, pod) => Object.assign(pod, { terminationGracePeriodSeconds: 20 }),
      /terminationGracePeriodSeconds/,
    ],
  ])('%s', (_name, breakIt, message) => {
    const manifests = production();
    const { container, pod } = containerOf(manifests, 'placements');
    breakIt(container, pod);
    expect(
      hardeningProblems(manifests)
        .map((problem) => problem.message)
        .join('\n'),
    ).toMatch(message);
  });

  it('a heap as large as the pod', () => {
    const manifests = production();
    Object.assign(find(manifests, 'ConfigMap', 'placements-config')['data'] as object, { NODE_OPTIONS: '--max-old-space-size=768' });
    expect(
      hardeningProblems(manifests)
        .map((problem) => problem.message)
        .join('\n'),
    ).toMatch(/max-old-space-size/);
  });
  it.each<[string, (manifests: Manifest[]) => void, RegExp]>([
    [
      'a rollout that takes pods away first',
      (all) =>
        Object.assign((find(all, 'Deployment', 'students')['spec'] as { strategy: { rollingUpdate: object } }).strategy.rollingUpdate, {
          maxUnavailable: 1,
        }),
      /Deployment students must roll with maxUnavailable: 0/,
    ],
    [
      'a fixed number of replicas',
      (all) => Object.assign(find(all, 'Deployment', 'students')['spec'] as object, { replicas: 2 }),
      /students must leave the number of replicas/,
    ],
    [
      'a CPU limit on the gateway',
      (all) => Object.assign((containerOf(all, 'gateway').container['resources'] as { limits: object }).limits, { cpu: '1' }),
      /gateway must have no CPU limit/,
    ],
    [
      'a deployment that nothing scales',
      (all) => all.splice(all.indexOf(find(all, 'HorizontalPodAutoscaler', 'employers')), 1),
      /Deployment employers has no HorizontalPodAutoscaler/,
    ],
    [
      'a deployment without a disruption budget',
      (all) => all.splice(all.indexOf(find(all, 'PodDisruptionBudget', 'employers')), 1),
      /Deployment employers has no PodDisruptionBudget/,
    ],
    [
      'a job that runs as root',
      (all) => Object.assign(workloadsOf([find(all, 'CronJob', 'students-indexes')])[0]?.pod ?? {}, { securityContext: {} }),
      /CronJob students-indexes must run as a plain user/,
    ],
  ])('%s', (_name, breakIt, message) => {
    const manifests = production();
    breakIt(manifests);
    expect(
      hardeningProblems(manifests)
        .map((problem) => `${problem.object} ${problem.message}`)
        .join('\n'),
    ).toMatch(message);
  });
  it('a gateway whose two heaps together are as large as the pod', () => {
    const manifests = production();
    Object.assign(find(manifests, 'ConfigMap', 'gateway-config')['data'] as object, { PLANNER_HEAP_MB: '512' });
    expect(
      hardeningProblems(manifests)
        .map((problem) => problem.message)
        .join('\n'),
    ).toMatch(/max-old-space-size/);
  });
  it('a disruption budget that blocks every drain', () => {
    const manifests = production();
    Object.assign(find(manifests, 'PodDisruptionBudget', 'students')['spec'] as object, { maxUnavailable: 0 });
    expect(
      hardeningProblems(manifests)
        .map((problem) => problem.message)
        .join('\n'),
    ).toMatch(/block every drain/);
  });
  it('a call that no policy opens, and a policy that no call needs', () => {
    const manifests = production();
    const policy = find(manifests, 'NetworkPolicy', 'notifications')['spec'] as {
      ingress: { from: { podSelector?: { matchLabels: Record<string, string> } }[] }[];
    };
    const peer = policy.ingress[0]?.from.find((from) => from.podSelector?.matchLabels['app.kubernetes.io/name'] === 'students');
    Object.assign(peer?.podSelector?.matchLabels ?? {}, { 'app.kubernetes.io/name': 'placements' });
    const messages = networkProblems(manifests)
      .map((problem) => problem.message)
      .join('\n');
    expect(messages).toMatch(/students → notifications is in shared\/contracts and no policy opens it/);
    expect(messages).toMatch(/placements → notifications is open/);
  });
  it.each<[string, (rule: Record<string, unknown>) => void, RegExp]>([
    ['everybody', (rule) => delete rule['from'], /without peers lets everybody through/],
    ['every pod', (rule) => Object.assign(rule, { from: [{ podSelector: {} }] }), /without labels is every pod/],
    ['all ports', (rule) => delete rule['ports'], /without ports opens all of them/],
    ['any address', (rule) => Object.assign(rule, { from: [{ ipBlock: { cidr: '0.0.0.0/0' } }] }), /outside the cluster/],
    [
      'another namespace',
      (rule) => Object.assign(rule, { from: [{ namespaceSelector: { matchLabels: { team: 'other' } } }] }),
      /lets another namespace reach the port of the services/,
    ],
  ])('a policy that opens a service to %s', (_name, breakIt, message) => {
    const manifests = production();
    const [rule] = (find(manifests, 'NetworkPolicy', 'students')['spec'] as { ingress: Record<string, unknown>[] }).ingress;
    if (rule) breakIt(rule);
    expect(
      networkProblems(manifests)
        .map((problem) => `${problem.object} ${problem.message}`)
        .join('\n'),
    ).toMatch(message);
  });
  it('a workload that no policy is about', () => {
    const manifests = production();
    manifests.splice(manifests.indexOf(find(manifests, 'NetworkPolicy', 'notifications-worker')), 1);
    expect(networkProblems(manifests).map((problem) => `${problem.object} ${problem.message}`)).toContain(
      'Deployment notifications-worker has no NetworkPolicy of its own',
    );
  });
  it('a job that its database does not let in', () => {
    const manifests = renderOverlay(join(overlays, 'dev'));
    const policy = find(manifests, 'NetworkPolicy', 'mongodb')['spec'] as {
      ingress: { from: { podSelector: { matchLabels: Record<string, string> } }[] }[];
    };
    const [rule] = policy.ingress;
    if (rule)
      rule.from = rule.from.filter(({ podSelector }) => podSelector.matchLabels['app.kubernetes.io/name'] !== 'placements-migrations');
    expect(networkProblems(manifests).map((problem) => problem.message)).toEqual([
      'placements-migrations → mongodb may leave and is not let in',
    ]);
  });
  it('a namespace that is open by default', () => {
    const manifests = production().filter((manifest) => manifest.metadata.name !== 'default-deny');
    expect(
      networkProblems(manifests)
        .map((problem) => problem.message)
        .join('\n'),
    ).toMatch(/denies by default/);
  });
  it('a Service that nobody may reach', () => {
    const manifests = production().filter((manifest) => !(manifest.kind === 'NetworkPolicy' && manifest.metadata.name === 'gateway'));
    expect(
      networkProblems(manifests)
        .map((problem) => `${problem.object} ${problem.message}`)
        .join('\n'),
    ).toMatch(/Service gateway no NetworkPolicy/);
  });
  it('a setting with a typo, one that is missing, one that is refused and a secret that nobody has', () => {
    const manifests = production();
    const schema = z.object({
      PORT: z.coerce.number(),
      LOG_LEVEL: z.enum(['info']),
      HOST: z.string(),
      MISSING: z.string(),
      REDIS_URL: z.string(),
    });
    Object.assign(find(manifests, 'ConfigMap', 'students-config')['data'] as object, { PORT: 'many' });
    const messages = settingsProblems(manifests, { students: schema }, [])
      .map((problem) => `${problem.object} at ${problem.path}: ${problem.message}`)
      .join('\n');
    expect(messages).toMatch(/ConfigMap students-config at data AUTO_INDEX: is not a setting of students/);
    expect(messages).toMatch(/env MISSING: is required/);
    expect(messages).toMatch(/ConfigMap students-config at data PORT: is set to something that students refuses/);
    expect(messages).toMatch(/env REDIS_URL: Secret students-secrets with the key REDIS_URL/);
    // Whoever adds a process has to say what it reads.
    expect(messages).toMatch(/process-settings/);
  });
});

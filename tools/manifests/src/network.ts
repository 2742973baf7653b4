import { CALLS } from '@servicepunt/shared/contracts/calls';
import { producersFor } from '@servicepunt/shared/contracts/events';
import { SERVICES } from '@servicepunt/shared/contracts/roles';
import type { Problem } from './kubernetes-types.ts';
import type { Manifest } from './render.ts';
import { ofKind, selects, workloadsOf, type Workload } from './workloads.ts';

interface Peer {
  podSelector?: { matchLabels?: Record<string, string> };
  namespaceSelector?: object;
  ipBlock?: object;
}
interface Policy {
  podSelector: { matchLabels?: Record<string, string> };
  policyTypes: string[];
  ingress?: { from?: Peer[]; ports?: { port: number }[] }[];
  egress?: { to?: Peer[]; ports?: { port: number }[] }[];
}

/** Who has to reach whom over the services' port, by the tables of calls and events: `placements → students`. */
export function neededEdges(): Set<string> {
  const edges = new Set<string>();
  for (const { owner, callers } of Object.values(CALLS)) for (const caller of callers) edges.add(`${caller} → ${owner}`);
  for (const subscriber of SERVICES)
    for (const producer of producersFor(subscriber)) if (producer !== subscriber) edges.add(`${subscriber} → ${producer}`);
  for (const service of SERVICES) edges.add(`gateway → ${service}`);
  return edges;
}

/** The calls that the policies open in one direction, by service (a worker belongs to its service). */
function openEdges(
  manifests: readonly Manifest[],
  direction: 'ingress' | 'egress',
  port: number,
  nameOf: (workload: Workload) => string = serviceOf,
): Set<string> {
  const workloads = workloadsOf(manifests);
  const edges = new Set<string>();
  for (const manifest of ofKind(manifests, 'NetworkPolicy')) {
    const policy = manifest['spec'] as unknown as Policy;
    const own = workloads.filter((workload) => policy.podSelector.matchLabels && selects(policy.podSelector, workload.labels));
    const rules =
      direction === 'ingress'
        ? (policy.ingress ?? []).map((rule) => ({ peers: rule.from, ports: rule.ports }))
        : (policy.egress ?? []).map((rule) => ({ peers: rule.to, ports: rule.ports }));
    for (const { peers, ports } of rules) {
      if (!ports?.some((open) => open.port === port)) continue;
      for (const peer of peers ?? []) {
        if (!peer.podSelector || peer.namespaceSelector) continue;
        for (const other of workloads.filter((workload) => selects(peer.podSelector, workload.labels))) {
          for (const self of own)
            edges.add(direction === 'ingress' ? `${nameOf(other)} → ${nameOf(self)}` : `${nameOf(self)} → ${nameOf(other)}`);
        }
      }
    }
  }
  return edges;
}
const ownName = (workload: Workload): string => workload.manifest.metadata.name;
const serviceOf = (workload: Workload): string => ownName(workload).replace(/-worker$/, '');

const STORES = [
  { name: 'mongodb', port: 27_017, setting: 'MONGODB_URL' },
  { name: 'redis', port: 6_379, setting: 'REDIS_URL' },
];

/** Whoever is told a store's address may leave for it, and where the store stands in the namespace, is let in: no more and no fewer. */
function storeProblems(manifests: readonly Manifest[]): Problem[] {
  return STORES.flatMap(({ name, port, setting }): Problem[] => {
    const object = `NetworkPolicy to ${name}`;
    const leaving = openEdges(manifests, 'egress', port, ownName);
    const entering = openEdges(manifests, 'ingress', port, ownName);
    const isHere = workloadsOf(manifests).some((workload) => ownName(workload) === name);
    if (!isHere) return [];
    const told = workloadsOf(manifests)
      .filter(
        ({ manifest, pod }) => manifest.kind === 'Deployment' && pod.containers[0]?.env?.some((variable) => variable.name === setting),
      )
      .map((workload) => `${ownName(workload)} → ${name}`);
    return [
      ...told
        .filter((edge) => !leaving.has(edge))
        .map((edge) => ({ object, path: 'egress', message: `${edge}: has ${setting} and may not go there` })),
      ...[...leaving]
        .filter((edge) => !entering.has(edge))
        .map((edge) => ({ object, path: 'ingress', message: `${edge} may leave and is not let in` })),
      ...[...entering]
        .filter((edge) => !leaving.has(edge))
        .map((edge) => ({ object, path: 'egress', message: `${edge} is let in and may not leave` })),
    ];
  });
}

/** Pods that have to reach addresses outside the cluster, and on which port: they fetch the keys of the sign-in, for everybody or for operators. */
const OUTSIDE: Readonly<Record<string, number>> = { gateway: 443, notifications: 443 };
/** The port of the services: from other namespaces only the gateway is reached on it. */
const SERVICE_PORT = 4_000;

/** Rules that open more than they say: without peers, without ports, to every pod, to any address. */
function openRuleProblems(manifests: readonly Manifest[]): Problem[] {
  return ofKind(manifests, 'NetworkPolicy').flatMap((manifest) => {
    const policy = manifest['spec'] as unknown as Policy;
    const name = manifest.metadata.name;
    const rules = [
      ...(policy.ingress ?? []).map((rule) => ({ direction: 'ingress', peers: rule.from, ports: rule.ports })),
      ...(policy.egress ?? []).map((rule) => ({ direction: 'egress', peers: rule.to, ports: rule.ports })),
    ];
    return rules.flatMap(({ direction, peers = [], ports = [] }) => {
      const wrong: string[] = [];
      if (peers.length === 0) wrong.push('a rule without peers lets everybody through; name them');
      if (ports.length === 0) wrong.push('a rule without ports opens all of them; name them');
      for (const peer of peers) {
        const labels = { ...peer.podSelector?.matchLabels, ...(peer.namespaceSelector as typeof peer.podSelector)?.matchLabels };
        const onlyPort = ports.length === 1 ? ports[0]?.port : undefined;
        if (peer.ipBlock && !(direction === 'egress' && OUTSIDE[name] !== undefined && OUTSIDE[name] === onlyPort))
          wrong.push('opens addresses outside the cluster, which tools/manifests/src/network.ts does not allow it');
        if (!peer.ipBlock && Object.keys(labels).length === 0) wrong.push('a peer without labels is every pod; name it');
        if (direction === 'ingress' && peer.namespaceSelector && name !== 'gateway' && ports.some(({ port }) => port === SERVICE_PORT))
          wrong.push('lets another namespace reach the port of the services; only the gateway may be reached from there');
      }
      return wrong.map((message) => ({ object: `NetworkPolicy ${name}`, path: direction, message }));
    });
  });
}

/** Every call of the contracts is open on both sides, and no other is; every port of a Service is reachable by somebody; the rest is denied. */
export function networkProblems(manifests: readonly Manifest[]): Problem[] {
  const problems: Problem[] = [...storeProblems(manifests), ...openRuleProblems(manifests)];
  const needed = neededEdges();
  for (const direction of ['ingress', 'egress'] as const) {
    const open = openEdges(manifests, direction, SERVICE_PORT);
    for (const edge of needed)
      if (!open.has(edge))
        problems.push({ object: 'NetworkPolicy', path: direction, message: `${edge} is in shared/contracts and no policy opens it` });
    for (const edge of open)
      if (!needed.has(edge))
        problems.push({ object: 'NetworkPolicy', path: direction, message: `${edge} is open and shared/contracts doesn't know it` });
  }
  const policies = ofKind(manifests, 'NetworkPolicy').map((manifest) => manifest['spec'] as unknown as Policy);
  const denied = policies.some(
    (policy) =>
      Object.keys(policy.podSelector.matchLabels ?? {}).length === 0 &&
      !policy.ingress &&
      !policy.egress &&
      policy.policyTypes.length === 2,
  );
  if (!denied) problems.push({ object: 'NetworkPolicy', path: '', message: 'nothing denies by default in both directions' });
  for (const { manifest, labels } of workloadsOf(manifests)) {
    const own = policies.filter((policy) => policy.podSelector.matchLabels && selects(policy.podSelector, labels));
    if (own.length === 0)
      problems.push({ object: `${manifest.kind} ${manifest.metadata.name}`, path: '', message: 'has no NetworkPolicy of its own' });
  }
  for (const service of ofKind(manifests, 'Service')) {
    const spec = service['spec'] as { selector: Record<string, string>; ports: { port: number }[] };
    for (const { port } of spec.ports) {
      const opened = policies.some(
        (policy) =>
          policy.podSelector.matchLabels &&
          selects(policy.podSelector, spec.selector) &&
          policy.ingress?.some((rule) => rule.ports?.some((open) => open.port === port)),
      );
      if (!opened)
        problems.push({
          object: `Service ${service.metadata.name}`,
          path: `port ${port}`,
          message: 'no NetworkPolicy lets anybody reach it',
        });
    }
  }
  return problems;
}

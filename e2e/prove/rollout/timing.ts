import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Timing } from './house.ts';

/** How late balancers learn of a replica (endpoints, then every node's rules). */
const LAG_MS = 3_000;

interface Deployment {
  readonly spec: {
    readonly template: {
      readonly spec: {
        readonly terminationGracePeriodSeconds: number;
        readonly containers: readonly {
          readonly lifecycle: { readonly preStop: { readonly exec: { readonly command: readonly string[] } } };
        }[];
      };
    };
  };
}

/** The times that the manifests give a process to stop: the proof is about them. */
export function timingOfManifests(root: string): Timing {
  const read = (file: string) => parse(readFileSync(join(root, 'k8s/base/gateway', file), 'utf8')) as unknown;
  const { spec } = (read('deployment.yaml') as Deployment).spec.template;
  const preStop = spec.containers[0]?.lifecycle.preStop.exec.command.at(-1) ?? '';
  const { data } = read('configmap.yaml') as { data: Record<string, string> };
  return {
    lagMs: LAG_MS,
    preStopMs: Number(/(\d+)\)$/.exec(preStop)?.[1]),
    deadlineMs: Number(data['SHUTDOWN_DEADLINE_MS']),
    graceMs: spec.terminationGracePeriodSeconds * 1_000,
  };
}

import type { z } from 'zod';
import type { Problem } from './kubernetes-types.ts';
import type { Manifest } from './render.ts';
import { settingsOf } from './hardening.ts';
import { ofKind, workloadsOf } from './workloads.ts';

/** Read by Node itself or by a package, not by our settings. */
const OF_THE_RUNTIME = new Set(['NODE_OPTIONS', 'NODE_COMPILE_CACHE', 'APOLLO_TELEMETRY_DISABLED']);

const OUR_IMAGES = /(^|\/)servicepunt-lob\//;

/**
 * Compares what the manifests set with what each process reads: a variable that it doesn't know, a required one that nobody sets,
 * a value that its schema refuses, a ConfigMap or secret key that isn't there.
 */
export function settingsProblems(
  manifests: readonly Manifest[],
  schemas: Readonly<Record<string, z.ZodObject>>,
  secrets: readonly Manifest[],
): Problem[] {
  return workloadsOf(manifests)
    .filter(({ pod }) => pod.containers.some(({ image }) => OUR_IMAGES.test(image)))
    .flatMap(({ manifest, pod }) => {
      const object = `${manifest.kind} ${manifest.metadata.name}`;
      const schema = schemas[manifest.metadata.name];
      const [container] = pod.containers;
      if (!schema || !container)
        return [{ object, path: 'env', message: 'has no settings schema: name it in tools/manifests/src/process-settings.ts' }];
      const problems: Problem[] = [];
      const given = settingsOf(container, manifests);
      const maps = (container.envFrom ?? []).flatMap((source) =>
        ofKind(manifests, 'ConfigMap').filter((map) => map.metadata.name === source.configMapRef?.name),
      );
      const fromElsewhere = new Set<string>();
      // Where a value stands is where it is mended.
      const placeOf = (name: string) => {
        const map = maps.findLast((candidate) => name in (candidate['data'] as object));
        const inPod = container.env?.some((variable) => variable.name === name) ?? false;
        return map && !inPod ? { object: `ConfigMap ${map.metadata.name}`, path: `data ${name}` } : { object, path: `env ${name}` };
      };
      for (const { name, valueFrom } of container.env ?? []) {
        const reference = valueFrom?.secretKeyRef ?? valueFrom?.configMapKeyRef;
        if (!reference) continue;
        fromElsewhere.add(name);
        const kind = valueFrom?.secretKeyRef ? 'Secret' : 'ConfigMap';
        const source = [...manifests, ...secrets].find(
          (candidate) => candidate.kind === kind && candidate.metadata.name === reference.name,
        );
        const data = (source?.['stringData'] ?? source?.['data'] ?? {}) as Record<string, string>;
        if (!(reference.key in data))
          problems.push({
            object,
            path: `env ${name}`,
            message: `${kind} ${reference.name} with the key ${reference.key} stands neither here nor in secrets.example.yaml`,
          });
      }
      for (const source of container.envFrom ?? []) {
        if (!ofKind(manifests, 'ConfigMap').some((map) => map.metadata.name === source.configMapRef?.name))
          problems.push({ object, path: 'envFrom', message: `the ConfigMap ${source.configMapRef?.name} isn't there` });
      }
      for (const name of [...Object.keys(given), ...fromElsewhere]) {
        if (!(name in schema.shape) && !OF_THE_RUNTIME.has(name))
          problems.push({ ...placeOf(name), message: `is not a setting of ${manifest.metadata.name}; check the spelling` });
      }
      for (const [name, field] of Object.entries(schema.shape)) {
        if (fromElsewhere.has(name)) continue;
        const result = (field as z.ZodType).safeParse(given[name]);
        if (!result.success)
          problems.push({
            ...placeOf(name),
            message:
              given[name] === undefined
                ? 'is required and nobody sets it'
                : `is set to something that ${manifest.metadata.name} refuses: ${result.error.issues[0]?.message}`,
          });
      }
      return problems;
    });
}

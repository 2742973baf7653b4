import { z } from 'zod';
import type { Manifest } from './render.ts';

/** One thing that is wrong with a manifest: where, and what to do. */
export interface Problem {
  readonly object: string;
  readonly path: string;
  readonly message: string;
}

const duration = z.string().regex(/^\d+(ms|s|m|h|d)$/, 'must be a duration, as 5m');
const metadata = z.strictObject({
  name: z.string(),
  namespace: z.string().optional(),
  labels: z.record(z.string(), z.string()).optional(),
});
/** The two kinds of the Prometheus operator that we use, as far as we use them: no package ships their schemas without letting unknown fields pass. */
const OPERATOR_KINDS: Readonly<Record<string, z.ZodType>> = {
  'monitoring.coreos.com/v1 PodMonitor': z.strictObject({
    apiVersion: z.string(),
    kind: z.string(),
    metadata,
    spec: z.strictObject({
      selector: z.strictObject({ matchLabels: z.record(z.string(), z.string()) }),
      podMetricsEndpoints: z.array(z.strictObject({ port: z.string(), path: z.string(), interval: duration })).min(1),
    }),
  }),
  'monitoring.coreos.com/v1 PrometheusRule': z.strictObject({
    apiVersion: z.string(),
    kind: z.string(),
    metadata,
    spec: z.strictObject({
      groups: z.array(
        z.strictObject({
          name: z.string(),
          rules: z.array(
            z.strictObject({
              alert: z.string(),
              expr: z.string().min(1),
              for: duration,
              labels: z.strictObject({ severity: z.enum(['critical', 'warning']) }),
              annotations: z.strictObject({ summary: z.string(), runbook: z.string() }),
            }),
          ),
        }),
      ),
    }),
  }),
};

interface Attribute {
  readonly baseName: string;
  readonly type: string;
}
interface ModelClass {
  readonly attributeTypeMap: readonly Attribute[];
}

const MODELS: Readonly<Record<string, { model: string; validator: string }>> = {
  'v1 ConfigMap': { model: 'V1ConfigMap', validator: 'v1/ConfigMap' },
  'v1 Secret': { model: 'V1Secret', validator: 'v1/Secret' },
  'v1 Service': { model: 'V1Service', validator: 'v1/Service' },
  'v1 ServiceAccount': { model: 'V1ServiceAccount', validator: 'v1/ServiceAccount' },
  'apps/v1 Deployment': { model: 'V1Deployment', validator: 'apps/v1/Deployment' },
  'apps/v1 StatefulSet': { model: 'V1StatefulSet', validator: 'apps/v1/StatefulSet' },
  'batch/v1 Job': { model: 'V1Job', validator: 'batch/v1/Job' },
  'batch/v1 CronJob': { model: 'V1CronJob', validator: 'batch/v1/CronJob' },
  'autoscaling/v2 HorizontalPodAutoscaler': { model: 'V2HorizontalPodAutoscaler', validator: 'autoscaling/v2/HorizontalPodAutoscaler' },
  'policy/v1 PodDisruptionBudget': { model: 'V1PodDisruptionBudget', validator: 'policy/v1/PodDisruptionBudget' },
  'networking.k8s.io/v1 NetworkPolicy': { model: 'V1NetworkPolicy', validator: 'networking.k8s.io/v1/NetworkPolicy' },
};

/**
 * Checks every field of a manifest by the Kubernetes API: unknown fields are refused by the model classes of the official client
 * (generated from the OpenAPI document), types and required fields by `kubernetes-models`, which lets unknown ones pass.
 */
export async function typeProblems(manifest: Manifest): Promise<Problem[]> {
  const object = `${manifest.kind} ${manifest.metadata?.name ?? '(no name)'}`;
  const operatorKind = OPERATOR_KINDS[`${manifest.apiVersion} ${manifest.kind}`];
  if (operatorKind)
    return (operatorKind.safeParse(manifest).error?.issues ?? []).map((issue) => ({
      object,
      path: issue.path.join('.'),
      message: issue.message,
    }));
  const known = MODELS[`${manifest.apiVersion} ${manifest.kind}`];
  if (!known) return [{ object, path: '', message: `${manifest.apiVersion} ${manifest.kind} is not a kind that this repository deploys` }];
  const unknown = await unknownFields(manifest, known.model, '');
  const module = (await import(`kubernetes-models/${known.validator}`)) as Record<string, new (data: object) => { validate(): void }>;
  const Model = module[manifest.kind];
  if (!Model) throw new Error(`kubernetes-models has no ${manifest.kind}`);
  const wrong: { path: string; message: string }[] = [];
  try {
    new Model(manifest).validate();
  } catch (error) {
    wrong.push({ path: '', message: error instanceof Error ? error.message : 'not valid' });
  }
  return [...unknown, ...wrong, ...tooLarge(manifest)].map((problem) => ({ object, ...problem }));
}

/** Kubernetes' limit for all annotations of an object, in bytes; `kubectl apply` puts a copy of the object into one of them. */
const ANNOTATIONS_LIMIT = 262_144;

function tooLarge(manifest: Manifest): { path: string; message: string }[] {
  const size = Buffer.byteLength(JSON.stringify(manifest));
  return size < ANNOTATIONS_LIMIT - 1_024 ? [] : [{ path: '', message: `has ${size} bytes: kubectl apply would refuse more than 256 KiB` }];
}

async function unknownFields(value: unknown, type: string, path: string): Promise<{ path: string; message: string }[]> {
  const list = /^Array<(.+)>$/.exec(type)?.[1];
  const map = /^\{ \[key: string\]: (.+); \}$/.exec(type)?.[1];
  if (list !== undefined) {
    if (!Array.isArray(value)) return [{ path, message: 'must be a list' }];
    return (await Promise.all(value.map((item, index) => unknownFields(item, list, `${path}[${index}]`)))).flat();
  }
  if (map !== undefined) {
    return (await Promise.all(Object.entries(value as object).map(([key, member]) => unknownFields(member, map, `${path}.${key}`)))).flat();
  }
  if (!/^V\d/.test(type) || value === null || typeof value !== 'object') return [];
  const module = (await import(`@kubernetes/client-node/dist/gen/models/${type}.js`)) as Record<string, ModelClass>;
  const attributes = new Map(module[type]?.attributeTypeMap.map((attribute) => [attribute.baseName, attribute.type]));
  const found = await Promise.all(
    Object.entries(value).map(([field, member]) => {
      const fieldType = attributes.get(field);
      if (fieldType === undefined)
        return Promise.resolve([
          {
            path: `${path}.${field}`,
            message: `${type.replace(/^V\d/, '')} has no field ${field}; it has ${[...attributes.keys()].join(', ')}`,
          },
        ]);
      return unknownFields(member, fieldType, `${path}.${field}`);
    }),
  );
  return found.flat();
}

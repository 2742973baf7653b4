import type { Manifest } from './render.ts';

/** One thing that is wrong with a manifest: where, and what to do. */
export interface Problem {
  readonly object: string;
  readonly path: string;
  readonly message: string;
}

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
  return [...unknown, ...wrong].map((problem) => ({ object, ...problem }));
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

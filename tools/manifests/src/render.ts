import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';

export interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string };
  [field: string]: unknown;
}
interface PatchOperation {
  readonly op: 'add' | 'replace' | 'remove';
  readonly path: string;
  readonly value?: unknown;
}
interface Kustomization {
  readonly resources?: readonly string[];
  readonly namespace?: string;
  readonly patches?: readonly { readonly target: { readonly kind: string; readonly name: string }; readonly patch: string }[];
  readonly images?: readonly { readonly name: string; readonly newName?: string; readonly digest?: string }[];
  readonly configMapGenerator?: readonly { readonly name: string; readonly files: readonly string[] }[];
  readonly generatorOptions?: { readonly disableNameSuffixHash: boolean };
}

const SOURCES = new WeakMap<Manifest, string>();
/** The file that an object was read from; undefined for one that a generator made or a test wrote. */
export const sourceOf = (manifest: Manifest): string | undefined => SOURCES.get(manifest);

/**
 * Renders an overlay as `kubectl kustomize` does, for the part of kustomize that our folders use; anything else in a
 * kustomization is an error. It lets every machine check the manifests, with `kubectl` or without it.
 */
export function renderOverlay(folder: string): Manifest[] {
  const file = join(folder, 'kustomization.yaml');
  if (!existsSync(file)) throw new Error(`There is no ${file}; overlays are dev, staging and production, and the folders in them`);
  const kustomization = parse(readFileSync(file, 'utf8')) as Kustomization & Record<string, unknown>;
  const known = new Set(['apiVersion', 'kind', 'resources', 'namespace', 'patches', 'images', 'configMapGenerator', 'generatorOptions']);
  for (const field of Object.keys(kustomization))
    if (!known.has(field)) throw new Error(`${file}: ${field} is not used in this repository; check the spelling`);
  const manifests = (kustomization.resources ?? []).flatMap((resource) =>
    resource.endsWith('.yaml') ? readManifests(join(folder, resource)) : renderOverlay(join(folder, resource)),
  );
  for (const { name, files } of kustomization.configMapGenerator ?? []) {
    if (!kustomization.generatorOptions?.disableNameSuffixHash)
      throw new Error(`${file}: generated names must stay the same (disableNameSuffixHash)`);
    const data = Object.fromEntries(files.map((path) => [basename(path), readFileSync(join(folder, path), 'utf8')]));
    const made: Manifest = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data };
    SOURCES.set(made, file);
    manifests.push(made);
  }
  for (const { target, patch } of kustomization.patches ?? []) {
    const found = manifests.filter((manifest) => manifest.kind === target.kind && manifest.metadata.name === target.name);
    if (found.length === 0) throw new Error(`${file}: a patch names ${target.kind} ${target.name}, which isn't there`);
    for (const manifest of found) for (const operation of parse(patch) as PatchOperation[]) applyPatch(manifest, operation, file);
  }
  for (const manifest of manifests) {
    if (kustomization.namespace) manifest.metadata.namespace = kustomization.namespace;
    for (const image of kustomization.images ?? []) setImage(manifest, image);
  }
  return manifests;
}

function readManifests(file: string): Manifest[] {
  return parseAllDocuments(readFileSync(file, 'utf8')).map((document) => {
    if (document.errors.length > 0) throw new Error(`${file}: ${document.errors[0]?.message}`);
    const manifest = document.toJS() as Manifest;
    SOURCES.set(manifest, file);
    return manifest;
  });
}

function applyPatch(manifest: Manifest, { op, path, value }: PatchOperation, file: string): void {
  const steps = path
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = steps.pop() ?? '';
  let at: Record<string, unknown> = manifest;
  for (const step of steps) {
    const next = at[step];
    if (next === null || typeof next !== 'object') throw new Error(`${file}: the patch path ${path} isn't there`);
    at = next as Record<string, unknown>;
  }
  if (op !== 'add' && !(last in at)) throw new Error(`${file}: the patch path ${path} isn't there`);
  if (op === 'remove') delete at[last];
  else at[last] = value;
}

function setImage(value: unknown, image: { name: string; newName?: string; digest?: string }): void {
  if (Array.isArray(value)) for (const item of value) setImage(item, image);
  else if (value !== null && typeof value === 'object') {
    const holder = value as Record<string, unknown>;
    if (holder['image'] === image.name) holder['image'] = `${image.newName ?? image.name}${image.digest ? `@${image.digest}` : ''}`;
    for (const member of Object.values(holder)) setImage(member, image);
  }
}

import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { parseAllDocuments } from 'yaml';
import { hardeningProblems } from './hardening.ts';
import { typeProblems, type Problem } from './kubernetes-types.ts';
import { monitoringProblems } from './monitoring.ts';
import { networkProblems } from './network.ts';
import { shownMetrics } from './process-metrics.ts';
import { processSettings } from './process-settings.ts';
import { renderOverlay, sourceOf, type Manifest } from './render.ts';
import { settingsProblems } from './settings.ts';

const root = join(import.meta.dirname, '../../..');
const { values, positionals } = parseArgs({ options: { 'types-of': { type: 'string' } }, allowPositionals: true });

const readAll = (file: string) => parseAllDocuments(readFileSync(file, 'utf8')).map((document) => document.toJS() as Manifest);

interface Found extends Problem {
  readonly file?: string | undefined;
}

/** Where to look: the object's own file, or the folder of the monitoring for alerts and panels. */
function fileOf(object: string, files: ReadonlyMap<string, string | undefined>): string | undefined {
  if (object.startsWith('alert ')) return 'k8s/base/monitoring/rules.yaml';
  if (object.startsWith('panel ')) return 'k8s/base/monitoring/dashboard.json';
  const file = files.get(object);
  return file === undefined ? undefined : relative(root, file);
}

async function problemsOf(name: string): Promise<Found[]> {
  const folder = existsSync(name) ? name : join(root, 'k8s/overlays', name);
  const manifests = renderOverlay(folder);
  const secrets = readAll(join(root, 'k8s/secrets.example.yaml'));
  const files = new Map(manifests.map((manifest) => [`${manifest.kind} ${manifest.metadata.name}`, sourceOf(manifest)]));
  const problems = [
    ...(await Promise.all(manifests.map(typeProblems))).flat(),
    ...hardeningProblems(manifests),
    ...networkProblems(manifests),
    ...settingsProblems(manifests, processSettings, secrets),
    ...monitoringProblems(manifests, shownMetrics()),
  ];
  return problems.map((problem) => ({ ...problem, file: fileOf(problem.object, files) }));
}

let found = 0;
const report = (name: string, problems: readonly Found[]) => {
  found += problems.length;
  console.log(`${name}: ${problems.length === 0 ? 'fine' : `${problems.length} to mend`}`);
  for (const { object, path, message, file } of problems)
    console.log(`  ${file === undefined ? '' : `${file}: `}${object}${path === '' ? '' : ` at ${path}`}: ${message}`);
};
try {
  const file = values['types-of'];
  if (file !== undefined) report(file, (await Promise.all(readAll(file).map(typeProblems))).flat());
  else for (const name of positionals.length > 0 ? positionals : ['dev', 'staging', 'production']) report(name, await problemsOf(name));
} catch (error) {
  found += 1;
  console.error(error instanceof Error ? error.message : String(error));
}
process.exitCode = found === 0 ? 0 : 1;

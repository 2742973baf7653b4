import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseAllDocuments } from 'yaml';
import { hardeningProblems } from './hardening.ts';
import { typeProblems, type Problem } from './kubernetes-types.ts';
import { networkProblems } from './network.ts';
import { processSettings } from './process-settings.ts';
import { renderOverlay, type Manifest } from './render.ts';
import { settingsProblems } from './settings.ts';

const root = join(import.meta.dirname, '../../..');
const { values, positionals } = parseArgs({ options: { 'types-of': { type: 'string' } }, allowPositionals: true });

const readAll = (file: string) => parseAllDocuments(readFileSync(file, 'utf8')).map((document) => document.toJS() as Manifest);

async function problemsOf(name: string): Promise<Problem[]> {
  const folder = existsSync(name) ? name : join(root, 'k8s/overlays', name);
  const manifests = renderOverlay(folder);
  const secrets = readAll(join(root, 'k8s/secrets.example.yaml'));
  return [
    ...(await Promise.all(manifests.map(typeProblems))).flat(),
    ...hardeningProblems(manifests),
    ...networkProblems(manifests),
    ...settingsProblems(manifests, processSettings, secrets),
  ];
}

let found = 0;
const report = (name: string, problems: readonly Problem[]) => {
  found += problems.length;
  console.log(`${name}: ${problems.length === 0 ? 'fine' : `${problems.length} to mend`}`);
  for (const { object, path, message } of problems) console.log(`  ${object}${path === '' ? '' : ` at ${path}`}: ${message}`);
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

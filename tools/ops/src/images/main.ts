/** `npm run sbom [-- --out DIR]`: what is in each image, as CycloneDX, one file per image. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { SERVICES } from '@servicepunt/shared/contracts/roles';
import { sbomOf } from './sbom.ts';

const root = resolve(import.meta.dirname, '../../../..');
const { values } = parseArgs({ options: { out: { type: 'string', default: join(root, '.cache/sbom') } } });
mkdirSync(values.out, { recursive: true });
for (const workspace of ['gateway', ...SERVICES.map((name) => `services/${name}`)]) {
  const sbom = sbomOf(root, workspace);
  const file = join(values.out, `${basename(workspace)}.cdx.json`);
  writeFileSync(file, `${JSON.stringify(sbom, null, 1)}\n`);
  process.stdout.write(`${file}: ${sbom.components.length} components\n`);
}

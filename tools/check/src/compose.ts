import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeSupergraph, DELIVERED, deliveredForm, SUPERGRAPH } from './compose-supergraph.ts';
import { readSubgraphs } from './subgraph-files.ts';

const root = join(import.meta.dirname, '../../..');
const subgraphs = readSubgraphs(root);
const composed = composeSupergraph(subgraphs);
if (composed.problems) {
  process.stderr.write(`The subgraphs don't compose:\n${composed.problems.map((problem) => `  ${problem}\n`).join('')}`);
  process.exit(1);
}
writeFileSync(join(root, SUPERGRAPH), composed.sdl);
writeFileSync(join(root, DELIVERED), deliveredForm(composed.sdl));
process.stdout.write(`${SUPERGRAPH} composed from ${subgraphs.map(({ name }) => name).join(', ')}\n`);

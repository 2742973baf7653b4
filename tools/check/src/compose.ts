import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeSupergraph, filesOf, SUPERGRAPH } from './compose-supergraph.ts';
import { readSubgraphs, UnreadableSdl } from './subgraph-files.ts';

const root = join(import.meta.dirname, '../../..');
const refuse = (problems: readonly string[]): never => {
  process.stderr.write(
    `The subgraphs don't compose:\n${problems.map((problem) => `  ${problem}\n`).join('')}${SUPERGRAPH} stays as it was. Mend these files and run this again.\n`,
  );
  return process.exit(1);
};
const subgraphs = read();
const composed = composeSupergraph(subgraphs);
if (composed.problems) refuse(composed.problems);
else {
  for (const [file, text] of Object.entries(filesOf(composed.sdl))) writeFileSync(join(root, file), text);
  process.stdout.write(`${SUPERGRAPH} composed from ${subgraphs.map(({ name }) => name).join(', ')}\n`);
}

function read() {
  try {
    return readSubgraphs(root);
  } catch (error) {
    if (!(error instanceof UnreadableSdl)) throw error;
    return refuse([error.message]);
  }
}

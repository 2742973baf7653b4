import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiSchemaOf } from './api-schema.ts';
import { readClientOperations } from './client-operations.ts';
import { runTool } from './commands.ts';
import { composeSupergraph, filesOf, SUPERGRAPH } from './compose-supergraph.ts';
import { contractProblems, currentContracts, releasedSamples } from './contracts/contract-check.ts';
import { deliveryProblems } from './delivery-check.ts';
import { missingDescriptions } from './descriptions.ts';
import { staleSources } from './generated.ts';
import { policyProblems } from './policies.ts';
import { runChecks, type Check } from './run-checks.ts';
import { invalidOperations, schemaProblems } from './schema-check.ts';
import { readSubgraphs } from './subgraph-files.ts';

const root = join(import.meta.dirname, '../../..');
const RELEASED = 'gateway/supergraph.released.graphql';
const read = (file: string) => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : undefined);

const tool = (name: string, command: string, ...args: string[]): Check => ({ name, run: () => runTool(root, command, args) });

const checks: readonly Check[] = [
  tool('format', 'oxfmt', '--check', '.'),
  tool('lint', 'oxlint', '--type-aware', '--format', 'unix', '.'),
  tool('types', 'tsc', '-p', 'tsconfig.json'),
  tool('walls between the rooms', 'depcruise', '--config', '.dependency-cruiser.mjs', 'shared', 'gateway', 'services', 'tools', 'e2e'),
  { name: 'generated sources are up to date', run: () => staleSources(root) },
  {
    name: 'the supergraph and the schema of clients are up to date',
    run: async () => {
      const composed = composeSupergraph(readSubgraphs(root));
      if (composed.problems) return composed.problems;
      return Object.entries(filesOf(composed.sdl)).flatMap(([file, text]) =>
        text === read(file) ? [] : [`${file} is stale: run npm run compose:supergraph`],
      );
    },
  },
  tool('manifests and their settings', process.execPath, 'tools/manifests/src/main.ts'),
  {
    name: 'the schema is described throughout',
    run: async () => [...new Set(readSubgraphs(root).flatMap(({ document }) => missingDescriptions(document)))],
  },
  {
    name: 'every field has a verdict per role',
    run: () =>
      policyProblems(
        root,
        readSubgraphs(root).map(({ name }) => name),
      ),
  },
  {
    name: 'clients of the last release still work',
    run: async () => {
      const [released, current] = [read(RELEASED), read(SUPERGRAPH)];
      if (current === undefined) return [`${SUPERGRAPH} is missing: run npm run compose:supergraph`];
      const operations = readClientOperations(root);
      const next = apiSchemaOf(current);
      if (released === undefined) return { problems: invalidOperations(next, operations), note: `${RELEASED}: no release yet` };
      return { problems: schemaProblems(apiSchemaOf(released), next, operations), note: `${operations.length} operations` };
    },
  },
  {
    name: 'events, calls and jobs of the last release',
    run: async () => contractProblems(currentContracts(root), releasedSamples(root)),
  },
  {
    name: 'each service can be rolled alone',
    run: async () => {
      const [released, current] = [read(RELEASED), read(SUPERGRAPH)];
      if (released === undefined || current === undefined) return { problems: [], note: `${RELEASED}: no release yet` };
      return deliveryProblems(released, current, readClientOperations(root));
    },
  },
];

const passed = await runChecks(checks, 2, (text) => process.stdout.write(text));
// Rooms that were built for their policies may hold timers of their own.
process.exit(passed ? 0 : 1);

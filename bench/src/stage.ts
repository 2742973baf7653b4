import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { startContenders, type Contender } from './contenders.ts';
import { startIssuer } from './issuer.ts';
import { SDL } from './world.ts';

/** Everything that stands around a measurement: subgraphs, an identity provider with a thousand people, and the gateways. */
export interface Stage {
  readonly contenders: readonly Contender[];
  readonly tokens: readonly string[];
  /** The file that the gateways serve. */
  readonly supergraph: string;
  stop(): void;
}

export async function setStage(only?: readonly string[]): Promise<Stage> {
  const subgraphs = spawn(process.execPath, [join(import.meta.dirname, 'subgraphs.ts')], { stdio: ['ignore', 'pipe', 'inherit'] });
  process.once('exit', () => subgraphs.kill());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  const addresses = await new Promise<Record<string, string>>((resolve) => {
    subgraphs.stdout
      .setEncoding('utf8')
      .once('data', (line: string) => resolve((JSON.parse(line) as { addresses: Record<string, string> }).addresses));
  });
  const composed = composeServices(
    Object.entries(SDL).map(([name, sdl]) => ({ name, url: `${addresses[name]}/graphql`, typeDefs: parse(sdl) })),
  );
  if (!composed.supergraphSdl) throw new Error('the subgraphs do not compose');
  const supergraph = join(mkdtempSync(join(tmpdir(), 'bench-')), 'supergraph.graphql');
  writeFileSync(supergraph, composed.supergraphSdl);
  const issuer = await startIssuer();
  const contenders = await startContenders({ addresses, supergraph, issuer: issuer.url, only });
  return {
    contenders,
    tokens: await issuer.tokens(1_000),
    supergraph,
    stop() {
      for (const { child } of contenders) child.kill();
      subgraphs.kill();
      issuer.stop();
    },
  };
}

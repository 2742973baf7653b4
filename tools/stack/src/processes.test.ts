import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityKeys } from './keys.ts';
import { systemSpecs } from './processes.ts';
import type { ProcessSpec } from './supervisor.ts';

let folder: string;
let specs: ReadonlyMap<string, ProcessSpec>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'keys-'));
  const all = systemSpecs({
    root: '/house',
    keys: await identityKeys(folder),
    mongoUrl: 'mongodb://127.0.0.1:7/',
    redisUrl: 'redis://127.0.0.1:6',
    queuePrefix: 'servicepunt',
    smtpUrl: 'smtp://127.0.0.1:25',
    issuer: 'http://127.0.0.1:9',
    audience: 'servicepunt',
    frontendUrl: 'http://localhost:5173',
    logLevel: 'info',
    gatewayPort: 4000,
    servicePorts: { students: 1, employers: 2, placements: 3, notifications: 4 },
  });
  specs = new Map(all.map((spec) => [spec.name, spec]));
});
afterAll(() => rmSync(folder, { recursive: true }));

const environment = (name: string) => specs.get(name)?.env ?? {};

describe('the processes of the system', () => {
  it('each get their own signing key and no other, and the public keys of all', () => {
    const signsAs = { students: 'students', 'notifications-worker': 'notifications', gateway: 'gateway' };
    for (const [name, issuer] of Object.entries(signsAs))
      expect(JSON.parse(environment(name)['IDENTITY_PRIVATE_KEY'] ?? '')).toMatchObject({ kid: `${issuer}:dev`, d: expect.any(String) });
    const shown = environment('students')['IDENTITY_PUBLIC_KEYS'] ?? '';
    expect((JSON.parse(shown) as { keys: object[] }).keys).toHaveLength(5);
    expect(shown).not.toContain('"d":');
  });

  it('each have a database of their own, which the worker shares with its API, and the gateway has none', () => {
    const databases = [...specs.keys()].map((name) => [name, environment(name)['MONGODB_URL']?.split('/').at(-1)]);
    expect(Object.fromEntries(databases)).toEqual({
      students: 'students',
      employers: 'employers',
      placements: 'placements',
      notifications: 'notifications',
      'notifications-worker': 'notifications',
      gateway: undefined,
    });
  });

  it('stop from the gateway inwards, each before the supervisor would kill it, and all of them within 10 s', () => {
    const stageOf = (name: string) => specs.get(name)?.stage ?? 0;
    expect(stageOf('gateway')).toBeGreaterThan(stageOf('notifications-worker'));
    expect(stageOf('notifications-worker')).toBeGreaterThan(stageOf('placements'));
    const byStage = new Map([...specs.values()].map(({ stage, stopWithinMs }) => [stage, stopWithinMs]));
    // What comes after them: mail catcher and issuer, Redis, document store.
    const others = 500 + 1_000 + 2_000;
    expect([...byStage.values()].reduce((sum, ms) => sum + ms, others)).toBeLessThan(10_000);
    for (const { env, stopWithinMs } of specs.values()) expect(Number(env?.['SHUTDOWN_DEADLINE_MS'])).toBeLessThan(stopWithinMs);
  });

  it('are told where the others are', () => {
    expect(environment('gateway')).toMatchObject({
      STUDENTS_URL: 'http://127.0.0.1:1',
      NOTIFICATIONS_URL: 'http://127.0.0.1:4',
      PORT: '4000',
    });
  });
});

/**
 * One document store and one Redis for the whole run, each on a free port with a temporary folder.
 * A run of pure unit tests needs neither: what can't be had is said here, and only the tests that ask for it fail, with the same reason.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embeddedMongoSpec } from '../../../tools/stack/src/documents.ts';
import { inheritedEnvironment } from '../../../tools/stack/src/environment.ts';
import { freePort } from '../../../tools/stack/src/ports.ts';
import { requireMongo } from '../../../tools/stack/src/reachable.ts';
import { obtainRedis, redisSpec } from '../../../tools/stack/src/redis.ts';
import { createSupervisor, type Supervisor } from '../../../tools/stack/src/supervisor.ts';
import { startWatchdog, type Watchdog } from '../../../tools/stack/src/watchdog.ts';

export interface TestStores {
  readonly supervisor: Supervisor;
  readonly watchdog: Watchdog;
  readonly folder: string;
  readonly externalMongoUrl: string | undefined;
  readonly run: string;
}

declare global {
  // Jest gives the teardown nothing but globals.
  var testStores: TestStores | undefined;
}

export default async function globalSetup(jest: { rootDir: string }): Promise<void> {
  const root = jest.rootDir;
  const folder = mkdtempSync(join(tmpdir(), 'servicepunt-test-'));
  const watchdog = startWatchdog();
  watchdog.removeAtDeath(folder);
  const supervisor = createSupervisor({
    logsFolder: join(folder, 'logs'),
    watchdog,
    inheritedEnv: inheritedEnvironment(process.env, root),
  });
  const run = randomBytes(4).toString('hex');
  const externalMongoUrl = process.env['MONGODB_URL'] || undefined;
  globalThis.testStores = { supervisor, watchdog, folder, externalMongoUrl, run };
  process.env['TEST_RUN'] = run;

  const documents = async () => {
    if (externalMongoUrl === undefined)
      return (await supervisor.start(embeddedMongoSpec({ root, folder: join(folder, 'documents'), stage: 0 }))).url;
    await requireMongo(externalMongoUrl);
    return externalMongoUrl;
  };
  const redis = async () => {
    const binary = await obtainRedis(process.env['PATH'] ?? '', say);
    return (await supervisor.start(redisSpec({ binary, folder: join(folder, 'redis'), port: await freePort(), stage: 1 }))).url;
  };
  await Promise.all([provide('TEST_MONGODB', 'document store', documents), provide('TEST_REDIS', 'Redis', redis)]);
}

/** Tells the tests by environment, which the workers inherit: `<name>_URL`, or `<name>_MISSING` with the reason. */
async function provide(name: string, what: string, start: () => Promise<string | undefined>): Promise<void> {
  try {
    const url = await start();
    if (url === undefined) throw new Error('it told no URL when it was ready');
    process.env[`${name}_URL`] = url;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.env[`${name}_MISSING`] = reason;
    say(`This run has no ${what}; the tests that need it will fail. ${reason}`);
  }
}

function say(line: string): void {
  process.stderr.write(`\n${line}\n`);
}

/** `npm run test:mongod`: the tests that touch a document store, against a real MongoDB. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { inheritedEnvironment } from './environment.ts';
import { findMongod, mongodSpec } from './mongod.ts';
import { freePort } from './ports.ts';
import { createSupervisor } from './supervisor.ts';
import { startWatchdog } from './watchdog.ts';

/** The integration tests of all rooms; the table of cases of the embedded store is among them. */
const TESTS = ['\\.int\\.test\\.ts$'];

const root = resolve(import.meta.dirname, '../../..');
const { MONGODB_URL, MONGOD_BINARY, PATH = '' } = process.env;
if (MONGODB_URL !== undefined && MONGODB_URL !== '') process.exit(await runTests(MONGODB_URL));

const binary = findMongod({ MONGOD_BINARY: MONGOD_BINARY === '' ? undefined : MONGOD_BINARY, PATH, root });
if (binary === undefined) {
  console.log(
    'NOT RUN: there is no MongoDB at hand; set MONGODB_URL or MONGOD_BINARY, put mongod on PATH, or run "npm run mongod:download", and run this again.',
  );
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), 'servicepunt-mongod-'));
const watchdog = startWatchdog();
watchdog.removeAtDeath(folder);
const supervisor = createSupervisor({ logsFolder: join(folder, 'logs'), watchdog, inheritedEnv: inheritedEnvironment(process.env, root) });
let code = 1;
try {
  const { url = '' } = await supervisor.start(mongodSpec({ binary, folder: join(folder, 'documents'), port: await freePort(), stage: 0 }));
  console.log(`Testing against ${binary}`);
  code = await runTests(url);
} finally {
  await supervisor.stop();
  await watchdog.close();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(code);

async function runTests(url: string): Promise<number> {
  const jest = spawn(process.execPath, [join(root, 'node_modules/jest/bin/jest.js'), ...TESTS, ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, MONGODB_URL: url },
  });
  const [exitCode] = (await once(jest, 'exit')) as [number | null];
  return exitCode ?? 1;
}

/**
 * Runs a job of one service: `service-job.ts <job> --service students …`. What the job reads comes from the environment;
 * what isn't set comes from the local stack, if one runs (`.data/stack.json`).
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { databaseUrl } from './documents.ts';
import { readStackFile } from './stack-file.ts';

const root = resolve(import.meta.dirname, '../../..');
const [job = '', ...given] = process.argv.slice(2);
const at = given.indexOf('--service');
const service = at < 0 ? '' : (given[at + 1] ?? '');
const args = given.filter((_value, index) => at < 0 || (index !== at && index !== at + 1));
const entry = join(root, 'services', service, 'src', `${job}-main.ts`);

if (!/^[a-z]+$/.test(service) || !existsSync(entry)) {
  process.stderr.write(`Say for which service: npm run ${job} -- --service students\n`);
  process.exitCode = 2;
} else {
  const folder = resolve(root, process.env['DATA_DIR'] ?? '.data');
  // Whoever names a database means that one, with keys and queues of its own.
  const stack = process.env['MONGODB_URL'] === undefined ? readStackFile(folder) : undefined;
  const keyFile = join(folder, 'keys', `${service}.fields.key`);
  const local = {
    ...(stack ? { MONGODB_URL: databaseUrl(stack.documents.url, service), REDIS_URL: stack.redisUrl } : {}),
    ...(stack && existsSync(keyFile) ? { FIELD_KEYS: readFileSync(keyFile, 'utf8').trim() } : {}),
  };
  const { status } = spawnSync(process.execPath, [entry, ...args], { stdio: 'inherit', env: { ...local, ...process.env } });
  process.exitCode = status ?? 1;
}

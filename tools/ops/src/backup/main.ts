/** `npm run backup -- --out DIR` and `npm run restore -- --from DIR [--replace]`. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UserError } from '../../../stack/src/user-error.ts';
import { mongoUrlOf } from '../environment.ts';
import { backUp } from './backup.ts';
import { restore } from './restore.ts';

const tell = (line: string) => void process.stdout.write(`${line}\n`);
const root = resolve(import.meta.dirname, '../../../..');

try {
  const [command, ...args] = process.argv.slice(2);
  const { values } = readArguments(args);
  const mongoUrl = mongoUrlOf(process.env, resolve(root, process.env['DATA_DIR'] ?? '.data'));
  if (command === 'backup') {
    if (values.out === undefined) throw new UserError('Say where to: npm run backup -- --out DIR');
    await backUp({ mongoUrl, folder: resolve(values.out), tell });
    tell(`The backup is in ${resolve(values.out)}. It holds personal data: keep it as the databases are kept.`);
  } else {
    if (values.from === undefined) throw new UserError('Say where from: npm run restore -- --from DIR');
    await restore({ mongoUrl, folder: resolve(values.from), replace: values.replace, tell });
    tell(
      'Restored. Next: npm run replay-erasures, npm run queues -- --service notifications, then start the services, the worker last (docs/operations.md).',
    );
  }
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { out: { type: 'string' }, from: { type: 'string' }, replace: { type: 'boolean', default: false } },
    });
  } catch (error) {
    throw new UserError(error instanceof Error ? error.message : String(error));
  }
}

import { resolve } from 'node:path';
import { ConfigError, readConfig } from '@servicepunt/shared/config';
import { createReport } from './report.ts';
import { stackSettings } from './settings.ts';
import { runStack } from './stack.ts';
import { ProcessDied } from './supervisor.ts';
import { UserError } from './user-error.ts';

/** The terminal, npm and the bootstrap each pass the same Ctrl-C on; only one that comes later insists. */
const SAME_SIGNAL_MS = 1_000;

const interrupted = Promise.withResolvers<string>();
const insisted = Promise.withResolvers<void>();
let firstSignalAt: number | undefined;
function onSignal(signal: string): void {
  firstSignalAt ??= performance.now();
  interrupted.resolve(signal);
  if (performance.now() - firstSignalAt > SAME_SIGNAL_MS) insisted.resolve();
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
// The bootstrap holds the other end of this channel: when it closes, nobody is left who could pass a signal on.
if (process.connected) process.once('disconnect', () => onSignal('the bootstrap is gone'));
// Somebody who piped the output elsewhere and went away (npm start | head).
process.stdout.on('error', () => onSignal('nobody reads the output'));

try {
  await runStack({
    settings: readConfig(stackSettings, process.env),
    env: process.env,
    root: resolve(import.meta.dirname, '../../..'),
    report: createReport((line) => void process.stdout.write(`${line}\n`)),
    interrupted: interrupted.promise,
    insisted: insisted.promise,
  });
  process.stdout.write('Stopped; nothing is left running.\n');
  process.exit(0);
} catch (error) {
  const known = error instanceof UserError || error instanceof ConfigError || error instanceof ProcessDied;
  process.stderr.write(`\n${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}

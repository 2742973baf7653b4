import { runImport } from './cli.ts';

/** The terminal, npm and the bootstrap each pass the same Ctrl-C on; only one that comes later insists. */
const SAME_SIGNAL_MS = 1_000;

const interrupted = new AbortController();
let firstSignalAt: number | undefined;
function onSignal(): void {
  firstSignalAt ??= performance.now();
  if (performance.now() - firstSignalAt > SAME_SIGNAL_MS) process.exit(130);
  if (interrupted.signal.aborted) return;
  process.stderr.write('\nEnding when what is under way is in; Ctrl-C again ends at once.\n');
  interrupted.abort();
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, onSignal);

process.exitCode = await runImport(process.argv.slice(2), {
  env: process.env,
  screen: { print: (line) => void process.stdout.write(`${line}\n`), terminal: process.stderr.isTTY ? process.stderr : null },
  interrupted: interrupted.signal,
});

/** A supervisor of its own process, to be killed by a test: starts two fakes and prints their process ids. */
import { join } from 'node:path';
import { readyEvent } from '../ready-event.ts';
import { createSupervisor } from '../supervisor.ts';
import { startWatchdog } from '../watchdog.ts';

const [folder = '', leftover = ''] = process.argv.slice(2);
const watchdog = startWatchdog();
watchdog.removeAtDeath(leftover);
const supervisor = createSupervisor({ logsFolder: folder, watchdog, inheritedEnv: { PATH: process.env['PATH'] ?? '' } });
const fake = join(import.meta.dirname, 'fake-process.ts');
const start = (name: string, args: readonly string[]) =>
  supervisor.start({ name, command: process.execPath, args: [fake, ...args], stage: 0, stopWithinMs: 1_000, ready: readyEvent('ready') });
const started = await Promise.all([start('meek', []), start('stubborn', ['--stubborn'])]);
console.log(JSON.stringify({ event: 'ready', pids: started.map((one) => one.pid) }));

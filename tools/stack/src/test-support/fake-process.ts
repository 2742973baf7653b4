/** A process for the supervisor's tests. Its arguments say how it behaves. */
import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    name: { type: 'string', default: 'fake' },
    /** Prints that many lines before it is ready. */
    chatter: { type: 'string', default: '0' },
    silent: { type: 'boolean', default: false },
    stubborn: { type: 'boolean', default: false },
    'dies-with': { type: 'string' },
    'dies-when-told': { type: 'boolean', default: false },
    'has-child': { type: 'boolean', default: false },
    /** A file that hears when this process stops. */
    diary: { type: 'string' },
  },
});

for (let line = 1; line <= Number(values.chatter); line += 1) console.log(`line ${line}`);
if (values['dies-with'] !== undefined) process.exit(Number(values['dies-with']));
if (values['has-child'])
  console.log(JSON.stringify({ child: spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' }).pid }));

process.on('SIGTERM', () => {
  if (values.diary !== undefined) appendFileSync(values.diary, `${values.name} stops\n`);
  if (!values.stubborn) process.exit(0);
});
if (values['dies-when-told'])
  process.on('SIGUSR2', () => {
    console.log('the last words');
    process.exit(3);
  });
setInterval(() => undefined, 1_000);
if (!values.silent) console.log(JSON.stringify({ event: 'ready', url: `fake://${values.name}`, pid: process.pid }));

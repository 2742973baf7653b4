/** `npm run prove:reminders`: real processes, real Redis, and an SMTP server as the judge, while everything breaks that can. */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { FULL, SHORT } from './pace.ts';
import { prove } from './prove.ts';
import { isProven, report } from './report.ts';

const { values } = parseArgs({
  options: {
    reminders: { type: 'string', default: '5000' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000)) },
    short: { type: 'boolean', default: false },
  },
});
const reminders = Number(values.reminders);
const seed = Number(values.seed);
if (!Number.isInteger(reminders) || reminders < 1 || !Number.isInteger(seed)) {
  process.stderr.write('Usage: npm run prove:reminders -- [--reminders 5000] [--seed 1] [--short]\n');
  process.exit(2);
}
process.stdout.write(`${reminders} reminders, seed ${seed}\n`);
const verdict = await prove({
  reminders,
  seed,
  pace: values.short ? SHORT : FULL,
  patienceMs: 10 * 60_000,
  env: process.env,
  say: (line) => process.stdout.write(`  ${new Date().toISOString()} ${line}\n`),
});
process.stdout.write(`\n${report(verdict)}\n`);
process.exit(isProven(verdict) ? 0 : 1);

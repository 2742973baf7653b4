import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DEPLOYMENTS, type Deployment } from './house.ts';
import { describeReport, verdictOf } from './report.ts';
import { proveRollout } from './rollout.ts';
import { timingOfManifests } from './timing.ts';

const root = join(import.meta.dirname, '../../..');
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    rate: { type: 'string', default: '100' },
    replicas: { type: 'string', default: '2' },
    only: { type: 'string' },
    'pre-stop': { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
});
const timing = timingOfManifests(root);
const only = values.only?.split(',').filter((name): name is Deployment => DEPLOYMENTS.some((known) => known === name));
const folder = mkdtempSync(join(tmpdir(), 'servicepunt-rollout-'));
const say = (line: string) => process.stdout.write(`${line}\n`);
say(`Processes and their logs are in ${folder}`);
const report = await proveRollout({
  ...{ root, folder, env: process.env, say, settleMs: 5_000, awayMs: 5_000, pupils: 48 },
  ...{ seed: Number(values.seed), perSecond: Number(values.rate), replicas: Number(values.replicas) },
  timing: values['pre-stop'] === undefined ? timing : { ...timing, preStopMs: Number(values['pre-stop']) },
  ...(only ? { roll: only, kill: only, stores: [] } : {}),
});
say(describeReport(report));
const problems = verdictOf(report);
for (const problem of problems) say(`NOT PROVEN: ${problem}`);
if (!values.keep && problems.length === 0) rmSync(folder, { recursive: true, force: true });
process.exit(problems.length === 0 ? 0 : 1);

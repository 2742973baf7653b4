import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { SERVICES } from '@servicepunt/shared/contracts/roles';
import { testMongoUrl } from '@servicepunt/shared/test-support/stores';

const JOB = join(__dirname, '../../stack/src/service-job.ts');

/** Runs a job as a person does, with nothing but a database to work on. */
function run(args: readonly string[], mongoUrl: string): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [JOB, ...args], { env: { PATH: process.env['PATH'] ?? '', MONGODB_URL: mongoUrl } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
}

/** Collections that docs/scaling.md gives a shard key, or a reason to stay whole. */
function collectionsToldOf(service: string): string[] {
  const page = readFileSync(join(__dirname, '../../../docs/scaling.md'), 'utf8');
  const section = page.split(/^##+ /m).find((part) => part.startsWith(`${service}\n`)) ?? '';
  return [...section.matchAll(/^\| `(\w+)` /gm)].map(([, name = '']) => name);
}
/** Without an index beside its key, and known to the worker alone: the index job has nothing to say about it. */
const WITHOUT_INDEXES = ['horizons'];

describe.each(SERVICES)('the jobs of %s', (service) => {
  const url = testMongoUrl(service);

  it('show which indexes are missing, build them, and have nothing left to build', async () => {
    const plan = await run(['indexes', '--service', service, '--plan'], url);
    expect(plan).toMatchObject({ code: 0, output: expect.stringMatching(/will build \{"outboxAt":1\}/) });
    const declared = [...plan.output.matchAll(/^(\w+): /gm)].map(([, name = '']) => name);
    const told = collectionsToldOf(service).filter((name) => !WITHOUT_INDEXES.includes(name));
    expect(told.toSorted()).toEqual(declared.toSorted());
    expect((await run(['indexes', '--service', service], url)).output).toMatch(/\[(\d+)\/\1\] .* built in \d+ ms\s*$/);
    expect(await run(['indexes', '--service', service], url)).toMatchObject({
      code: 0,
      output: expect.stringContaining('Every index stands; nothing to build.'),
    });
  }, 60_000);

  it('count what has had its time, and change nothing in a dry run', async () => {
    const { code, output } = await run(['retention', '--service', service, '--dry-run'], url);
    expect(code).toBe(0);
    expect(output).toMatch(new RegExp(`^${service}: [A-Z_]+: .*: 0 due\n${service}: a dry run, nothing was changed`, 'm'));
  }, 60_000);

  it('carry out the data migrations that this release has', async () => {
    expect(await run(['migrate', '--service', service], url)).toMatchObject({
      code: 0,
      output: expect.stringMatching(new RegExp(`${service}: \\d+ migrations, nothing to do`)),
    });
  }, 60_000);
});

it('the ledger of erasures is read, and an empty one told as such', async () => {
  const { code, output } = await run(['replay-erasures', '--service', 'students'], testMongoUrl('students'));
  expect([code, output]).toEqual([0, expect.stringContaining('students: 0 erasures in the ledger')]);
}, 60_000);

it('a job that reaches no database says so and fails', async () => {
  const { code, output } = await run(['migrate', '--service', 'students'], 'mongodb://127.0.0.1:1/students');
  expect(code).toBe(1);
  expect(output).toMatch(/The migrations of students are not done: .*running this again goes on from there/s);
}, 30_000);

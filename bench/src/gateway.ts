/**
 * `npm run bench:gateway`: our gateway, Apollo's, Hive's two and a hand-written floor over the same subgraphs, interleaved.
 * Rounds are counted in requests, so that what else runs on the machine changes how long they take, not what they cost.
 * ROUNDS, SCALE (of the number of requests), OPERATION and ONLY (names, by comma) change what is measured;
 * ONLY=ours,ours-traced,ours-traced-tenth tells what traces cost.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { request } from 'undici';
import type { Contender } from './contenders.ts';
import { measure, type Measurement } from './measure.ts';
import { setStage } from './stage.ts';
import { OPERATIONS } from './world.ts';

const rounds = Number(process.env['ROUNDS'] ?? 5);
const scale = Number(process.env['SCALE'] ?? 1);
/** Requests per round. */
const REQUESTS = { field: 3_000, page: 1_000, deep: 400 };
/** Rounds before the first that counts: after so many of them the code of every contender is as fast as it gets. */
const WARM_UP = 6;
const here = import.meta.dirname;

const { contenders, tokens, stop } = await setStage(process.env['ONLY']?.split(','));

const results = new Map<string, Measurement[]>();
try {
  for (const [operation, query] of Object.entries(OPERATIONS)) {
    if (process.env['OPERATION'] && process.env['OPERATION'] !== operation) continue;
    const body = JSON.stringify({ query });
    const expected = await agreedAnswer(contenders, body, tokens[0] as string);
    for (const identities of [1, 1_000]) {
      const first = identities === 1 ? -WARM_UP : -1;
      for (let round = first; round < rounds; round += 1) {
        const requests = Math.round(REQUESTS[operation as keyof typeof REQUESTS] * scale);
        for (const { name, url, child } of contenders) {
          const measured = await measure({
            url,
            pid: child.pid ?? 0,
            body,
            tokens: tokens.slice(0, identities),
            requests,
            expected,
          });
          if (round >= 0)
            results.set(`${operation} ${identities} ${name}`, [...(results.get(`${operation} ${identities} ${name}`) ?? []), measured]);
        }
        process.stderr.write('.');
      }
    }
  }
} finally {
  stop();
}
report();

/** All contenders have to give the same data, or there is nothing to compare. */
async function agreedAnswer(all: readonly Contender[], body: string, token: string): Promise<string> {
  const answers = await Promise.all(
    all.map(async ({ name, url }) => {
      const response = await request(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json', authorization: `Bearer ${token}` },
        body,
      });
      return { name, text: (await response.body.text()).trimEnd() };
    }),
  );
  const [first] = answers;
  for (const { name, text } of answers)
    if (JSON.stringify(JSON.parse(text)) !== JSON.stringify(JSON.parse(first?.text ?? '')))
      throw new Error(`${name} answers differently: ${text.slice(0, 500)}`);
  return first?.text ?? '';
}

function report(): void {
  const middle = (values: number[]) => values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
  const rows = [...results].map(([key, runs]) => {
    const [operation = '', identities = '', name = ''] = key.split(' ');
    const median = Object.fromEntries(
      (['perSecond', 'p50', 'p99', 'cpu', 'memoryMb'] as const).map((field) => [field, middle(runs.map((run) => run[field]))]),
    ) as Record<keyof Measurement, number>;
    return { operation, identities, name, ...median };
  });
  const floorOf = (row: (typeof rows)[number]) =>
    rows.find((other) => other.name === 'floor' && other.operation === row.operation && other.identities === row.identities)?.cpu ??
    Number.NaN;
  console.log('\noperation  identities  gateway               × floor   CPU ms     req/s   p50 ms   p99 ms   MB');
  for (const row of rows)
    console.log(
      row.operation.padEnd(10),
      row.identities.padStart(10),
      ` ${row.name.padEnd(20)}`,
      (row.cpu / floorOf(row)).toFixed(2).padStart(7),
      row.cpu.toFixed(3).padStart(8),
      row.perSecond.toFixed(0).padStart(9),
      row.p50.toFixed(1).padStart(8),
      row.p99.toFixed(1).padStart(8),
      row.memoryMb.toFixed(0).padStart(5),
    );
  const version = (name: string) =>
    (
      JSON.parse(
        readFileSync(join(here, name.startsWith('@graphql-hive') ? '../peers' : '../..', 'node_modules', name, 'package.json'), 'utf8'),
      ) as { version: string }
    ).version;
  mkdirSync(join(here, '../results'), { recursive: true });
  const file = join(here, '../results', `gateway-${new Date().toISOString().slice(0, 10)}.json`);
  const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length, rounds, requests: REQUESTS, scale };
  const versions = Object.fromEntries(
    ['@apollo/gateway', '@apollo/server', '@graphql-hive/gateway', '@graphql-hive/router-runtime', 'graphql', 'undici'].map((name) => [
      name,
      version(name),
    ]),
  );
  writeFileSync(file, `${JSON.stringify({ machine, versions, rows }, null, 2)}\n`);
  console.log(`\nwritten to ${file}`);
}

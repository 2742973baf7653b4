/**
 * `npm run bench:attacks`: what each attack of the test's table costs our gateway beside a normal page, and that its memory stays flat.
 * ROUNDS and SCALE (of the 300 requests per attack and round) change how long it is attacked.
 */
import { readFileSync } from 'node:fs';
import { request } from 'undici';
import { JSON_TYPE, PROBES } from '../../gateway/src/test-support/attacks.ts';
import { cpuTicks, residentKb } from './measure.ts';
import { setStage } from './stage.ts';
import { OPERATIONS } from './world.ts';

const rounds = Number(process.env['ROUNDS'] ?? 5);
const AT_ONCE = 16;
const REQUESTS = Math.ceil(300 * Number(process.env['SCALE'] ?? 1));
const stage = await setStage(['ours']);
const [ours] = stage.contenders;
if (!ours) throw new Error('nothing to attack');
const pid = ours.child.pid ?? 0;
const authorization = `Bearer ${stage.tokens[0]}`;
/** The subgraphs of this benchmark say nothing of how long their lists are, so that no list is too long. */
const ATTACKS = PROBES.filter(([name]) => !name.startsWith('a list of'));
type Attack = (typeof PROBES)[number][1];

async function send({ headers, body, method }: Attack): Promise<number> {
  try {
    const response = await request(ours?.url ?? '', {
      method: (method ?? 'POST') as 'POST',
      headers: { ...JSON_TYPE, authorization, ...headers },
      body,
    });
    await response.body.dump();
    return response.statusCode;
  } catch {
    // The connection was cut while a body that is too large was still being sent.
    return 413;
  }
}
/** CPU per request in milliseconds, and the statuses that were answered. */
async function run(attack: Attack): Promise<{ cpu: number; statuses: Set<number> }> {
  const statuses = new Set<number>();
  const before = cpuTicks(pid);
  let left = REQUESTS;
  const client = async () => {
    while (left > 0) {
      left -= 1;
      statuses.add(await send(attack));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, client));
  return { cpu: ((cpuTicks(pid) - before) * 10) / REQUESTS, statuses };
}

const page: Attack = { body: JSON.stringify({ query: OPERATIONS.page }) };
const costs = new Map<string, number[]>();
const memory: number[] = [];
try {
  for (let round = -1; round < rounds; round += 1) {
    for (const [name, attack] of [['a normal page', page] as const, ...ATTACKS]) {
      const { cpu, statuses } = await run(attack);
      const refused = [...statuses].every((status) => status >= 400 && status < 500);
      if (attack !== page && !refused) throw new Error(`${name} was answered with ${[...statuses].join(', ')}`);
      if (round >= 0) costs.set(name, [...(costs.get(name) ?? []), cpu]);
    }
    memory.push(residentKb(pid) / 1024);
  }
  const peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  const middle = (values: readonly number[]) => values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
  const normal = middle(costs.get('a normal page') ?? []);
  for (const [name, values] of costs) console.log(name.padEnd(34), `${middle(values).toFixed(2)} ms`, (middle(values) / normal).toFixed(2));
  console.log(
    `\nresident MB after each round of ${REQUESTS * ATTACKS.length} attacks: ${memory.map((mb) => mb.toFixed(0)).join(', ')}; peak ${peak.toFixed(0)}`,
  );
} finally {
  stage.stop();
}

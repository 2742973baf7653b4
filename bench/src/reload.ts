/**
 * `npm run bench:reload`: p99 of our gateway under a steady load before, across and after another supergraph is put into its file.
 * RATE (requests a second), SECONDS (per part) and TIMES (reloads) change what is measured.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';
import { setStage } from './stage.ts';
import { OPERATIONS } from './world.ts';

const rate = Number(process.env['RATE'] ?? 200);
const seconds = Number(process.env['SECONDS'] ?? 6);
const times = Number(process.env['TIMES'] ?? 3);
const stage = await setStage(['ours']);
const { origin, pathname } = new URL(stage.contenders[0]?.url ?? '');
const pool = new Pool(origin, { connections: 128, pipelining: 1 });
const bodies = Object.values(OPERATIONS).map((query) => JSON.stringify({ query }));
let sent = 0;

async function ask(): Promise<number> {
  const body = bodies[sent % bodies.length] as string;
  const authorization = `Bearer ${stage.tokens[sent % 20]}`;
  sent += 1;
  const started = performance.now();
  const response = await pool.request({
    path: pathname,
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', authorization },
    body,
  });
  const text = await response.body.text();
  if (response.statusCode !== 200 || text.includes('"errors"')) throw new Error(`${response.statusCode} ${text.slice(0, 200)}`);
  return performance.now() - started;
}
/** Requests at a steady pace, whether the ones before were answered or not. */
async function part(name: string): Promise<void> {
  const waits: Promise<number>[] = [];
  const started = performance.now();
  for (let due = 0; due < rate * seconds; due += 1) {
    const early = started + (due * 1_000) / rate - performance.now();
    if (early > 1) await pause(early);
    waits.push(ask());
  }
  const latencies = (await Promise.all(waits)).toSorted((left, right) => left - right);
  const at = (share: number) => (latencies[Math.min(Math.floor(latencies.length * share), latencies.length - 1)] ?? 0).toFixed(1);
  console.log(name.padEnd(10), `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, most ${at(1)} ms, ${latencies.length} requests, none failed`);
}

try {
  const sdl = readFileSync(stage.supergraph, 'utf8');
  await part('warm-up');
  for (let time = 1; time <= times; time += 1) {
    await part('steady');
    writeFileSync(
      `${stage.supergraph}.new`,
      sdl.replace(/(\n\s+city: String[^\n]*)/, `$1\n  town${time}: String @join__field(graph: EMPLOYERS)`),
    );
    renameSync(`${stage.supergraph}.new`, stage.supergraph);
    await part('reload');
  }
  await pool.close();
} finally {
  stage.stop();
}

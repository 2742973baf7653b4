/**
 * `npm run bench:live`: open streams on one gateway process, each of a person of his own, over the supergraph of the house.
 * Tells what they take of memory, what they cost while nothing happens, and how long a change takes to reach all of them.
 * STREAMS (2,000), SECONDS of silence (60), HEAP_MB (512; 0: as Node chooses) and EXECUTOR (own) change what is measured. Exits with 1 beyond 300 MB.
 */
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { testKeys } from '@servicepunt/shared/test-support/subgraph';
import { startLiveSubgraph } from '../../gateway/src/test-support/live-subgraph.ts';
import { startGatewayProcess } from '../../gateway/src/test-support/process.ts';
import { startFakeSubgraph } from '../../gateway/src/test-support/subgraphs.ts';
import { startIssuer } from './issuer.ts';

const STREAMS = Number(process.env['STREAMS'] ?? 2_000);
const SECONDS = Number(process.env['SECONDS'] ?? 60);
const LIMIT_MB = 300;
const HEAP_MB = process.env['HEAP_MB'] ?? '512';
const QUERY = JSON.stringify({ query: 'subscription Bench { inboxUpdate { cursor complete unreadCount } }' });

const viewerOf = (subject: unknown) => ({
  viewer: {
    kind: 'PERSON',
    id: `stf_${String(subject)}`,
    language: 'nl',
    grants: [{ role: 'COORDINATOR', scope: { kind: 'LOCATION', id: 'loc_1' } }],
  },
});
const nobody = (name: string, calls: Parameters<typeof startFakeSubgraph>[0]['calls'] = {}) =>
  startFakeSubgraph({ name, sdl: 'type Query { nothing: Int }', calls });
const students = await nobody('students', { 'students.viewerBySubject': ({ subject }) => viewerOf(subject) });
const employers = await nobody('employers', { 'employers.viewerBySubject': () => ({ viewer: null }) });
const placements = await nobody('placements');
const notifications = await startLiveSubgraph();
const issuer = await startIssuer();
const keys = await testKeys();
const { process: gateway, stderr } = await startGatewayProcess([], {
  NODE_ENV: 'production',
  // 512 is what the manifests give; a smaller one is cleaned up sooner.
  NODE_OPTIONS: HEAP_MB === '0' ? '' : `--max-old-space-size=${HEAP_MB}`,
  APOLLO_TELEMETRY_DISABLED: 'true',
  LOG_LEVEL: 'info',
  SUPERGRAPH: join(import.meta.dirname, '../../gateway/supergraph.graphql'),
  EXECUTOR: process.env['EXECUTOR'] ?? 'own',
  OIDC_ISSUER: issuer.url,
  IDENTITY_PRIVATE_KEY: JSON.stringify(keys.privateKeys.gateway),
  IDENTITY_PUBLIC_KEYS: JSON.stringify(keys.publicKeys),
  STUDENTS_URL: students.url,
  EMPLOYERS_URL: employers.url,
  PLACEMENTS_URL: placements.url,
  NOTIFICATIONS_URL: notifications.url,
});
if (!gateway) throw new Error(stderr);
const pid = gateway.child.pid ?? 0;
const sockets: Socket[] = [];
process.once('exit', () => gateway.child.kill());

const statusOf = () => readFileSync(`/proc/${pid}/status`, 'utf8');
const megabytes = () => Number(/VmRSS:\s+(\d+)/.exec(statusOf())?.[1] ?? 0) / 1_024;
/** Processor time of the process so far, in milliseconds (a clock tick is 10 of them). */
const cpuMs = () => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
};
/** What the engine says of its own memory, in megabytes. */
async function heap(): Promise<string> {
  const text = await (await fetch(`${gateway?.opsUrl}/metrics`)).text();
  const of = (name: string) => Math.round(Number(new RegExp(`^nodejs_${name}_bytes (\\S+)`, 'm').exec(text)?.[1] ?? 0) / 1_048_576);
  return `heap ${of('heap_size_used')} of ${of('heap_size_total')} MB, outside it ${of('external_memory')} MB`;
}
const say = (line: string) => process.stdout.write(`${line}\n`);

const events = new Array<number>(STREAMS).fill(0);
let told: () => void = () => undefined;
const { hostname, port } = new URL(gateway.url);
/** Resolves with the first event. */
function open(index: number, token: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    sockets.push(socket);
    socket.setEncoding('utf8');
    socket.on('error', reject);
    socket.on('data', (text: string) => {
      if (text.startsWith('HTTP/1.1') && !text.startsWith('HTTP/1.1 200')) reject(new Error(text.slice(0, 300)));
      const count = text.split('event: next').length - 1;
      if (count === 0) return;
      events[index] = (events[index] ?? 0) + count;
      resolve();
      told();
    });
    const head = [
      'POST /graphql HTTP/1.1',
      'host: bench',
      'accept: text/event-stream',
      'content-type: application/json',
      `authorization: Bearer ${token}`,
      `content-length: ${QUERY.length}`,
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n${QUERY}`);
  });
}

try {
  await pause(2_000);
  const before = megabytes();
  const heapBefore = await heap();
  const tokens = await issuer.tokens(STREAMS);
  const started = performance.now();
  for (let from = 0; from < STREAMS; from += 50)
    await Promise.all(tokens.slice(from, from + 50).map((token, offset) => open(from + offset, token)));
  const openedIn = performance.now() - started;
  const opened = megabytes();
  const heapOpened = await heap();
  notifications.seen.length = 0;
  students.seen.length = 0;
  const idleFrom = cpuMs();
  let most = opened;
  for (let second = 0; second < SECONDS; second += 1) {
    await pause(1_000);
    most = Math.max(most, megabytes());
  }
  const idleCpu = (cpuMs() - idleFrom) / SECONDS;
  const looks = notifications.looks();
  const [answers, identities] = [notifications.queries(), students.seen.length];

  const latencies: number[] = [];
  for (let change = 1; change <= 5; change += 1) {
    const all = new Promise<void>((resolve) => {
      told = () => (events.every((count) => count >= change + 1) ? resolve() : undefined);
    });
    const from = performance.now();
    const looked = notifications.looks();
    notifications.add(`ntf_${change}`);
    while (notifications.looks() === looked) await pause(5);
    const noticed = performance.now();
    await all;
    latencies.push(performance.now() - noticed);
    say(
      `change ${change}: noticed after ${Math.round(noticed - from)} ms, at all ${STREAMS} streams ${Math.round(latencies.at(-1) ?? 0)} ms later`,
    );
    most = Math.max(most, megabytes());
  }
  say(`\nstreams ${STREAMS}, each of another person, executor ${process.env['EXECUTOR'] ?? 'own'}`);
  say(
    `memory of the gateway process (RSS): ${Math.round(before)} MB before, ${Math.round(opened)} MB once open, ${Math.round(most)} MB at most`,
  );
  say(`before: ${heapBefore}; once open: ${heapOpened}; at the end: ${await heap()}`);
  say(`per stream ${Math.round(((most - before) * 1_024) / STREAMS)} kB; opened in ${(openedIn / 1_000).toFixed(1)} s`);
  say(
    `silence: ${Math.round(idleCpu)} ms of processor a second, ${looks} looks and ${answers} answers in ${SECONDS} s, ${(identities / SECONDS).toFixed(0)} identities a second looked at again`,
  );
  say(most <= LIMIT_MB ? `within ${LIMIT_MB} MB` : `MORE than ${LIMIT_MB} MB`);
  process.exitCode = most <= LIMIT_MB ? 0 : 1;
} finally {
  for (const socket of sockets) socket.destroy();
  gateway.child.kill();
  for (const each of [students, employers, placements, notifications, issuer]) await each.stop();
}

import { readFileSync } from 'node:fs';
import { Pool } from 'undici';

export interface Measurement {
  readonly requests: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** CPU of the gateway's process (all its threads) per request, in milliseconds. */
  readonly cpu: number;
  readonly memoryMb: number;
}

const CONNECTIONS = 32;
const TICKS_PER_SECOND = 100;

/** Sends one operation so many times, as fast as answers come, over 32 connections. */
export async function measure(options: {
  url: string;
  pid: number;
  body: string;
  tokens: readonly string[];
  requests: number;
  expected: string;
}): Promise<Measurement> {
  const { origin, pathname } = new URL(options.url);
  const pool = new Pool(origin, { connections: CONNECTIONS, pipelining: 1 });
  const latencies: number[] = [];
  const before = cpuTicks(options.pid);
  const started = performance.now();
  let next = 0;
  const client = async () => {
    while (next < options.requests) {
      next += 1;
      const token = options.tokens[next % options.tokens.length] as string;
      const sent = performance.now();
      const { statusCode, body } = await pool.request({
        path: pathname,
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json', authorization: `Bearer ${token}` },
        body: options.body,
      });
      const text = await body.text();
      if (statusCode !== 200 || text.trimEnd().length !== options.expected.length)
        throw new Error(`${options.url} answered ${statusCode} ${text.slice(0, 300)}`);
      latencies.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, client));
  const seconds = (performance.now() - started) / 1000;
  const ticks = cpuTicks(options.pid) - before;
  await pool.close();
  latencies.sort((left, right) => left - right);
  return {
    requests: latencies.length,
    perSecond: latencies.length / seconds,
    p50: latencies[Math.floor(latencies.length / 2)] ?? 0,
    p99: latencies[Math.floor(latencies.length * 0.99)] ?? 0,
    cpu: ((ticks / TICKS_PER_SECOND) * 1000) / latencies.length,
    memoryMb: residentKb(options.pid) / 1024,
  };
}

/** User and system time from the process's own accounting (Linux). */
export function cpuTicks(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return Number(fields[11]) + Number(fields[12]);
}
/** Memory of the process that is in the machine's own. */
export function residentKb(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}

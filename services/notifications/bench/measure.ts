import { readFileSync } from 'node:fs';
import type { Redis } from 'ioredis';

/** CPU time of this process, of Redis and of the document store, in milliseconds. */
export interface Cpu {
  readonly node: number;
  readonly redis: number;
  readonly documents: number;
}

/** Ticks per second of the times in /proc. */
const TICKS = 100;

export function cpuMeter(redis: Redis, documentsPid: number): () => Promise<Cpu> {
  return async () => {
    const { user, system } = process.cpuUsage();
    const info = await redis.info('cpu');
    const seconds = (name: string) => Number(new RegExp(`${name}:([\\d.]+)`).exec(info)?.[1] ?? 0);
    return {
      node: (user + system) / 1_000,
      redis: (seconds('used_cpu_user') + seconds('used_cpu_sys')) * 1_000,
      documents: documentsPid > 0 ? cpuOf(documentsPid) : 0,
    };
  };
}

function cpuOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return ((Number(fields[11]) + Number(fields[12])) * 1_000) / TICKS;
  } catch {
    return 0;
  }
}

export interface Measured {
  readonly name: string;
  readonly count: number;
  readonly seconds: number;
  readonly perSecond: number;
  /** CPU per piece, in milliseconds. */
  readonly cpu: Cpu;
  /** Commands to the document store per piece, where they are counted. */
  readonly commands?: number;
}

export async function measure(name: string, count: number, meter: () => Promise<Cpu>, work: () => Promise<unknown>): Promise<Measured> {
  const before = await meter();
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1_000;
  const after = await meter();
  return {
    name,
    count,
    seconds,
    perSecond: count / seconds,
    cpu: {
      node: (after.node - before.node) / count,
      redis: (after.redis - before.redis) / count,
      documents: (after.documents - before.documents) / count,
    },
  };
}

export const median = (values: readonly number[]): number =>
  values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;

export const row = (measured: Measured): string =>
  `| ${measured.name} | ${measured.count} | ${measured.seconds.toFixed(1)} | ${Math.round(measured.perSecond)} | ${measured.cpu.node.toFixed(3)} | ${measured.cpu.redis.toFixed(3)} | ${measured.cpu.documents.toFixed(3)} |`;
export const HEADER = '| What | Count | s | per s | CPU Node ms | CPU Redis ms | CPU documents ms |\n|---|---|---|---|---|---|---|';

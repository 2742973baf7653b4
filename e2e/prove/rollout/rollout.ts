import { setTimeout as pause } from 'node:timers/promises';
import { FIRST_SERVICE_POINT } from '../../../tools/stack/src/processes.ts';
import { DEPLOYMENTS, openHouse, type Deployment, type House, type Store, type Timing } from './house.ts';
import { startLoad, type Failure, type Load, type PhaseCounts } from './load.ts';
import { compareReminders, type ReminderCounts } from './reminders.ts';
import type { Replica } from './replicas.ts';
import { createMix, createWorld } from './world.ts';

export interface RolloutOptions {
  readonly root: string;
  readonly folder: string;
  readonly env: Record<string, string | undefined>;
  readonly timing: Timing;
  readonly replicas: number;
  /** How many of a deployment's replicas are rolled; all of them unless told otherwise. */
  readonly rolledEach?: number;
  readonly perSecond: number;
  /** Enough that what a run writes (six reminders a second of a hundred requests) spreads over many pages, as it does in a school. */
  readonly pupils: number;
  readonly seed: number;
  /** What is rolled and killed; all of it unless told otherwise. */
  readonly roll?: readonly Deployment[];
  readonly kill?: readonly Deployment[];
  readonly stores?: readonly Store[];
  /** How long after a kill and after a store came back the counting goes on. */
  readonly settleMs: number;
  /** How long a store stays away once everybody has noticed. */
  readonly awayMs: number;
  /** Settings beside those of the manifests, for machines that are busy with other things. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly say: (line: string) => void;
}

export interface Stop {
  readonly replica: string;
  /** How it ended, and how long after its SIGTERM. */
  readonly ended: string;
  readonly ms: number;
}
export interface Report {
  readonly phases: Readonly<Record<string, PhaseCounts>>;
  readonly failures: readonly Failure[];
  readonly stops: readonly Stop[];
  readonly reminders: ReminderCounts;
  readonly outages: readonly Outage[];
  /** Processes that ended though nobody stopped or killed them. */
  readonly crashed: readonly string[];
}
export interface Outage {
  readonly store: Store;
  /** Deployments that said they weren't ready while it was away, and are again now. */
  readonly noticed: readonly string[];
  readonly ready: boolean;
}

const BACK_WITHIN_MS = 60_000;
/** A lease of a killed worker ends, another one takes over. */
const REMINDERS_WITHIN_MS = 150_000;

/** Rolls every deployment under load, then kills one replica of each, then takes the stores away for a while; counts what anybody noticed. */
export async function proveRollout(options: RolloutOptions): Promise<Report> {
  const { say, timing } = options;
  const random = mulberry32(options.seed);
  const house = await openHouse({ ...options, random });
  const gone = new Set<string>();
  const stops: Stop[] = [];
  const outages: Outage[] = [];
  let load: Load | null = null;
  try {
    await Promise.all(DEPLOYMENTS.flatMap((deployment) => Array.from({ length: options.replicas }, () => house.start(deployment))));
    await untilLearned(house, options.replicas);
    const world = await createWorld(house.endpoint, house.tokenFor, options.pupils);
    const asked = new Set<string>();
    const from = new Date();
    const running = startLoad({
      url: new URL(house.endpoint).origin,
      perSecond: options.perSecond,
      next: createMix(world, random, (id) => asked.add(id)),
      onFailure: ({ phase, kind, reason, atMs }) => say(`  ${(atMs / 1000).toFixed(2)} s ${phase}: ${kind}: ${reason}`),
    });
    load = running;
    await pause(options.settleMs);

    for (const deployment of options.roll ?? DEPLOYMENTS) {
      running.phase(`roll ${deployment}`);
      say(`rolling ${deployment}`);
      for (const old of (house.replicas.get(deployment) ?? []).slice(0, options.rolledEach)) {
        await house.start(deployment);
        gone.add(old.name);
        stops.push(await removed(house, deployment, old, timing));
        say(`  ${old.name} ${stops.at(-1)?.ended} after ${stops.at(-1)?.ms} ms`);
      }
      await pause(timing.lagMs);
    }

    for (const deployment of options.kill ?? DEPLOYMENTS) {
      running.phase(`kill ${deployment}`);
      await running.mayRetry();
      const victim = house.replicas.get(deployment)?.[0];
      say(`killing ${victim?.name}`);
      if (victim) {
        gone.add(victim.name);
        drop(house, deployment, victim);
        victim.signal('SIGKILL');
        await victim.ended;
      }
      await house.start(deployment);
      await untilLearned(house, options.replicas);
      await pause(options.settleMs);
    }

    for (const store of options.stores ?? (['documents', 'redis'] as const)) {
      running.phase(`without ${store}`, 'outage');
      const leave = store === 'redis' ? () => leaveWithout(house, 'notifications-worker', gone, timing) : () => Promise.resolve([]);
      const { outage, left } = await without(house, store, options, leave);
      outages.push(outage);
      stops.push(...left);
      running.phase(`after ${store}`);
      await pause(options.settleMs);
    }
    await running.stop();
    load = null;
    const reminders = await compareReminders({
      ...{ endpoint: house.endpoint, token: await house.tokenFor(FIRST_SERVICE_POINT), asked, from, withinMs: REMINDERS_WITHIN_MS },
      messageIds: () => house.smtp.mails.map(({ messageId }) => messageId),
    });
    const crashed = [...house.replicas.values()].flat().filter((replica) => replica.hasEnded() && !gone.has(replica.name));
    return {
      ...{ phases: running.counts(), failures: running.failures(), stops, reminders, outages },
      crashed: crashed.map(({ name }) => name),
    };
  } finally {
    await load?.stop().catch(() => undefined);
    await house.close();
  }
}

/** A pod is deleted: its endpoint goes, the preStop pause passes, SIGTERM, and at the end of its grace SIGKILL. */
async function removed(house: House, deployment: Deployment, old: Replica, timing: Timing): Promise<Stop> {
  house.balancers.get(deployment)?.terminate(old.name);
  await pause(timing.preStopMs);
  const began = performance.now();
  old.signal('SIGTERM');
  const cut = setTimeout(() => old.signal('SIGKILL'), timing.graceMs - timing.preStopMs);
  const ended = await old.ended;
  clearTimeout(cut);
  drop(house, deployment, old);
  return { replica: old.name, ended, ms: Math.round(performance.now() - began) };
}

function drop(house: House, deployment: Deployment, replica: Replica): void {
  const replicas = house.replicas.get(deployment) ?? [];
  replicas.splice(replicas.indexOf(replica), 1);
}

/** Until every balancer knows that many replicas, and no dead one. */
async function untilLearned(house: House, count: number): Promise<void> {
  const deadline = Date.now() + BACK_WITHIN_MS;
  for (const [deployment, balancer] of house.balancers) {
    const alive = () => (house.replicas.get(deployment) ?? []).map(({ name }) => name);
    while (!sameNames(balancer.ready(), alive()) || alive().length < count) {
      if (Date.now() > deadline)
        throw new Error(`The balancer of ${deployment} knows ${balancer.ready().join(', ')}; alive are ${alive().join(', ')}`);
      await pause(50);
    }
  }
}

/** Stops a store, waits until those who need it say so, starts it again and waits until they are back. */
async function without(
  house: House,
  store: Store,
  { say, awayMs }: RolloutOptions,
  leave: () => Promise<readonly Stop[]>,
): Promise<{ outage: Outage; left: readonly Stop[] }> {
  const needs: Record<Store, readonly Deployment[]> = {
    documents: DEPLOYMENTS.filter((deployment) => deployment !== 'gateway'),
    redis: ['notifications-worker'],
  };
  await house.stopStore(store);
  const noticed = await Promise.all(
    needs[store].map(async (deployment) => ((await untilReadiness(house, deployment, false)) ? [deployment] : [])),
  );
  say(`without ${store}: not ready are ${noticed.flat().join(', ')}`);
  const [left] = await Promise.all([leave(), pause(awayMs)]);
  await house.startStore(store);
  for (const { replica } of left) say(`  ${replica} was stopped meanwhile`);
  const back = await Promise.all(needs[store].map((deployment) => untilReadiness(house, deployment, true)));
  await untilLearned(house, 1);
  return { outage: { store, noticed: noticed.flat(), ready: back.every(Boolean) }, left };
}

/** One replica is stopped while what it needs is away: it has nobody to say goodbye to, and has to be out in time all the same. */
async function leaveWithout(house: House, deployment: Deployment, gone: Set<string>, timing: Timing): Promise<Stop[]> {
  const old = house.replicas.get(deployment)?.[0];
  if (!old) return [];
  gone.add(old.name);
  return [await removed(house, deployment, old, timing)];
}

/** Whether all replicas come to say that they are (or aren't) ready. */
async function untilReadiness(house: House, deployment: Deployment, wanted: boolean): Promise<boolean> {
  const deadline = Date.now() + BACK_WITHIN_MS;
  for (const replica of house.replicas.get(deployment) ?? []) {
    for (;;) {
      const response = await fetch(`${replica.opsUrl}/readyz`, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
      if (response?.ok === wanted) break;
      if (Date.now() > deadline) return false;
      await pause(100);
    }
  }
  return true;
}

const sameNames = (left: readonly string[], right: readonly string[]) =>
  left.length === right.length && left.every((name) => right.includes(name));

/** A small generator with a seed, so that two runs choose the same. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

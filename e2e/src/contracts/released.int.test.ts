import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { systemClock } from '@servicepunt/shared/clock';
import { EVENTS, producersFor, type EventType } from '@servicepunt/shared/contracts/events';
import type { ServiceName } from '@servicepunt/shared/contracts/roles';
import type { RoomDeps, ServiceDefinition } from '@servicepunt/shared/service';
import type { Call, PulledEvent, PullEvents } from '@servicepunt/shared/service-client';
import { startTestSubgraph, until } from '@servicepunt/shared/test-support/subgraph';
import { defineEmployers } from '../../../services/employers/src/app.ts';
import { startRecordingSmtp } from '../../../services/notifications/src/test-support/smtp.ts';
import { startTestWorker } from '../../../services/notifications/src/test-support/worker.ts';
import { createOthers } from '../../../services/notifications/src/test-support/others.ts';
import { definePlacements } from '../../../services/placements/src/app.ts';
import { defineStudents } from '../../../services/students/src/app.ts';
import { releasedSamples } from '../../../tools/check/src/contracts/contract-check.ts';

const released = releasedSamples(join(__dirname, '../../..'));

/** The log of a producer of the last release: one event of each of its types. */
const logOf = (producer: ServiceName): PulledEvent[] =>
  Object.values(released.events)
    .filter(({ type }) => EVENTS[type as EventType]?.producer === producer)
    .map((event, index) => ({ ...event, number: index + 1 }));
const pullEvents: PullEvents = (producer, after, limit) =>
  Promise.resolve(
    logOf(producer)
      .filter(({ number }) => number > after)
      .slice(0, limit),
  );
/** A callee of the last release: it answers what it answered then. */
const call = ((name: string) => {
  const sample = released.calls[name];
  return sample ? Promise.resolve(sample.output) : Promise.reject(new Error(`The last release had no call ${name}`));
}) as unknown as Call;

const wanted = (subscriber: ServiceName) =>
  Object.fromEntries(
    producersFor(subscriber)
      .filter((producer) => producer !== subscriber)
      .map((producer) => [producer, logOf(producer).length]),
  );

describe('today the events of the last release are understood', () => {
  const stops: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  const services: [ServiceName, (deps: RoomDeps) => ServiceDefinition][] = [
    ['students', (deps) => defineStudents(deps, {})],
    ['employers', (deps) => defineEmployers(deps)],
    ['placements', (deps) => definePlacements(deps)],
  ];
  it.each(services)(
    'by %s, one after the other to the end of the log',
    async (name, define) => {
      const service = await startTestSubgraph({ name, define, callees: call, pullEvents });
      stops.push(service.stop);
      if (!service.subscriber) return expect(Object.keys(wanted(name))).toEqual([]);
      const heard = async () => (await service.subscriber?.positions()) ?? {};
      await until(async () => reached(await heard(), wanted(name)), `${name} to hear everything`);
      expect(Object.values(wanted(name)).every((events) => events > 0)).toBe(true);
    },
    60_000,
  );

  it("by the notifications' worker, which plans reminders from them", async () => {
    const smtp = await startRecordingSmtp();
    const others = { ...createOthers(systemClock), call, pullEvents };
    const worker = await startTestWorker({ others, clock: systemClock, smtpUrl: smtp.url });
    stops.push(worker.stop, smtp.close);
    await until(async () => reached(await worker.subscriber.positions(), wanted('notifications')), 'the worker to hear everything');
    expect((await worker.reminders()).length).toBeGreaterThan(0);
    expect(worker.warnings.filter(({ event }) => event === 'event-unusable' || event === 'events-not-handled')).toEqual([]);
  }, 60_000);
});

const reached = (positions: Readonly<Record<string, number>>, last: Readonly<Record<string, number>>) =>
  Object.entries(last).every(([producer, number]) => (positions[producer] ?? 0) >= number);

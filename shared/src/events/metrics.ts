import type { Model } from 'mongoose';
import { Gauge, type Registry } from 'prom-client';
import type { EventRow } from './relay.ts';
import type { Subscriber } from './subscriber.ts';

/** Shows how far this service's own log is, and how far it has handled the logs of others: the difference is what waits. */
export function countEvents(
  registry: Registry,
  options: { name: string; events: Pick<Model<EventRow>, 'findOne'>; subscriber: Pick<Subscriber, 'positions'> | null },
): void {
  const { name, events, subscriber } = options;
  const told = new Gauge({
    name: 'servicepunt_events_number',
    help: 'Number of the last event in the log of this producer.',
    labelNames: ['producer'],
    registers: [],
    async collect() {
      const last = await events
        .findOne({}, { _id: 1 })
        .sort({ _id: -1 })
        .lean()
        .catch(() => null);
      // Without its store a producer has nothing to say; an old number would be a lie.
      this.reset();
      if (last) this.set({ producer: name }, last._id);
    },
  });
  const handled = new Gauge({
    name: 'servicepunt_events_position',
    help: 'Number of the last event whose effect stands, by subscriber and producer.',
    labelNames: ['subscriber', 'producer'],
    registers: [],
    async collect() {
      this.reset();
      const positions: Record<string, number> = (await subscriber?.positions().catch(() => null)) ?? {};
      for (const [producer, position] of Object.entries(positions)) this.set({ subscriber: name, producer }, position);
    },
  });
  for (const gauge of [told, handled]) registry.registerMetric(gauge as Gauge);
}

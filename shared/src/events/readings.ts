import type { Model } from 'mongoose';
import type { Clock } from '../clock.ts';
import type { EventPayloads } from '../contracts/events.ts';
import type { ServiceName } from '../contracts/roles.ts';
import type { NewId } from '../ids.ts';
import { aggregateSchema, type AggregateFields, type Connection } from '../mongo.ts';
import type { RequestInfo } from '../subgraph/server.ts';
import type { ReadingBatch } from '../subgraph/restricted-reads.ts';
import { doneBy, event } from './outbox.ts';

/** What tells, per service, that restricted records were read; a service without one may have no audited field. */
export const READ_EVENTS = { students: 'StudentRecordsRead', placements: 'PlacementRecordsRead' } as const satisfies Partial<
  Record<ServiceName, keyof EventPayloads>
>;

/**
 * Readings on their way to the event log: a document that holds its outbox and nothing else, inserted before the answer leaves.
 * The relay moves it in its next round and removes it; a ring per reading would cost more than the reading.
 */
export function createReadings(
  connection: Connection,
  type: (typeof READ_EVENTS)[keyof typeof READ_EVENTS],
  deps: { clock: Clock; newId: NewId },
) {
  const model: Model<AggregateFields> = connection.model<AggregateFields>('Reading', aggregateSchema<AggregateFields>({}), 'readings');
  return {
    model,
    async record({ viewer, requestId }: Pick<RequestInfo, 'viewer' | 'requestId'>, batch: ReadingBatch): Promise<void> {
      const now = deps.clock.now();
      const data = { subjectIds: [...batch.subjectIds], fields: [...batch.fields], requestId };
      const entry = event({ type, data }, { at: now, revision: 1, ...doneBy(viewer), newId: deps.newId });
      // Complete as it is: casting a hundred ids would take longer than the insert.
      await model.collection.insertOne({
        _id: deps.newId('rdg'),
        revision: 1,
        createdAt: now,
        updatedAt: now,
        outbox: [entry],
        outboxAt: now,
      } as never);
    },
  };
}

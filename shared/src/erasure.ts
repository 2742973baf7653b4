import DataLoader from 'dataloader';
import { Schema, type Model } from 'mongoose';
import type { Clock } from './clock.ts';
import type { EventPayloads } from './contracts/events.ts';
import { event, type NewEvent } from './events/outbox.ts';
import type { NewId } from './ids.ts';
import type { Logger } from './log.ts';
import { aggregateSchema, isDuplicateKey, ours, type AggregateFields, type Connection } from './mongo.ts';

/** How many documents of a collection went, or lost what they held of the person. */
export interface Erased {
  readonly collection: string;
  readonly documents: number;
}
/** What a service did for an erasure: ids and numbers, kept as proof and so that nothing about the pupil comes back. */
export interface ErasureRow extends AggregateFields {
  studentId: string;
  doneAt: Date | null;
  erased: Erased[];
  /** Whether the store gave the freed pages back; false where it may not (MongoDB overwrites them in time). */
  compacted: boolean;
  /** The event that the last report answers: after a restore an erasure is told again, and reported again. */
  answers: string | null;
}
/** What the subscriber hears: the event's own id, and what it carries. */
interface Told {
  readonly id: string;
  readonly data: EventPayloads['StudentErased'];
}

/** The erasures that a service was told of. */
export function createErasures(
  connection: Connection,
  tells: 'PlacementsErased' | 'NotificationsErased',
  deps: { clock: Clock; newId: NewId; log: Logger; nudge: () => void },
) {
  const schema = aggregateSchema<ErasureRow>({
    studentId: { type: String, required: true },
    doneAt: { type: Date, default: null },
    erased: { type: [Schema.Types.Mixed], default: [] },
    compacted: { type: Boolean, default: false },
    answers: { type: String, default: null },
  });
  // Serves the question whether a pupil is erased: events that come late about him do nothing.
  schema.index({ studentId: 1 });
  const model: Model<ErasureRow> = connection.model<ErasureRow>('ErasureDone', schema, 'erasuresDone');

  // A page of events asks about all of its pupils at once. Nothing is remembered between two questions.
  const known = new DataLoader(
    async (studentIds: readonly string[]) => {
      const rows = await model.find(ours({ studentId: { $in: [...studentIds] } }), { studentId: 1 }).lean();
      const found = new Set(rows.map(({ studentId }) => studentId));
      return studentIds.map((studentId) => found.has(studentId));
    },
    { cache: false, maxBatchSize: 200 },
  );

  return {
    model,
    isErased: (studentId: string): Promise<boolean> => known.load(studentId),
    /** Erases, and reports it once for each time that it is told; heard again, it erases what came meanwhile. Stopped half-way, the event comes again. */
    async carryOut({ id, data: told }: Told, erase: () => Promise<Erased[]>): Promise<void> {
      const begun = deps.clock.now();
      const { erasureId, studentId } = told;
      try {
        const row = { _id: erasureId, studentId, doneAt: null, erased: [], compacted: false, answers: null };
        await model.create([{ ...row, revision: 1, createdAt: begun, updatedAt: begun, inputHash: null, outbox: [] }] as never);
      } catch (error) {
        if (!isDuplicateKey(error, '_id')) throw error;
      }
      const erased = (await erase()).filter(({ documents }) => documents > 0);
      const compacted = await compact(connection, erased, deps.log);
      const now = deps.clock.now();
      const done: NewEvent = { type: tells, data: { erasureId, studentId, erased: [...erased], compacted } };
      const row = await model
        .findOne(ours({ _id: erasureId }), { revision: 1, answers: 1 })
        .lean<Pick<ErasureRow, 'revision' | 'answers'>>();
      if (!row || row.answers === id) return;
      const revision = row.revision + 1;
      await model.updateOne(ours({ _id: erasureId, revision: row.revision }), {
        $set: { doneAt: now, updatedAt: now, revision, erased, compacted, answers: id, outboxAt: now },
        $push: { outbox: event(done, { at: now, revision, actor: 'service', newId: deps.newId }) },
      });
      deps.nudge();
    },
  };
}
export type Erasures = ReturnType<typeof createErasures>;

/** Deletes what a filter finds and counts it. */
export async function deleteAll(connection: Connection, collection: string, filter: object): Promise<Erased> {
  const { deletedCount } = await connection.collection(collection).deleteMany(filter);
  return { collection, documents: deletedCount };
}

/** Asks the store to overwrite the pages that were freed; one that may not do so is told in the log and in the report. */
export async function compact(connection: Connection, touched: readonly Erased[], log: Logger): Promise<boolean> {
  let all = true;
  for (const collection of new Set(touched.map((entry) => entry.collection))) {
    try {
      await connection.db?.command({ compact: collection });
    } catch (error) {
      all = false;
      log.warn({ event: 'not-compacted', collection, err: error });
    }
  }
  return all;
}

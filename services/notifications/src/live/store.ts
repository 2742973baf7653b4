import { Schema } from 'mongoose';
import { ours, type Connection } from '@servicepunt/shared/mongo';
import { insertIgnoringDuplicates } from '../reminder/store.ts';
import type { Told } from './rules.ts';

/** A topic that somebody follows. What changes is counted and kept until `until`; then nobody has asked for it for long. */
export interface LiveTopicRow {
  _id: string;
  /** Grows with every change, and never begins anew below what it was. */
  number: number;
  /** Ids of what changed last. */
  changes: string[];
  until: Date;
}

/** How long a topic is kept up after somebody asked for it: whoever is away for less misses nothing. */
export const FOLLOWED_MS = 60 * 60_000;
/** Changes that are kept of a topic. */
export const KEPT_CHANGES = 100;

/** Each change of a topic is one write of one document, so that its number and its list always agree. */
export function createLiveStore(connection: Connection) {
  const schema = new Schema<LiveTopicRow>(
    { _id: { type: String, required: true }, number: { type: Number, required: true }, changes: [String], until: { type: Date } },
    { versionKey: false },
  );
  // Serves the removal of topics that nobody follows any more.
  schema.index({ until: 1 });
  const model = connection.model<LiveTopicRow>('LiveTopic', schema, 'liveTopics');
  const read = (topics: readonly string[], now: Date) =>
    model.find(ours({ _id: { $in: [...topics] }, until: { $gt: now } })).lean<LiveTopicRow[]>();

  /** Whoever asks in the second half of a topic's time keeps it up. */
  async function keepUp(rows: readonly Pick<LiveTopicRow, '_id' | 'until'>[], now: Date): Promise<void> {
    const ending = rows.filter(({ until }) => until.getTime() - now.getTime() < FOLLOWED_MS / 2).map(({ _id }) => _id);
    if (ending.length > 0)
      await model.updateMany(ours({ _id: { $in: ending }, until: { $gt: now } }), {
        $set: { until: new Date(now.getTime() + FOLLOWED_MS) },
      });
  }

  return {
    model,
    /** Which of these somebody follows. */
    async followed(topics: readonly string[], now: Date): Promise<string[]> {
      const rows = await model.find(ours({ _id: { $in: [...topics] }, until: { $gt: now } }), { _id: 1 }).lean<{ _id: string }[]>();
      return rows.map(({ _id }) => _id);
    },
    /** Counts changes and keeps their ids. */
    async tell(changes: ReadonlyMap<string, readonly string[]>): Promise<void> {
      const writes = [...changes].map(([topic, ids]) => ({
        updateOne: {
          filter: { _id: topic },
          update: { $inc: { number: ids.length }, $push: { changes: { $each: [...ids], $slice: -KEPT_CHANGES } } },
        },
      }));
      if (writes.length > 0) await model.collection.bulkWrite(writes as never, { ordered: false });
    },
    /** How these topics stand; those that nobody followed are followed from now on, under a number that no older cursor knows. */
    async follow(topics: readonly string[], now: Date): Promise<Map<string, Told>> {
      const rows = await read(topics, now);
      await keepUp(rows, now);
      const known = new Set(rows.map(({ _id }) => _id));
      const others = topics.filter((topic) => !known.has(topic));
      if (others.length > 0) {
        const fresh = { number: now.getTime(), changes: [], until: new Date(now.getTime() + FOLLOWED_MS) };
        await insertIgnoringDuplicates(
          model.collection,
          others.map((_id) => ({ _id, ...fresh })),
        );
        // What ended is begun anew; another reader may have done it meanwhile.
        await model.updateMany(ours({ _id: { $in: others }, until: { $lte: now } }), { $set: fresh });
        rows.push(...(await read(others, now)));
      }
      return new Map(rows.map(({ _id, number, changes }) => [_id, { number, changes }]));
    },
    /** Only their numbers: one look for everybody who follows. */
    async numbers(topics: readonly string[], now: Date): Promise<Map<string, number>> {
      const rows = await model
        .find(ours({ _id: { $in: [...topics] }, until: { $gt: now } }), { number: 1, until: 1 })
        .lean<Pick<LiveTopicRow, '_id' | 'number' | 'until'>[]>();
      await keepUp(rows, now);
      return new Map(rows.map(({ _id, number }) => [_id, number]));
    },
    /** Removes what nobody has followed for a day. */
    forget: (now: Date) => model.deleteMany(ours({ until: { $lt: new Date(now.getTime() - 24 * FOLLOWED_MS) } })).exec(),
  };
}
export type LiveStore = ReturnType<typeof createLiveStore>;

import { Schema, type Connection } from 'mongoose';
import { isDuplicateKey, ours } from '@servicepunt/shared/mongo';
import { workingTimeSchema } from '../working-time/stored.ts';
import type { CalendarEntry } from './rules.ts';

/**
 * One document per pupil: "no two placements at once" is a rule over several placements, so it has a document of its own,
 * changed under a condition on its revision.
 */
interface CalendarRow {
  /** The pupil. */
  _id: string;
  revision: number;
  entries: CalendarEntry[];
}

/** A calendar as it was read. */
export interface CalendarSnapshot {
  readonly revision: number;
  readonly entries: readonly CalendarEntry[];
}

export function createCalendarStore(connection: Connection) {
  const entry = new Schema(
    {
      placementId: { type: String, required: true },
      startsOn: { type: String, required: true },
      endsOn: { type: String, required: true },
      workingTimes: { type: [workingTimeSchema()], required: true },
      claimedAt: { type: Date, required: true },
    },
    { _id: false },
  );
  const model = connection.model<CalendarRow>(
    'PupilCalendar',
    new Schema<CalendarRow>(
      { _id: String, revision: { type: Number, required: true }, entries: { type: [entry], required: true } },
      { versionKey: false, strict: 'throw', collection: 'pupilCalendars' },
    ),
  );

  return {
    /** The calendars of many pupils with one query: who has none yet has an empty one. */
    async readMany(studentIds: readonly string[]): Promise<ReadonlyMap<string, CalendarSnapshot>> {
      const rows = await model.find(ours({ _id: { $in: [...studentIds] } })).lean<CalendarRow[]>();
      const known = new Map(rows.map((row) => [row._id, row]));
      return new Map(studentIds.map((id) => [id, known.get(id) ?? { revision: 0, entries: [] }]));
    },
    async read(studentId: string): Promise<CalendarSnapshot> {
      const row = await model.findOne(ours({ _id: studentId })).lean<CalendarRow>();
      return row ?? { revision: 0, entries: [] };
    },
    /** False when somebody else changed the calendar since `seen`. */
    async replace(studentId: string, seen: number, entries: readonly CalendarEntry[]): Promise<boolean> {
      if (seen === 0) {
        try {
          await model.insertMany([{ _id: studentId, revision: 1, entries: [...entries] }], { lean: true });
          return true;
        } catch (error) {
          if (isDuplicateKey(error)) return false;
          throw error;
        }
      }
      const written = await model.updateOne(ours({ _id: studentId, revision: seen }), {
        $set: { entries: [...entries], revision: seen + 1 },
      });
      return written.modifiedCount === 1;
    },
  };
}
export type CalendarStore = ReturnType<typeof createCalendarStore>;

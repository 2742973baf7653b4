import { Schema, type Model } from 'mongoose';
import { isDuplicateKey, ours, type Connection } from '@servicepunt/shared/mongo';

/** Until when a company had to do with the schools by its placements: the last day of the latest one. Its id is the company's. */
export interface ActivityRow {
  _id: string;
  lastOn: string;
}

export function createActivityStore(connection: Connection) {
  const text = { type: String, required: true };
  const schema = new Schema<ActivityRow>({ _id: text, lastOn: text }, { versionKey: false, strict: 'throw', id: false });
  const model = connection.model<ActivityRow>('EmployerActivity', schema, 'employerActivity');
  return { model, note: (employerId: string, day: string) => noteActivity(model, employerId, day) };
}
export type ActivityStore = ReturnType<typeof createActivityStore>;

/** Keeps the later day, whatever the order in which it is told. */
export async function noteActivity(model: Model<ActivityRow>, _id: string, lastOn: string): Promise<void> {
  try {
    await model.updateOne(ours({ _id, lastOn: { $lt: lastOn } }), { $set: { lastOn } }, { upsert: true });
  } catch (error) {
    // A later day stands: the condition didn't hold, and the upsert met the primary key.
    if (!isDuplicateKey(error)) throw error;
  }
}

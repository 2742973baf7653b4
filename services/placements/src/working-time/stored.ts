import { Schema } from 'mongoose';

/** Working times as they stand inside a document. */
export const workingTimeSchema = () =>
  new Schema(
    {
      weekday: { type: Number, required: true },
      startsAt: { type: String, required: true },
      endsAt: { type: String, required: true },
      breakMinutes: { type: Number, required: true },
    },
    { _id: false },
  );

import { Schema } from 'mongoose';

/**
 * Work that a change leaves behind for other documents and services (an offer's place, the evaluations). It stands in the same
 * document write as the change, so a crash loses none of it, and each piece may run twice.
 */
export interface FollowUpFields {
  followUps: { id: string; code: string }[];
  /** When it's tried next; absent while nothing waits. */
  followUpAt?: Date;
}

export const followUpDefinition = {
  followUps: {
    type: [new Schema({ id: { type: String, required: true }, code: { type: String, required: true } }, { _id: false })],
    required: true,
  },
  followUpAt: { type: Date },
};

import { Schema } from 'mongoose';
import { ours, type Connection } from '@servicepunt/shared/mongo';

export type LinkRole = 'EMPLOYER' | 'STUDENT' | 'RECEIVING_PARTY';

/** A capability link: one task, one person. The token itself is nowhere but in the mail. */
export interface LinkRow {
  _id: string;
  hash: string;
  taskId: string;
  personId: string;
  role: LinkRole;
  createdAt: Date;
  expiresAt: Date;
  /** When the task was done; the link only shows it from then on. */
  usedAt: Date | null;
}

export function createLinkStore(connection: Connection) {
  const schema = new Schema<LinkRow>(
    {
      _id: { type: String, required: true },
      hash: { type: String, required: true },
      taskId: { type: String, required: true },
      personId: { type: String, required: true },
      role: { type: String, required: true },
      createdAt: { type: Date, required: true },
      expiresAt: { type: Date, required: true },
      usedAt: { type: Date, default: null },
    },
    { versionKey: false, strict: 'throw', collection: 'links' },
  );
  // Serves the look-up of a token, and keeps it single.
  schema.index({ hash: 1 }, { unique: true });
  // Serves the end of a task: all links that lead to it.
  schema.index({ taskId: 1, role: 1 });
  const model = connection.model<LinkRow>('Link', schema);

  return {
    model,
    async add(row: LinkRow): Promise<void> {
      await model.create([row]);
    },
    findByHash: (hash: string) => model.findOne(ours({ hash })).lean<LinkRow | null>(),
    async finish(taskId: string, role: LinkRole, at: Date): Promise<void> {
      await model.updateMany(ours({ taskId, role, usedAt: null }), { $set: { usedAt: at } });
    },
  };
}
export type LinkStore = ReturnType<typeof createLinkStore>;

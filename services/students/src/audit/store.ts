import { Schema } from 'mongoose';
import { isDuplicateKey, ours, type Connection } from '@servicepunt/shared/mongo';
import { page, type PageArgs } from '@servicepunt/shared/paging';
import type { RowFilter } from '@servicepunt/shared/policy';
import type { AuditFilter } from '../schema.generated.ts';
import type { AuditEntry } from './rules.ts';

/** The trail: lines are added, and nothing here changes or removes one. */
export function createAuditStore(connection: Connection) {
  const schema = new Schema<AuditEntry>(
    {
      _id: { type: String, required: true },
      at: { type: Date, required: true },
      actor: { type: String, required: true },
      action: { type: String, required: true },
      service: { type: String, required: true },
      subjects: { type: [String], required: true },
      fields: { type: [String], required: true },
      requestId: { type: String, default: null },
      number: { type: Number, required: true },
    },
    { versionKey: false, strict: 'throw', id: false },
  );
  // Each serves the trail, newest first: all of it, of one person or thing, of one actor, of one action.
  schema.index({ at: -1, _id: -1 });
  schema.index({ subjects: 1, at: -1, _id: -1 });
  schema.index({ actor: 1, at: -1, _id: -1 });
  schema.index({ action: 1, at: -1, _id: -1 });
  const model = connection.model<AuditEntry>('AuditEntry', schema, 'audit');

  return {
    model,
    findByIds: (ids: readonly string[], visible: RowFilter | null) =>
      visible ? model.find(ours({ $and: [visible, { _id: { $in: [...ids] } }] })).lean<AuditEntry[]>() : Promise.resolve([]),
    list: (filter: AuditFilter, visible: RowFilter | null, args: PageArgs) =>
      page(model, visible && { $and: [visible, ...conditionsOf(filter)] }, { at: -1 }, args),
    /** Adds lines with one insert; one that stands already is left as it is. */
    async append(entries: readonly AuditEntry[]): Promise<void> {
      try {
        await model.insertMany(entries, { ordered: false, lean: true });
      } catch (error) {
        const all = (error as { writeErrors?: { code?: number } | { code?: number }[] }).writeErrors ?? [];
        const others = [all].flat().some((entry) => entry.code !== 11_000);
        if (!isDuplicateKey(error) || others) throw error;
      }
    },
  };
}
export type AuditStore = ReturnType<typeof createAuditStore>;

function conditionsOf({ actor, subject, action, from, until }: AuditFilter): RowFilter[] {
  const conditions: RowFilter[] = [];
  if (typeof actor === 'string') conditions.push({ actor });
  if (typeof subject === 'string') conditions.push({ subjects: subject });
  if (typeof action === 'string') conditions.push({ action });
  if (from) conditions.push({ at: { $gte: from } });
  if (until) conditions.push({ at: { $lt: until } });
  return conditions;
}

import { Schema } from 'mongoose';
import { aggregateSchema, isDuplicateKey, ours, type AggregateFields, type Connection } from '@servicepunt/shared/mongo';
import { page, type PageArgs } from '@servicepunt/shared/paging';
import type { RowFilter } from '@servicepunt/shared/policy';
import { SCHEDULED_INDEX, scheduledDefinition, type Scheduled } from '../engine/scheduled.ts';
import { insertIgnoringDuplicates } from '../reminder/store.ts';
import type { RecipientRole, ReminderClass, ReminderKind, SubjectType } from '../rule/rules.ts';
import type { Channel } from './rules.ts';

export const DELIVERY_STATUSES = ['PENDING', 'SENDING', 'SENT', 'SKIPPED', 'FAILED'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** A reminder inside a delivery; a digest has several. */
export interface DeliveryItem {
  reminderId: string;
  rule: string;
  kind: ReminderKind;
  subjectType: SubjectType;
  subjectId: string;
  studentId: string;
  locationId: string;
}
export interface DeliveryAttempt {
  at: Date;
  code: string;
}
export interface DeliveryRow extends AggregateFields, Scheduled {
  channel: Channel;
  personId: string;
  role: RecipientRole;
  class: ReminderClass;
  employerId: string | null;
  /** Whom it was meant for, or who stands in because nobody of them can be reached. */
  via: string;
  /** Quiet hours, pause and digest don't count. */
  urgent: boolean;
  /** Older than this it isn't sent any more, but told as failed. */
  expiresAt: Date;
  items: DeliveryItem[];
  /** The day of the digest, or null for a message of its own. */
  digestOn: string | null;
  status: DeliveryStatus;
  code: string | null;
  attempts: number;
  /** The last attempts that failed, oldest first. */
  failures: DeliveryAttempt[];
  /** The same at each attempt: whoever gets the mail twice after a crash sees one. */
  messageId: string;
  /** Fingerprint of the address that it was handed over for: what comes back later is about that one, not about what he has by then. */
  sentTo?: string;
  /** Fingerprint of the address that was refused for good; trying again gives it another chance. */
  refusedAddress?: string;
  /** When the owner last said that it is needed and who gets it. */
  askedAt: Date | null;
  sentAt: Date | null;
  /** What went out, without the capability link; removed after six months. */
  body: { subject: string; text: string } | null;
}

export function createDeliveryStore(connection: Connection) {
  const text = { type: String, required: true };
  const schema = aggregateSchema<DeliveryRow>({
    ...scheduledDefinition,
    channel: text,
    personId: text,
    role: text,
    class: text,
    employerId: { type: String },
    via: text,
    urgent: { type: Boolean, required: true },
    expiresAt: { type: Date, required: true },
    items: [
      { _id: false, reminderId: text, rule: text, kind: text, subjectType: text, subjectId: text, studentId: text, locationId: text },
    ],
    digestOn: { type: String },
    status: { type: String, required: true, enum: DELIVERY_STATUSES },
    code: { type: String },
    attempts: { type: Number, required: true },
    failures: [{ _id: false, at: Date, code: String }],
    messageId: text,
    sentTo: { type: String },
    refusedAddress: { type: String },
    askedAt: { type: Date },
    sentAt: { type: Date },
    body: { type: new Schema({ subject: String, text: String }, { _id: false }), default: null },
  });
  schema.index(...(SCHEDULED_INDEX as never as [never, never]));
  // Serves the deliveries of a reminder.
  schema.index({ 'items.reminderId': 1 });
  // Serves the list of what failed, newest first.
  schema.index({ updatedAt: -1, _id: -1 }, { partialFilterExpression: { status: 'FAILED' } });
  // Serves the removal of message bodies after six months.
  schema.index({ sentAt: 1 }, { partialFilterExpression: { body: { $type: 'object' } } });
  const model = connection.model<DeliveryRow>('Delivery', schema, 'deliveries');

  return {
    model,
    insert: (rows: readonly DeliveryRow[]) => (rows.length > 0 ? insertIgnoringDuplicates(model.collection, rows) : Promise.resolve()),
    load: (ids: readonly string[]) => model.find(ours({ _id: { $in: [...ids] } })).lean<DeliveryRow[]>(),
    /**
     * Adds a reminder to a digest that hasn't been tried yet, and makes the digest where there is none.
     * False when it is under way already: a mail that may have gone out is never changed under its Message-ID.
     */
    async addToDigest(digest: DeliveryRow): Promise<boolean> {
      const { _id, items, status, attempts, ...rest } = digest;
      try {
        await model.collection.updateOne(
          { _id, status, attempts } as never,
          { $addToSet: { items: { $each: items } }, $setOnInsert: rest } as never,
          { upsert: true },
        );
        return true;
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        return false;
      }
    },
    findByIds: (ids: readonly string[], visible: RowFilter | null) =>
      visible ? model.find(ours({ $and: [visible, { _id: { $in: [...ids] } }] })).lean<DeliveryRow[]>() : Promise.resolve([]),
    ofReminders: (reminderIds: readonly string[], visible: RowFilter | null) =>
      visible
        ? model
            .find(ours({ $and: [visible, { 'items.reminderId': { $in: [...reminderIds] } }] }))
            .sort({ _id: 1 })
            .lean<DeliveryRow[]>()
        : Promise.resolve([]),
    listFailed: (visible: RowFilter | null, filter: { code?: string | null | undefined }, args: PageArgs) =>
      page(
        model,
        visible && { $and: [visible, { status: 'FAILED', ...(filter.code ? { code: filter.code } : {}) }] },
        { updatedAt: -1 },
        args,
      ),
  };
}
export type DeliveryStore = ReturnType<typeof createDeliveryStore>;

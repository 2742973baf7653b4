import { Schema } from 'mongoose';
import { aggregateSchema, ours, type AggregateFields, type Connection } from '@servicepunt/shared/mongo';
import { page, type PageArgs } from '@servicepunt/shared/paging';
import type { RowFilter } from '@servicepunt/shared/policy';
import { DEFAULT_PREFERENCES, type Preferences } from '../delivery/rules.ts';
import { insertIgnoringDuplicates } from '../reminder/store.ts';
import type { RecipientRole, ReminderKind, SubjectType } from '../rule/rules.ts';

/** A message in a person's inbox: codes, ids and dates. Its text is made when it is read, in the reader's language and without names. */
export interface NotificationRow extends AggregateFields {
  personId: string;
  reminderId: string;
  kind: ReminderKind;
  role: RecipientRole;
  subjectType: SubjectType;
  subjectId: string;
  placementId: string | null;
  studentId: string;
  facts: Record<string, string | null>;
  readAt: Date | null;
}

/** What a person chose (revision 0: nothing yet), and which of his addresses were refused for good; `_id` is the person. */
export interface PreferencesRow extends AggregateFields, Preferences {
  /** Fingerprints: an address itself is never stored here. */
  refused?: string[];
}
/** What holds for a person, and which choice it comes from: 0 while he chose nothing. */
export interface PreferencesView extends Preferences {
  readonly revision: number;
}

export function createInboxStore(connection: Connection) {
  const text = { type: String, required: true };
  const schema = aggregateSchema<NotificationRow>({
    personId: text,
    reminderId: text,
    kind: text,
    role: text,
    subjectType: text,
    subjectId: text,
    placementId: { type: String },
    studentId: text,
    facts: { type: Schema.Types.Mixed, default: {} },
    readAt: { type: Date },
  });
  // Serves a person's inbox, newest first.
  schema.index({ personId: 1, createdAt: -1, _id: -1 });
  // Serves the unread ones and their number.
  schema.index({ personId: 1, readAt: 1, createdAt: -1, _id: -1 });
  const model = connection.model<NotificationRow>('Notification', schema, 'notifications');

  const preferences = connection.model<PreferencesRow>(
    'Preferences',
    aggregateSchema<PreferencesRow>({
      mail: { type: Boolean, required: true },
      inApp: { type: Boolean, required: true },
      language: { type: String },
      pausedUntil: { type: String },
      digestWeekday: { type: Number },
      refused: { type: [String], default: undefined },
    }),
    'preferences',
  );

  return {
    model,
    preferences,
    insert: (rows: readonly NotificationRow[]) => (rows.length > 0 ? insertIgnoringDuplicates(model.collection, rows) : Promise.resolve()),
    findByIds: (ids: readonly string[], visible: RowFilter | null) =>
      visible ? model.find(ours({ $and: [visible, { _id: { $in: [...ids] } }] })).lean<NotificationRow[]>() : Promise.resolve([]),
    list: (filter: { unread?: boolean | null | undefined }, visible: RowFilter | null, args: PageArgs) =>
      page(model, visible && { $and: [visible, filter.unread ? { readAt: null } : {}] }, { createdAt: -1 }, args),
    countUnread: (visible: RowFilter) => model.countDocuments(ours({ $and: [visible, { readAt: null }] })).exec(),
    /** Read once: the moment stays the first one. */
    async markRead(id: string, visible: RowFilter, at: Date): Promise<NotificationRow | null> {
      const own = { $and: [visible, { _id: id }] };
      await model.updateOne(ours({ ...own, readAt: null }) as never, { $set: { readAt: at, updatedAt: at }, $inc: { revision: 1 } });
      return model.findOne(ours(own) as never).lean<NotificationRow>();
    },
    async refuseAddress(personId: string, fingerprint: string, at: Date) {
      const unchosen = { ...DEFAULT_PREFERENCES, revision: 0, createdAt: at, updatedAt: at };
      await preferences.updateOne(ours({ _id: personId }), { $addToSet: { refused: fingerprint }, $setOnInsert: unchosen } as never, {
        upsert: true,
      });
    },
    /** Gives an address another chance. */
    async allowAddress(personId: string, fingerprint: string) {
      await preferences.updateOne(ours({ _id: personId }), { $pull: { refused: fingerprint } } as never);
    },
    preferencesOf: (personIds: readonly string[]) => preferences.find(ours({ _id: { $in: [...personIds] } })).lean<PreferencesRow[]>(),
  };
}
export type InboxStore = ReturnType<typeof createInboxStore>;

/** The preferences that hold for a person, chosen or not. */
export const preferencesOrDefault = (row: PreferencesRow | null | undefined): Preferences => row ?? DEFAULT_PREFERENCES;

import { Schema } from 'mongoose';
import { dayOf } from '@servicepunt/shared/clock';
import type { EventHandlers } from '@servicepunt/shared/events/subscriber';
import { ours, type Connection } from '@servicepunt/shared/mongo';

/**
 * A mail of this system that went to somebody of an employer: when and which, never what it said. Its id is the delivery's, so that it counts once;
 * a mail about several companies of a group counts once for each.
 */
export interface MailRow {
  _id: string;
  employerId: string;
  day: string;
}

/** Longer than any window that is shown. */
const KEPT_DAYS = 60;

export function createMailStore(connection: Connection) {
  const text = { type: String, required: true };
  const schema = new Schema<MailRow>({ _id: text, employerId: text, day: text }, { versionKey: false, strict: 'throw', id: false });
  // Serves the load of employers.
  schema.index({ employerId: 1, day: 1 });
  // Serves the removal of what no window shows any more.
  schema.index({ day: 1 });
  const model = connection.model<MailRow>('EmployerMail', schema, 'employerMails');
  return {
    model,
    note: ({ _id, ...mail }: MailRow) => model.updateOne(ours({ _id }), { $setOnInsert: mail }, { upsert: true }).exec(),
    since: (employerIds: readonly string[], day: string) =>
      model.find(ours({ employerId: { $in: [...employerIds] }, day: { $gte: day } }), { employerId: 1, day: 1 }).lean<MailRow[]>(),
    forgetBefore: (day: string) => model.deleteMany(ours({ day: { $lt: day } })).exec(),
  };
}
export type MailStore = ReturnType<typeof createMailStore>;

/** Ids of people of employers: contacts and workplace supervisors. A reminder about an evaluation also goes to the school and the pupil. */
const isOfEmployer = (personId: string) => personId.startsWith('con_') || personId.startsWith('wsp_');

/** What reminders ask of an employer's people is part of its load (DOMAIN section 5: relief of the employer), whichever school they are about. */
export function mailHandlers(store: MailStore): EventHandlers {
  let forgotten = '';
  return {
    async DeliverySent({ at, data }) {
      const { deliveryId, personId, employerId, channel } = data;
      const companies = data.employerIds ?? (employerId === null ? [] : [employerId]);
      if (companies.length === 0 || channel !== 'MAIL' || !isOfEmployer(personId)) return;
      const day = dayOf(at);
      for (const company of companies)
        await store.note({ _id: company === employerId ? deliveryId : `${deliveryId} ${company}`, employerId: company, day });
      // Once a day is enough.
      if (day <= forgotten) return;
      forgotten = day;
      await store.forgetBefore(Temporal.PlainDate.from(day).subtract({ days: KEPT_DAYS }).toString());
    },
  };
}

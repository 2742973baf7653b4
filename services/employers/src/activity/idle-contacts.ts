import type { Clock } from '@servicepunt/shared/clock';
import { keptSince } from '@servicepunt/shared/contracts/retention';
import { event, type NewEvent } from '@servicepunt/shared/events/outbox';
import type { NewId } from '@servicepunt/shared/ids';
import type { DayTask, RetentionTask } from '@servicepunt/shared/nightly';
import { keptSinceInstant } from '@servicepunt/shared/retention';
import type { EmployerPersonRow } from '../contact/store.ts';
import { createLastActivity, type ActivityDeps } from './last-activity.ts';
import { goesToday, isIdle, isNoticeDue, NOTICE_DAYS, noticeOf } from './rules.ts';

type Contact = Omit<EmployerPersonRow, 'outbox'>;
/** Who acts, where the time itself does. */
const ACTOR = 'retention';
/** The kind of a row whose person has gone: no question asks for it, and it is taken away once its event has left. */
const GONE = 'GONE';
const PAGE = 100;

/** What the night does about contacts who have had nothing to do with the schools for two years: tells it two weeks before, and lets them go. */
export function idleContacts(deps: ActivityDeps & { readonly clock: Clock; readonly newId: NewId }) {
  const { people, clock, newId } = deps;
  const { collection } = people.model;
  const lastActivity = createLastActivity(deps);

  /** Contacts after an id whose own record is old enough, with the last activity of theirs and their companies, by pages. */
  async function* candidates(after: string, days: number): AsyncGenerator<{ contact: Contact; lastOn: string }[]> {
    const ahead = { ...clock, today: () => Temporal.PlainDate.from(clock.today()).add({ days }).toString() };
    const old = {
      kind: 'CONTACT',
      updatedAt: { $lt: keptSinceInstant('IDLE_CONTACTS', ahead) },
      $or: [{ lastActiveOn: { $exists: false } }, { lastActiveOn: { $lt: keptSince('IDLE_CONTACTS', ahead.today()) } }],
    };
    for (let from = after; ;) {
      const rows = (await collection
        .find({ ...old, _id: { $gt: from } } as never)
        .sort({ _id: 1 })
        .limit(PAGE)
        .toArray()) as unknown as Contact[];
      const last = await lastActivity(rows);
      yield rows.map((contact) => ({ contact, lastOn: last.get(contact._id) ?? '' }));
      if (rows.length < PAGE) return;
      from = rows.at(-1)?._id ?? from;
    }
  }
  type Found = { contact: Contact; lastOn: string };
  const pages = (days: number, isDue: (found: Found) => boolean) => ({
    async count(): Promise<number> {
      let count = 0;
      for await (const page of candidates('', days)) count += page.filter(isDue).length;
      return count;
    },
    async due(after: string, limit: number): Promise<string[]> {
      const ids: string[] = [];
      for await (const page of candidates(after, days)) {
        ids.push(...page.filter(isDue).map(({ contact }) => contact._id));
        if (ids.length >= limit) break;
      }
      return ids.slice(0, limit);
    },
  });
  async function chosen(ids: readonly string[], isDue: (found: Found) => boolean): Promise<Found[]> {
    const rows = (await collection.find({ _id: { $in: [...ids] }, kind: 'CONTACT' } as never).toArray()) as unknown as Contact[];
    const last = await lastActivity(rows);
    return rows.map((contact) => ({ contact, lastOn: last.get(contact._id) ?? '' })).filter(isDue);
  }
  /** Who was changed at this moment is looked at again by the next run. */
  async function write({ _id, revision }: Contact, told: NewEvent, update: { $set: object; $unset?: object }): Promise<void> {
    const now = clock.now();
    const entry = event(told, { at: now, revision: revision + 1, actor: ACTOR, newId });
    await collection.updateOne(
      { _id, revision, kind: 'CONTACT' } as never,
      { ...update, $set: { ...update.$set, revision: revision + 1, outboxAt: now }, $push: { outbox: entry } } as never,
    );
  }
  const about = ({ _id, employerId, groupId }: Contact) => ({ personId: _id, employerId, companyGroupId: groupId });

  const today = () => clock.today();
  const isToBeTold = ({ contact, lastOn }: Found) =>
    contact.active && isNoticeDue(lastOn, today()) && contact.idleNotice?.lastOn !== lastOn;
  const goes = ({ contact, lastOn }: Found) =>
    contact.active
      ? goesToday({ notice: contact.idleNotice, lastOn, hasAddress: contact.email !== null }, today())
      : isIdle(lastOn, today());

  const notices: DayTask = {
    name: 'IDLE_CONTACT_NOTICES',
    what: 'contacts of employers who go in two weeks, told now',
    ...pages(NOTICE_DAYS, isToBeTold),
    async carryOut(ids) {
      for (const { contact, lastOn } of await chosen(ids, isToBeTold)) {
        const idleNotice = noticeOf(lastOn, today());
        await write(
          contact,
          { type: 'EmployerContactIdle', data: { ...about(contact), goesOn: idleNotice.goesOn } },
          { $set: { idleNotice } },
        );
      }
    },
  };
  const removal = pages(0, goes);
  const ends: RetentionTask = {
    rule: 'IDLE_CONTACTS',
    count: removal.count,
    async due(after, limit) {
      if (after === '') await collection.deleteMany({ kind: GONE, outboxAt: { $exists: false } } as never);
      return removal.due(after, limit);
    },
    async carryOut(ids) {
      const nobody = { kind: GONE, givenName: '', familyName: '', email: null, phone: null, subject: null, active: false };
      for (const { contact } of await chosen(ids, goes))
        await write(
          contact,
          { type: 'EmployerContactRemoved', data: about(contact) },
          { $set: nobody, $unset: { personNumber: 1, idleNotice: 1, lastActiveOn: 1, inputHash: 1 } },
        );
    },
  };
  return { ends, notices };
}

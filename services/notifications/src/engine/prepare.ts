import type { Clock } from '@servicepunt/shared/clock';
import type { Call } from '@servicepunt/shared/service-client';
import type { OutgoingMessage } from '../delivery/channel.ts';
import type { DeliveryItem, DeliveryRow } from '../delivery/store.ts';
import { pupilInMail } from '../delivery/templates/message.ts';
import type { MessageItem } from '../delivery/templates/render.ts';
import { step, type ReminderRow, type ReminderStore } from '../reminder/store.ts';
import type { SubjectRow, SubjectStore } from '../reminder/subjects.ts';
import { ruleOf, type RecipientRole, type SubjectType } from '../rule/rules.ts';
import type { KnownPerson, People } from './people.ts';
import { factsFor } from './record.ts';
import type { Ring } from './promoter.ts';
import { askOwner, type OwnerAnswer, type Recipients } from './recipients.ts';
import { createWanted } from './remind.ts';

/** What the owner said counts for this long; a mail that waited longer (quiet hours, a digest, a server that was down) asks again. */
const ANSWER_COUNTS_MS = 5_000;
/** Where the page of a subject stands in the frontend. */
const PAGES = {
  EVALUATION: 'evaluations',
  HANDOVER: 'handovers',
  CONSENT_REVIEW: 'students',
  IDLE_CONTACT: 'contacts',
} as const satisfies Record<SubjectType, string>;
/** A consent is given by who signed in, or on paper: a link alone doesn't say whose word it is. A contact who stays has no task. */
export const WITH_LINKS: readonly SubjectType[] = ['EVALUATION', 'HANDOVER'];
const LINK_ROLES: readonly RecipientRole[] = ['EMPLOYER', 'STUDENT', 'RECEIVING_PARTY'];

/** A reminder inside the mail that goes out now. */
interface Ready {
  readonly item: DeliveryItem;
  readonly message: MessageItem;
  /** The company that it is about. */
  readonly employerId: string | null;
}
export type Prepared =
  | { readonly kind: 'message'; readonly message: OutgoingMessage; readonly ready: readonly Ready[] }
  | { readonly kind: 'nothing'; readonly code: string };

/** Decides right before sending what a mail says, and whether it is still right to send it to this person. */
export function createPreparing(deps: {
  reminders: ReminderStore;
  subjects: SubjectStore;
  people: People;
  recipients: Recipients;
  call: Call;
  frontendUrl: string;
  clock: Clock;
  ringReminders: Ring;
}) {
  const { reminders, clock } = deps;

  /** The reminder looks for its people again: whom this delivery was for doesn't get it. Who got it before doesn't get it twice. */
  async function reopen(items: readonly DeliveryItem[], code: string): Promise<void> {
    const now = clock.now();
    const ids = items.map((item) => item.reminderId);
    await reminders.model.collection.updateMany(
      { _id: { $in: ids }, status: 'SENT' } as never,
      {
        $set: { status: 'SCHEDULED', reason: code, updatedAt: now, lookAt: now },
        $inc: { revision: 1, enqueues: 1 },
        $push: { history: step(now, 'REOPENED', code) },
      } as never,
    );
    await deps.ringReminders((await reminders.load(ids)).filter((row) => row.status === 'SCHEDULED'));
  }

  /** What the mail says now, or why there is nothing to say. Throws `ServiceUnavailable` when an owner can't be asked. */
  async function prepare(delivery: DeliveryRow): Promise<Prepared> {
    const now = clock.now();
    const rows = new Map((await reminders.load(delivery.items.map((item) => item.reminderId))).map((row) => [row._id, row]));
    const subjects = new Map(
      (await deps.subjects.load([...new Set(delivery.items.map((item) => item.subjectId))])).map((row) => [row._id, row]),
    );
    const isWanted = createWanted(subjects);
    const known = await deps.people.know(delivery.personId);
    const mustAsk = delivery.digestOn !== null || !delivery.askedAt || now.getTime() - delivery.askedAt.getTime() > ANSWER_COUNTS_MS;
    const left = delivery.items.filter((item) => {
      const reminder = rows.get(item.reminderId);
      return reminder && reminder.status !== 'CANCELLED' && isWanted(reminder);
    });
    if (left.length === 0) return { kind: 'nothing', code: 'NOT_WANTED_ANY_MORE' };
    if (!known?.person.active || known.person.email === null) {
      await reopen(left, 'RECIPIENT_UNREACHABLE');
      return { kind: 'nothing', code: 'RECIPIENT_UNREACHABLE' };
    }
    const answered = await Promise.all(
      left.map(async (item) => ({
        item,
        stays: mustAsk ? await askAgain(rows.get(item.reminderId) as ReminderRow, delivery.personId) : { answer: { facts: {} } },
      })),
    );
    const gone = answered.flatMap(({ item, stays }) => (stays === 'OTHERS' ? [item] : []));
    if (gone.length > 0) await reopen(gone, 'RECIPIENT_CHANGED');
    const messages = await Promise.all(
      answered.map(({ item, stays }) =>
        typeof stays === 'string'
          ? Promise.resolve(null)
          : messageFor(delivery, item, subjects.get(item.subjectId) as SubjectRow, stays.answer),
      ),
    );
    const ready = messages.flatMap((message, index) => {
      const item = left[index] as DeliveryItem;
      return message ? [{ item, message, employerId: rows.get(item.reminderId)?.employerId ?? null }] : [];
    });
    if (ready.length === 0) return { kind: 'nothing', code: gone.length > 0 ? 'RECIPIENT_CHANGED' : 'NOT_NEEDED' };
    return { kind: 'message', ready, message: outgoing(delivery, known, known.person.email, ready) };
  }

  async function askAgain(
    reminder: ReminderRow,
    personId: string,
  ): Promise<{ answer: Pick<OwnerAnswer, 'facts'> } | 'NOT_NEEDED' | 'OTHERS'> {
    const answer = await askOwner(deps.call, reminder.subjectType, {
      subjectId: reminder.subjectId,
      role: reminder.role,
      onlyWhilePending: ruleOf(reminder.rule)?.onlyWhilePending ?? false,
    });
    if (!answer.needed) return 'NOT_NEEDED';
    const resolution = await deps.recipients(reminder, answer);
    return resolution?.recipients.some(({ person }) => person.id === personId) ? { answer } : 'OTHERS';
  }

  /** One reminder's part of the mail with a link of its own; null when the owner says that the task needs none any more. */
  async function messageFor(
    delivery: DeliveryRow,
    item: DeliveryItem,
    subject: SubjectRow,
    answer: Pick<OwnerAnswer, 'facts'>,
  ): Promise<MessageItem | null> {
    const isStaff = delivery.personId.startsWith('stf_');
    let url: string | null = `${deps.frontendUrl}/${PAGES[item.subjectType]}/${item.subjectId}`;
    let isLink = LINK_ROLES.includes(delivery.role) && !isStaff && WITH_LINKS.includes(item.subjectType);
    if (isLink) {
      const role = delivery.role as 'EMPLOYER' | 'STUDENT' | 'RECEIVING_PARTY';
      const { token } = await deps.call('placements.issueLink', { taskId: item.subjectId, personId: delivery.personId, role });
      // An evaluation without a link is done. A handover has none before its conversation is planned, and the party is told all the same.
      if (token === null && item.subjectType === 'EVALUATION') return null;
      // Behind the `#`: a browser never sends it to a server, so it stands in no log.
      url = token === null ? null : `${deps.frontendUrl}/link#${token}`;
      isLink = token !== null;
    }
    const pupil = delivery.role === 'STUDENT' && !isStaff ? null : await deps.people.person(item.studentId);
    return {
      subjectType: item.subjectType,
      kind: item.kind,
      role: delivery.role,
      facts: factsFor(subject, answer),
      pupil: pupil && pupilInMail(pupil, isStaff),
      url,
      isLink,
    };
  }

  function outgoing(
    delivery: DeliveryRow,
    { person, preferences }: KnownPerson,
    address: string,
    ready: readonly Ready[],
  ): OutgoingMessage {
    return {
      deliveryId: delivery._id,
      messageId: delivery.messageId,
      items: ready.map(({ message }) => message),
      person: {
        id: person.id,
        name: `${person.givenName} ${person.familyName}`,
        givenName: person.givenName,
        address,
        language: preferences.language ?? person.language,
      },
      today: clock.today(),
      at: clock.now(),
    };
  }

  return { prepare, reopen };
}
export type Preparing = ReturnType<typeof createPreparing>;

import type { Clock } from '@servicepunt/shared/clock';
import { derivedId } from '@servicepunt/shared/ids';
import { messageIdOf } from '../delivery/mail.ts';
import { digestFor, isEmployersPerson, isUrgent, nextAllowed, type Channel } from '../delivery/rules.ts';
import type { DeliveryItem, DeliveryRow, DeliveryStore } from '../delivery/store.ts';
import type { MessageFacts } from '../delivery/templates/message.ts';
import type { InboxStore, NotificationRow } from '../inbox/store.ts';
import type { ReminderRow } from '../reminder/store.ts';
import { factsOf, type SubjectRow } from '../reminder/subjects.ts';
import { basisOf } from '../rule/plan.ts';
import type { EngineCounters } from './outcomes.ts';
import type { OwnerAnswer, Recipient } from './recipients.ts';
import type { Record } from './remind.ts';
import { CATCH_UP_MS, HORIZON_MS } from './scheduled.ts';

export const deliveryId = (reminderId: string, personId: string, channel: Channel): string =>
  derivedId('dlv', reminderId, personId, channel);

/**
 * Writes down who gets a reminder by which channel: one delivery per reminder, person and channel, whatever is repeated.
 * The inbox needs no sending: its message stands at once. A mail waits for quiet hours to end, or in an employer's digest.
 */
export function createRecorder(deps: {
  deliveries: DeliveryStore;
  inbox: InboxStore;
  clock: Clock;
  counters: EngineCounters;
  mailFrom: string;
}): Record {
  const { clock } = deps;

  return async function record(sends) {
    const result = new Map<string, { deliveryIds: string[]; due: DeliveryRow[] }>();
    const inserts: DeliveryRow[] = [];
    const messages: NotificationRow[] = [];
    for (const { reminder, answer, resolution, subject } of sends) {
      const entry = { deliveryIds: [] as string[], due: [] as DeliveryRow[] };
      result.set(reminder._id, entry);
      for (const recipient of resolution.recipients) {
        for (const channel of recipient.channels) {
          const row = await rowFor(reminder, subject, recipient, channel, resolution.via);
          entry.deliveryIds.push(row.delivery._id);
          if (row.joinedDigest) continue;
          inserts.push(row.delivery);
          if (channel === 'IN_APP') messages.push(messageOf(row.delivery, reminder, factsFor(subject, answer)));
          else if (row.delivery.lookAt && row.delivery.lookAt.getTime() <= clock.now().getTime() + HORIZON_MS) entry.due.push(row.delivery);
        }
      }
    }
    // The message before its delivery: whatever is recorded as sent is there to be read.
    await deps.inbox.insert(messages);
    await deps.deliveries.insert(inserts);
    return result;
  };

  async function rowFor(reminder: ReminderRow, subject: SubjectRow, recipient: Recipient, channel: Channel, via: string) {
    const now = clock.now();
    const personId = recipient.person.id;
    const urgent = isUrgent(reminder);
    const id = deliveryId(reminder._id, personId, channel);
    const common = {
      channel,
      personId,
      role: reminder.role,
      class: reminder.class,
      employerId: reminder.employerId,
      via,
      urgent,
      items: [itemOf(reminder)],
      code: null,
      attempts: 0,
      failures: [],
      askedAt: now,
      body: null,
      enqueues: 1,
      revision: 1,
      createdAt: now,
      updatedAt: now,
      outbox: [],
    };
    const mail = (_id: string, digestOn: string | null, from: Date): DeliveryRow => {
      const lookAt = urgent ? from : nextAllowed(from, recipient.preferences);
      return {
        ...common,
        _id,
        digestOn,
        status: 'PENDING',
        messageId: messageIdOf(_id, deps.mailFrom),
        sentAt: null,
        expiresAt: new Date(lookAt.getTime() + CATCH_UP_MS),
        lookAt,
        enqueued: false,
      };
    };
    if (channel === 'IN_APP') {
      deps.counters.delivery('IN_APP', reminder.rule, 'sent', '');
      const delivery: DeliveryRow = { ...common, _id: id, digestOn: null, status: 'SENT', messageId: id, sentAt: now, expiresAt: now };
      return { delivery, joinedDigest: false };
    }
    const digest = isEmployersPerson(personId)
      ? digestFor(now, { ...reminder, basisDay: basisOf(factsOf(subject)).day }, recipient.preferences)
      : null;
    if (digest) {
      const delivery = mail(derivedId('dlv', 'digest', personId, digest.day), digest.day, digest.at);
      if (await deps.deliveries.addToDigest(delivery)) return { delivery, joinedDigest: true };
    }
    return { delivery: mail(id, null, now), joinedDigest: false };
  }
}

function itemOf(reminder: ReminderRow): DeliveryItem {
  return {
    reminderId: reminder._id,
    rule: reminder.rule,
    kind: reminder.kind,
    subjectType: reminder.subjectType,
    subjectId: reminder.subjectId,
    studentId: reminder.studentId,
    locationId: reminder.locationId,
  };
}

/** Dates and codes for the text: as the owner says now, else as he last told. */
export function factsFor(subject: SubjectRow, answer: Pick<OwnerAnswer, 'facts'>): MessageFacts {
  const { facts } = answer;
  return {
    moment: facts['moment'] ?? subject.moment,
    dueOn: facts['dueOn'] ?? subject.dueOn,
    conversationAt: 'conversationAt' in facts ? (facts['conversationAt'] ?? null) : (subject.conversationAt?.toISOString() ?? null),
    deadline: facts['deadline'] ?? subject.deadline,
  };
}

function messageOf(delivery: DeliveryRow, reminder: ReminderRow, facts: MessageFacts): NotificationRow {
  return {
    _id: derivedId('ntf', delivery._id),
    personId: delivery.personId,
    reminderId: reminder._id,
    kind: reminder.kind,
    role: reminder.role,
    subjectType: reminder.subjectType,
    subjectId: reminder.subjectId,
    placementId: reminder.placementId,
    studentId: reminder.studentId,
    facts: { ...facts },
    readAt: null,
    revision: 1,
    createdAt: delivery.createdAt,
    updatedAt: delivery.createdAt,
    outbox: [],
  };
}

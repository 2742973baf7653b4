import type { CallInput, CallName, CallOutput } from '@servicepunt/shared/contracts/calls';
import type { Call } from '@servicepunt/shared/service-client';
import { channelsOf, type Channel } from '../delivery/rules.ts';
import { FALLBACK_ROLES, type RecipientRole, type ReminderClass, type SubjectType } from '../rule/rules.ts';
import type { KnownPerson, People } from './people.ts';

export interface Recipient extends KnownPerson {
  readonly channels: readonly Channel[];
}
export interface Resolution {
  readonly recipients: readonly Recipient[];
  /** `ROLE`: those whom the rule means. Else who gets it because none of them can be reached. */
  readonly via: 'ROLE' | 'FALLBACK' | (typeof FALLBACK_ROLES)[number];
}

export type OwnerAnswer = CallOutput<'placements.reminderSubject'>;

const OWNERS = {
  EVALUATION: 'placements.reminderSubject',
  HANDOVER: 'placements.reminderSubject',
  CONSENT_REVIEW: 'students.reminderSubject',
  IDLE_CONTACT: 'employers.reminderSubject',
} as const satisfies Record<SubjectType, CallName>;

/** Asks the owner of a subject whether a reminder is still needed, and who gets it. */
export function askOwner(
  call: Call,
  type: SubjectType,
  question: CallInput<'placements.reminderSubject'>,
  options?: Parameters<Call>[2],
): Promise<OwnerAnswer> {
  return call(OWNERS[type], question, options);
}

/**
 * Who gets a reminder at this moment: the people of the rule's role; if none of them can be reached, whom the owner names instead;
 * then the coordinators of the school, then the Servicepunt. Null when nobody is left: an alert, never "everyone".
 */
export function createRecipients(deps: { call: Call; people: People }) {
  async function reachable(ids: readonly string[], reminderClass: ReminderClass): Promise<Recipient[]> {
    const known = await Promise.all([...new Set(ids)].map((id) => deps.people.know(id)));
    return known.flatMap((entry) => {
      if (!entry?.person.active) return [];
      const channels = channelsOf({ id: entry.person.id, mailable: entry.mailable }, entry.preferences, reminderClass);
      return channels.length > 0 ? [{ ...entry, channels }] : [];
    });
  }

  return async function resolve(
    reminder: { readonly class: ReminderClass; readonly role: RecipientRole; readonly locationId: string },
    answer: Pick<OwnerAnswer, 'recipientIds' | 'fallbackIds'>,
  ): Promise<Resolution | null> {
    const meant = await reachable(answer.recipientIds, reminder.class);
    if (meant.length > 0) return { recipients: meant, via: 'ROLE' };
    const named = await reachable(answer.fallbackIds, reminder.class);
    if (named.length > 0) return { recipients: named, via: 'FALLBACK' };
    for (const role of FALLBACK_ROLES) {
      // What is about no pupil has no school: the Servicepunt stands in alone.
      if (role === reminder.role || (role === 'COORDINATOR' && reminder.locationId === '')) continue;
      const { staffMemberIds } = await deps.call('students.staffOf', {
        locationId: role === 'COORDINATOR' ? reminder.locationId : null,
        role,
      });
      const staff = await reachable(staffMemberIds, reminder.class);
      if (staff.length > 0) return { recipients: staff, via: role };
    }
    return null;
  };
}
export type Recipients = ReturnType<typeof createRecipients>;

import type { CallOutput } from '@servicepunt/shared/contracts/calls';
import type { CallHandlers } from '@servicepunt/shared/subgraph/server';
import type { PersonStore } from '../contact/store.ts';
import type { LastActivity } from './last-activity.ts';

type Answer = CallOutput<'employers.reminderSubject'>;

/** Asked just before a contact is told that he goes: whether he is still idle, and can be reached. */
export function idleCalls({ store, lastActivity }: { store: Pick<PersonStore, 'findPeople'>; lastActivity: LastActivity }): CallHandlers {
  const none = { recipientIds: [], fallbackIds: [], studentId: null, facts: {} };
  const notNeeded = (reason: string): Answer => ({ ...none, needed: false, reason });
  return {
    async 'employers.reminderSubject'({ subjectId, role }) {
      const [row] = await store.findPeople([subjectId]);
      if (row?.kind !== 'CONTACT') return notNeeded('UNKNOWN');
      if (role !== 'EMPLOYER') return notNeeded('NO_SUCH_ROLE');
      if (!row.active) return notNeeded('INACTIVE');
      if (!row.idleNotice || ((await lastActivity([row])).get(row._id) ?? '') > row.idleNotice.lastOn) return notNeeded('ACTIVE_AGAIN');
      if (row.email === null) return notNeeded('NO_ADDRESS');
      return { ...none, needed: true, reason: null, recipientIds: [row._id], facts: { dueOn: row.idleNotice.goesOn } };
    },
  };
}

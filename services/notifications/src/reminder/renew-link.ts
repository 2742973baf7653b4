import type { Clock } from '@servicepunt/shared/clock';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { Refusal } from '@servicepunt/shared/errors';
import type { NewId } from '@servicepunt/shared/ids';
import { createRestrictedReads } from '@servicepunt/shared/subgraph/restricted-reads';
import type { CallHandlers } from '@servicepunt/shared/subgraph/server';
import type { ReminderActions } from './actions.ts';

/**
 * A fresh link for who holds an old one: reminded as by hand, so it goes where the task's owner says, and not twice in a short while.
 * The holder of the link chooses no address, and hears of none.
 */
export function renewLinkCalls(deps: { remindNow: ReminderActions['remindNow']; clock: Clock; newId: NewId }): CallHandlers {
  const { clock, newId } = deps;
  return {
    async 'notifications.renewLink'({ taskId, role, personId }, { requestId, log }) {
      // The person stands in the history; that he may have this task's party reminded was judged by the link's owner.
      const viewer: Viewer = {
        ...{ kind: 'SERVICE', id: personId, language: 'nl' },
        grants: [{ role: 'SERVICE_POINT', scope: { kind: 'ALL' } }],
      };
      const restrictedReads = createRestrictedReads(() => Promise.resolve());
      const context = { viewer, requestId, deadline: Infinity, log, clock, newId, restrictedReads };
      try {
        await deps.remindNow(context, { idempotencyKey: newId('lnk'), subjectId: taskId, role, early: true });
        return { mailed: true };
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        log.info({ event: 'link-not-renewed', taskId, codes: error.problems.map(({ code }) => code) });
        return { mailed: false };
      }
    },
  };
}

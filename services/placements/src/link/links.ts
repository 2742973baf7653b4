import type { Clock } from '@servicepunt/shared/clock';
import type { CallInput, CallOutput } from '@servicepunt/shared/contracts/calls';
import type { NewId } from '@servicepunt/shared/ids';
import { hashLinkToken, newLinkToken } from '@servicepunt/shared/links';
import { LINK_DAYS, opens, ROLE_OF_LINK, TASK_TO_DO, type TaskState } from './rules.ts';
import type { LinkRole, LinkStore } from './store.ts';

/** What a link's task is: an evaluation or a handover. */
export interface LinkTasks {
  /** CLOSED also for a task that doesn't exist, and for a person who has nothing to do with it (any more). */
  stateOf(task: { taskId: string; role: LinkRole; personId: string }): Promise<TaskState>;
  /** Whether this is a person whom the task is asked of now. */
  isAsked(task: { taskId: string; role: LinkRole; personId: string }): Promise<boolean>;
}

/** Capability links for people without an account: one task, one person, hashed, for a limited time. */
export function createLinks(deps: { store: LinkStore; tasks: LinkTasks; clock: Clock; newId: NewId }) {
  const { store, tasks, clock, newId } = deps;
  return {
    /** A fresh token; older ones go on working until the task is done. Null where there is nothing to do for this person. */
    async issue(input: CallInput<'placements.issueLink'>): Promise<CallOutput<'placements.issueLink'>> {
      const nothing = { token: null, expiresAt: null };
      if ((await tasks.stateOf(input)) !== 'TO_DO' || !(await tasks.isAsked(input))) return nothing;
      const { token, hash } = newLinkToken();
      const createdAt = clock.now();
      const expiresAt = new Date(createdAt.getTime() + LINK_DAYS * 86_400_000);
      await store.add({ _id: newId('lnk'), hash, ...input, createdAt, expiresAt, usedAt: null });
      return { token, expiresAt: expiresAt.toISOString() };
    },

    /** Who a token is: an unknown, an expired and a withdrawn one give the same answer. */
    async viewerByToken(token: string): Promise<CallOutput<'placements.viewerByLink'>> {
      const link = await store.findByHash(hashLinkToken(token));
      const task = link ? await tasks.stateOf(link) : 'CLOSED';
      if (!opens(link, task, clock.now())) return { viewer: null };
      // Who left the company, or guides somebody else by now, has nothing to do with it any more.
      if (!(await tasks.isAsked(link))) return { viewer: null };
      return {
        viewer: {
          kind: 'LINK',
          id: link._id,
          language: 'nl',
          onBehalfOf: link.personId,
          grants: [
            {
              role: ROLE_OF_LINK[link.role],
              scope: { kind: 'TASK', id: link.taskId },
              apiScopes: task === 'TO_DO' ? [TASK_TO_DO] : [],
            },
          ],
        },
      };
    },

    /** What a fresh link would be for: the task of this one, expired or not, as long as the same person has it to do. */
    async taskOfToken(token: string): Promise<CallOutput<'placements.taskOfLink'>> {
      const link = await store.findByHash(hashLinkToken(token));
      if (!link || (await tasks.stateOf(link)) !== 'TO_DO' || !(await tasks.isAsked(link))) return { task: null };
      return { task: { taskId: link.taskId, personId: link.personId, role: link.role } };
    },

    finish: (taskId: string, role: LinkRole): Promise<void> => store.finish(taskId, role, clock.now()),
  };
}
export type Links = ReturnType<typeof createLinks>;

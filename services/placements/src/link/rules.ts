import type { GrantScope, Role } from '@servicepunt/shared/contracts/roles';
import type { LinkRole, LinkRow } from './store.ts';

/** How long a link works after it was sent; every mail brings a fresh one. */
export const LINK_DAYS = 45;

/** In which role a link acts, within its task only. */
export const ROLE_OF_LINK: Readonly<Record<LinkRole, Role>> = {
  EMPLOYER: 'EMPLOYER_CONTACT',
  STUDENT: 'STUDENT',
  RECEIVING_PARTY: 'RECEIVING_PARTY',
};

/** Where a task stands for the role of a link: to do, done (the link shows the result), or not this person's business any more. */
export type TaskState = 'TO_DO' | 'DONE' | 'CLOSED';

/** What a link has besides its task until that is done: sight of whom the task is about. A finished one shows its result and no more. */
export const TASK_TO_DO = 'task:todo' satisfies GrantScope;

/** Whether a link still shows anything. The answer doesn't tell an expired link from one that never was. */
export function opens(link: LinkRow | null, task: TaskState, now: Date): link is LinkRow {
  return link !== null && link.expiresAt.getTime() > now.getTime() && task !== 'CLOSED';
}

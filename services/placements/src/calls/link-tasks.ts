import type { Call } from '@servicepunt/shared/service-client';
import type { EvaluationStore } from '../evaluation/store.ts';
import type { HandoverStore } from '../handover/store.ts';
import type { LinkTasks } from '../link/links.ts';
import type { TaskState } from '../link/rules.ts';
import type { LinkRole } from '../link/store.ts';

/** The tasks that links lead to: the form of an evaluation, the confirmation of a handover. */
export function createLinkTasks(deps: { evaluations: EvaluationStore; handovers: HandoverStore; call: Call }): LinkTasks {
  const { evaluations, handovers, call } = deps;

  async function evaluationState(taskId: string, role: LinkRole, personId: string): Promise<TaskState> {
    const row = await evaluations.find(taskId);
    if (!row || row.state === 'CANCELLED' || role === 'RECEIVING_PARTY') return 'CLOSED';
    if (role === 'EMPLOYER' ? !row.disclosureStands : row.studentId !== personId) return 'CLOSED';
    return row.pendingRoles.includes(role) ? 'TO_DO' : 'DONE';
  }

  async function handoverState(taskId: string, role: LinkRole, personId: string): Promise<TaskState> {
    const row = await handovers.find(taskId);
    if (!row || role !== 'RECEIVING_PARTY' || row.contactPersonId !== personId || !row.disclosureStands) return 'CLOSED';
    if (row.state === 'CONFIRMED') return 'DONE';
    return row.state === 'PLANNED' || row.state === 'HELD' ? 'TO_DO' : 'CLOSED';
  }

  return {
    stateOf: ({ taskId, role, personId }) =>
      taskId.startsWith('who_') ? handoverState(taskId, role, personId) : evaluationState(taskId, role, personId),

    async isAsked({ taskId, role, personId }) {
      // The pupil and the receiving party's contact person stand in the task itself: `stateOf` has judged them.
      if (role !== 'EMPLOYER') return true;
      const row = await evaluations.find(taskId);
      if (!row || row.employerId === null) return false;
      const { employerId, workplaceSupervisorId } = row;
      const { personIds, contactIds } = await call('employers.contactsOf', { employerId, workplaceSupervisorId });
      return personIds.includes(personId) || contactIds.includes(personId);
    },
  };
}

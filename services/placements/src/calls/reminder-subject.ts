import type { CallInput, CallOutput } from '@servicepunt/shared/contracts/calls';
import type { Call } from '@servicepunt/shared/service-client';
import type { EvaluationRow, EvaluationStore } from '../evaluation/store.ts';
import { OPEN_HANDOVERS } from '../handover/rules.ts';
import type { HandoverRow, HandoverStore } from '../handover/store.ts';
import type { PlacementRow, PlacementStore } from '../placement/store.ts';

type Input = CallInput<'placements.reminderSubject'>;
type Answer = CallOutput<'placements.reminderSubject'>;
interface Subject {
  readonly locationId: string;
  readonly studentId: string;
  readonly supervisorId: string | null;
  readonly employerId: string | null;
  readonly workplaceSupervisorId: string | null;
  readonly contactPersonId: string | null;
}
type Asked = Pick<Answer, 'needed' | 'reason'>;

const NEEDED: Asked = { needed: true, reason: null };
const notNeeded = (reason: string): Asked => ({ needed: false, reason });

/**
 * Asked just before a reminder is sent: whether it's still needed, and who gets it *now*. The guide who was replaced yesterday gets nothing,
 * the new one does. Who isn't known here is asked of the service that knows; while it doesn't answer, neither does this.
 */
export function createReminderSubject(deps: {
  evaluations: EvaluationStore;
  placements: PlacementStore;
  handovers: HandoverStore;
  call: Call;
}) {
  const { evaluations, placements, handovers, call } = deps;

  const staffOf = async (locationId: string | null, role: 'COORDINATOR' | 'SERVICE_POINT') =>
    (await call('students.staffOf', { locationId, role })).staffMemberIds;

  /** Who has this role for a subject now, in the order in which they're preferred. */
  async function holdersOf(role: Input['role'], of: Subject): Promise<readonly (string | null)[]> {
    if (role === 'COORDINATOR') return staffOf(of.locationId, 'COORDINATOR');
    if (role === 'SERVICE_POINT') return staffOf(null, 'SERVICE_POINT');
    if (role !== 'EMPLOYER') return [{ STUDENT: of.studentId, SCHOOL: of.supervisorId, RECEIVING_PARTY: of.contactPersonId }[role]];
    if (of.employerId === null) return [];
    const { employerId, workplaceSupervisorId } = of;
    // The guide at the workplace if he can be reached, else the first contact: one mail, not one for everybody at the company.
    return (await call('employers.contactsOf', { employerId, workplaceSupervisorId })).personIds.slice(0, 1);
  }

  /** Who is told where none of these can be reached: the coordinators; above them the Servicepunt. */
  async function fallbackOf(role: Input['role'], of: Subject): Promise<string[]> {
    if (role === 'SERVICE_POINT') return [];
    return role === 'COORDINATOR' ? staffOf(null, 'SERVICE_POINT') : staffOf(of.locationId, 'COORDINATOR');
  }

  async function recipientsOf(role: Input['role'], of: Subject): Promise<Pick<Answer, 'recipientIds' | 'fallbackIds'>> {
    const [holders, fallbackIds] = await Promise.all([holdersOf(role, of), fallbackOf(role, of)]);
    return { recipientIds: holders.filter((id) => id !== null), fallbackIds };
  }

  function askOfEvaluation(row: EvaluationRow, role: Input['role']): Asked {
    if (row.state === 'COMPLETED' || row.state === 'CANCELLED') return notNeeded(row.state);
    const pending: readonly string[] = row.pendingRoles;
    if (role === 'EMPLOYER' || role === 'STUDENT' || role === 'SCHOOL') {
      if (!pending.includes(role)) return notNeeded('SUBMITTED');
      return role === 'EMPLOYER' && !row.disclosureStands ? notNeeded('NOT_DISCLOSED') : NEEDED;
    }
    if (role === 'RECEIVING_PARTY') return notNeeded('NO_SUCH_ROLE');
    return pending.length > 0 ? NEEDED : notNeeded('SUBMITTED');
  }

  function askOfHandover(row: HandoverRow, { role, onlyWhilePending }: Input): Asked {
    if (!OPEN_HANDOVERS.includes(row.state)) return notNeeded(row.state);
    if (role === 'EMPLOYER' || role === 'STUDENT') return notNeeded('NO_SUCH_ROLE');
    if (role === 'RECEIVING_PARTY' && !row.disclosureStands) return notNeeded('NOT_DISCLOSED');
    const party = role === 'RECEIVING_PARTY' ? 'RECEIVING_PARTY' : 'SCHOOL';
    // The coordinator and the Servicepunt hear of what waits, whoever it waits for.
    const concerned = role === 'COORDINATOR' || role === 'SERVICE_POINT' || row.ball === party;
    return onlyWhilePending && !concerned ? notNeeded('BALL_ELSEWHERE') : NEEDED;
  }

  async function ofEvaluation(row: EvaluationRow, input: Input): Promise<Answer> {
    const placement: PlacementRow | null = await placements.find(row.placementId);
    const asked = askOfEvaluation(row, input.role);
    const people = asked.needed
      ? await recipientsOf(input.role, { ...row, locationId: row.schoolLocationId, contactPersonId: null })
      : { recipientIds: [], fallbackIds: [] };
    return {
      ...asked,
      ...people,
      studentId: row.studentId,
      facts: {
        placementId: row.placementId,
        employerId: row.employerId,
        moment: row.moment,
        dueOn: row.dueOn,
        kind: placement?.kind ?? null,
        startsOn: placement?.startsOn ?? null,
        endsOn: placement?.endsOn ?? null,
      },
    };
  }

  async function ofHandover(row: HandoverRow, input: Input): Promise<Answer> {
    const asked = askOfHandover(row, input);
    const nobody = { employerId: null, workplaceSupervisorId: null };
    const people = asked.needed
      ? await recipientsOf(input.role, { ...row, ...nobody, locationId: row.schoolLocationId })
      : { recipientIds: [], fallbackIds: [] };
    return {
      ...asked,
      ...people,
      studentId: row.studentId,
      facts: {
        target: row.target,
        state: row.state,
        ball: row.ball,
        deadline: row.deadline,
        conversationAt: row.conversationAt?.toISOString() ?? null,
        partnerId: row.partnerId,
      },
    };
  }

  return async (input: Input): Promise<Answer> => {
    const evaluation = input.subjectId.startsWith('evl_') ? await evaluations.find(input.subjectId) : null;
    if (evaluation) return ofEvaluation(evaluation, input);
    const handover = input.subjectId.startsWith('who_') ? await handovers.find(input.subjectId) : null;
    if (handover) return ofHandover(handover, input);
    return { ...notNeeded('UNKNOWN'), recipientIds: [], fallbackIds: [], studentId: null, facts: {} };
  };
}

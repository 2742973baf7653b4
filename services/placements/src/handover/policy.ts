import type { Role, Viewer } from '@servicepunt/shared/contracts/roles';
import { entityPolicy, operationPolicy, type Condition } from '@servicepunt/shared/policy';
import {
  guidesWhile,
  INSIDE_WITHOUT_DIRECTOR as INSIDE,
  restrictedTo,
  rowsOfPupil,
  STAFF_WITHOUT_DIRECTOR as STAFF,
} from '../placement/policy.ts';
import type { WarmHandover } from '../schema.generated.ts';
import { OPEN_HANDOVERS } from './rules.ts';
import type { HandoverRow } from './store.ts';

const guides = guidesWhile<HandoverRow>((row) => OPEN_HANDOVERS.includes(row.state));
/** Until it has confirmed: a finished link shows its result, which is that, when and with which words it did (DOMAIN section 2). */
const untilConfirmed: Condition<HandoverRow> = (row) => row.state !== 'CONFIRMED';
const toRead = { ...restrictedTo(guides), RECEIVING_PARTY: untilConfirmed } as const;

export type HandoverAction = 'arrange' | 'confirm' | 'confirmInWriting';

/** The receiving party sees the handover of its link, once pupil and guardian could inspect it and the disclosure is logged. */
const receiving = { at: '_id', where: { disclosureStands: true, state: ['PLANNED', 'HELD', 'CONFIRMED'] } } as const;

export const handoverPolicy = entityPolicy<HandoverRow, Exclude<keyof WarmHandover, '__typename'>, HandoverAction>({
  type: 'WarmHandover',
  rows: { ...rowsOfPupil, RECEIVING_PARTY: { TASK: receiving } },
  fields: {
    id: 'row',
    handoverNumber: STAFF,
    student: INSIDE,
    schoolLocation: INSIDE,
    supervisor: INSIDE,
    target: 'row',
    partner: INSIDE,
    contactPerson: [...STAFF, 'RECEIVING_PARTY'],
    state: 'row',
    ball: 'row',
    deadline: 'row',
    late: 'row',
    conversationAt: 'row',
    items: toRead,
    checklist: INSIDE,
    firstDayAgreements: toRead,
    aftercareContact: toRead,
    steps: STAFF,
    confirmedAt: 'row',
    confirmation: { ...restrictedTo(guides), RECEIVING_PARTY: true },
    revision: 'row',
  },
  audited: { fields: ['items', 'firstDayAgreements', 'aftercareContact', 'confirmation'], subject: (row) => row.studentId },
  actions: {
    arrange: { COORDINATOR: { LOCATION: 'schoolLocationId' }, SCHOOL_SUPERVISOR: guides },
    confirm: { RECEIVING_PARTY: { TASK: receiving } },
    confirmInWriting: { COORDINATOR: { LOCATION: 'schoolLocationId' }, SCHOOL_SUPERVISOR: guides },
  },
});

/** Whether a viewer sees the items as the school wrote them, or only what is meant for the receiving party. */
export const seesAllItems = (viewer: Viewer): boolean => viewer.grants.some((grant) => grant.role !== 'RECEIVING_PARTY');

const KEEPERS: readonly Role[] = ['COORDINATOR', 'SCHOOL_SUPERVISOR'];
export const handoverOperations = operationPolicy({
  Query: { warmHandover: [...INSIDE, 'RECEIVING_PARTY'], warmHandovers: [...INSIDE, 'RECEIVING_PARTY'] },
  Mutation: {
    planHandover: [...KEEPERS, 'SERVICE_POINT'],
    recordHandoverItem: KEEPERS,
    informParties: KEEPERS,
    planHandoverConversation: KEEPERS,
    holdHandover: KEEPERS,
    confirmHandover: [...KEEPERS, 'RECEIVING_PARTY'],
    cancelHandover: KEEPERS,
    importHandovers: ['COORDINATOR', 'SERVICE_POINT'],
  },
});

import { refuse, type Problem } from '@servicepunt/shared/errors';
import { fingerprint } from '@servicepunt/shared/ids';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { create, idOfCreate } from '@servicepunt/shared/writes';
import type { CallFor } from '../../callees.ts';
import { changeSeen } from '../../changing.ts';
import type { PartnerStore } from '../../partner/store.ts';
import { refuseAll } from '../../placement/actions/checks.ts';
import { mayPlanFor } from '../../placement/policy.ts';
import type { InformPartiesInput, PlanHandoverInput, RecordHandoverItemInput } from '../../schema.generated.ts';
import { allowedBases, ballIn, guardianMustKnow, mayInspect, stepsAfter, usualDeadline } from '../rules.ts';
import { handoverEvent, type HandoverRow, type HandoverStore } from '../store.ts';
import { handoverToChange, movedTo } from './access.ts';

/** The school's part before the receiving party is told anything. */
export function createPreparing(deps: { store: HandoverStore; partners: PartnerStore; callFor: CallFor }) {
  const { store, partners, callFor } = deps;

  return {
    async planHandover(context: Context, input: PlanHandoverInput): Promise<{ handover: HandoverRow }> {
      const id = idOfCreate('who', context, 'planHandover', input.idempotencyKey);
      const known = await store.find(id);
      if (known) {
        if (known.inputHash !== fingerprint(input)) refuse('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey');
        return { handover: known };
      }
      const [{ student }, partner] = await Promise.all([
        callFor(context, 'students.studentForPlacement', { studentId: input.studentId }),
        partners.find(input.partnerId),
      ]);
      if (!student || !mayPlanFor(context.viewer, student)) return refuse('NOT_FOUND', 'studentId');
      if (!partner) return refuse('NOT_FOUND', 'partnerId');
      if (!partner.contactPersons.some((person) => person.id === input.contactPersonId && person.active))
        refuse('NOT_FOUND', 'contactPersonId');
      const today = context.clock.today();
      const deadline = input.deadline ?? usualDeadline(input.target, student.holidayRegion, today);
      if (deadline < today) refuse('IN_THE_PAST', 'deadline');
      const supervisorId = input.supervisorId ?? student.supervisorId;
      if (supervisorId !== student.supervisorId && supervisorId !== null) await refuseOutsider(context, student.locationId, supervisorId);
      const { row } = await create<HandoverRow>(
        store.model,
        context,
        {
          _id: id,
          studentId: student.studentId,
          schoolLocationId: student.locationId,
          holidayRegion: student.holidayRegion,
          turns16On: student.turns16On,
          turns18On: student.turns18On,
          supervisorId,
          supervisorFollows: supervisorId === student.supervisorId,
          pupilSupervisorId: student.supervisorId,
          target: input.target,
          partnerId: partner._id,
          contactPersonId: input.contactPersonId,
          state: 'PREPARING',
          ball: ballIn('PREPARING'),
          deadline,
          ...NOTHING_YET,
          steps: stepsAfter([], 'PREPARING', context.clock.now()),
        },
        (planned) => [{ type: 'HandoverPlanned', data: handoverEvent(planned) }],
        { input },
      );
      return { handover: row };
    },

    async recordHandoverItem(context: Context, input: RecordHandoverItemInput): Promise<{ handover: HandoverRow }> {
      const row = await handoverToChange(store, context, input, 'arrange', 'recordItem');
      const legalBasis = input.legalBasis ?? null;
      const allowed = allowedBases(row.target);
      if (legalBasis !== null && !allowed.includes(legalBasis))
        refuse('LEGAL_BASIS_NOT_ALLOWED', 'legalBasis', { allowed: allowed.join(', ') });
      const now = context.clock.now();
      const others = row.items.filter((item) => item.kind !== input.kind);
      const items = input.text === '' ? others : [...others, { kind: input.kind, text: input.text, legalBasis, changedAt: now }];
      const handover = await changeSeen(store.model, context, row, 'handover', {
        // What changed has to be inspected, and logged, before the receiving party sees it.
        fields: { items, disclosureStands: false, ...movedTo(row, 'PREPARING', now) },
        events: row.state === 'PREPARING' ? [] : [{ type: 'HandoverChanged', data: handoverEvent({ ...row, state: 'PREPARING' }) }],
      });
      return { handover };
    },

    async informParties(context: Context, input: InformPartiesInput): Promise<{ handover: HandoverRow }> {
      const row = await handoverToChange(store, context, input, 'arrange', 'inform');
      const guardianInformedOn = input.guardianInformedOn ?? null;
      const today = context.clock.today();
      const later = (field: 'studentInformedOn' | 'guardianInformedOn' | 'inspectedOn'): Problem[] =>
        (input[field] ?? '') > today
          ? [{ code: 'INVALID_INPUT', field, params: { rule: { nl: 'niet later dan vandaag', en: 'not later than today' } } }]
          : [];
      refuseAll([
        ...later('studentInformedOn'),
        ...later('guardianInformedOn'),
        ...later('inspectedOn'),
        ...(guardianInformedOn === null && guardianMustKnow(row, today)
          ? [{ code: 'GUARDIAN_NOT_INFORMED', field: 'guardianInformedOn' }]
          : []),
        ...(mayInspect(input.inspectedBy, row, input.inspectedOn) ? [] : [{ code: 'INSPECTION_NOT_ALLOWED', field: 'inspectedBy' }]),
      ]);
      const now = context.clock.now();
      const { studentInformedOn, inspectedOn, inspectedBy } = input;
      const handover = await changeSeen(store.model, context, row, 'handover', {
        fields: { studentInformedOn, guardianInformedOn, inspectedOn, inspectedBy, inspectedAt: now, ...movedTo(row, 'INFORMED', now) },
        events: [{ type: 'HandoverChanged', data: handoverEvent({ ...row, state: 'INFORMED' }) }],
      });
      return { handover };
    },
  };

  async function refuseOutsider(context: Context, locationId: string, supervisorId: string): Promise<void> {
    for (const role of ['SCHOOL_SUPERVISOR', 'COORDINATOR'] as const) {
      const { staffMemberIds } = await callFor(context, 'students.staffOf', { locationId, role });
      if (staffMemberIds.includes(supervisorId)) return;
    }
    refuse('NOT_FOUND', 'supervisorId');
  }
}

/** A handover of which nothing was done yet. */
export const NOTHING_YET = {
  conversationAt: null,
  items: [],
  studentInformedOn: null,
  guardianInformedOn: null,
  inspectedOn: null,
  inspectedBy: null,
  inspectedAt: null,
  disclosures: [],
  disclosureStands: false,
  consentWithdrawnAt: null,
  firstDayAgreements: null,
  aftercareContact: null,
  confirmedAt: null,
  confirmedBy: null,
  confirmation: null,
  cancelNote: null,
  imported: null,
  followUps: [],
};

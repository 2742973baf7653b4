import { refuse } from '@servicepunt/shared/errors';
import type { Context } from '@servicepunt/shared/subgraph/context';
import type { CallFor } from '../../callees.ts';
import { changeSeen } from '../../changing.ts';
import type {
  CancelHandoverInput,
  ConfirmHandoverInput,
  HoldHandoverInput,
  PlanHandoverConversationInput,
} from '../../schema.generated.ts';
import { handoverPolicy } from '../policy.ts';
import { disclosuresOf, HANDOVER_PURPOSE, isInspected } from '../rules.ts';
import { handoverEvent, type HandoverRow, type HandoverStore } from '../store.ts';
import { handoverToChange, movedTo } from './access.ts';

const NOT_LATER_THAN_NOW = { nl: 'niet later dan nu', en: 'not later than now' };
const NOT_EMPTY = { nl: 'niet leeg', en: 'not empty' };

/** The conversation with the receiving party, from its planning to the written confirmation. */
export function createConversing(deps: { store: HandoverStore; callFor: CallFor; finishTask: (handoverId: string) => Promise<void> }) {
  const { store, callFor, finishTask } = deps;

  /** Logs, per ground, what the receiving party gets to see, before it sees anything. */
  async function disclose(context: Context, row: HandoverRow): Promise<HandoverRow['disclosures']> {
    const groups = disclosuresOf(row.items.filter((item) => isInspected(item, row.inspectedAt)));
    if (groups.length === 0) refuse('NOTHING_TO_HAND_OVER', 'id');
    const recorded: HandoverRow['disclosures'] = [];
    for (const { legalBasis, items } of groups) {
      const answer = await callFor(context, 'students.recordDisclosure', {
        subjectId: row._id,
        studentId: row.studentId,
        recipient: { kind: 'PARTNER_ORGANISATION', id: row.partnerId },
        legalBasis,
        purpose: HANDOVER_PURPOSE,
        items,
      });
      if (!answer.recorded) return answer.reason === 'NO_CONSENT' ? refuse('CONSENT_MISSING', 'id') : refuse('NOT_FOUND', 'id');
      recorded.push({ id: answer.disclosureId, legalBasis, at: context.clock.now() });
    }
    return recorded;
  }

  return {
    async planHandoverConversation(context: Context, input: PlanHandoverConversationInput): Promise<{ handover: HandoverRow }> {
      const row = await handoverToChange(store, context, input, 'arrange', 'planConversation');
      const now = context.clock.now();
      const { conversationAt } = input;
      if (conversationAt.getTime() <= now.getTime()) refuse('IN_THE_PAST', 'conversationAt');
      const disclosures = row.disclosureStands ? [] : await disclose(context, row);
      const handover = await changeSeen(store.model, context, row, 'handover', {
        fields: {
          conversationAt,
          disclosures: [...row.disclosures, ...disclosures],
          disclosureStands: true,
          ...(disclosures.some(({ legalBasis }) => legalBasis === 'CONSENT') ? { consentWithdrawnAt: null } : {}),
          ...movedTo(row, 'PLANNED', now),
        },
        events: [{ type: 'HandoverChanged', data: handoverEvent({ ...row, conversationAt, state: 'PLANNED' }) }],
      });
      return { handover };
    },

    async holdHandover(context: Context, input: HoldHandoverInput): Promise<{ handover: HandoverRow }> {
      const row = await handoverToChange(store, context, input, 'arrange', 'hold');
      const now = context.clock.now();
      const heldAt = input.heldAt ?? row.conversationAt ?? now;
      if (heldAt.getTime() > now.getTime()) refuse('INVALID_INPUT', 'heldAt', { rule: NOT_LATER_THAN_NOW });
      for (const field of ['firstDayAgreements', 'aftercareContact'] as const)
        if (input[field] === '') refuse('INVALID_INPUT', field, { rule: NOT_EMPTY });
      const { firstDayAgreements, aftercareContact } = input;
      const handover = await changeSeen(store.model, context, row, 'handover', {
        fields: { conversationAt: heldAt, firstDayAgreements, aftercareContact, ...movedTo(row, 'HELD', now) },
        events: [{ type: 'HandoverChanged', data: handoverEvent({ ...row, conversationAt: heldAt, state: 'HELD' }) }],
      });
      return { handover };
    },

    /** By the receiving party itself, or by the school on the strength of a letter. */
    async confirmHandover(context: Context, input: ConfirmHandoverInput): Promise<{ handover: HandoverRow }> {
      const { viewer } = context;
      const inWriting = input.confirmedInWritingOn ?? null;
      const row = await handoverToChange(store, context, input, inWriting === null ? 'confirm' : 'confirmInWriting', 'confirm');
      if (inWriting !== null && inWriting > context.clock.today())
        refuse('INVALID_INPUT', 'confirmedInWritingOn', { rule: NOT_LATER_THAN_NOW });
      const now = context.clock.now();
      const handover = await changeSeen(store.model, context, row, 'handover', {
        fields: {
          confirmedAt: now,
          confirmedBy: viewer.onBehalfOf ?? viewer.id,
          confirmation: input.text || null,
          ...movedTo(row, 'CONFIRMED', now),
        },
        events: [{ type: 'HandoverConfirmed', data: handoverEvent({ ...row, state: 'CONFIRMED' }) }],
      });
      await finishTask(row._id);
      return { handover };
    },

    async cancelHandover(context: Context, input: CancelHandoverInput): Promise<{ handover: HandoverRow | null }> {
      const row = await handoverToChange(store, context, input, 'arrange', 'cancel');
      const now = context.clock.now();
      const handover = await changeSeen(store.model, context, row, 'handover', {
        fields: { cancelNote: input.reason || null, ...movedTo(row, 'CANCELLED', now) },
        events: [{ type: 'HandoverCancelled', data: handoverEvent({ ...row, state: 'CANCELLED' }) }],
      });
      return { handover: handoverPolicy.sees(context.viewer, handover) ? handover : null };
    },
  };
}

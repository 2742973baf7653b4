import { refuse, type Problem } from '@servicepunt/shared/errors';
import type { Context } from '@servicepunt/shared/subgraph/context';
import type { CallFor } from '../../callees.ts';
import { changeSeen } from '../../changing.ts';
import type { FollowUps } from '../../follow-up/follow-ups.ts';
import type { ProposePlacementInput } from '../../schema.generated.ts';
import { wordsOfState } from '../messages.ts';
import { basisFitsCompany, DISCLOSED_TO_COMPANY, LEGAL_BASES, PLACEMENT_PURPOSE, stateOn, type LegalBasis } from '../rules.ts';
import { placementEvent, type PlacementRow, type PlacementStore } from '../store.ts';
import { demand, type Access } from './access.ts';
import { refuseAll } from './checks.ts';

type Disclosure = NonNullable<PlacementRow['disclosure']>;

/** What leaves the foundation is logged with its ground before it leaves. */
export function createDisclosing(callFor: CallFor) {
  return {
    basisProblems(basis: LegalBasis): Problem[] {
      if (basisFitsCompany(basis)) return [];
      const allowed = LEGAL_BASES.filter(basisFitsCompany).join(', ');
      return [{ code: 'LEGAL_BASIS_NOT_ALLOWED', field: 'legalBasis', params: { allowed } }];
    },
    async disclose(
      context: Context,
      subject: { placementId: string; studentId: string; employerId: string },
      legalBasis: LegalBasis,
    ): Promise<Disclosure> {
      const answer = await callFor(context, 'students.recordDisclosure', {
        subjectId: subject.placementId,
        studentId: subject.studentId,
        recipient: { kind: 'EMPLOYER', id: subject.employerId },
        legalBasis,
        purpose: PLACEMENT_PURPOSE,
        items: [...DISCLOSED_TO_COMPANY],
      });
      if (answer.recorded) return { id: answer.disclosureId, legalBasis, at: context.clock.now() };
      return answer.reason === 'NO_CONSENT' ? refuse('CONSENT_MISSING', 'legalBasis') : refuse('NOT_FOUND', 'studentId');
    },
  };
}
export type Disclosing = ReturnType<typeof createDisclosing>;

export function createProposing(deps: { store: PlacementStore; access: Access; disclosing: Disclosing; followUps: FollowUps }) {
  const { store, access, disclosing, followUps } = deps;
  return {
    async proposePlacement(context: Context, input: ProposePlacementInput): Promise<{ placement: PlacementRow }> {
      const row = await access.toChange(context, input, 'arrange');
      const { employerId } = row;
      const today = context.clock.today();
      demand('propose', row, today);
      if (employerId === null || row.disclosureStands) return refuse('ILLEGAL_STATE', 'id', { state: wordsOfState(stateOn(row, today)) });
      const legalBasis = input.legalBasis ?? 'CONSENT';
      refuseAll(disclosing.basisProblems(legalBasis));
      const disclosure = await disclosing.disclose(context, { placementId: row._id, studentId: row.studentId, employerId }, legalBasis);
      const placement = await changeSeen(store.model, context, row, 'placement', {
        fields: { disclosure, disclosureStands: true, state: row.state === 'PLANNED' ? 'PROPOSED' : row.state },
        events: [{ type: 'PlacementChanged', data: placementEvent(row) }],
        followUps: ['SYNC_EVALUATIONS'],
      });
      await followUps.run([row._id]);
      return { placement };
    },
  };
}

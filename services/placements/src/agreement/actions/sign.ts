import { refuse } from '@servicepunt/shared/errors';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { checkRevision } from '@servicepunt/shared/writes';
import type { Calendar } from '../../calendar/calendar.ts';
import { changeSeen } from '../../changing.ts';
import type { FollowUps } from '../../follow-up/follow-ups.ts';
import { demand, type Access } from '../../placement/actions/access.ts';
import { whileClaiming } from '../../placement/actions/change.ts';
import type { OfferPlaces } from '../../placement/offer-places.ts';
import { placementPolicy } from '../../placement/policy.ts';
import { placementEvent, type PlacementRow, type PlacementStore } from '../../placement/store.ts';
import type { SignAgreementInput } from '../../schema.generated.ts';
import { traineePolicy } from '../../trainee/policy.ts';
import { isMinorOn } from '../../working-time/rules.ts';
import {
  amended,
  amendmentSigningProblem,
  missingParties,
  type Agreement,
  type AgreementParty,
  type Amendment,
  type Signature,
} from '../rules.ts';
import { AFTER_AGREEMENT, onPaper } from './draft.ts';

/** Signs for one party; the last signature puts the agreement, or its amendment, in force. */
export function createSigning(deps: {
  store: PlacementStore;
  access: Access;
  calendar: Calendar;
  offerPlaces: OfferPlaces;
  followUps: FollowUps;
}) {
  const { store, access, followUps } = deps;

  function maySign(context: Context, row: PlacementRow, party: AgreementParty): boolean {
    if (party === 'COMPANY') return traineePolicy.may('signForCompany', context.viewer, row);
    const action = { SCHOOL: 'signForSchool', STUDENT: 'signForStudent', GUARDIAN: 'signForGuardian' } as const;
    return placementPolicy.may(action[party], context.viewer, row);
  }

  function signatureOf(context: Context, row: PlacementRow, input: SignAgreementInput): Signature {
    if (input.onPaperOn) {
      if (!placementPolicy.may('arrange', context.viewer, row)) refuse('FORBIDDEN', 'onPaperOn');
      return onPaper(context, input.party, input.onPaperOn, 'onPaperOn');
    }
    if (!maySign(context, row, input.party)) refuse('FORBIDDEN', 'party');
    return { party: input.party, signedAt: context.clock.now(), signerId: context.viewer.id, onPaper: false };
  }

  function signFirst(context: Context, row: PlacementRow, agreement: Agreement, signature: Signature): Promise<PlacementRow> {
    if (!agreement.parties.includes(signature.party)) refuse('NOT_A_SIGNATORY', 'party');
    if (agreement.signatures.some((given) => given.party === signature.party)) refuse('ALREADY_SIGNED', 'party');
    const signatures = [...agreement.signatures, signature];
    const complete = missingParties(agreement.parties, signatures).length === 0;
    if (!complete) return changeSeen(store.model, context, row, 'placement', { fields: { agreement: { ...agreement, signatures } } });
    return changeSeen(store.model, context, row, 'placement', {
      fields: {
        agreement: { ...agreement, signatures, state: 'IN_FORCE', inForceSince: context.clock.now() },
        agreementInForce: true,
        state: 'AGREED',
      },
      events: [{ type: 'PlacementAgreed', data: placementEvent(row) }],
      followUps: AFTER_AGREEMENT,
    });
  }

  async function signAmendment(context: Context, row: PlacementRow, waiting: Amendment, signature: Signature): Promise<PlacementRow> {
    const problem = amendmentSigningProblem(waiting, signature);
    if (problem) refuse(problem, 'party');
    const signed: Amendment = { ...waiting, signatures: [...waiting.signatures, signature] };
    const others = row.amendments.filter((amendment) => amendment !== waiting);
    const parties = signed.signatories.map((signatory) => signatory.party);
    const { agreement } = row;
    if (missingParties(parties, signed.signatures).length > 0 || !agreement)
      return changeSeen(store.model, context, row, 'placement', { fields: { amendments: [...others, signed] } });
    const now = context.clock.now();
    const next = amended(agreement, signed, now);
    const schedule = { startsOn: next.startsOn, endsOn: next.endsOn, workingTimes: next.workingTimes };
    const replaced = {
      ...(signed.supervisorId ? { supervisorId: signed.supervisorId, supervisorFollows: false } : {}),
      ...(signed.workplaceSupervisorId ? { workplaceSupervisorId: signed.workplaceSupervisorId } : {}),
    };
    return whileClaiming(deps, context, row, schedule, () =>
      changeSeen(store.model, context, row, 'placement', {
        fields: {
          ...schedule,
          ...replaced,
          agreement: next,
          minorOnStart: isMinorOn(row.birthdays, next.startsOn),
          amendments: [...others, { ...signed, state: 'IN_FORCE', inForceSince: now }],
        },
        events: [{ type: 'PlacementChanged', data: placementEvent({ ...row, ...schedule }) }],
        followUps: ['SCHEDULE_EVALUATIONS', 'SYNC_EVALUATIONS'],
      }),
    );
  }

  return {
    async signAgreement(
      context: Context,
      input: SignAgreementInput,
    ): Promise<{ placement: PlacementRow | null; trainee: PlacementRow | null }> {
      const row = await access.seen(context, input.id);
      const signature = signatureOf(context, row, input);
      checkRevision(row, input.revision, placementPolicy.sees(context.viewer, row) ? 'placement' : 'trainee');
      const { agreement } = row;
      if (!agreement || agreement.version !== input.version) return refuse('NOT_FOUND', 'version');
      const waiting = row.amendments.find((amendment) => amendment.state === 'TO_BE_SIGNED');
      let signed: PlacementRow;
      if (agreement.state === 'TO_BE_SIGNED') {
        demand('draftAgreement', row, context.clock.today());
        signed = await signFirst(context, row, agreement, signature);
      } else if (waiting) {
        demand('amend', row, context.clock.today());
        signed = await signAmendment(context, row, waiting, signature);
      } else return refuse('ALREADY_SIGNED', 'version');
      await followUps.run([row._id]);
      const { viewer } = context;
      return {
        placement: placementPolicy.sees(viewer, signed) ? signed : null,
        trainee: traineePolicy.sees(viewer, signed) ? signed : null,
      };
    },
  };
}

import { refuse, type Problem } from '@servicepunt/shared/errors';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { changeSeen } from '../../changing.ts';
import { evaluationDates, fitsPlacement, AFTER_THE_END_DAYS, type EvaluationDate } from '../../evaluation/schedule.ts';
import type { FollowUps } from '../../follow-up/follow-ups.ts';
import { demand, type Access } from '../../placement/actions/access.ts';
import { refuseAll } from '../../placement/actions/checks.ts';
import type { PlacementFollowUp } from '../../placement/follow-ups.ts';
import { placementEvent, type PlacementRow, type PlacementStore } from '../../placement/store.ts';
import type { AgreementContactInput, AgreementTermsInput, AgreePlacementInput, DraftAgreementInput } from '../../schema.generated.ts';
import { dayInWords } from '../../working-time/messages.ts';
import { wordsOfParties } from '../messages.ts';
import { missingParties, partiesOf, USUAL_GROUNDS_FOR_EARLY_END, type Agreement, type AgreementContact, type Signature } from '../rules.ts';

/** What follows when the last party has signed. */
export const AFTER_AGREEMENT: readonly PlacementFollowUp[] = ['SCHEDULE_EVALUATIONS'];

export const contactOf = (contact: AgreementContactInput): AgreementContact => ({
  name: contact.name,
  email: contact.email ?? null,
  phone: contact.phone ?? null,
});

/** Days that the agreement names have to lie in the placement, each moment once. */
export function namedDateProblems(
  dates: readonly EvaluationDate[],
  period: { startsOn: string; endsOn: string },
  field: string,
): Problem[] {
  return dates.flatMap((date, index): Problem[] => {
    if (dates.findIndex((other) => other.moment === date.moment) !== index)
      return [{ code: 'EVALUATION_EXISTS', field: `${field}.${index}.moment` }];
    if (fitsPlacement(date.dueOn, period)) return [];
    const until = Temporal.PlainDate.from(period.endsOn).add({ days: AFTER_THE_END_DAYS }).toString();
    const params = { from: dayInWords(period.startsOn), until: dayInWords(until) };
    return [{ code: 'OUTSIDE_PLACEMENT', field: `${field}.${index}.dueOn`, params }];
  });
}

/** Writes the first version of an agreement: to be signed one by one, or recorded as it was signed on paper. */
export function createDrafting(deps: { store: PlacementStore; access: Access; followUps: FollowUps }) {
  const { store, access, followUps } = deps;

  function draftOf(row: PlacementRow, terms: AgreementTermsInput): Agreement {
    const named = terms.evaluationDates ?? [];
    const problems = namedDateProblems(named, row, 'terms.evaluationDates');
    if (row.minorOnStart && !terms.dangerousWorkExcluded) problems.push({ code: 'DANGEROUS_WORK', field: 'terms.dangerousWorkExcluded' });
    if (row.employerId !== null && !terms.workplaceSupervisor) {
      const rule = { nl: 'een stage bij een bedrijf noemt de begeleider daar', en: 'an internship at a company names its guide there' };
      problems.push({ code: 'INVALID_INPUT', field: 'terms.workplaceSupervisor', params: { rule } });
    }
    if (terms.schoolName === '')
      problems.push({ code: 'INVALID_INPUT', field: 'terms.schoolName', params: { rule: { nl: 'niet leeg', en: 'not empty' } } });
    refuseAll(problems);
    return {
      version: 1,
      state: 'TO_BE_SIGNED',
      parties: partiesOf(row),
      signatures: [],
      startsOn: row.startsOn,
      endsOn: row.endsOn,
      workingTimes: row.workingTimes,
      schoolName: terms.schoolName,
      schoolSupervisor: contactOf(terms.schoolSupervisor),
      workplaceSupervisor: terms.workplaceSupervisor ? contactOf(terms.workplaceSupervisor) : null,
      evaluationDates: evaluationDates(row, named),
      groundsForEarlyEnd: [...(terms.groundsForEarlyEnd ?? USUAL_GROUNDS_FOR_EARLY_END)],
      inForceSince: null,
    };
  }

  return {
    async draftAgreement(context: Context, input: DraftAgreementInput): Promise<{ placement: PlacementRow }> {
      const row = await access.toChange(context, input, 'arrange');
      demand('draftAgreement', row, context.clock.today());
      const agreement = draftOf(row, input.terms);
      const placement = await changeSeen(store.model, context, row, 'placement', {
        fields: { agreement },
        events: [{ type: 'PlacementChanged', data: placementEvent(row) }],
      });
      return { placement };
    },

    async agreePlacement(context: Context, input: AgreePlacementInput): Promise<{ placement: PlacementRow }> {
      const row = await access.toChange(context, input, 'arrange');
      const today = context.clock.today();
      demand('draftAgreement', row, today);
      const draft = draftOf(row, input.terms);
      const signatures = input.signatures.map(({ party, signedOn }, index): Signature => {
        if (!draft.parties.includes(party)) refuse('NOT_A_SIGNATORY', `signatures.${index}.party`);
        if (input.signatures.findIndex((other) => other.party === party) !== index) refuse('ALREADY_SIGNED', `signatures.${index}.party`);
        return onPaper(context, party, signedOn, `signatures.${index}.signedOn`);
      });
      const missing = missingParties(draft.parties, signatures);
      if (missing.length > 0) refuse('SIGNATURE_MISSING', 'signatures', { parties: wordsOfParties(missing) });
      const agreement: Agreement = { ...draft, signatures, state: 'IN_FORCE', inForceSince: context.clock.now() };
      const placement = await changeSeen(store.model, context, row, 'placement', {
        fields: { agreement, agreementInForce: true, state: 'AGREED' },
        events: [{ type: 'PlacementAgreed', data: placementEvent(row) }],
        followUps: AFTER_AGREEMENT,
      });
      await followUps.run([row._id]);
      return { placement };
    },
  };
}

/** A signature on paper, recorded by a staff member; it can't have been given tomorrow. */
export function onPaper(context: Context, party: Signature['party'], signedOn: string, field: string): Signature {
  if (signedOn > context.clock.today())
    refuse('INVALID_INPUT', field, { rule: { nl: 'niet later dan vandaag', en: 'not later than today' } });
  const signedAt = new Date(Temporal.PlainDate.from(signedOn).toZonedDateTime({ timeZone: 'UTC', plainTime: '12:00' }).epochMilliseconds);
  return { party, signedAt, signerId: context.viewer.id, onPaper: true };
}

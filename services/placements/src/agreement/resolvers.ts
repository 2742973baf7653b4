import { weeklyHours } from '../placement/view.ts';
import { referenceTo } from '../references.ts';
import type { Resolvers } from '../schema.generated.ts';

export const agreementResolvers: Pick<Resolvers, 'Mutation' | 'Placement' | 'PlacementAgreement' | 'AgreementAmendment'> = {
  Mutation: {
    draftAgreement: (_source, { input }, context) => context.actions.agreement.draftAgreement(context, input),
    agreePlacement: (_source, { input }, context) => context.actions.agreement.agreePlacement(context, input),
    signAgreement: (_source, { input }, context) => context.actions.agreement.signAgreement(context, input),
    amendAgreement: (_source, { input }, context) => context.actions.agreement.amendAgreement(context, input),
    withdrawAmendment: (_source, { input }, context) => context.actions.agreement.withdrawAmendment(context, input),
  },
  Placement: {
    amendments: (row, _args, context) => context.views.amendmentsOf(row),
  },
  PlacementAgreement: {
    weeklyHours: (agreement) => weeklyHours(agreement.workingTimes),
  },
  AgreementAmendment: {
    supervisor: (amendment) => referenceTo(amendment.supervisorId),
    workplaceSupervisor: (amendment) => referenceTo(amendment.workplaceSupervisorId),
    parties: (amendment) => amendment.signatories.map((signatory) => signatory.party),
  },
};

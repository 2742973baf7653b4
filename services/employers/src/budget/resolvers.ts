import type { Resolvers } from '../schema.generated.ts';

export const budgetResolvers: Pick<Resolvers, 'Mutation' | 'Employer' | 'ContactBudget' | 'EmployerApproach'> = {
  Mutation: {
    claimEmployerApproach: (_source, { input }, context) => context.actions.budget.claimEmployerApproach(context, input),
    setContactBudget: (_source, { input }, context) => context.actions.budget.setContactBudget(context, input),
  },
  Employer: {
    contactBudget: (employer, _args, context) => context.budgets.ofEmployer.load(employer._id),
    load: (employer, _args, context) => context.budgets.loadOfEmployer.load(employer._id),
  },
  ContactBudget: {
    per28Days: (budget, _args, context) => context.budgets.limitsOf(budget).per28Days,
    per7Days: (budget, _args, context) => context.budgets.limitsOf(budget).per7Days,
    whatCounts: (_budget, _args, context) => context.budgets.whatCounts(),
    nextFreeOn: (budget, _args, context) => context.budgets.nextFreeOn(budget),
    approaches: (budget, args, context) => context.budgets.approaches(budget, args),
  },
  EmployerApproach: {
    id: (approach) => approach._id,
    by: (approach) => ({ id: approach.staffMemberId }),
    schoolLocation: (approach) => (approach.locationId === null ? null : { id: approach.locationId }),
  },
};

import { referenceTo } from '../references.ts';
import type { Resolvers } from '../schema.generated.ts';

export const evaluationResolvers: Pick<Resolvers, 'Query' | 'Mutation' | 'Evaluation' | 'Placement'> = {
  Query: {
    evaluation: (_source, { id }, context) => context.loaders.evaluation.load(id),
    evaluations: (_source, { filter, ...args }, context) => context.lists.evaluations(filter ?? {}, args),
  },
  Mutation: {
    planEvaluation: (_source, { input }, context) => context.actions.evaluation.planEvaluation(context, input),
    moveEvaluation: (_source, { input }, context) => context.actions.evaluation.moveEvaluation(context, input),
    saveEvaluationDraft: (_source, { input }, context) => context.actions.evaluation.saveEvaluationDraft(context, input),
    submitEvaluation: (_source, { input }, context) => context.actions.evaluation.submitEvaluation(context, input),
    concludeEvaluation: (_source, { input }, context) => context.actions.evaluation.concludeEvaluation(context, input),
  },
  Evaluation: {
    __resolveReference: ({ id }, context) => context.loaders.evaluation.load(id),
    placement: (row, _args, context) => context.loaders.placement.load(row.placementId),
    trainee: (row, _args, context) => context.loaders.traineeOfPlacement.load(row.placementId),
    employer: (row) => referenceTo(row.employerId),
    employerForm: (row, _args, context) => context.views.formOf(row, 'EMPLOYER'),
    studentForm: (row, _args, context) => context.views.formOf(row, 'STUDENT'),
    schoolForm: (row, _args, context) => context.views.formOf(row, 'SCHOOL'),
  },
  Placement: {
    evaluations: (row, args, context) => context.edges.evaluationsOf(row._id, args),
  },
};

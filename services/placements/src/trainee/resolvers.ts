import { numbered, weeklyHours } from '../placement/view.ts';
import { referenceTo } from '../references.ts';
import type { Resolvers } from '../schema.generated.ts';

export const traineeResolvers: Pick<Resolvers, 'Query' | 'Trainee' | 'Employer'> = {
  Query: {
    trainee: (_source, { id }, context) => context.loaders.trainee.load(id),
    trainees: (_source, { filter, ...args }, context) => context.lists.trainees(filter ?? {}, args),
  },
  Trainee: {
    __resolveReference: ({ id }, context) => context.loaders.trainee.load(id),
    id: (row, _args, context) => context.views.traineeIdOf(row),
    studentKey: (row) => row.studentId,
    disclosureBasis: (row) => (row.disclosureStands ? row.disclosure?.legalBasis : null),
    employer: (row) => referenceTo(row.employerId),
    site: (row) => referenceTo(row.siteId),
    workplaceSupervisor: (row) => referenceTo(row.workplaceSupervisorId),
    offer: (row) => referenceTo(row.offerId),
    state: (row, _args, context) => context.views.stateOf(row),
    weeklyHours: (row) => weeklyHours(row.workingTimes),
    ageClass: (row, _args, context) => context.views.ageClassOf(row),
    goals: (row) => numbered(row.goals),
    schoolName: (row) => row.agreement?.schoolName ?? null,
    schoolSupervisor: (row) => row.agreement?.schoolSupervisor ?? null,
    evaluations: (row, args, context) => context.edges.evaluationsOf(row._id, args),
  },
  Employer: {
    trainees: ({ id }, { filter, ...args }, context) => context.edges.traineesOf(id, filter ?? {}, args),
  },
};

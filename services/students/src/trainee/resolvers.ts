import type { Resolvers } from '../schema.generated.ts';

export const traineeResolvers: Pick<Resolvers, 'Trainee'> = {
  Trainee: {
    // The representation is the row: the gateway filled in what `@requires` asks of placements.
    __resolveReference: (representation) => representation,
    firstName: (trainee, _args, context) => context.trainees.firstName(trainee),
    familyName: (trainee, _args, context) => context.trainees.familyName(trainee),
    emergencyContact: (trainee, _args, context) => context.trainees.emergencyContact(trainee),
  },
};

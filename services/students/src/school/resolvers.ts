import type { Resolvers } from '../schema.generated.ts';

export const schoolResolvers: Pick<Resolvers, 'Query' | 'Mutation' | 'School' | 'SchoolLocation'> = {
  Query: {
    schoolLocation: (_source, { id }, context) => context.loaders.schoolLocation.load(id),
    schoolLocations: (_source, { filter, ...args }, context) => context.lists.schoolLocations(filter ?? {}, args),
  },
  Mutation: {
    importSchoolLocations: (_source, { input }, context) => context.actions.school.importSchoolLocations(context, input),
  },
  School: {
    __resolveReference: ({ id }, context) => context.loaders.school.load(id),
    locations: (school, _args, context) => context.loaders.locationsOfSchool.load(school._id),
  },
  SchoolLocation: {
    __resolveReference: ({ id }, context) => context.loaders.schoolLocation.load(id),
    school: (location) => ({ _id: location.schoolId, brin: location.brin, name: location.schoolName }),
  },
};

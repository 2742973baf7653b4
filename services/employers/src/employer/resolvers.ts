import { showPostcode } from '@servicepunt/shared/contracts/identifiers';
import type { Resolvers } from '../schema.generated.ts';
import { sitesOf } from './store.ts';

export const employerResolvers: Pick<Resolvers, 'Query' | 'Mutation' | 'Employer' | 'EmployerSite'> = {
  Query: {
    employer: (_source, { id }, context) => context.employers.byId.load(id),
    employers: (_source, { filter, ...args }, context) => context.employers.list(filter ?? {}, args),
    employerSite: (_source, { id }, context) => context.employers.siteById.load(id),
  },
  Mutation: {
    registerEmployer: (_source, { input }, context) => context.actions.employer.registerEmployer(context, input),
    changeEmployer: (_source, { input }, context) => context.actions.employer.changeEmployer(context, input),
    addEmployerSite: (_source, { input }, context) => context.actions.employer.addEmployerSite(context, input),
    changeEmployerSite: (_source, { input }, context) => context.actions.employer.changeEmployerSite(context, input),
    activateEmployer: (_source, { input }, context) => context.actions.employer.activateEmployer(context, input),
    deactivateEmployer: (_source, { input }, context) => context.actions.employer.deactivateEmployer(context, input),
    importEmployers: (_source, { input }, context) => context.actions.importEmployers(context, input),
  },
  Employer: {
    __resolveReference: ({ id }, context) => context.employers.byId.load(id),
    group: (employer, _args, context) => (employer.groupId === null ? null : context.groups.byId.load(employer.groupId)),
    relationOwner: (employer) => (employer.relationOwnerId === null ? null : { id: employer.relationOwnerId }),
    sites: sitesOf,
  },
  EmployerSite: {
    __resolveReference: ({ id }, context) => context.employers.siteById.load(id),
    employer: (site, _args, context) => context.employers.byId.load(site.employerId),
    postcode: (site) => showPostcode(site.postcode),
  },
};

import type { Resolvers } from '../schema.generated.ts';

export const staffResolvers: Pick<Resolvers, 'Query' | 'Mutation' | 'StaffMember' | 'StaffGrant'> = {
  Query: {
    staffMember: (_source, { id }, context) => context.loaders.staffMember.load(id),
    staffMembers: (_source, { filter, ...args }, context) => context.lists.staffMembers(filter ?? {}, args),
  },
  Mutation: {
    importStaff: (_source, { input }, context) => context.actions.staff.importStaff(context, input),
    grantRole: (_source, { input }, context) => context.actions.staff.grantRole(context, input),
    withdrawGrant: (_source, { input }, context) => context.actions.staff.withdrawGrant(context, input),
    deactivateStaffMember: (_source, { input }, context) => context.actions.staff.deactivateStaffMember(context, input),
  },
  StaffMember: {
    __resolveReference: ({ id }, context) => context.loaders.staffMember.load(id),
    grants: (member) => member.grants.filter((grant) => grant.withdrawnAt === null),
    grantHistory: (member) => member.grants,
  },
  StaffGrant: {
    schoolLocation: (grant, _args, context) => (grant.locationId === null ? null : context.loaders.schoolLocation.load(grant.locationId)),
    grantedBy: (grant, _args, context) => context.loaders.staffMember.load(grant.grantedBy),
    withdrawnBy: (grant, _args, context) => (grant.withdrawnBy === null ? null : context.loaders.staffMember.load(grant.withdrawnBy)),
  },
};

import type { Resolvers } from '../schema.generated.ts';

type Room = Pick<Resolvers, 'Query' | 'Mutation' | 'Employer' | 'CompanyGroup' | 'EmployerContact' | 'WorkplaceSupervisor'>;

export const contactResolvers: Room = {
  Query: {
    employerContact: (_source, { id }, context) => context.people.contacts.byId.load(id),
    employerContacts: (_source, { filter, ...args }, context) => context.people.contacts.list(filter ?? {}, args),
    workplaceSupervisor: (_source, { id }, context) => context.people.workplaceSupervisors.byId.load(id),
    workplaceSupervisors: (_source, { filter, ...args }, context) => context.people.workplaceSupervisors.list(filter ?? {}, args),
  },
  Mutation: {
    addContact: (_source, { input }, context) => context.actions.contact.addContact(context, input),
    changeContact: (_source, { input }, context) => context.actions.contact.changeContact(context, input),
    deactivateContact: (_source, { input }, context) => context.actions.contact.deactivateContact(context, input),
    addWorkplaceSupervisor: (_source, { input }, context) => context.actions.contact.addWorkplaceSupervisor(context, input),
    changeWorkplaceSupervisor: (_source, { input }, context) => context.actions.contact.changeWorkplaceSupervisor(context, input),
    deactivateWorkplaceSupervisor: (_source, { input }, context) => context.actions.contact.deactivateWorkplaceSupervisor(context, input),
    importEmployerContacts: (_source, { input }, context) => context.actions.importEmployerContacts(context, input),
  },
  Employer: {
    contacts: (employer, args, context) => context.people.contacts.ofEmployer(employer._id, args),
    workplaceSupervisors: (employer, args, context) => context.people.workplaceSupervisors.ofEmployer(employer._id, args),
  },
  CompanyGroup: {
    contacts: (group, args, context) => context.people.contacts.ofGroup(group._id, args),
  },
  EmployerContact: {
    __resolveReference: ({ id }, context) => context.people.contacts.byId.load(id),
    employer: (contact, _args, context) => (contact.employerId === null ? null : context.employers.byId.load(contact.employerId)),
    group: (contact, _args, context) => (contact.groupId === null ? null : context.groups.byId.load(contact.groupId)),
  },
  WorkplaceSupervisor: {
    __resolveReference: ({ id }, context) => context.people.workplaceSupervisors.byId.load(id),
    employer: (person, _args, context) => (person.employerId === null ? null : context.employers.byId.load(person.employerId)),
    site: (person, _args, context) => (person.siteId === null ? null : context.employers.siteById.load(person.siteId)),
  },
};

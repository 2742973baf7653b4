import type { Resolvers } from '../schema.generated.ts';
import { derivedOf } from './derived.ts';

export const studentResolvers: Pick<Resolvers, 'Query' | 'Mutation' | 'Student'> = {
  Query: {
    student: (_source, { id }, context) => context.loaders.student.load(id),
    students: (_source, { filter, ...args }, context) => context.lists.students(filter ?? {}, args),
  },
  Mutation: {
    importStudents: (_source, { input }, context) => context.actions.student.importStudents(context, input),
    registerStudent: (_source, { input }, context) => context.actions.student.registerStudent(context, input),
    changeStudent: (_source, { input }, context) => context.actions.student.changeStudent(context, input),
    changeSupervisor: (_source, { input }, context) => context.actions.student.changeSupervisor(context, input),
    recordOutflow: (_source, { input }, context) => context.actions.student.recordOutflow(context, input),
    recordShortStay: (_source, { input }, context) => context.actions.student.recordShortStay(context, input),
    recordDevelopmentPlan: (_source, { input }, context) => context.actions.student.recordDevelopmentPlan(context, input),
  },
  Student: {
    __resolveReference: ({ id }, context) => context.loaders.student.load(id),
    age: (student, _args, { clock }) => derivedOf(student, clock).age,
    minor: (student, _args, { clock }) => derivedOf(student, clock).minor,
    consentGiver: (student, _args, { clock }) => derivedOf(student, clock).consentGiver,
    active: (student, _args, { clock }) => derivedOf(student, clock).active,
    schoolLocation: (student, _args, context) => context.loaders.schoolLocation.load(student.schoolLocationId),
    supervisor: (student, _args, context) =>
      student.supervisorId === null ? null : context.loaders.staffMember.load(student.supervisorId),
    outflow: (student) => ({ expected: student.expectedOutflow, actual: student.actualOutflow, leftOn: student.leftOn }),
  },
};

import type { Connection } from '@servicepunt/shared/mongo';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { createGuardianActions } from './guardian/actions.ts';
import { guardianReads } from './guardian/reads.ts';
import { createGuardianStore } from './guardian/store.ts';
import { createSchoolActions } from './school/actions.ts';
import { schoolReads } from './school/reads.ts';
import { createSchoolStore } from './school/store.ts';
import { createStaffActions } from './staff/actions.ts';
import { staffReads } from './staff/reads.ts';
import { createStaffStore } from './staff/store.ts';
import { createStudentActions } from './student/actions.ts';
import { studentReads } from './student/reads.ts';
import { createStudentStore } from './student/store.ts';

/** The stores of all rooms on one connection. */
export function createStores(connection: Connection) {
  return {
    schools: createSchoolStore(connection),
    staff: createStaffStore(connection),
    students: createStudentStore(connection),
    guardians: createGuardianStore(connection),
  };
}
export type Stores = ReturnType<typeof createStores>;

/** The actions of all rooms; each gets the stores of other rooms that its decisions need. */
export function createActions(stores: Stores) {
  return {
    school: createSchoolActions({ store: stores.schools }),
    staff: createStaffActions(stores),
    student: createStudentActions(stores),
    guardian: createGuardianActions(stores),
  };
}
export type Actions = ReturnType<typeof createActions>;

/** What one request reads: each loader and list is bound to what its viewer may see. */
export function createReads(stores: Stores, { viewer, clock }: Pick<Context, 'viewer' | 'clock'>) {
  const school = schoolReads(stores.schools, viewer);
  const staff = staffReads(stores.staff, viewer);
  const student = studentReads(stores.students, viewer, clock);
  const guardian = guardianReads(stores.guardians, viewer);
  return {
    loaders: { ...school.loaders, ...staff.loaders, ...student.loaders, ...guardian.loaders },
    lists: { ...school.lists, ...staff.lists, ...student.lists },
  };
}
export type Reads = ReturnType<typeof createReads>;

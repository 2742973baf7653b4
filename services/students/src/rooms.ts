import type { Connection } from '@servicepunt/shared/mongo';
import type { RoomDeps } from '@servicepunt/shared/service';
import type { Call } from '@servicepunt/shared/service-client';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { auditReads } from './audit/reads.ts';
import { createAuditStore } from './audit/store.ts';
import { createConsentActions } from './consent/actions.ts';
import { consentReads } from './consent/reads.ts';
import { createConsentStore } from './consent/store.ts';
import { createDisclosureActions } from './disclosure/actions.ts';
import { disclosureReads } from './disclosure/reads.ts';
import { createDisclosureStore } from './disclosure/store.ts';
import { createErasureActions } from './erasure/actions.ts';
import { erasureReads } from './erasure/reads.ts';
import type { Ledger } from './erasure/ledger.ts';
import { createErasureStore } from './erasure/store.ts';
import { createTombstones } from './erasure/tombstone.ts';
import { createGuardianActions } from './guardian/actions.ts';
import { guardianReads } from './guardian/reads.ts';
import { createGuardianStore } from './guardian/store.ts';
import { createAccounts } from './person/accounts.ts';
import { createRecordExportActions } from './record-export/actions.ts';
import { createRecordExportStore } from './record-export/store.ts';
import { createRestrictedAccessActions } from './restricted-access/actions.ts';
import { restrictedAccessReads } from './restricted-access/reads.ts';
import { createRestrictedAccessStore } from './restricted-access/store.ts';
import { createSchoolActions } from './school/actions.ts';
import { schoolReads } from './school/reads.ts';
import { createSchoolStore } from './school/store.ts';
import { createStaffActions } from './staff/actions.ts';
import { createKeptRoleStore } from './staff/kept-roles.ts';
import { staffReads } from './staff/reads.ts';
import { createStaffStore } from './staff/store.ts';
import { createStudentActions } from './student/actions.ts';
import { studentReads } from './student/reads.ts';
import { createStudentStore } from './student/store.ts';
import { traineeReads } from './trainee/reads.ts';

/** The stores of all rooms on one connection. */
export function createStores(connection: Connection) {
  return {
    schools: createSchoolStore(connection),
    staff: createStaffStore(connection),
    students: createStudentStore(connection),
    guardians: createGuardianStore(connection),
    consents: createConsentStore(connection),
    disclosures: createDisclosureStore(connection),
    restrictedAccesses: createRestrictedAccessStore(connection),
    erasures: createErasureStore(connection),
    recordExports: createRecordExportStore(connection),
    audit: createAuditStore(connection),
  };
}
export type Stores = ReturnType<typeof createStores>;

/** The actions of all rooms; each gets the stores of other rooms that its decisions need. */
export function createActions(stores: Stores, deps: RoomDeps, ledger: Ledger) {
  const accounts = createAccounts({ ...stores, call: deps.call });
  const consent = createConsentActions({ ...stores, subjectOf: (id) => subjectOf(stores, id) });
  return {
    school: createSchoolActions({ store: stores.schools }),
    accounts,
    staff: createStaffActions({ ...stores, accounts, keptRoles: createKeptRoleStore(deps.connection) }),
    student: createStudentActions({ ...stores, accounts }),
    guardian: createGuardianActions({ ...stores, accounts }),
    consent,
    disclosure: createDisclosureActions({ ...stores, consents: consent }),
    restrictedAccess: createRestrictedAccessActions(stores),
    recordExport: createRecordExportActions({ ...stores, call: deps.call }),
    erasure: createErasureActions({
      ...stores,
      connection: deps.connection,
      tombstones: createTombstones({ ...stores, ...deps, ledger }),
    }),
  };
}

/** The account behind a person's record, by the prefix of its id. */
async function subjectOf(stores: Stores, id: string): Promise<string | null> {
  const store = { stf: stores.staff, stu: stores.students, grd: stores.guardians }[id.slice(0, 3)];
  const [row] = store ? await store.findByIds([id], {}) : [];
  return row?.subject ?? null;
}
export type Actions = ReturnType<typeof createActions>;

/** What one request reads: each loader and list is bound to what its viewer may see. */
export function createReads(stores: Stores, base: Pick<Context, 'viewer' | 'clock' | 'requestId' | 'deadline'>, call: Call) {
  const { viewer, clock } = base;
  const school = schoolReads(stores.schools, viewer);
  const staff = staffReads(stores, base, call);
  const restrictedAccess = restrictedAccessReads(stores.restrictedAccesses, viewer, clock);
  const student = studentReads(stores.students, viewer, clock, restrictedAccess.openedStudents);
  const guardian = guardianReads(stores.guardians, viewer);
  const consent = consentReads(stores.consents, viewer);
  const disclosure = disclosureReads(stores.disclosures, viewer);
  const audit = auditReads(stores.audit, viewer);
  return {
    ...traineeReads(stores, viewer),
    loaders: {
      ...school.loaders,
      ...staff.loaders,
      ...student.loaders,
      ...guardian.loaders,
      ...consent.loaders,
      ...disclosure.loaders,
      ...restrictedAccess.loaders,
      ...audit.loaders,
      ...erasureReads(stores.erasures, viewer).loaders,
    },
    lists: {
      ...school.lists,
      ...staff.lists,
      ...student.lists,
      ...consent.lists,
      ...disclosure.lists,
      ...restrictedAccess.lists,
      ...audit.lists,
    },
  };
}
export type Reads = ReturnType<typeof createReads>;

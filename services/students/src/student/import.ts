import { isColumnOfNationalNumbers, passesElevenTest } from '@servicepunt/shared/contracts/free-text';
import { normaliseLocationCode } from '@servicepunt/shared/contracts/identifiers';
import { refuse } from '@servicepunt/shared/errors';
import type { NewEvent } from '@servicepunt/shared/events/outbox';
import { derivedId } from '@servicepunt/shared/ids';
import { acceptRows, writePlanned, type ImportedAggregate, type ImportResult } from '@servicepunt/shared/import';
import type { AggregateFields } from '@servicepunt/shared/mongo';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { importGuardians } from '../guardian/import.ts';
import type { GuardianStore } from '../guardian/store.ts';
import { TAKEN_RULE, type Accounts } from '../person/accounts.ts';
import { sortNameOf } from '../person/rules.ts';
import { refusedRow } from '../refused-row.ts';
import type { ImportStudentsInput } from '../schema.generated.ts';
import type { SchoolStore } from '../school/store.ts';
import { ownAccount } from '../staff/own-account.ts';
import type { StaffStore } from '../staff/store.ts';
import { mayRegisterAt } from './policy.ts';
import { checkStudentRow, type StudentImportFacts } from './rules.ts';
import type { StudentRow, StudentStore } from './store.ts';

interface Placed {
  readonly index: number;
  readonly facts: StudentImportFacts;
  readonly supervisorId: string | null;
}

/**
 * Brings in pupils of one location with their guardians. Ids follow from location and number, so that a batch which is sent twice,
 * even at the same moment, ends in the same rows. The number of commands doesn't depend on the number of rows.
 */
export async function importStudents(
  deps: {
    students: StudentStore;
    guardians: GuardianStore;
    schools: Pick<SchoolStore, 'findByCodes'>;
    staff: Pick<StaffStore, 'findByNumbers' | 'findByIds'>;
    accounts: Pick<Accounts, 'taken'>;
  },
  context: Context,
  input: ImportStudentsInput,
): Promise<ImportResult> {
  const today = context.clock.today();
  const [location] = await deps.schools.findByCodes([normaliseLocationCode(input.locationCode) ?? '']);
  if (!location || !mayRegisterAt(context.viewer, location._id)) return refuse('NOT_FOUND', 'locationCode');
  const { accepted, refused } = acceptRows(context, input.rows, {
    check: (row) => checkStudentRow(row, today),
    keyOf: (facts) => facts.schoolPupilNumber,
  });
  const result: ImportResult = { created: 0, updated: 0, unchanged: 0, refused };
  const rows = refuseNationalNumbers(context, [...accepted.values()], refused);
  if (rows.length === 0) return result;

  const staffNumbers = [...new Set(rows.flatMap(({ facts }) => facts.supervisorStaffNumber ?? []))];
  const find = () =>
    deps.students.findForImport(
      location._id,
      rows.map(({ facts }) => facts.schoolPupilNumber),
      rows.flatMap(({ facts }) => facts.subject ?? []),
    );
  const namesAccount = rows.some(({ facts }) => accountsOf(facts).length > 0);
  const pupilAccounts = new Set(rows.flatMap(({ facts }) => facts.subject ?? []));
  const guardianAccounts = new Set(rows.flatMap(({ facts }) => guardianAccountsOf(facts)));
  const [staff, before, own, pupilsTaken, guardiansTaken] = await Promise.all([
    staffNumbers.length > 0 ? deps.staff.findByNumbers(staffNumbers) : [],
    find(),
    namesAccount ? ownAccount(deps.staff, context) : null,
    deps.accounts.taken(context, 'STUDENT', [...pupilAccounts]),
    deps.accounts.taken(context, 'GUARDIAN', [...guardianAccounts]),
  ]);
  const isTaken = (facts: StudentImportFacts) =>
    (facts.subject !== null && (pupilsTaken.has(facts.subject) || guardianAccounts.has(facts.subject))) ||
    guardianAccountsOf(facts).some((account) => guardiansTaken.has(account) || pupilAccounts.has(account));
  // What a colleague entered once comes back in every later file.
  const ownRecords =
    own !== null && rows.some(({ facts }) => accountsOf(facts).includes(own)) ? await deps.guardians.findBySubject(own) : [];
  const ownIds = new Set(ownRecords.flatMap(({ children }) => children.map(({ studentId }) => studentId)));
  const ownChildren = new Set(before.filter(({ _id }) => ownIds.has(_id)).map(({ schoolPupilNumber }) => schoolPupilNumber));
  const supervisors = new Map(staff.map((row) => [row.staffNumber, row._id]));
  const owners = new Map(before.flatMap(({ subject, schoolPupilNumber }) => (subject === null ? [] : [[subject, schoolPupilNumber]])));

  const placed: Placed[] = [];
  for (const { index, facts } of rows) {
    const { subject, schoolPupilNumber, supervisorStaffNumber } = facts;
    const supervisorId = supervisorStaffNumber === null ? null : supervisors.get(supervisorStaffNumber);
    if (supervisorId === undefined) refused.push(refusedRow(context.viewer, index, { column: 'supervisorStaffNumber', code: 'NOT_FOUND' }));
    else if (own !== null && accountsOf(facts).includes(own) && !ownChildren.has(schoolPupilNumber))
      refused.push(
        refusedRow(context.viewer, index, {
          column: 'subject',
          rule: { nl: 'is uw eigen account; laat een collega dit invoeren', en: 'is your own account; let a colleague enter this' },
        }),
      );
    else if (isTaken(facts)) refused.push(refusedRow(context.viewer, index, { column: 'subject', rule: TAKEN_RULE }));
    else if (subject !== null && (owners.get(subject) ?? schoolPupilNumber) !== schoolPupilNumber)
      refused.push(
        refusedRow(context.viewer, index, {
          column: 'subject',
          rule: { nl: 'hoort bij een andere leerling van deze vestiging', en: 'belongs to another pupil of this location' },
        }),
      );
    else {
      if (subject !== null) owners.set(subject, schoolPupilNumber);
      placed.push({ index, facts, supervisorId });
    }
  }

  const idsBefore = new Map(before.map((row) => [row.schoolPupilNumber, row._id]));
  const idOf = (facts: StudentImportFacts) =>
    idsBefore.get(facts.schoolPupilNumber) ?? derivedId('stu', location._id, facts.schoolPupilNumber);
  let known: StudentRow[] | null = before;
  const plan = async () => {
    const current = new Map((known ?? (await find())).map((row) => [row.schoolPupilNumber, row]));
    known = null;
    return placed.map((row) => wanted(location._id, idOf(row.facts), row, current.get(row.facts.schoolPupilNumber)));
  };
  const [outcomes, changedFamilies] = await Promise.all([
    writePlanned(deps.students.model, context, plan, { complete: true }),
    importGuardians(deps.guardians, context, location._id, {
      families: placed.map(({ facts }) => ({ studentId: idOf(facts), guardians: facts.guardians })),
      knownStudents: new Set(idsBefore.values()),
    }),
  ]);
  for (const { facts } of placed) {
    const outcome = outcomes.get(idOf(facts)) ?? 'unchanged';
    result[outcome === 'unchanged' && changedFamilies.has(idOf(facts)) ? 'updated' : outcome] += 1;
  }
  return result;
}

function wanted(
  schoolLocationId: string,
  id: string,
  { facts, supervisorId }: Placed,
  existing: StudentRow | undefined,
): ImportedAggregate<StudentRow> {
  const kept = existing ?? EMPTY;
  // A pupil who was enrolled again after leaving is back.
  const leftBefore = kept.leftOn !== null && kept.leftOn >= facts.enrolledOn ? kept.leftOn : null;
  const leftOn = facts.leftOn ?? leftBefore;
  const actualOutflow = leftOn === null ? null : kept.actualOutflow;
  const known = facts.outflowProfile === null || facts.outflowProfile === 'UNKNOWN' ? kept.outflowProfile : facts.outflowProfile;
  const told = { studentId: id, locationId: schoolLocationId };
  const events: NewEvent[] = [{ type: existing ? 'StudentChanged' : 'StudentRegistered', data: told }];
  if (leftOn !== null && leftOn !== kept.leftOn)
    events.push({ type: 'StudentLeft', data: { ...told, leftOn, destination: actualOutflow } });
  const decided = {
    schoolLocationId,
    schoolPupilNumber: facts.schoolPupilNumber,
    givenName: facts.givenName,
    familyNamePrefix: facts.familyNamePrefix,
    familyName: facts.familyName,
    sortName: sortNameOf(facts),
    birthDate: facts.birthDate,
    group: facts.group ?? kept.group,
    outflowProfile: known,
    enrolledOn: facts.enrolledOn,
    leftOn,
    actualOutflow,
    email: facts.email ?? kept.email,
    subject: facts.subject ?? kept.subject,
    language: facts.language ?? kept.language,
    supervisorId: supervisorId ?? kept.supervisorId,
  };
  const complete = { ...EMPTY, ...decided } satisfies Omit<StudentRow, keyof AggregateFields>;
  return { id, existing, events, fields: existing ? decided : complete };
}

const EMPTY = {
  group: null,
  outflowProfile: 'UNKNOWN',
  supervisorId: null,
  email: null,
  subject: null,
  language: 'nl',
  leftOn: null,
  expectedOutflow: null,
  actualOutflow: null,
  shortStay: null,
  developmentPlan: null,
} as const satisfies Partial<StudentRow>;

/**
 * A pupil number may by chance look like a citizen service number, a whole column of them may not: then somebody exported the wrong column,
 * and every number that may be one is refused.
 */
function refuseNationalNumbers<Accepted extends { readonly index: number; readonly facts: StudentImportFacts }>(
  context: Context,
  rows: readonly Accepted[],
  refused: ImportResult['refused'],
): readonly Accepted[] {
  if (!isColumnOfNationalNumbers(rows.map(({ facts }) => facts.schoolPupilNumber))) return rows;
  const suspected = rows.filter(({ facts }) => passesElevenTest(facts.schoolPupilNumber));
  refused.push(
    ...suspected.map(({ index }) => refusedRow(context.viewer, index, { column: 'schoolPupilNumber', code: 'NATIONAL_NUMBER' })),
  );
  return rows.filter((row) => !suspected.includes(row));
}

/** Accounts that a row gives to the pupil and the guardians. */
const accountsOf = (facts: StudentImportFacts): string[] =>
  [facts.subject, ...guardianAccountsOf(facts)].filter((account) => account !== null);
const guardianAccountsOf = ({ guardians }: StudentImportFacts): string[] => (guardians ?? []).flatMap(({ subject }) => subject ?? []);

import { normaliseSchoolPupilNumber } from '@servicepunt/shared/contracts/identifiers';
import { refuse, type Problem } from '@servicepunt/shared/errors';
import type { NewEvent } from '@servicepunt/shared/events/outbox';
import type { ImportResult } from '@servicepunt/shared/import';
import { isDuplicateKey } from '@servicepunt/shared/mongo';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { change, checkRevision, create, idOfCreate } from '@servicepunt/shared/writes';
import type { GuardianStore } from '../guardian/store.ts';
import type { Accounts } from '../person/accounts.ts';
import { NAME_MAX_LENGTH, readColumns, sortNameOf } from '../person/rules.ts';
import type {
  ChangeStudentInput,
  ChangeSupervisorInput,
  ImportStudentsInput,
  RecordDevelopmentPlanInput,
  RecordOutflowInput,
  RecordShortStayInput,
  RegisterStudentInput,
} from '../schema.generated.ts';
import type { SchoolStore } from '../school/store.ts';
import { refuseOwnAccount } from '../staff/own-account.ts';
import { holdsGrant } from '../staff/rules.ts';
import type { StaffStore } from '../staff/store.ts';
import { importStudents } from './import.ts';
import { mayRegisterAt, studentPolicy } from './policy.ts';
import {
  developmentPlanOf,
  GROUP_MAX_LENGTH,
  PREFIX_MAX_LENGTH,
  problemOfDates,
  problemOfShortStay,
  PUPIL_NUMBER_RULE,
  ruleOfLeaving,
} from './rules.ts';
import type { StudentRow, StudentStore } from './store.ts';

type Answer = { student: StudentRow };
interface Deps {
  readonly students: StudentStore;
  readonly guardians: GuardianStore;
  readonly schools: Pick<SchoolStore, 'findByCodes' | 'findByIds'>;
  readonly staff: Pick<StaffStore, 'findByNumbers' | 'findByIds'>;
  readonly accounts: Accounts;
}

/** What may be done with pupils' records. */
export function createStudentActions(deps: Deps) {
  const { students } = deps;

  async function load(context: Context, id: string): Promise<StudentRow> {
    const [row] = await students.findByIds([id], studentPolicy.rows(context.viewer));
    return row ?? refuse('NOT_FOUND', 'id');
  }

  /** The pupil that an input names, when the viewer may do this and saw the present state. */
  async function loadFor(
    context: Context,
    input: { id: string; revision: number },
    action: 'change' | 'recordOutflow' | 'recordRestricted',
  ): Promise<StudentRow> {
    const row = await load(context, input.id);
    if (!studentPolicy.may(action, context.viewer, row)) refuse('FORBIDDEN', 'id');
    checkRevision(row, input.revision, 'student');
    return row;
  }

  async function save(context: Context, row: StudentRow, set: Partial<StudentRow>, more: readonly NewEvent[] = []): Promise<Answer> {
    const events: NewEvent[] = [{ type: 'StudentChanged', data: { studentId: row._id, locationId: row.schoolLocationId } }, ...more];
    try {
      const changed = await change(students.model, context, row, { $set: { ...set } }, events);
      if (changed) return { student: changed };
    } catch (error) {
      refuseTaken(error);
    }
    return refuse('REVISION_CONFLICT', 'revision', {}, { student: await load(context, row._id) });
  }

  /** Whom a pupil of this location may be guided by. */
  async function checkSupervisor(locationId: string, supervisorId: string): Promise<void> {
    const [member] = await deps.staff.findByIds([supervisorId], {});
    const guides =
      member?.active === true &&
      (['SCHOOL_SUPERVISOR', 'COORDINATOR'] as const).some((role) => holdsGrant(member.grants, { role, locationId }));
    if (!guides) refuse('NOT_A_SUPERVISOR_HERE', 'supervisorId');
  }

  return {
    importStudents: (context: Context, input: ImportStudentsInput): Promise<ImportResult> => importStudents(deps, context, input),

    async registerStudent(context: Context, input: RegisterStudentInput): Promise<Answer> {
      const { schoolLocationId } = input;
      const [location] = await deps.schools.findByIds([schoolLocationId], {});
      if (!location || !mayRegisterAt(context.viewer, schoolLocationId)) refuse('NOT_FOUND', 'schoolLocationId');
      const schoolPupilNumber =
        normaliseSchoolPupilNumber(input.schoolPupilNumber) ?? refuse('INVALID_INPUT', 'schoolPupilNumber', { rule: PUPIL_NUMBER_RULE });
      const names = readNames(input);
      await refuseOwnAccount(deps.staff, context, names.subject);
      await deps.accounts.refuseTaken(context, 'STUDENT', names.subject);
      const dates = { birthDate: input.birthDate, enrolledOn: input.enrolledOn, leftOn: null };
      refuseProblem(problemOfDates(dates, context.clock.today()));
      const supervisorId = input.supervisorId ?? null;
      if (supervisorId !== null) await checkSupervisor(schoolLocationId, supervisorId);
      const _id = idOfCreate('stu', context, 'registerStudent', input.idempotencyKey);
      try {
        const { row } = await create<StudentRow>(
          students.model,
          context,
          {
            _id,
            schoolLocationId,
            schoolPupilNumber,
            ...names,
            ...dates,
            sortName: sortNameOf(names),
            outflowProfile: input.outflowProfile ?? 'UNKNOWN',
            supervisorId,
            email: input.email?.toLowerCase() ?? null,
            language: input.language ?? 'nl',
            expectedOutflow: null,
            actualOutflow: null,
            shortStay: null,
            developmentPlan: null,
          },
          () => [{ type: 'StudentRegistered', data: { studentId: _id, locationId: schoolLocationId } }],
          { input },
        );
        return { student: row };
      } catch (error) {
        return refuseTaken(error);
      }
    },

    async changeStudent(context: Context, input: ChangeStudentInput): Promise<Answer> {
      const row = await loadFor(context, input, 'change');
      const names = readNames({
        givenName: input.givenName ?? row.givenName,
        familyName: input.familyName ?? row.familyName,
        familyNamePrefix: unlessGiven(input.familyNamePrefix, row.familyNamePrefix),
        group: unlessGiven(input.group, row.group),
        subject: unlessGiven(input.subject, row.subject),
      });
      if (names.subject !== row.subject) {
        await refuseOwnAccount(deps.staff, context, names.subject);
        await deps.accounts.refuseTaken(context, 'STUDENT', names.subject);
      }
      const dates = { birthDate: input.birthDate ?? row.birthDate, enrolledOn: input.enrolledOn ?? row.enrolledOn, leftOn: row.leftOn };
      refuseProblem(problemOfDates(dates, context.clock.today()));
      return save(context, row, {
        ...names,
        ...dates,
        sortName: sortNameOf(names),
        outflowProfile: input.outflowProfile ?? row.outflowProfile,
        expectedOutflow: unlessGiven(input.expectedOutflow, row.expectedOutflow),
        email: unlessGiven(input.email?.toLowerCase() ?? input.email, row.email),
        language: input.language ?? row.language,
      });
    },

    async changeSupervisor(context: Context, input: ChangeSupervisorInput): Promise<Answer> {
      const row = await loadFor(context, input, 'change');
      const supervisorId = input.supervisorId ?? null;
      if (supervisorId !== null) await checkSupervisor(row.schoolLocationId, supervisorId);
      if (supervisorId === row.supervisorId) return { student: row };
      return save(context, row, { supervisorId });
    },

    /** The pupil leaves: placements opens the aftercare by the event. Repeating it with other facts tells the event again. */
    async recordOutflow(context: Context, input: RecordOutflowInput): Promise<Answer> {
      const row = await loadFor(context, input, 'recordOutflow');
      const { leftOn } = input;
      const destination = input.destination ?? null;
      const rule = ruleOfLeaving({ enrolledOn: row.enrolledOn, leftOn }, context.clock.today());
      if (rule) refuse('INVALID_INPUT', 'leftOn', { rule });
      if (row.leftOn === leftOn && row.actualOutflow === destination) return { student: row };
      const left = { studentId: row._id, locationId: row.schoolLocationId, leftOn, destination };
      return save(context, row, { leftOn, actualOutflow: destination }, [{ type: 'StudentLeft', data: left }]);
    },

    async recordShortStay(context: Context, input: RecordShortStayInput): Promise<Answer> {
      const row = await loadFor(context, input, 'recordRestricted');
      const given = input.shortStay ?? null;
      const shortStay = given && { setting: given.setting, startsOn: given.startsOn, expectedEndOn: given.expectedEndOn ?? null };
      if (shortStay) refuseProblem(problemOfShortStay(shortStay), 'shortStay.');
      return save(context, row, { shortStay });
    },

    async recordDevelopmentPlan(context: Context, input: RecordDevelopmentPlanInput): Promise<Answer> {
      const row = await loadFor(context, input, 'recordRestricted');
      const { establishedOn, lastReviewedOn = null, nextReviewDue = null } = input;
      const decided = developmentPlanOf({ establishedOn, lastReviewedOn, nextReviewDue }, context.clock.today());
      if ('problem' in decided) return refuse('INVALID_INPUT', decided.problem.column, { rule: decided.problem.rule });
      return save(context, row, { developmentPlan: decided.plan });
    },
  };
}
export type StudentActions = ReturnType<typeof createStudentActions>;

/** Not given keeps, null empties. */
const unlessGiven = <T>(given: T | null | undefined, kept: T | null): T | null => (given === undefined ? kept : given);

function readNames(input: {
  readonly givenName: string;
  readonly familyNamePrefix?: string | null | undefined;
  readonly familyName: string;
  readonly group?: string | null | undefined;
  readonly subject?: string | null | undefined;
}) {
  const columns = readColumns(input);
  const names = {
    givenName: columns.line('givenName', NAME_MAX_LENGTH),
    familyNamePrefix: columns.optionalLine('familyNamePrefix', PREFIX_MAX_LENGTH),
    familyName: columns.line('familyName', NAME_MAX_LENGTH),
    group: columns.optionalLine('group', GROUP_MAX_LENGTH),
    subject: columns.subject('subject'),
  };
  refuseProblem(columns.problem());
  return names;
}

function refuseProblem(
  problem: { column: string; rule: NonNullable<Problem['params']>[string]; code?: string } | null,
  path = '',
): undefined {
  if (problem) refuse(problem.code ?? 'INVALID_INPUT', `${path}${problem.column}`, { rule: problem.rule });
}

/** A unique index refused the write: which rule it keeps, the caller is told. */
function refuseTaken(error: unknown): never {
  if (isDuplicateKey(error, 'schoolLocationId,schoolPupilNumber')) refuse('PUPIL_NUMBER_TAKEN', 'schoolPupilNumber');
  if (isDuplicateKey(error, 'subject,schoolLocationId')) refuse('SUBJECT_TAKEN', 'subject');
  throw error;
}

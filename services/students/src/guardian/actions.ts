import { refuse } from '@servicepunt/shared/errors';
import type { NewEvent } from '@servicepunt/shared/events/outbox';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { change, checkRevision, create, idOfCreate } from '@servicepunt/shared/writes';
import type { Accounts } from '../person/accounts.ts';
import { AGE_OF_MAJORITY, dayOfAge } from '../person/age.ts';
import { readColumns } from '../person/rules.ts';
import type {
  AddGuardianInput,
  ChangeGuardianInput,
  EndLegalRepresentationInput,
  RecordLegalRepresentationInput,
  RemoveGuardianInput,
} from '../schema.generated.ts';
import { refuseOwnAccount } from '../staff/own-account.ts';
import type { StaffStore } from '../staff/store.ts';
import { studentPolicy } from '../student/policy.ts';
import type { StudentStore } from '../student/store.ts';
import { guardianPolicy } from './policy.ts';
import { RELATION_MAX_LENGTH, ruleOfRepresentation, type ChildLink, type LegalRepresentation } from './rules.ts';
import type { GuardianRow, GuardianStore } from './store.ts';

type Answer = { guardian: GuardianRow };

/** What may be done with guardians; each change is told as a change of the pupils concerned. */
export function createGuardianActions(deps: {
  guardians: GuardianStore;
  students: Pick<StudentStore, 'findByIds' | 'findAges'>;
  staff: Pick<StaffStore, 'findByIds'>;
  accounts: Pick<Accounts, 'refuseTaken'>;
}) {
  const { guardians } = deps;

  async function load(context: Context, id: string): Promise<GuardianRow> {
    const [row] = await guardians.findByIds([id], guardianPolicy.rows(context.viewer));
    return row ?? refuse('NOT_FOUND', 'id');
  }
  async function loadFor(context: Context, input: { id: string; revision: number }): Promise<GuardianRow> {
    const row = await load(context, input.id);
    if (!guardianPolicy.may('change', context.viewer, row)) refuse('FORBIDDEN', 'id');
    checkRevision(row, input.revision, 'guardian');
    return row;
  }
  function linkOf(row: GuardianRow, studentId: string): ChildLink {
    return row.children.find((link) => link.studentId === studentId) ?? refuse('NOT_THEIR_GUARDIAN', 'studentId', {}, { guardian: row });
  }

  async function save(context: Context, row: GuardianRow, set: Partial<GuardianRow>, studentIds: readonly string[]): Promise<Answer> {
    const changed = await change(guardians.model, context, row, { $set: { ...set } }, changesOf(row.schoolLocationId, studentIds));
    if (changed) return { guardian: changed };
    return refuse('REVISION_CONFLICT', 'revision', {}, { guardian: await load(context, row._id) });
  }
  const saveLink = (context: Context, row: GuardianRow, link: ChildLink, representation: LegalRepresentation): Promise<Answer> => {
    const children = row.children.map((child) => (child === link ? { ...child, representation } : child));
    return save(context, row, { children }, [link.studentId]);
  };

  return {
    async addGuardian(context: Context, input: AddGuardianInput): Promise<Answer> {
      const [student] = await deps.students.findByIds([input.studentId], studentPolicy.rows(context.viewer));
      if (!student) return refuse('NOT_FOUND', 'studentId');
      if (!studentPolicy.may('change', context.viewer, student)) refuse('FORBIDDEN', 'studentId');
      const { relation, ...person } = readPerson(input);
      await refuseOwnAccount(deps.staff, context, person.subject);
      await deps.accounts.refuseTaken(context, 'GUARDIAN', person.subject);
      const _id = idOfCreate('grd', context, 'addGuardian', input.idempotencyKey);
      const { row } = await create<GuardianRow>(
        guardians.model,
        context,
        {
          _id,
          schoolLocationId: student.schoolLocationId,
          ...person,
          email: input.email?.toLowerCase() ?? null,
          phone: input.phone ?? null,
          language: input.language ?? 'nl',
          children: [{ studentId: student._id, relation, representation: null }],
        },
        () => changesOf(student.schoolLocationId, [student._id]),
        { input },
      );
      return { guardian: row };
    },

    async changeGuardian(context: Context, input: ChangeGuardianInput): Promise<Answer> {
      const row = await loadFor(context, input);
      const { relation: _, ...person } = readPerson({
        givenName: input.givenName ?? row.givenName,
        familyName: input.familyName ?? row.familyName,
        subject: input.subject === undefined ? row.subject : input.subject,
      });
      if (person.subject !== row.subject) {
        await refuseOwnAccount(deps.staff, context, person.subject);
        await deps.accounts.refuseTaken(context, 'GUARDIAN', person.subject);
      }
      return save(
        context,
        row,
        {
          ...person,
          email: input.email === undefined ? row.email : (input.email?.toLowerCase() ?? null),
          phone: input.phone === undefined ? row.phone : (input.phone ?? null),
          language: input.language ?? row.language,
        },
        row.children.map((link) => link.studentId),
      );
    },

    async removeGuardian(context: Context, input: RemoveGuardianInput): Promise<Answer> {
      const row = await loadFor(context, input);
      const link = linkOf(row, input.studentId);
      return save(context, row, { children: row.children.filter((child) => child !== link) }, [link.studentId]);
    },

    async recordLegalRepresentation(context: Context, input: RecordLegalRepresentationInput): Promise<Answer> {
      const row = await loadFor(context, input);
      const link = linkOf(row, input.studentId);
      const representation = { kind: input.kind, startsOn: input.startsOn, endsOn: input.endsOn ?? null };
      const [age] = await deps.students.findAges([link.studentId]);
      if (!age) return refuse('NOT_FOUND', 'studentId');
      const problem = ruleOfRepresentation(representation, dayOfAge(age.birthDate, AGE_OF_MAJORITY));
      if (problem) refuse('INVALID_INPUT', problem.column, { rule: problem.rule });
      return saveLink(context, row, link, representation);
    },

    async endLegalRepresentation(context: Context, input: EndLegalRepresentationInput): Promise<Answer> {
      const row = await loadFor(context, input);
      const link = linkOf(row, input.studentId);
      if (!link.representation) return refuse('NO_REPRESENTATION', 'studentId', {}, { guardian: row });
      if (input.endsOn < link.representation.startsOn)
        refuse('INVALID_INPUT', 'endsOn', { rule: { nl: 'niet voor het begin', en: 'not before the start' } });
      return saveLink(context, row, link, { ...link.representation, endsOn: input.endsOn });
    },
  };
}
export type GuardianActions = ReturnType<typeof createGuardianActions>;

function changesOf(locationId: string, studentIds: readonly string[]): NewEvent[] {
  return studentIds.map((studentId) => ({ type: 'StudentChanged', data: { studentId, locationId } }));
}

function readPerson(input: {
  readonly givenName: string;
  readonly familyName: string;
  readonly relation?: string | null | undefined;
  readonly subject?: string | null | undefined;
}) {
  const columns = readColumns(input);
  const person = {
    givenName: columns.line('givenName'),
    familyName: columns.line('familyName'),
    relation: columns.optionalLine('relation', RELATION_MAX_LENGTH),
    subject: columns.subject('subject'),
  };
  const problem = columns.problem();
  if (problem) refuse(problem.code ?? 'INVALID_INPUT', problem.column, { rule: problem.rule });
  return person;
}

import { refuse } from '@servicepunt/shared/errors';
import type { NewEvent } from '@servicepunt/shared/events/outbox';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { change, checkRevision, create, idOfCreate } from '@servicepunt/shared/writes';
import type { GuardianStore } from '../guardian/store.ts';
import { consentGiverOn } from '../person/age.ts';
import type { ConfirmConsentInput, GiveConsentInput, WithdrawConsentInput } from '../schema.generated.ts';
import { studentPolicy } from '../student/policy.ts';
import type { StudentRow, StudentStore } from '../student/store.ts';
import { consentPolicy, consentSpeaker } from './policy.ts';
import { consentCovers, consentStateOn, readItems, type ConsentAct, type ConsentParty, type ConsentStatement } from './rules.ts';
import type { ConsentRow, ConsentStore } from './store.ts';

type Answer = { consent: ConsentRow };
interface Deps {
  readonly consents: ConsentStore;
  readonly students: Pick<StudentStore, 'findByIds'>;
  readonly guardians: Pick<GuardianStore, 'findOfStudents'>;
  /** The account of a record of ours: somebody with several records speaks as the one that the pupil's family has. */
  readonly subjectOf: (id: string) => Promise<string | null>;
}
/** What an input says about who speaks. */
interface Speaking {
  readonly onPaper?: boolean | null | undefined;
  readonly guardianId?: string | null | undefined;
}

/** What may be done about consents. */
export function createConsentActions(deps: Deps) {
  const { consents } = deps;

  async function loadStudent(context: Context, id: string, field: string): Promise<StudentRow> {
    const [row] = await deps.students.findByIds([id], studentPolicy.rows(context.viewer));
    return row ?? refuse('NOT_FOUND', field);
  }
  async function load(context: Context, id: string): Promise<ConsentRow> {
    const [row] = await consents.findByIds([id], consentPolicy.rows(context.viewer));
    return row ?? refuse('NOT_FOUND', 'id');
  }

  /** The guardian of this pupil as whom the viewer is signed in. */
  async function guardianAsViewer(context: Context, student: StudentRow): Promise<string> {
    const family = await deps.guardians.findOfStudents([student._id], {});
    const own = family.find((guardian) => guardian._id === context.viewer.id);
    if (own) return own._id;
    const subject = await deps.subjectOf(context.viewer.id);
    const same = family.find((guardian) => subject !== null && guardian.subject === subject);
    return same?._id ?? refuse('FORBIDDEN', 'studentId');
  }

  async function guardianOnPaper(student: StudentRow, guardianId: string | null | undefined): Promise<string> {
    const family = await deps.guardians.findOfStudents([student._id], {});
    const named = family.find((guardian) => guardian._id === guardianId);
    return named?._id ?? refuse('NOT_THEIR_GUARDIAN', 'guardianId');
  }

  /** Whose word this is: decided by the pupil's age today, by who is signed in, and by whether it comes from paper. */
  async function partyOf(context: Context, student: StudentRow, { onPaper, guardianId }: Speaking): Promise<ConsentParty> {
    const decides = consentGiverOn(student.birthDate, context.clock.today());
    const may = (how: Parameters<typeof consentSpeaker.may>[0]) => consentSpeaker.may(how, context.viewer, student);
    if (onPaper === true) {
      if (!may('fromPaper')) refuse('FORBIDDEN', 'onPaper');
      if (decides === 'STUDENT') return { giver: 'STUDENT', id: student._id };
      return { giver: 'GUARDIAN', id: await guardianOnPaper(student, guardianId) };
    }
    if (decides === 'STUDENT') {
      if (may('asStudent')) return { giver: 'STUDENT', id: student._id };
      return refuse(may('asGuardian') ? 'CONSENT_IS_THE_STUDENTS' : 'CONSENT_NEEDS_PAPER', 'studentId');
    }
    if (may('asGuardian')) return { giver: 'GUARDIAN', id: await guardianAsViewer(context, student) };
    return refuse(may('asStudent') ? 'CONSENT_IS_THE_GUARDIANS' : 'CONSENT_NEEDS_PAPER', 'studentId');
  }

  const statement = (context: Context, act: ConsentAct, by: ConsentParty, { onPaper }: Speaking): ConsentStatement => ({
    act,
    by,
    at: context.clock.now(),
    onPaper: onPaper === true,
    recordedBy: context.viewer.id,
  });

  async function save(
    context: Context,
    row: ConsentRow,
    set: Partial<ConsentRow>,
    said: ConsentStatement,
    events: readonly NewEvent[] = [],
  ): Promise<Answer> {
    const changed = await change(consents.model, context, row, { $set: { ...set }, $push: { history: said } }, events);
    if (changed) return { consent: changed };
    return refuse('REVISION_CONFLICT', 'revision', {}, { consent: await load(context, row._id) });
  }

  return {
    async giveConsent(context: Context, input: GiveConsentInput): Promise<Answer> {
      const student = await loadStudent(context, input.studentId, 'studentId');
      const read = readItems(input.items);
      if ('rule' in read) return refuse('INVALID_INPUT', 'items', { rule: read.rule });
      const by = await partyOf(context, student, input);
      const said = statement(context, 'GIVEN', by, input);
      const { row } = await create<ConsentRow>(
        consents.model,
        context,
        {
          _id: idOfCreate('cns', context, 'giveConsent', input.idempotencyKey),
          studentId: student._id,
          schoolLocationId: student.schoolLocationId,
          purpose: input.purpose,
          items: read.items,
          givenBy: by,
          givenAt: said.at,
          withdrawnAt: null,
          history: [said],
        },
        () => [],
        { input },
      );
      return { consent: row };
    },

    async confirmConsent(context: Context, input: ConfirmConsentInput): Promise<Answer> {
      const row = await load(context, input.id);
      const student = await loadStudent(context, row.studentId, 'id');
      const by = await partyOf(context, student, input);
      checkRevision(row, input.revision, 'consent');
      if (consentStateOn(row, student.birthDate, context.clock.today()) !== 'REVIEW_DUE')
        refuse('CONSENT_NOT_IN_REVIEW', 'id', {}, { consent: row });
      const said = statement(context, 'CONFIRMED', by, input);
      return save(context, row, { givenBy: by, givenAt: said.at }, said);
    },

    /** What rests on it closes at once: placements hears of it by the event. */
    async withdrawConsent(context: Context, input: WithdrawConsentInput): Promise<Answer> {
      const row = await load(context, input.id);
      const student = await loadStudent(context, row.studentId, 'id');
      const by = await partyOf(context, student, input);
      if (row.withdrawnAt !== null) return { consent: row };
      checkRevision(row, input.revision, 'consent');
      const said = statement(context, 'WITHDRAWN', by, input);
      return save(context, row, { withdrawnAt: said.at }, said, [
        { type: 'ConsentWithdrawn', data: { studentId: row.studentId, consentId: row._id } },
      ]);
    },

    /** The newest consents that cover these items for this purpose today. */
    async findCovering(
      student: Pick<StudentRow, '_id' | 'birthDate'>,
      wanted: { purpose: string; items: readonly string[] },
      today: string,
    ): Promise<ConsentRow[]> {
      const standing = await consents.findStanding(student._id);
      return standing.filter((consent) => consentCovers(consent, wanted, student.birthDate, today));
    },
  };
}
export type ConsentActions = ReturnType<typeof createConsentActions>;

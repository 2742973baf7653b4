import type { CallInput, CallOutput } from '@servicepunt/shared/contracts/calls';
import type { Clock } from '@servicepunt/shared/clock';
import { event } from '@servicepunt/shared/events/outbox';
import type { NewId } from '@servicepunt/shared/ids';
import type { DayTask } from '@servicepunt/shared/nightly';
import { AGE_OF_CONSENT, dayOfAge } from '../person/age.ts';
import type { SchoolStore } from '../school/store.ts';
import { isAtSchoolOn } from '../student/rules.ts';
import type { StudentRow, StudentStore } from '../student/store.ts';
import { consentStateOn } from './rules.ts';
import type { ConsentRow, ConsentStore } from './store.ts';

type Pupil = Pick<StudentRow, '_id' | 'birthDate' | 'leftOn' | 'schoolLocationId' | 'revision' | 'consentReviewToldFor'>;
const PUPIL = { birthDate: 1, leftOn: 1, schoolLocationId: 1, revision: 1, consentReviewToldFor: 1 } as const;
/** Who acts, where the day itself does. */
const ACTOR = 'consent-review';

/**
 * Pupils whose own word counts from today (or an earlier day on which this job didn't run), while a guardian's consent still stands: tells once
 * that they have to be asked. The birthday for which it was told stands with the pupil, written together with the event.
 */
export function consentReviews(deps: {
  readonly students: Pick<StudentStore, 'model'>;
  readonly consents: Pick<ConsentStore, 'model'>;
  readonly schools: Pick<SchoolStore, 'findByIds'>;
  readonly clock: Clock;
  readonly newId: NewId;
}): DayTask {
  const { students, consents, schools, clock, newId } = deps;

  /** Those of these pupils who have to be asked and weren't. */
  async function toAsk(ids: readonly string[]): Promise<Pupil[]> {
    const today = clock.today();
    // Without the model: this job has no keys for what is encrypted in a pupil's record, and needs none of it.
    const rows = (await students.model.collection
      .find({ _id: { $in: [...ids] as never[] }, erasedAt: null }, { projection: PUPIL })
      .sort({ _id: 1 })
      .toArray()) as unknown as Pupil[];
    const grown = rows.filter((row) => {
      const birthday = dayOfAge(row.birthDate, AGE_OF_CONSENT);
      return birthday <= today && row.consentReviewToldFor !== birthday && isAtSchoolOn(row, today);
    });
    if (grown.length === 0) return [];
    const standing = (await consents.model.collection
      .find(
        { studentId: { $in: grown.map(({ _id }) => _id) }, withdrawnAt: null },
        { projection: { studentId: 1, givenBy: 1, withdrawnAt: 1 } },
      )
      .toArray()) as unknown as Pick<ConsentRow, 'studentId' | 'givenBy' | 'withdrawnAt'>[];
    return grown.filter(({ _id, birthDate }) =>
      standing.some((consent) => consent.studentId === _id && consentStateOn(consent, birthDate, today) === 'REVIEW_DUE'),
    );
  }

  async function due(after: string, limit: number): Promise<string[]> {
    for (let from = after; ;) {
      const rows = await consents.model.collection
        .find({ studentId: { $gt: from }, 'givenBy.giver': 'GUARDIAN', withdrawnAt: null }, { projection: { studentId: 1 } })
        .sort({ studentId: 1 })
        .limit(limit)
        .toArray();
      const ids = [...new Set(rows.map((row) => String(row['studentId'])))];
      const last = ids.at(-1);
      if (last === undefined) return [];
      const found = await toAsk(ids);
      if (found.length > 0) return found.map(({ _id }) => _id);
      from = last;
    }
  }

  return {
    name: 'CONSENT_REVIEW',
    what: 'Pupils from their 16th birthday, to be asked about the consents of their guardians',
    due,
    async count() {
      let count = 0;
      for (let ids = await due('', PAGE); ids.length > 0; ids = await due(ids.at(-1) ?? '', PAGE)) count += ids.length;
      return count;
    },
    async carryOut(ids) {
      const rows = await toAsk(ids);
      const locations = await schools.findByIds([...new Set(rows.map((row) => row.schoolLocationId))], {});
      const regions = new Map(locations.map(({ _id, holidayRegion }) => [_id, holidayRegion]));
      for (const { _id, birthDate, schoolLocationId, revision: seen } of rows) {
        const holidayRegion = regions.get(schoolLocationId);
        if (holidayRegion === undefined) throw new Error(`The school location ${schoolLocationId} of a pupil is not there`);
        const now = clock.now();
        const revision = seen + 1;
        const told = event(
          { type: 'ConsentReviewDue', data: { studentId: _id, locationId: schoolLocationId, holidayRegion } },
          { at: now, revision, actor: ACTOR, newId },
        );
        // Who was changed or erased at this moment is looked at again by the next run.
        await students.model.collection.updateOne({ _id: _id as never, revision: seen, erasedAt: null }, {
          $set: { consentReviewToldFor: dayOfAge(birthDate, AGE_OF_CONSENT), revision, updatedAt: now, outboxAt: now },
          $push: { outbox: told },
        } as never);
      }
    },
  };
}
const PAGE = 100;

type Answer = CallOutput<'students.reminderSubject'>;

/** Asked just before the pupil is asked: whether a guardian's consent still waits for his word, and who can be reached now. */
export function createReviewQuestion(deps: {
  readonly students: Pick<StudentStore, 'findByIds'>;
  readonly consents: Pick<ConsentStore, 'findStanding'>;
  readonly clock: Clock;
}) {
  const none = { recipientIds: [], fallbackIds: [], facts: {} };
  return async function ask({ subjectId, role }: CallInput<'students.reminderSubject'>): Promise<Answer> {
    const today = deps.clock.today();
    const [student] = await deps.students.findByIds([subjectId], {});
    if (!student) return { ...none, needed: false, reason: 'UNKNOWN', studentId: null };
    const notNeeded = (reason: string): Answer => ({ ...none, needed: false, reason, studentId: student._id });
    // His word alone counts: nobody else is reminded of it in his place, he is only reached through others.
    if (role !== 'STUDENT') return notNeeded('NO_SUCH_ROLE');
    if (!isAtSchoolOn(student, today)) return notNeeded('LEFT');
    const standing = await deps.consents.findStanding(student._id);
    if (!standing.some((consent) => consentStateOn(consent, student.birthDate, today) === 'REVIEW_DUE')) return notNeeded('REVIEWED');
    return {
      ...none,
      needed: true,
      reason: null,
      studentId: student._id,
      // A message in an inbox alone asks nobody: who has no address is asked by his supervisor.
      recipientIds: student.email === null ? [] : [student._id],
      fallbackIds: student.supervisorId === null ? [] : [student.supervisorId],
    };
  };
}

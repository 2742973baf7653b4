import type { CallInput, CallOutput } from '@servicepunt/shared/contracts/calls';
import type { Clock } from '@servicepunt/shared/clock';
import type { NewId } from '@servicepunt/shared/ids';
import type { CallHandlers } from '@servicepunt/shared/subgraph/server';
import { createReviewQuestion } from '../consent/review.ts';
import { viewIsOpen } from '../guardian/rules.ts';
import { dayOfAge } from '../person/age.ts';
import type { Actions, Stores } from '../rooms.ts';
import { fullFamilyName, isAtSchoolOn } from '../student/rules.ts';
import { viewerOf } from './rules.ts';

type Person = CallOutput<'students.people'>['people'][number];

/** What other services ask of this one, by the table of service calls. */
export function createCalls(stores: Stores, actions: Actions, deps: { clock: Clock; newId: NewId }): CallHandlers {
  const { clock } = deps;

  async function birthDatesOf(studentIds: readonly string[]): Promise<Map<string, string>> {
    const ages = studentIds.length > 0 ? await stores.students.findAges([...new Set(studentIds)]) : [];
    return new Map(ages.map((age) => [age._id, age.birthDate]));
  }
  const withPrefix = (ids: readonly string[], prefix: string) => ids.filter((id) => id.startsWith(`${prefix}_`));

  return {
    async 'students.viewerBySubject'({ subject }) {
      const [staff, students, guardians] = await Promise.all([
        stores.staff.findActiveBySubject(subject),
        stores.students.findBySubject(subject),
        stores.guardians.findBySubject(subject),
      ]);
      const children = guardians.flatMap((guardian) => guardian.children.map((link) => link.studentId));
      const viewer = viewerOf({ staff, students, guardians }, await birthDatesOf(children), clock.today());
      return {
        viewer: viewer && { ...viewer, kind: 'PERSON', grants: viewer.grants.map(({ role, scope }) => ({ role, scope: { ...scope } })) },
      };
    },

    'students.accountsKnown': async ({ subjects }) => ({ known: await actions.accounts.known(subjects) }),

    async 'students.people'({ ids }) {
      const today = clock.today();
      const [staff, students, guardians] = await Promise.all([
        stores.staff.findByIds(withPrefix(ids, 'stf'), {}),
        stores.students.findByIds(withPrefix(ids, 'stu'), {}),
        stores.guardians.findByIds(withPrefix(ids, 'grd'), {}),
      ]);
      const birthDates = await birthDatesOf(guardians.flatMap(({ children }) => children.map((link) => link.studentId)));
      const person = (row: Pick<Person, 'givenName' | 'familyName' | 'email' | 'language'> & { _id: string }, active: boolean): Person => ({
        id: row._id,
        givenName: row.givenName,
        familyName: row.familyName,
        email: row.email,
        language: row.language,
        active,
      });
      return {
        people: [
          ...staff.map((row) => person(row, row.active)),
          ...students.map((row) => person({ ...row, familyName: fullFamilyName(row) }, isAtSchoolOn(row, today))),
          // A guardian hears of nothing once his view of every pupil has closed.
          ...guardians.map((row) =>
            person(
              row,
              row.children.some((link) => {
                const birthDate = birthDates.get(link.studentId);
                return birthDate !== undefined && viewIsOpen(link, birthDate, today);
              }),
            ),
          ),
        ],
      };
    },

    async 'students.studentForPlacement'({ studentId }) {
      const today = clock.today();
      const [[student], guardians] = await Promise.all([
        stores.students.findByIds([studentId], {}),
        stores.guardians.findOfStudents([studentId], {}),
      ]);
      const [location] = student ? await stores.schools.findByIds([student.schoolLocationId], {}) : [];
      if (!student || !location) return { student: null };
      const { birthDate } = student;
      const signing = guardians.filter(({ children }) =>
        children.some((link) => link.studentId === studentId && viewIsOpen(link, birthDate, today)),
      );
      return {
        student: {
          studentId,
          locationId: location._id,
          holidayRegion: location.holidayRegion,
          profile: student.outflowProfile,
          turns14On: dayOfAge(birthDate, 14),
          turns16On: dayOfAge(birthDate, 16),
          turns18On: dayOfAge(birthDate, 18),
          turns23On: dayOfAge(birthDate, 23),
          guardianIds: signing.map((guardian) => guardian._id),
          supervisorId: student.supervisorId,
          leftOn: student.leftOn,
        },
      };
    },

    async 'students.staffOf'({ locationId, role }) {
      // The Servicepunt stands above all locations: a location doesn't narrow it.
      return { staffMemberIds: await actions.staff.staffOf(role, role === 'SERVICE_POINT' ? null : locationId) };
    },

    'students.reminderSubject': createReviewQuestion({ ...stores, clock }),

    'students.recordDisclosure'(input: CallInput<'students.recordDisclosure'>, caller) {
      const viewer = { ...caller.viewer, id: caller.viewer.onBehalfOf ?? caller.viewer.id };
      return actions.disclosure.recordDisclosure({ ...deps, viewer }, input);
    },
  };
}

import DataLoader from 'dataloader';
import { byId } from '@servicepunt/shared/loaders';
import { linksTo } from '../guardian/reads.ts';
import type { GuardianStore } from '../guardian/store.ts';
import type { StudentStore } from '../student/store.ts';
import { disclosedStudent, emergencyContactOf, shownFamilyName, type TraineeRepresentation } from './rules.ts';

/**
 * Names behind trainees, one query for all of a request. Nothing is read for a trainee without a disclosure:
 * whom the viewer may see was decided by placements, and what of him by the representation.
 */
export function traineeReads(stores: { students: Pick<StudentStore, 'findNames'>; guardians: Pick<GuardianStore, 'findOfStudents'> }) {
  const names = byId((ids) => stores.students.findNames(ids));
  const contacts = new DataLoader(async (studentIds: readonly string[]) => {
    const rows = await stores.guardians.findOfStudents(studentIds, {});
    return studentIds.map((studentId) => emergencyContactOf(rows.flatMap((guardian) => linksTo(guardian, studentId))));
  });
  return {
    trainees: {
      async firstName(trainee: TraineeRepresentation): Promise<string | null> {
        const studentId = disclosedStudent(trainee);
        return studentId === null ? null : ((await names.load(studentId))?.givenName ?? null);
      },
      async familyName(trainee: TraineeRepresentation): Promise<string | null> {
        const studentId = disclosedStudent(trainee);
        const student = studentId === null ? null : await names.load(studentId);
        return student && shownFamilyName(trainee, student);
      },
      async emergencyContact(trainee: TraineeRepresentation) {
        const studentId = disclosedStudent(trainee);
        return studentId === null ? null : contacts.load(studentId);
      },
    },
  };
}

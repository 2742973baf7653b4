import DataLoader from 'dataloader';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { byId } from '@servicepunt/shared/loaders';
import { scopeIds } from '@servicepunt/shared/policy';
import type { DisclosureStore } from '../disclosure/store.ts';
import { linksTo } from '../guardian/reads.ts';
import type { GuardianStore } from '../guardian/store.ts';
import type { StudentStore } from '../student/store.ts';
import { emergencyContactOf, placementIdOf, shownFamilyName, statedStudent, type TraineeRepresentation } from './rules.ts';

interface Stores {
  readonly students: Pick<StudentStore, 'findNames'>;
  readonly guardians: Pick<GuardianStore, 'findOfStudents'>;
  readonly disclosures: Pick<DisclosureStore, 'findOfSubjects'>;
}

/**
 * Names behind trainees, one query for all of a request. Nothing is read for a trainee without a disclosure: whom the viewer may see was
 * decided by placements, and what of him by the representation. That a pupil was told of to a company of the viewer's is looked up here as well:
 * a representation that names another pupil gets nothing.
 */
export function traineeReads(stores: Stores, viewer: Viewer) {
  const names = byId((ids) => stores.students.findNames(ids));
  const contacts = new DataLoader(async (studentIds: readonly string[]) => {
    const rows = await stores.guardians.findOfStudents(studentIds, {});
    return studentIds.map((studentId) => emergencyContactOf(rows.flatMap((guardian) => linksTo(guardian, studentId))));
  });
  const companies = scopeIds(viewer, 'EMPLOYER');
  const toldOf = new DataLoader<string, ReadonlySet<string>>(async (placementIds) => {
    const rows = (await stores.disclosures.findOfSubjects(placementIds)).filter(
      // The link of one evaluation names no company: its placement is what it reaches.
      ({ recipient }) => recipient.kind === 'EMPLOYER' && (companies.length === 0 || companies.includes(recipient.id)),
    );
    const bySubject = Map.groupBy(rows, ({ subjectId }) => subjectId);
    return placementIds.map((id) => new Set((bySubject.get(id) ?? []).map(({ studentId }) => studentId)));
  });
  async function disclosedStudent(trainee: TraineeRepresentation): Promise<string | null> {
    const studentId = statedStudent(trainee);
    return studentId !== null && (await toldOf.load(placementIdOf(trainee.id))).has(studentId) ? studentId : null;
  }
  return {
    trainees: {
      async firstName(trainee: TraineeRepresentation): Promise<string | null> {
        const studentId = await disclosedStudent(trainee);
        return studentId === null ? null : ((await names.load(studentId))?.givenName ?? null);
      },
      async familyName(trainee: TraineeRepresentation): Promise<string | null> {
        const studentId = await disclosedStudent(trainee);
        const student = studentId === null ? null : await names.load(studentId);
        return student && shownFamilyName(trainee, student);
      },
      async emergencyContact(trainee: TraineeRepresentation) {
        const studentId = await disclosedStudent(trainee);
        return studentId === null ? null : contacts.load(studentId);
      },
    },
  };
}

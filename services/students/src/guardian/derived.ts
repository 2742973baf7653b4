import type { Clock } from '@servicepunt/shared/clock';
import type { StudentRow } from '../student/store.ts';
import type { GuardianOfStudent } from './reads.ts';
import { viewIsOpen } from './rules.ts';

/** A guardian as seen from one pupil, with the pupil: an age decides what the guardian may. */
export type GuardianBesideStudent = GuardianOfStudent & { readonly student: StudentRow };

/** Whether the guardian may look at the pupil's record on the day of the question. */
export function viewOpenOf({ link, student }: GuardianBesideStudent, clock: Clock): boolean {
  return viewIsOpen(link, student.birthDate, clock.today());
}

import type { Clock } from '@servicepunt/shared/clock';
import { ageOn, consentGiverOn, isMinorOn } from '../person/age.ts';
import { isAtSchoolOn } from './rules.ts';
import type { StudentRow } from './store.ts';

/** What follows from a pupil's record on the day of the question; none of it is stored, because a birthday changes it. */
export function derivedOf(student: StudentRow, clock: Clock) {
  const today = clock.today();
  return {
    get age() {
      return ageOn(student.birthDate, today);
    },
    get minor() {
      return isMinorOn(student.birthDate, today);
    },
    get consentGiver() {
      return consentGiverOn(student.birthDate, today);
    },
    active: isAtSchoolOn(student, today),
  };
}

import type { Clock } from '@servicepunt/shared/clock';
import type { StudentAge } from '../student/store.ts';
import { consentStateOn, type ConsentState } from './rules.ts';
import type { ConsentRow } from './store.ts';

/** Where a consent stands on the day of the question; null where the pupil's record is gone. */
export function stateOf(consent: ConsentRow, student: StudentAge | null, clock: Clock): ConsentState | null {
  return student && consentStateOn(consent, student.birthDate, clock.today());
}

/** Ages that change who decides (DOMAIN sections 4 and 7); all computed on a day, never stored. */
export const AGE_OF_CONSENT = 16;
export const AGE_OF_MAJORITY = 18;

/**
 * The day on which somebody turns an age. Who was born on 29 February turns it on 1 March of a common year:
 * the later of the two readings protects a minor one day longer.
 */
export function dayOfAge(birthDate: string, age: number): string {
  const birth = Temporal.PlainDate.from(birthDate);
  const birthday = birth.add({ years: age });
  return (birthday.day === birth.day ? birthday : birthday.add({ days: 1 })).toString();
}

/** Age on a day, in whole years. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return dayOfAge(birthDate, years) <= day ? years : years - 1;
}

export function isMinorOn(birthDate: string, day: string): boolean {
  return day < dayOfAge(birthDate, AGE_OF_MAJORITY);
}

/** Who decides on consents on a day: a guardian until the 16th birthday, from that day the pupil (AVG article 8, UAVG article 5). */
export function consentGiverOn(birthDate: string, day: string): 'GUARDIAN' | 'STUDENT' {
  return day < dayOfAge(birthDate, AGE_OF_CONSENT) ? 'GUARDIAN' : 'STUDENT';
}

/** Days around today, as the stack's clock has it. */
export const day = (offset: number): string => Temporal.Now.plainDateISO('Europe/Amsterdam').add({ days: offset }).toString();
/** The birth date of somebody who is `age` today, with a day of its own so that it can be recognised. */
export const bornFor = (age: number, daysOlder: number): string =>
  Temporal.Now.plainDateISO('Europe/Amsterdam').subtract({ years: age, days: daysOlder }).toString();
/** The next Monday at least `offset` days from now. */
export const monday = (offset: number): string => {
  const date = Temporal.PlainDate.from(day(offset));
  return date.add({ days: (8 - date.dayOfWeek) % 7 }).toString();
};
export const workingDays = (...weekdays: readonly number[]) =>
  weekdays.map((weekday) => ({ weekday, startsAt: '09:00', endsAt: '15:30', breakMinutes: 30 }));

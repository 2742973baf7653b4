import type { Problem } from '@servicepunt/shared/errors';
import type { Preferences } from '../delivery/rules.ts';

/** A pause is no way to stop mail for good: that is what the channels are for. */
const LONGEST_PAUSE_DAYS = 366;

/** What is wrong with a choice, or nothing. `hasInbox`: people who act by links alone can't be reached without mail. */
export function preferenceProblems(choice: Preferences, person: { readonly hasInbox: boolean; readonly today: string }): Problem[] {
  const problems: Problem[] = [];
  if (!choice.mail && !(choice.inApp && person.hasInbox))
    problems.push({
      code: 'INVALID_INPUT',
      field: 'mail',
      params: {
        rule: { nl: 'ten minste één manier moet aan staan; pauzeren kan wel', en: 'at least one way must be on; a pause is possible' },
      },
    });
  if (choice.digestWeekday !== null && !(Number.isInteger(choice.digestWeekday) && choice.digestWeekday >= 1 && choice.digestWeekday <= 5))
    problems.push({
      code: 'INVALID_INPUT',
      field: 'digestWeekday',
      params: { rule: { nl: '1 (maandag) tot 5 (vrijdag)', en: '1 (Monday) to 5 (Friday)' } },
    });
  const latest = Temporal.PlainDate.from(person.today).add({ days: LONGEST_PAUSE_DAYS }).toString();
  if (choice.pausedUntil !== null && choice.pausedUntil > latest)
    problems.push({
      code: 'INVALID_INPUT',
      field: 'pausedUntil',
      params: { rule: { nl: 'hoogstens een jaar vooruit', en: 'at most a year ahead' } },
    });
  return problems;
}

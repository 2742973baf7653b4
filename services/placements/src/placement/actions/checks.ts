import { Refusal, type Problem } from '@servicepunt/shared/errors';
import { problemOfFault, problemOfViolation, dayInWords } from '../../working-time/messages.ts';
import { checkWorkingTimes, scheduleFaults, type Birthdays } from '../../working-time/rules.ts';
import type { Commitment } from '../../working-time/schedule.ts';
import { LONGEST_DAYS, MOST_GOALS, periodProblem } from '../rules.ts';

/** Ends the action where anything is wrong, with all of it. */
export function refuseAll(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new Refusal(problems);
}

export interface PupilOfSchedule {
  readonly birthdays: Birthdays;
  readonly profile: string;
}

/** What is wrong with dates and working times for this pupil, other placements aside. `today` null: the past is fine. */
export function scheduleProblems(pupil: PupilOfSchedule, schedule: Commitment, today: string | null): Problem[] {
  const period = periodProblem(schedule, today);
  if (period) return [{ ...period, params: { max: LONGEST_DAYS } }];
  const faults = scheduleFaults(schedule.workingTimes, schedule);
  if (faults.length > 0) return faults.map(problemOfFault);
  return checkWorkingTimes({ ...pupil, schedule }).map(problemOfViolation);
}

export function goalProblems(goals: readonly string[]): Problem[] {
  if (goals.length > MOST_GOALS)
    return [{ code: 'INVALID_INPUT', field: 'goals', params: { rule: { nl: `hoogstens ${MOST_GOALS}`, en: `at most ${MOST_GOALS}` } } }];
  return goals.flatMap((goal, index) =>
    goal === '' ? [{ code: 'INVALID_INPUT', field: `goals.${index}`, params: { rule: { nl: 'niet leeg', en: 'not empty' } } }] : [],
  );
}

/** How a claim in the pupil's calendar is judged: no two placements at once, and the rules of working time over all of them. */
export function calendarJudge(pupil: PupilOfSchedule, schedule: Commitment) {
  return {
    clash(day: string): never {
      throw new Refusal([{ code: 'PLACEMENTS_OVERLAP', field: 'workingTimes', params: { day: dayInWords(day) } }]);
    },
    others: (others: readonly Commitment[]) => refuseAll(checkWorkingTimes({ ...pupil, schedule, others }).map(problemOfViolation)),
  };
}

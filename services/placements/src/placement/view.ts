import { weeklyMinutes } from '../working-time/rules.ts';
import type { WorkingTime } from '../working-time/schedule.ts';

/** A learning goal as it's shown: its text and its place in the list. */
export interface Goal {
  readonly number: number;
  readonly text: string;
}
export const numbered = (goals: readonly string[]): Goal[] => goals.map((text, index) => ({ number: index + 1, text }));

/** Hours in a full week, to two decimals. */
export const weeklyHours = (times: readonly WorkingTime[]): number => Math.round((weeklyMinutes(times) / 60) * 100) / 100;

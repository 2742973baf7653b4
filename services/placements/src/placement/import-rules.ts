import type { Wording } from '@servicepunt/shared/errors';
import { EVALUATION_MOMENTS, PLACEMENT_KINDS, type EvaluationMoment, type PlacementKind } from '../evaluation/schedule.ts';
import { minutesOf, type WorkingTime } from '../working-time/schedule.ts';
import { MOST_GOALS, PLACEMENT_RHYTHMS, STORED_STATES, workplaceRule, type PlacementRhythm, type StoredState } from './rules.ts';

export interface ImportedPlacement {
  readonly placementNumber: string;
  readonly employerId?: string | null | undefined;
  readonly kind: string;
  readonly rhythm: string;
  readonly localName?: string | null | undefined;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly workingTimes: readonly WorkingTime[];
  readonly goals?: readonly string[] | null | undefined;
  readonly state: string;
  readonly completedMoments?: readonly string[] | null | undefined;
}
export interface ImportedFacts {
  kind: PlacementKind;
  rhythm: PlacementRhythm;
  state: StoredState;
  workingTimes: WorkingTime[];
  goals: string[];
  completedMoments: EvaluationMoment[];
}
export type Reading =
  | { readonly ok: true; readonly facts: ImportedFacts }
  | { readonly ok: false; readonly column: keyof ImportedPlacement; readonly rule: Wording };

/** States in which an agreement was signed, and so evaluations were due. */
export const WAS_AGREED: readonly StoredState[] = ['AGREED', 'COMPLETED', 'ENDED_EARLY', 'NO_SHOW'];
const HAS_STARTED = ['RUNNING', 'COMPLETED', 'ENDED_EARLY', 'NO_SHOW'];

/** What a row says in our words; the first column that can't be used is told with its rule. */
export function readImported(row: ImportedPlacement, today: string): Reading {
  const wrong = (column: keyof ImportedPlacement, rule: Wording) => ({ ok: false, column, rule }) as const;
  const oneOf = (values: readonly string[]): Wording => values.join(', ');
  if (row.placementNumber.trim() === '' || row.placementNumber.length > 50)
    return wrong('placementNumber', { nl: '1 tot 50 tekens', en: '1 to 50 characters' });
  const kind = PLACEMENT_KINDS.find((value) => value === row.kind);
  if (!kind) return wrong('kind', oneOf(PLACEMENT_KINDS));
  const rhythm = PLACEMENT_RHYTHMS.find((value) => value === row.rhythm);
  if (!rhythm) return wrong('rhythm', oneOf(PLACEMENT_RHYTHMS));
  const state = row.state === 'RUNNING' ? 'AGREED' : STORED_STATES.find((value) => value === row.state);
  if (!state) return wrong('state', oneOf([...STORED_STATES, 'RUNNING']));
  for (const column of ['startsOn', 'endsOn'] as const)
    if (!isDay(row[column])) return wrong(column, { nl: 'een dag, zoals 2026-11-24', en: 'a day, as 2026-11-24' });
  if (HAS_STARTED.includes(row.state) && row.startsOn > today)
    return wrong('state', { nl: 'de eerste dag is nog niet geweest', en: "the first day hasn't come yet" });
  if (state === 'COMPLETED' && row.endsOn > today)
    return wrong('state', { nl: 'de laatste dag is nog niet geweest', en: "the last day hasn't come yet" });
  const workplace = workplaceRule(kind, row.employerId ?? null);
  if (workplace) return wrong(workplace.field === 'kind' ? 'kind' : 'employerId', workplace.rule);
  if ((row.localName ?? '').length > 200) return wrong('localName', { nl: 'hoogstens 200 tekens', en: 'at most 200 characters' });
  if (row.workingTimes.some((time) => !isTime(time.startsAt) || !isTime(time.endsAt)))
    return wrong('workingTimes', { nl: 'tijden zoals 09:00', en: 'times as 09:00' });
  const goals = (row.goals ?? []).filter((goal) => goal !== '');
  if (goals.length > MOST_GOALS || goals.some((goal) => goal.length > 500))
    return wrong('goals', {
      nl: `hoogstens ${MOST_GOALS}, elk hoogstens 500 tekens`,
      en: `at most ${MOST_GOALS}, each at most 500 characters`,
    });
  const completedMoments = (row.completedMoments ?? []).map((moment) => EVALUATION_MOMENTS.find((value) => value === moment));
  if (completedMoments.some((moment) => moment === undefined)) return wrong('completedMoments', oneOf(EVALUATION_MOMENTS));
  if (completedMoments.length > 0 && !WAS_AGREED.includes(state))
    return wrong('completedMoments', { nl: 'alleen na een overeenkomst', en: 'only after an agreement' });
  return {
    ok: true,
    facts: {
      kind,
      rhythm,
      state,
      goals,
      workingTimes: row.workingTimes.map(({ weekday, startsAt, endsAt, breakMinutes }) => ({ weekday, startsAt, endsAt, breakMinutes })),
      completedMoments: completedMoments.filter((moment) => moment !== undefined),
    },
  };
}

export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}
const isTime = (text: string): boolean => /^\d{2}:\d{2}$/.test(text) && minutesOf(text) < 24 * 60 && Number(text.slice(3)) < 60;

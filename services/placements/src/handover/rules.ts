import { summerHolidayStartFrom, type HolidayRegion } from '@servicepunt/shared/contracts/calendar';
import type { LegalBasis } from '../placement/rules.ts';

export const HANDOVER_TARGETS = ['MBO', 'EMPLOYER', 'DAY_ACTIVITY', 'MUNICIPALITY', 'OTHER_SCHOOL'] as const;
export type HandoverTarget = (typeof HANDOVER_TARGETS)[number];
export const HANDOVER_STATES = ['PREPARING', 'INFORMED', 'PLANNED', 'HELD', 'CONFIRMED', 'CANCELLED'] as const;
export type HandoverState = (typeof HANDOVER_STATES)[number];
export type HandoverBall = 'SCHOOL' | 'RECEIVING_PARTY';
export const HANDOVER_ITEM_KINDS = ['SUPPORT_NEEDS', 'WHAT_WORKS', 'LEARNING_PATH', 'INTERNSHIP_HISTORY'] as const;
export type HandoverItemKind = (typeof HANDOVER_ITEM_KINDS)[number];

export interface HandoverItem {
  kind: HandoverItemKind;
  text: string;
  legalBasis: LegalBasis | null;
  changedAt: Date;
}
export interface HandoverStep {
  state: HandoverState;
  ball: HandoverBall;
  since: Date;
  until: Date | null;
}
export const OPEN_HANDOVERS: readonly HandoverState[] = ['PREPARING', 'INFORMED', 'PLANNED', 'HELD'];

/** What is done to a handover, and in which states that is possible (DOMAIN section 6: a process with parties). */
const POSSIBLE_IN = {
  recordItem: ['PREPARING', 'INFORMED', 'PLANNED'],
  inform: ['PREPARING', 'INFORMED'],
  planConversation: ['INFORMED', 'PLANNED'],
  hold: ['PLANNED'],
  confirm: ['HELD'],
  cancel: OPEN_HANDOVERS,
} as const satisfies Record<string, readonly HandoverState[]>;
export type HandoverAct = keyof typeof POSSIBLE_IN;
export const isPossible = (act: HandoverAct, state: HandoverState): boolean =>
  (POSSIBLE_IN[act] as readonly HandoverState[]).includes(state);

/** The school moves it on until the conversation was held; then the receiving party has to confirm in writing. */
export function ballIn(state: HandoverState): HandoverBall {
  return state === 'HELD' || state === 'CONFIRMED' ? 'RECEIVING_PARTY' : 'SCHOOL';
}

/** Where the next step begins the one before it ends: the lead time per step and per party. */
export function stepsAfter(steps: readonly HandoverStep[], state: HandoverState, at: Date): HandoverStep[] {
  const closed = steps.map((step) => (step.until === null ? { ...step, until: at } : step));
  return OPEN_HANDOVERS.includes(state) ? [...closed, { state, ball: ballIn(state), since: at, until: null }] : closed;
}

/** Whole days that a party had the ball in a step. */
export const daysOf = (step: HandoverStep, now: Date): number =>
  Math.floor(((step.until ?? now).getTime() - step.since.getTime()) / 86_400_000);

/** Registration at an mbo school closes on 1 April (Wet vroegtijdige aanmeldplicht mbo). */
const MBO_REGISTRATION = '04-01';
/** Where the ministry's dates don't reach, a summer holiday is taken to start early in July. */
const USUAL_SUMMER = '07-05';

/** The day before which a handover has to be held, counted from the day on which it's planned. */
export function usualDeadline(target: HandoverTarget, region: HolidayRegion, today: string): string {
  if (target === 'MBO') return nextOn(MBO_REGISTRATION, today);
  return summerHolidayStartFrom(today, region) ?? nextOn(USUAL_SUMMER, today);
}
function nextOn(monthAndDay: string, today: string): string {
  const thisYear = `${today.slice(0, 4)}-${monthAndDay}`;
  return thisYear >= today ? thisYear : `${Number(today.slice(0, 4)) + 1}-${monthAndDay}`;
}

/**
 * Which grounds hold for an item. The educational report goes to a next school by law, without consent (Wet voortgezet onderwijs 2020,
 * since 1-8-2020 for mbo); employer, municipality and care need a ground of their own, mostly consent.
 */
export function allowedBases(target: HandoverTarget): readonly LegalBasis[] {
  return target === 'MBO' || target === 'OTHER_SCHOOL'
    ? ['STATUTORY_REPORT', 'CONSENT', 'PUBLIC_TASK', 'VITAL_INTEREST']
    : ['CONSENT', 'CONTRACT', 'PUBLIC_TASK', 'VITAL_INTEREST'];
}

/** The ground on which a handover without items may be told to the receiving party. */
export const basisOfTarget = (target: HandoverTarget): LegalBasis =>
  target === 'MBO' || target === 'OTHER_SCHOOL' ? 'STATUTORY_REPORT' : 'CONSENT';

export type Inspector = 'STUDENT' | 'GUARDIAN';
interface Ages {
  readonly turns16On: string;
  readonly turns18On: string;
}

/** The right to inspect: parents, and the pupil from 16; from 18 the pupil alone (DOMAIN section 6). */
export function mayInspect(inspector: Inspector, ages: Ages, on: string): boolean {
  return inspector === 'STUDENT' ? on >= ages.turns16On : on < ages.turns18On;
}
/** A guardian is informed as long as the pupil is a minor. */
export const guardianMustKnow = (ages: Ages, on: string): boolean => on < ages.turns18On;

interface Inspected {
  readonly items: readonly HandoverItem[];
  readonly inspectedAt: Date | null;
  readonly consentWithdrawnAt: Date | null;
}

/** Whether the item is what was inspected: nothing was changed since. */
export const isInspected = (item: HandoverItem, inspectedAt: Date | null): boolean =>
  inspectedAt !== null && item.changedAt.getTime() <= inspectedAt.getTime();

/** What the receiving party gets to see: inspected items with a ground that stands. */
export function itemsToShow({ items, inspectedAt, consentWithdrawnAt }: Inspected): HandoverItem[] {
  return items.filter(
    (item) => item.legalBasis !== null && isInspected(item, inspectedAt) && !(item.legalBasis === 'CONSENT' && consentWithdrawnAt !== null),
  );
}

export const HANDOVER_PURPOSE = 'WARM_HANDOVER';

/** Per ground what is disclosed on it; consent first, since it may be refused. */
export function disclosuresOf(items: readonly HandoverItem[]): { legalBasis: LegalBasis; items: string[] }[] {
  const byBasis = Map.groupBy(
    items.filter((item) => item.legalBasis !== null),
    (item) => item.legalBasis as LegalBasis,
  );
  return [...byBasis]
    .map(([legalBasis, group]) => ({ legalBasis, items: group.map((item) => item.kind) }))
    .toSorted((left, right) => Number(right.legalBasis === 'CONSENT') - Number(left.legalBasis === 'CONSENT'));
}

export type HandoverCheckKind =
  | 'LEGAL_BASIS'
  | 'INFORMED_AND_INSPECTED'
  | 'CONTACT_PERSONS'
  | HandoverItemKind
  | 'FIRST_DAY_AGREEMENTS'
  | 'AFTERCARE_CONTACT'
  | 'WRITTEN_CONFIRMATION';

/** The checklist of DOMAIN section 6, read off the handover itself: nobody ticks a box. */
export function checklistOf(
  handover: Inspected & {
    readonly supervisorId: string | null;
    readonly firstDayAgreements: string | null;
    readonly aftercareContact: string | null;
    readonly confirmedAt: Date | null;
  },
): { kind: HandoverCheckKind; done: boolean }[] {
  const { items } = handover;
  const written = (kind: HandoverItemKind) => items.some((item) => item.kind === kind);
  return [
    { kind: 'LEGAL_BASIS', done: items.length > 0 && items.every((item) => item.legalBasis !== null) },
    {
      kind: 'INFORMED_AND_INSPECTED',
      done: handover.inspectedAt !== null && items.every((item) => isInspected(item, handover.inspectedAt)),
    },
    { kind: 'CONTACT_PERSONS', done: handover.supervisorId !== null },
    ...HANDOVER_ITEM_KINDS.map((kind) => ({ kind, done: written(kind) })),
    { kind: 'FIRST_DAY_AGREEMENTS', done: handover.firstDayAgreements !== null },
    { kind: 'AFTERCARE_CONTACT', done: handover.aftercareContact !== null },
    { kind: 'WRITTEN_CONFIRMATION', done: handover.confirmedAt !== null },
  ];
}

/** Late: the deadline has come and the conversation wasn't held. */
export function isLate(handover: { state: HandoverState; deadline: string }, today: string): boolean {
  return (handover.state === 'PREPARING' || handover.state === 'INFORMED' || handover.state === 'PLANNED') && handover.deadline <= today;
}

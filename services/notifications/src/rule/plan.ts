import { isWorkingDay, type HolidayRegion } from '@servicepunt/shared/contracts/calendar';
import { dayOf, ZONE } from '@servicepunt/shared/clock';
import { RULES, STEP_DAYS, type Basis, type ReminderRule, type RecipientRole } from './rules.ts';

/** What the schedule of a subject depends on; the owner tells it by events. */
export type SubjectFacts =
  | {
      readonly type: 'EVALUATION';
      readonly holidayRegion: HolidayRegion;
      readonly dueOn: string;
      /** Those whose form isn't submitted yet. */
      readonly pendingRoles: readonly string[];
    }
  | {
      readonly type: 'HANDOVER';
      readonly holidayRegion: HolidayRegion;
      /** Null while no conversation is planned: then the deadline counts. */
      readonly conversationAt: Date | null;
      readonly deadline: string;
      /** The side that has to do the next step. */
      readonly ball: string;
    }
  | {
      readonly type: 'CONSENT_REVIEW';
      readonly holidayRegion: HolidayRegion;
      /** The first day whose morning came after it was told that the pupil decides himself. */
      readonly toldOn: string;
    }
  | {
      readonly type: 'IDLE_CONTACT';
      readonly holidayRegion: HolidayRegion;
      readonly goesOn: string;
    };

export interface PlannedOccurrence {
  readonly rule: ReminderRule;
  readonly role: RecipientRole;
  /** Which one of the rule: the basis day and its place before (`-7`) or after (`+2`). With rule, subject and role it is unique. */
  readonly occurrence: string;
  readonly localDate: string;
  readonly localTime: string;
  readonly zone: string;
  readonly dueAt: Date;
}

export const LOCAL_TIME = '09:00';

/** Every reminder that the rules want for a subject, past ones included, in order of time. */
export function planReminders(facts: SubjectFacts, rules: readonly ReminderRule[] = RULES): PlannedOccurrence[] {
  const { basis, day } = basisOf(facts);
  const planned = rules
    .filter((rule) => rule.subject === facts.type && rule.basis === basis && (!rule.onlyWhilePending || isPending(facts, rule.role)))
    .flatMap((rule) => occurrencesOf(rule, day, facts.holidayRegion));
  return withoutCrowding(planned).toSorted((left, right) => left.dueAt.getTime() - right.dueAt.getTime() || compare(left, right));
}

/** The day from which a subject's reminders are counted. */
export function basisOf(facts: SubjectFacts): { basis: Basis; day: string } {
  if (facts.type === 'EVALUATION') return { basis: 'DUE_DAY', day: facts.dueOn };
  if (facts.type === 'CONSENT_REVIEW') return { basis: 'OWN_WORD', day: facts.toldOn };
  if (facts.type === 'IDLE_CONTACT') return { basis: 'GOES_ON', day: facts.goesOn };
  if (facts.conversationAt === null) return { basis: 'DEADLINE', day: facts.deadline };
  return { basis: 'CONVERSATION', day: dayOf(facts.conversationAt) };
}

/** Whether the role itself still has something to do. */
export function isPending(facts: SubjectFacts, role: RecipientRole): boolean {
  if (facts.type === 'CONSENT_REVIEW') return role === 'STUDENT';
  if (facts.type === 'IDLE_CONTACT') return role === 'EMPLOYER';
  return facts.type === 'EVALUATION' ? facts.pendingRoles.includes(role) : facts.ball === role;
}

function occurrencesOf(rule: ReminderRule, basisDay: string, region: HolidayRegion): PlannedOccurrence[] {
  const { timing } = rule;
  const calendar = rule.daysOff === 'SCHOOL' ? region : null;
  if ('daysBefore' in timing)
    return timing.daysBefore.map((days) => occurrence(rule, `${basisDay}-${days}`, workingDay(addDays(basisDay, -days), calendar, -1)));
  const last = Math.max(...timing.steps);
  // A birthday in a holiday: asked on the first day at school, and again counted from there.
  const chain = [rule.basis === 'OWN_WORD' ? workingDay(basisDay, calendar, 1) : basisDay];
  for (let step = 1; step <= last; step += 1) chain.push(workingDay(addDays(chain[step - 1] as string, STEP_DAYS), calendar, 1));
  return timing.steps.map((step) => occurrence(rule, `${basisDay}+${step}`, chain[step] as string));
}

function occurrence(rule: ReminderRule, id: string, localDate: string): PlannedOccurrence {
  return { rule, role: rule.role, occurrence: id, localDate, localTime: LOCAL_TIME, zone: ZONE, dueAt: instantOf(localDate) };
}

/** A holiday pushes several warnings onto the last day before it: only the one nearest to the event stays. */
function withoutCrowding(planned: readonly PlannedOccurrence[]): PlannedOccurrence[] {
  const warnings = new Map<string, PlannedOccurrence>();
  for (const entry of planned) {
    if (entry.rule.kind !== 'WARN') continue;
    const key = `${entry.role} ${entry.localDate}`;
    const other = warnings.get(key);
    if (!other || daysBefore(entry) < daysBefore(other)) warnings.set(key, entry);
  }
  return planned.filter((entry) => entry.rule.kind !== 'WARN' || warnings.get(`${entry.role} ${entry.localDate}`) === entry);
}
const daysBefore = ({ occurrence: id }: PlannedOccurrence) => Number(id.slice(id.lastIndexOf('-') + 1));
const compare = (left: PlannedOccurrence, right: PlannedOccurrence) => (left.rule.id < right.rule.id ? -1 : 1);

/** The day itself, or the nearest working day before (-1) or after (1) it. */
export function workingDay(day: string, region: HolidayRegion | null, direction: -1 | 1): string {
  let candidate = day;
  while (!worksOn(candidate, region)) candidate = addDays(candidate, direction);
  return candidate;
}

// The same few hundred days are asked for again and again, and dates are costly.
const sums = new Map<string, string>();
const addDays = (day: string, days: number) =>
  remembered(sums, `${day} ${days}`, () => Temporal.PlainDate.from(day).add({ days }).toString());

const working = new Map<string, boolean>();
function worksOn(day: string, region: HolidayRegion | null): boolean {
  return remembered(working, `${day} ${region ?? ''}`, () => isWorkingDay(day, region));
}

const instants = new Map<string, number>();
/** 09:00 in the Netherlands on a day: another instant in summer than in winter. */
export function instantOf(localDate: string, localTime: string = LOCAL_TIME): Date {
  return new Date(
    remembered(
      instants,
      `${localDate} ${localTime}`,
      () => Temporal.PlainDateTime.from(`${localDate}T${localTime}`).toZonedDateTime(ZONE).epochMilliseconds,
    ),
  );
}

function remembered<Value>(known: Map<string, Value>, key: string, compute: () => Value): Value {
  let value = known.get(key);
  if (value === undefined) {
    if (known.size > 20_000) known.clear();
    known.set(key, (value = compute()));
  }
  return value;
}

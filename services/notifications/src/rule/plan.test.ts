import { describe, expect, it } from '@jest/globals';
import { assert, constant, constantFrom, integer, oneof, option, property, record, subarray, type Arbitrary } from 'fast-check';
import { HOLIDAY_REGIONS, isWorkingDay } from '@servicepunt/shared/contracts/calendar';
import { planReminders, type PlannedOccurrence, type SubjectFacts } from './plan.ts';

const evaluation = (dueOn: string, pendingRoles = ['EMPLOYER', 'STUDENT', 'SCHOOL']): SubjectFacts => ({
  type: 'EVALUATION',
  holidayRegion: 'ZUID',
  dueOn,
  pendingRoles,
});
const handover = (facts: { conversationAt?: string; deadline?: string; ball?: string }): SubjectFacts => ({
  type: 'HANDOVER',
  holidayRegion: 'ZUID',
  conversationAt: facts.conversationAt ? new Date(facts.conversationAt) : null,
  deadline: facts.deadline ?? '2027-04-01',
  ball: facts.ball ?? 'SCHOOL',
});
const of = (planned: readonly PlannedOccurrence[], role: string) =>
  planned.filter((entry) => entry.role === role).map((entry) => `${entry.rule.kind} ${entry.localDate}`);

describe('planReminders', () => {
  it('warns a week and a day before an evaluation, then chases every 3 days on working days', () => {
    // Thursday 26 November 2026; no days off around it.
    expect(of(planReminders(evaluation('2026-11-26')), 'EMPLOYER')).toEqual([
      'WARN 2026-11-19',
      'WARN 2026-11-25',
      'CHASE 2026-11-30', // day 3 is a Sunday
      'CHASE 2026-12-03',
      'CHASE 2026-12-07', // Sunday again
      'CHASE 2026-12-10',
    ]);
  });

  it('tells the coordinator after the last chase and the Servicepunt after that', () => {
    const planned = planReminders(evaluation('2026-11-26'));
    expect(of(planned, 'COORDINATOR')).toEqual(['ESCALATE 2026-12-14']);
    expect(of(planned, 'SERVICE_POINT')).toEqual(['ESCALATE 2026-12-17']);
  });

  it('leaves out a role that has handed in its form', () => {
    const planned = planReminders(evaluation('2026-11-26', ['SCHOOL']));
    expect(new Set(planned.map(({ role }) => role))).toEqual(new Set(['SCHOOL', 'COORDINATOR', 'SERVICE_POINT']));
  });

  it('moves a warning out of the autumn holiday for the school, not for the employer', () => {
    // Due on Monday 26 October 2026; region ZUID is off from 17 to 25 October.
    const planned = planReminders(evaluation('2026-10-26'));
    expect(of(planned, 'SCHOOL')[0]).toBe('WARN 2026-10-16');
    expect(of(planned, 'EMPLOYER')[0]).toBe('WARN 2026-10-19');
    // Both warnings of the school fall onto the last day before the holiday: one of them goes out.
    expect(of(planned, 'SCHOOL').filter((entry) => entry.startsWith('WARN'))).toHaveLength(1);
  });

  it('counts a handover back from its deadline while no conversation is planned', () => {
    const planned = planReminders(handover({ deadline: '2027-04-01' }));
    // 31 March is a Wednesday; Easter Monday was 29 March, the day before a weekend of holidays was Thursday 25 March.
    expect(of(planned, 'RECEIVING_PARTY')).toEqual(['WARN 2027-03-04', 'WARN 2027-03-18', 'WARN 2027-03-25', 'WARN 2027-03-31']);
  });

  it('counts from the conversation once it is planned, on the calendar day in the Netherlands', () => {
    // 23:30 UTC on 9 March is the 10th in the Netherlands.
    const planned = planReminders(handover({ conversationAt: '2027-03-09T23:30:00Z' }));
    expect(of(planned, 'RECEIVING_PARTY')).toEqual(['WARN 2027-02-10', 'WARN 2027-02-24', 'WARN 2027-03-03', 'WARN 2027-03-09']);
    expect(planned.every((entry) => entry.rule.basis === 'CONVERSATION')).toBe(true);
  });

  it('chases the side that has the ball and nobody else', () => {
    const chased = (ball: string) =>
      planReminders(handover({ conversationAt: '2027-03-10T10:00:00Z', ball }))
        .filter((entry) => entry.rule.kind === 'CHASE')
        .map((entry) => entry.role);
    expect(chased('SCHOOL')).toEqual(['SCHOOL', 'SCHOOL', 'SCHOOL', 'SCHOOL']);
    expect(chased('RECEIVING_PARTY')).toEqual(['RECEIVING_PARTY', 'RECEIVING_PARTY', 'RECEIVING_PARTY', 'RECEIVING_PARTY']);
  });

  it('asks a pupil about his consents on the first day at school, once more a week later, and nobody else', () => {
    const asked = (toldOn: string) =>
      planReminders({ type: 'CONSENT_REVIEW', holidayRegion: 'ZUID', toldOn }).map(
        ({ rule, role, localDate }) => `${rule.kind} ${role} ${localDate}`,
      );
    expect(asked('2026-11-25')).toEqual(['WARN STUDENT 2026-11-25', 'CHASE STUDENT 2026-12-03']);
    // A Saturday; and a day in the autumn holiday of region ZUID, from 17 to 25 October.
    expect(asked('2026-11-28')).toEqual(['WARN STUDENT 2026-11-30', 'CHASE STUDENT 2026-12-07']);
    expect(asked('2026-10-19')).toEqual(['WARN STUDENT 2026-10-26', 'CHASE STUDENT 2026-11-02']);
  });

  it.each([
    ['summer', '2027-03-29', ['2027-03-30T07:00:00.000Z', '2027-04-05T07:00:00.000Z']],
    ['summer, the week before', '2027-03-25', ['2027-03-25T08:00:00.000Z', '2027-04-02T07:00:00.000Z']],
    ['winter', '2026-10-12', ['2026-10-12T07:00:00.000Z', '2026-10-26T08:00:00.000Z']],
  ])('asks a pupil at 09:00 on the wall around the change to %s time', (_change, toldOn, instants) => {
    const planned = planReminders({ type: 'CONSENT_REVIEW', holidayRegion: 'ZUID', toldOn });
    expect(planned.map(({ dueAt }) => dueAt.toISOString())).toEqual(instants);
  });

  it('means 09:00 on the wall on both sides of the change to summer time', () => {
    const instants = planReminders(evaluation('2027-03-30', ['EMPLOYER'])).map(({ dueAt }) => dueAt.toISOString());
    expect(instants.slice(0, 2)).toEqual(['2027-03-23T08:00:00.000Z', '2027-03-25T08:00:00.000Z']);
    expect(instants[2]).toBe('2027-04-02T07:00:00.000Z');
  });

  it('means 09:00 on the wall on both sides of the change to winter time', () => {
    const instants = planReminders(evaluation('2026-10-27', ['EMPLOYER'])).map(({ dueAt }) => dueAt.toISOString());
    expect(instants.slice(0, 2)).toEqual(['2026-10-20T07:00:00.000Z', '2026-10-26T08:00:00.000Z']);
  });
});

const day = integer({ min: 0, max: 900 }).map((offset) => Temporal.PlainDate.from('2026-01-05').add({ days: offset }).toString());
const region = constantFrom(...HOLIDAY_REGIONS);
const facts: Arbitrary<SubjectFacts> = oneof(
  record({
    type: constant('EVALUATION' as const),
    holidayRegion: region,
    dueOn: day,
    pendingRoles: subarray(['EMPLOYER', 'STUDENT', 'SCHOOL']),
  }),
  record({
    type: constant('HANDOVER' as const),
    holidayRegion: region,
    conversationAt: option(day.map((text) => new Date(`${text}T13:30:00Z`))),
    deadline: day,
    ball: constantFrom('SCHOOL', 'RECEIVING_PARTY'),
  }),
);

describe('every plan', () => {
  const holds = (check: (planned: PlannedOccurrence[], of: SubjectFacts) => void) =>
    assert(
      property(facts, (given) => check(planReminders(given), given)),
      { numRuns: 300 },
    );

  it('falls on working days of the recipient, at 09:00 on the wall', () => {
    holds((planned, given) => {
      for (const { localDate, dueAt, zone, rule } of planned) {
        expect(isWorkingDay(localDate, rule.daysOff === 'SCHOOL' ? given.holidayRegion : null)).toBe(true);
        const wall = Temporal.Instant.fromEpochMilliseconds(dueAt.getTime()).toZonedDateTimeISO(zone);
        expect(`${wall.toPlainDate().toString()} ${wall.toPlainTime().toString()}`).toBe(`${localDate} 09:00:00`);
      }
    });
  });

  it('warns no later than the rule says and chases no earlier', () => {
    holds((planned) => {
      for (const { rule, occurrence, localDate } of planned) {
        const basis = Temporal.PlainDate.from(occurrence.slice(0, 10));
        const days = Temporal.PlainDate.from(localDate).since(basis).days;
        if (rule.kind === 'WARN') expect(days).toBeLessThanOrEqual(Number(occurrence.slice(10)));
        else expect(days).toBeGreaterThanOrEqual(3 * Number(occurrence.slice(10)));
      }
    });
  });

  it('says nothing twice to one role on one day, and leaves 3 days between chases', () => {
    holds((planned) => {
      for (const role of new Set(planned.map((entry) => entry.role))) {
        const own = planned.filter((entry) => entry.role === role);
        expect(new Set(own.map(({ localDate }) => localDate)).size).toBe(own.length);
        const chases = own.filter((entry) => entry.rule.kind === 'CHASE').map(({ localDate }) => Temporal.PlainDate.from(localDate));
        expect(chases.length).toBeLessThanOrEqual(4);
        for (const [index, chase] of chases.entries()) {
          const previous = chases[index - 1];
          if (previous) expect(chase.since(previous).days).toBeGreaterThanOrEqual(3);
        }
      }
    });
  });

  it('escalates after every chase, to the coordinator before the Servicepunt', () => {
    holds((planned) => {
      const lastChase = planned.filter(({ rule }) => rule.kind === 'CHASE').at(-1)?.dueAt ?? new Date(0);
      const [coordinator, servicePoint] = planned.filter(({ rule }) => rule.kind === 'ESCALATE');
      expect(coordinator?.role).toBe('COORDINATOR');
      expect(servicePoint?.role).toBe('SERVICE_POINT');
      expect(coordinator?.dueAt.getTime()).toBeGreaterThan(lastChase.getTime());
      expect(servicePoint?.dueAt.getTime()).toBeGreaterThan(coordinator?.dueAt.getTime() ?? Infinity);
    });
  });

  it('gives each occurrence one key', () => {
    holds((planned) => {
      expect(new Set(planned.map(({ rule, role, occurrence }) => `${rule.id} ${role} ${occurrence}`)).size).toBe(planned.length);
    });
  });
});

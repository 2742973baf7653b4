import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { EvaluationEvent, HandoverEvent } from '@servicepunt/shared/contracts/events';
import { pino } from 'pino';
import { ours, type Connection } from '@servicepunt/shared/mongo';
import { openTestStore, testClock } from '../test-support/store.ts';
import { reminderEventHandlers } from './events.ts';
import { tellNobody } from '../live/tell.ts';
import { createPlanner } from './planning.ts';
import type { RecipientRole } from '../rule/rules.ts';
import { createReminderStore, type ReminderRow, type ReminderStatus, type ReminderStore } from './store.ts';
import { createSubjectStore, type SubjectStore } from './subjects.ts';

const errors: unknown[] = [];
const log = pino({ level: 'error' }, { write: (line: string) => void errors.push(JSON.parse(line)) });
const evaluation: EvaluationEvent = {
  evaluationId: 'evl_1',
  placementId: 'plc_1',
  studentId: 'stu_1',
  locationId: 'loc_1',
  employerId: 'emp_1',
  holidayRegion: 'ZUID',
  moment: 'MIDTERM',
  dueOn: '2026-11-26',
  pendingRoles: ['EMPLOYER', 'STUDENT', 'SCHOOL'],
};
const handover: HandoverEvent = {
  handoverId: 'who_1',
  studentId: 'stu_1',
  locationId: 'loc_1',
  holidayRegion: 'ZUID',
  target: 'MBO',
  conversationAt: null,
  deadline: '2027-04-01',
  ball: 'SCHOOL',
  state: 'PREPARING',
};

describe('the plan of a subject', () => {
  let connection: Connection;
  let reminders: ReminderStore;
  let subjects: SubjectStore;
  const clock = testClock('2026-11-02T08:00:00Z');
  let number = 0;

  beforeAll(async () => {
    const opened = await openTestStore('planning', (made) => ({
      reminders: createReminderStore(made),
      subjects: createSubjectStore(made),
    }));
    connection = opened.connection;
    ({ reminders, subjects } = opened.models);
  });
  beforeEach(async () => {
    await Promise.all([reminders.model.deleteMany({}), subjects.model.deleteMany({})]);
    clock.set('2026-11-02T08:00:00Z');
  });
  afterAll(() => connection.close());

  const handlers = () =>
    reminderEventHandlers(createPlanner({ reminders, subjects, clock, ring: () => Promise.resolve(), tell: tellNobody }), log);
  const tell = async (
    type: 'EvaluationScheduled' | 'EvaluationChanged' | 'EvaluationCompleted' | 'HandoverPlanned' | 'HandoverChanged',
    data: object,
    revision: number,
    told: { number?: number; at?: string } = {},
  ) =>
    (handlers()[type] as (event: unknown) => Promise<void>)({
      type,
      number: told.number ?? ++number,
      id: `evt_${number}`,
      at: new Date(told.at ?? clock.now()),
      revision,
      actor: 'stf_1',
      data,
    });
  const standing = async (status: ReminderStatus, role?: RecipientRole) =>
    (
      await reminders.model
        .find(ours({ status, ...(role ? { role } : {}) }))
        .sort({ dueAt: 1 })
        .lean<ReminderRow[]>()
    ).map((row) => `${row.kind} ${row.role} ${row.localDate}`);

  it('holds a reminder for each occurrence, with its local time, zone and instant', async () => {
    await tell('EvaluationScheduled', evaluation, 1);
    expect(await standing('SCHEDULED', 'EMPLOYER')).toHaveLength(6);
    const [first] = await reminders.model
      .find(ours({ role: 'EMPLOYER' }))
      .sort({ dueAt: 1 })
      .limit(1)
      .lean<ReminderRow[]>();
    expect(first).toMatchObject({
      rule: 'evaluation.warn.employer',
      occurrence: '2026-11-26-7',
      localDate: '2026-11-19',
      localTime: '09:00',
      zone: 'Europe/Amsterdam',
      dueAt: new Date('2026-11-19T08:00:00Z'),
      lookAt: new Date('2026-11-19T08:00:00Z'),
      employerId: 'emp_1',
      history: [{ step: 'SCHEDULED', code: null }],
    });
  });

  it('changes nothing when an event comes twice', async () => {
    await tell('EvaluationScheduled', evaluation, 1, { number: 1 });
    const before = await reminders.model.find().sort({ _id: 1 }).lean();
    await tell('EvaluationScheduled', evaluation, 1, { number: 1 });
    expect(await reminders.model.find().sort({ _id: 1 }).lean()).toEqual(before);
  });

  it('moves with the due day: the old reminders are cancelled, new ones stand', async () => {
    await tell('EvaluationScheduled', evaluation, 1);
    await tell('EvaluationChanged', { ...evaluation, dueOn: '2026-12-10' }, 2);
    expect(await standing('CANCELLED', 'EMPLOYER')).toHaveLength(6);
    expect((await standing('SCHEDULED', 'EMPLOYER'))[0]).toBe('WARN EMPLOYER 2026-12-03');
    const cancelled = await reminders.model.findOne(ours({ status: 'CANCELLED' })).lean<ReminderRow>();
    expect(cancelled).toMatchObject({ reason: 'NOT_WANTED_ANY_MORE', revision: 2 });
    expect(cancelled?.lookAt).toBeUndefined();
  });

  it('brings reminders back when the due day moves back', async () => {
    await tell('EvaluationScheduled', evaluation, 1);
    await tell('EvaluationChanged', { ...evaluation, dueOn: '2026-12-10' }, 2);
    await tell('EvaluationChanged', evaluation, 3);
    expect(await standing('SCHEDULED', 'EMPLOYER')).toHaveLength(6);
    const back = await reminders.model.findOne(ours({ status: 'SCHEDULED', occurrence: '2026-11-26-7' })).lean<ReminderRow>();
    expect(back).toMatchObject({ revision: 3, enqueues: 2 });
    expect(back?.history.map((entry) => entry.step)).toEqual(['SCHEDULED', 'CANCELLED', 'SCHEDULED']);
  });

  it('leaves a reminder that went out as it is, whatever is planned later', async () => {
    await tell('EvaluationScheduled', evaluation, 1);
    await reminders.model.updateMany(ours({ role: 'EMPLOYER', kind: 'WARN' }), { $set: { status: 'SENT' }, $unset: { lookAt: 1 } });
    await tell('EvaluationChanged', { ...evaluation, dueOn: '2026-12-10' }, 2);
    await tell('EvaluationChanged', evaluation, 3);
    expect(await standing('SENT')).toHaveLength(2);
    expect(await standing('SCHEDULED', 'EMPLOYER')).toHaveLength(4);
  });

  it('cancels the reminders of a role that has handed in its form', async () => {
    await tell('EvaluationScheduled', evaluation, 1);
    await tell('EvaluationChanged', { ...evaluation, pendingRoles: ['SCHOOL'] }, 2);
    expect(await standing('SCHEDULED', 'EMPLOYER')).toEqual([]);
    expect(await standing('SCHEDULED', 'SCHOOL')).toHaveLength(6);
  });

  it('cancels everything that is still to come once the subject is done', async () => {
    await tell('EvaluationScheduled', evaluation, 1);
    await tell('EvaluationCompleted', { ...evaluation, pendingRoles: [] }, 2);
    expect(await standing('SCHEDULED')).toEqual([]);
    expect(await reminders.model.countDocuments(ours({ status: 'CANCELLED', reason: 'COMPLETED' }))).toBe(20);
  });

  it('does nothing with an event that is older than what stands', async () => {
    await tell('EvaluationCompleted', { ...evaluation, pendingRoles: [] }, 5);
    await tell('EvaluationScheduled', evaluation, 4);
    expect(await reminders.model.countDocuments({})).toBe(0);
    expect(await subjects.model.findById('evl_1').lean()).toMatchObject({ revision: 5, open: false, closedAs: 'COMPLETED' });
  });

  it('does not bring back what a person cancelled', async () => {
    await tell('EvaluationScheduled', evaluation, 1);
    await reminders.model.updateOne(ours({ occurrence: '2026-11-26-7', role: 'EMPLOYER' }), {
      $set: { status: 'CANCELLED', reason: 'BY_PERSON' },
      $unset: { lookAt: 1 },
    });
    await tell('EvaluationChanged', evaluation, 2);
    expect(await standing('SCHEDULED', 'EMPLOYER')).toHaveLength(5);
  });

  it('makes no reminder for a time that was past when the owner told of it', async () => {
    await tell('EvaluationScheduled', { ...evaluation, dueOn: '2026-11-05' }, 1);
    expect((await standing('SCHEDULED', 'EMPLOYER'))[0]).toBe('WARN EMPLOYER 2026-11-04');
  });

  it('makes a reminder whose time passed while the event was under way, so that it is caught up', async () => {
    await tell('EvaluationScheduled', { ...evaluation, dueOn: '2026-11-05' }, 1, { at: '2026-10-28T07:00:00Z' });
    expect((await standing('SCHEDULED', 'EMPLOYER'))[0]).toBe('WARN EMPLOYER 2026-10-29');
  });

  it('counts a handover from its conversation as soon as one is planned, and passes the chase on with the ball', async () => {
    await tell('HandoverPlanned', handover, 1);
    expect((await standing('SCHEDULED', 'RECEIVING_PARTY'))[0]).toBe('WARN RECEIVING_PARTY 2027-03-04');
    await tell('HandoverChanged', { ...handover, conversationAt: '2027-02-09T13:00:00Z' }, 2);
    expect(await standing('SCHEDULED', 'RECEIVING_PARTY')).toEqual([
      'WARN RECEIVING_PARTY 2027-01-12',
      'WARN RECEIVING_PARTY 2027-01-26',
      'WARN RECEIVING_PARTY 2027-02-02',
      'WARN RECEIVING_PARTY 2027-02-08',
    ]);
    await tell('HandoverChanged', { ...handover, conversationAt: '2027-02-09T13:00:00Z', ball: 'RECEIVING_PARTY' }, 3);
    expect((await standing('SCHEDULED', 'RECEIVING_PARTY')).filter((entry) => entry.startsWith('CHASE'))).toHaveLength(4);
    expect((await standing('SCHEDULED', 'SCHOOL')).filter((entry) => entry.startsWith('CHASE'))).toEqual([]);
  });

  it('leaves an event aside whose day is none, says so, and goes on with the next', async () => {
    await tell('EvaluationScheduled', { ...evaluation, dueOn: '2026-02-30' }, 1);
    expect(errors.at(-1)).toMatchObject({ event: 'event-unusable', subjectId: 'evl_1' });
    expect(await reminders.model.countDocuments({})).toBe(0);
    await tell('EvaluationChanged', evaluation, 2);
    expect(await standing('SCHEDULED')).toHaveLength(20);
  });

  it('goes for many subjects together: a handful of store commands, and what can’t be planned stops nobody else', async () => {
    const told = (index: number, data: Partial<EvaluationEvent> = {}, revision = 1) =>
      ({
        type: 'EvaluationChanged',
        number: 200 + index,
        id: 'evt_x',
        at: clock.now(),
        revision,
        actor: 'stf_1',
        data: { ...evaluation, evaluationId: `evl_${index}`, ...data },
      }) as const;
    await tell('EvaluationCompleted', { ...evaluation, pendingRoles: [] }, 9);
    let commands = 0;
    const counted = <Store extends object>(store: Store): Store =>
      new Proxy(store, { get: (target, name) => ((commands += 1), target[name as keyof Store]) });
    const planner = createPlanner({
      reminders: counted(reminders),
      subjects: counted(subjects),
      clock,
      ring: () => Promise.resolve(),
      tell: tellNobody,
    });
    const { EvaluationChanged } = reminderEventHandlers(planner, log);
    const page = Array.from({ length: 40 }, (_unused, index) => told(index + 1));
    page.push(told(41, { holidayRegion: 'ATLANTIS' }), told(42), told(42, { pendingRoles: ['SCHOOL'] }, 2));
    const outcomes = await Promise.allSettled(page.map(async (event) => EvaluationChanged?.(event)));
    expect(outcomes.flatMap(({ status }, index) => (status === 'rejected' ? [page[index]?.data.evaluationId] : []))).toEqual(['evl_41']);
    expect(commands).toBeLessThanOrEqual(6);
    // The first one had been completed before; of the last one the newer event counts.
    expect(await reminders.model.countDocuments(ours({ subjectId: 'evl_1' }))).toBe(0);
    expect(await reminders.model.countDocuments(ours({ subjectId: 'evl_2', status: 'SCHEDULED' }))).toBe(20);
    expect(await reminders.model.countDocuments(ours({ subjectId: 'evl_42', role: 'EMPLOYER' }))).toBe(0);
    expect(await reminders.model.countDocuments(ours({ subjectId: 'evl_42', role: 'SCHOOL' }))).toBe(6);
  });

  it('is the newest one even when somebody with an old event is held up in the middle', async () => {
    const told = {
      type: 'EvaluationScheduled',
      number: 101,
      id: 'evt_x',
      at: clock.now(),
      revision: 1,
      actor: 'stf_1',
      data: evaluation,
    } as const;
    let first = true;
    const once = createPlanner({
      reminders: { ...reminders, write: (...args) => (first ? ((first = false), heldWrite(args)) : reminders.write(...args)) },
      subjects,
      clock,
      ring: () => Promise.resolve(),
      tell: tellNobody,
    });
    // While this handler was held up, another instance took over and handled the next event too.
    const heldWrite = async (args: Parameters<ReminderStore['write']>) => {
      await tell('EvaluationCompleted', { ...evaluation, pendingRoles: [] }, 2, { number: 102 });
      await reminders.write(...args);
    };
    await reminderEventHandlers(once, log).EvaluationScheduled?.(told);
    expect(await standing('SCHEDULED')).toEqual([]);
  });
});

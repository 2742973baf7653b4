import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { until as untilWithin } from '@servicepunt/shared/test-support/subgraph';
import { createOthers, evaluationEvent, handoverEvent, type Others } from '../test-support/others.ts';
import { startRecordingSmtp, type RecordingSmtp } from '../test-support/smtp.ts';
import { testClock, type TestClock } from '../test-support/store.ts';
import { startTestWorker, type TestWorker } from '../test-support/worker.ts';

// Minutes rather than seconds: these tests wait for several processes on a machine that others use too.
jest.setTimeout(120_000);
const until = (condition: () => Promise<boolean> | boolean, what: string) => untilWithin(condition, what, 100_000);

describe('a mail that is held back', () => {
  let clock: TestClock;
  let others: Others;
  let smtp: RecordingSmtp;
  let worker: TestWorker;

  const told = async () => {
    worker.subscriber.wake();
    await until(async () => (await worker.subscriber.positions())['placements'] === others.events.length, 'the events to be handled');
  };
  const pending = async () => (await worker.deliveries({ status: 'PENDING' })).length;
  const choose = (personId: string, choice: object) =>
    worker.connection.models['Preferences']?.create([
      {
        _id: personId,
        mail: true,
        inApp: true,
        language: null,
        pausedUntil: null,
        digestWeekday: 2,
        revision: 1,
        createdAt: clock.now(),
        updatedAt: clock.now(),
        ...choice,
      },
    ]);

  beforeEach(async () => {
    clock = testClock('2026-11-02T09:00:00Z');
    others = createOthers(clock);
    smtp = await startRecordingSmtp();
    worker = await startTestWorker({ others, clock, smtpUrl: smtp.url });
    others.addPerson('stu_1', { givenName: 'Noor' });
    others.addPerson('stu_2', { givenName: 'Sem' });
    others.addPerson('stf_1');
    others.addPerson('wsp_1');
    for (const id of ['evl_1', 'evl_2', 'evl_3']) {
      others.answer(id, 'SCHOOL', { recipientIds: ['stf_1'] });
      others.answer(id, 'EMPLOYER', { recipientIds: ['wsp_1'] });
    }
  });
  afterEach(async () => {
    await worker.stop();
    await smtp.close();
  });

  it('by the night, while the inbox has it at once, goes out in the morning', async () => {
    others.tell('EvaluationScheduled', evaluationEvent({ pendingRoles: ['SCHOOL'] }), 1);
    await told();
    // The worker was down all day: it is 21:30 when the reminder of 09:00 is caught up.
    clock.set('2026-11-19T20:30:00Z');
    await until(async () => (await pending()) === 1, 'the mail to wait');
    expect(await worker.notifications()).toMatchObject([{ personId: 'stf_1' }]);
    expect((await worker.deliveries({ status: 'PENDING' }))[0]?.lookAt).toEqual(new Date('2026-11-20T07:00:00Z'));
    expect(smtp.mails).toEqual([]);
    clock.set('2026-11-20T07:00:00Z');
    await ringNow((await worker.deliveries({ status: 'PENDING' }))[0]?._id ?? '');
    await until(() => smtp.mails.length === 1, 'the mail');
  });

  it('never by a legal deadline', async () => {
    others.answer('who_1', 'SCHOOL', { recipientIds: ['stf_1'] });
    await choose('stf_1', { mail: false, pausedUntil: '2027-06-01' });
    others.tell('HandoverPlanned', handoverEvent({ deadline: '2026-11-20', ball: 'SCHOOL' }), 1);
    await told();
    clock.set('2026-11-19T21:00:00Z');
    await until(async () => (await worker.deliveries({ channel: 'MAIL', status: 'SENT' })).length > 0, 'the last call to go out at once');
    expect(smtp.mails.every((mail) => mail.to === 'stf_1@mail.example')).toBe(true);
    expect(new Set((await worker.deliveries({ channel: 'MAIL', status: 'SENT' })).map((row) => row.class))).toEqual(
      new Set(['LEGAL_DEADLINE']),
    );
  });

  it('by a pause of its person, and asks again before it goes out', async () => {
    await choose('stf_1', { pausedUntil: '2026-11-23' });
    others.tell('EvaluationScheduled', evaluationEvent({ pendingRoles: ['SCHOOL'] }), 1);
    await told();
    clock.set('2026-11-19T08:00:00Z');
    await until(async () => (await pending()) === 1, 'the mail to wait');
    const [held] = await worker.deliveries({ status: 'PENDING' });
    expect(held?.lookAt).toEqual(new Date('2026-11-23T07:00:00Z'));
    const asked = others.asked.length;
    clock.set('2026-11-23T07:00:00Z');
    await ringNow(held?._id ?? '');
    await until(() => smtp.mails.length === 1, 'the mail');
    expect(others.asked.length).toBe(asked + 1);
  });

  it("as an employer's digest goes out as one mail on his day, with a link for each and without what is done by then", async () => {
    others.tell('EvaluationScheduled', evaluationEvent({ pendingRoles: ['EMPLOYER'] }), 1);
    others.tell(
      'EvaluationScheduled',
      evaluationEvent({ evaluationId: 'evl_2', studentId: 'stu_2', employerId: 'emp_2', pendingRoles: ['EMPLOYER'] }),
      1,
    );
    const third = evaluationEvent({ evaluationId: 'evl_3', studentId: 'stu_2', employerId: 'emp_3', pendingRoles: ['EMPLOYER'] });
    others.tell('EvaluationScheduled', third, 1);
    await told();
    // Thursday 19 November: the next digest day is Tuesday the 24th, before the evaluations of the 26th.
    clock.set('2026-11-19T08:00:00Z');
    await until(async () => (await worker.reminders({ status: 'SENT' })).length === 3, 'the reminders to join the digest');
    const digests = await worker.deliveries();
    expect(digests).toMatchObject([{ digestOn: '2026-11-24', status: 'PENDING', lookAt: new Date('2026-11-24T09:00:00Z') }]);
    expect(digests[0]?.items).toHaveLength(3);
    others.tell('EvaluationCompleted', { ...third, pendingRoles: [] }, 2);
    await told();
    clock.set('2026-11-24T09:00:00Z');
    await ringNow(digests[0]?._id ?? '');
    await until(() => smtp.mails.length === 1, 'the digest');
    expect(smtp.mails[0]?.subject).toBe('2 herinneringen over stages');
    expect(others.links.map((link) => link.taskId).toSorted()).toEqual(['evl_1', 'evl_2']);
    expect(smtp.mails[0]?.text).toContain('link#token-1');
    expect(smtp.mails[0]?.text).toContain('link#token-2');
    await worker.relay.drain();
    const told_ = await worker.connection.collection('events').findOne({ type: 'DeliverySent' });
    expect(told_?.['data'].reminderIds).toHaveLength(2);
    // Each company of the group whose trainee is in it, and no other.
    expect(told_?.['data'].employerIds.toSorted()).toEqual(['emp_1', 'emp_2']);
  });

  it('in a digest no longer when it would be late: it goes alone', async () => {
    others.tell('EvaluationScheduled', evaluationEvent({ pendingRoles: ['EMPLOYER'] }), 1);
    await told();
    clock.set('2026-11-25T08:00:00Z');
    await until(() => smtp.mails.length >= 1, 'the mail of the day before');
    const sent = await worker.deliveries({ status: 'SENT' });
    expect(sent.every((row) => row.digestOn === null)).toBe(true);
  });

  /** A job that waits in Redis doesn't hear that the test's clock jumped: it gets another one. */
  async function ringNow(id: string): Promise<void> {
    await worker.connection.models['Delivery']?.collection.updateOne({ _id: id } as never, { $inc: { enqueues: 1 } } as never);
    await worker.reconciler.reconcile();
  }
});

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ours } from '@servicepunt/shared/mongo';
import { newId } from '@servicepunt/shared/ids';
import { grant, until as untilWithin, viewer } from '@servicepunt/shared/test-support/subgraph';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { createDeliveryActions } from '../delivery/actions.ts';
import { createDeliveryStore } from '../delivery/store.ts';
import { createInboxStore } from '../inbox/store.ts';
import { createOthers, evaluationEvent, handoverEvent, type Others } from '../test-support/others.ts';
import { HORIZON_MS } from './scheduled.ts';
import { startRecordingSmtp, type RecordingSmtp } from '../test-support/smtp.ts';
import { testClock, type TestClock } from '../test-support/store.ts';
import { startTestWorker, type TestWorker } from '../test-support/worker.ts';

// Minutes rather than seconds: these tests wait for several processes on a machine that others use too.
jest.setTimeout(120_000);
const until = (condition: () => Promise<boolean> | boolean, what: string) => untilWithin(condition, what, 100_000);

async function preferAlone(worker: TestWorker, personId: string): Promise<void> {
  const now = new Date();
  await worker.connection.models['Preferences']?.create([
    {
      _id: personId,
      mail: true,
      inApp: true,
      language: null,
      pausedUntil: null,
      digestWeekday: null,
      revision: 1,
      createdAt: now,
      updatedAt: now,
    },
  ]);
}

const storesOn = (worker: TestWorker) => {
  const connection = worker.connection.useDb(worker.connection.name, { useCache: false }) as never;
  return { deliveries: createDeliveryStore(connection), allowAddress: createInboxStore(connection).allowAddress };
};

describe('a reminder on its way', () => {
  let clock: TestClock;
  let others: Others;
  let smtp: RecordingSmtp;
  let workers: TestWorker[];
  const start = async (settings: Parameters<typeof startTestWorker>[0]['settings'] = {}, beside?: TestWorker) => {
    const worker = await startTestWorker({ others, clock, smtpUrl: smtp.url, settings, ...(beside ? { beside } : {}) });
    // The employer's digest has tests of its own: here each mail goes by itself.
    if (!beside) await preferAlone(worker, 'wsp_1');
    workers.push(worker);
    return worker;
  };
  /** Waits until the worker has heard everything that was told. */
  const told = async (worker: TestWorker) => {
    worker.subscriber.wake();
    await until(async () => (await worker.subscriber.positions())['placements'] === others.events.length, 'the events to be handled');
  };
  const sent = (worker: TestWorker, count: number) =>
    until(async () => (await worker.deliveries({ channel: 'MAIL', status: 'SENT' })).length === count, `${count} mails to be sent`);
  const reminder = async (worker: TestWorker, rule: string) => (await worker.reminders({ rule }))[0];

  beforeEach(async () => {
    // Monday 2 November 2026, 10:00 in the Netherlands.
    clock = testClock('2026-11-02T09:00:00Z');
    others = createOthers(clock);
    smtp = await startRecordingSmtp();
    workers = [];
    others.addPerson('stu_1', { givenName: 'Noor', familyName: 'de Wit' });
    others.addPerson('stf_1');
    others.addPerson('wsp_1', { givenName: 'Piet' });
    others.answer('evl_1', 'EMPLOYER', { recipientIds: ['wsp_1'] });
    others.answer('evl_1', 'STUDENT', { recipientIds: ['stu_1'] });
    others.answer('evl_1', 'SCHOOL', { recipientIds: ['stf_1'] });
  });
  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
    await smtp.close();
  });

  it('goes from the event through the queues to mail and inbox, once, at its time', async () => {
    const worker = await start();
    others.tell('EvaluationScheduled', evaluationEvent(), 1);
    await told(worker);
    expect(smtp.mails).toEqual([]);
    clock.set('2026-11-19T08:00:00Z');
    await sent(worker, 3);
    expect(smtp.mails.map((mail) => mail.to).toSorted()).toEqual(['stf_1@mail.example', 'stu_1@mail.example', 'wsp_1@mail.example']);
    expect((await worker.notifications()).map((row) => row.personId).toSorted()).toEqual(['stf_1', 'stu_1']);
    expect(await reminder(worker, 'evaluation.warn.employer')).toMatchObject({ status: 'SENT', reason: null });
    expect((await reminder(worker, 'evaluation.warn.employer'))?.history.map((entry) => [entry.step, entry.code])).toEqual([
      ['SCHEDULED', null],
      ['SENT', 'ROLE'],
    ]);
  });

  it('carries a link for the person, issued when it is sent and kept nowhere', async () => {
    const worker = await start();
    others.tell('EvaluationScheduled', evaluationEvent({ pendingRoles: ['EMPLOYER'] }), 1);
    await told(worker);
    clock.set('2026-11-19T08:00:00Z');
    await sent(worker, 1);
    expect(others.links).toEqual([{ taskId: 'evl_1', personId: 'wsp_1', role: 'EMPLOYER', token: 'token-1' }]);
    expect(smtp.mails[0]?.text).toContain('https://lob.example/link#token-1');
    expect(smtp.mails[0]?.subject).not.toContain('Noor');
    expect(smtp.mails[0]?.text).toContain('de stage van Noor.');
    const [delivery] = await worker.deliveries();
    expect(JSON.stringify(delivery)).not.toContain('token-1');
    expect(JSON.stringify(delivery)).not.toContain('@mail.example');
    expect(delivery?.body?.text).toContain('Formulier openen: https://lob.example/link\n');
    expect(smtp.mails[0]?.messageId).toBe(delivery?.messageId);
  });

  it('tells that it was sent and delivered, in the log of events', async () => {
    const worker = await start();
    others.tell('EvaluationScheduled', evaluationEvent({ pendingRoles: ['EMPLOYER'] }), 1);
    await told(worker);
    clock.set('2026-11-19T08:00:00Z');
    await sent(worker, 1);
    await worker.relay.drain();
    const events = await worker.connection.collection('events').find().sort({ _id: 1 }).toArray();
    const [delivery] = await worker.deliveries();
    expect(events.map((entry) => [entry['type'], entry['actor']])).toEqual([
      ['ReminderSent', 'notifications'],
      ['DeliverySent', 'notifications'],
    ]);
    expect(events[1]?.['data']).toEqual({
      deliveryId: delivery?._id,
      personId: 'wsp_1',
      employerId: 'emp_1',
      employerIds: ['emp_1'],
      channel: 'MAIL',
      reminderIds: [delivery?.items[0]?.reminderId],
    });
  });

  it('goes to whoever has the role when it is sent, not when it was planned', async () => {
    const worker = await start();
    others.tell('EvaluationScheduled', evaluationEvent({ pendingRoles: ['SCHOOL'] }), 1);
    await told(worker);
    others.addPerson('stf_new');
    others.answer('evl_1', 'SCHOOL', { recipientIds: ['stf_new'] });
    clock.set('2026-11-19T08:00:00Z');
    await sent(worker, 1);
    expect(smtp.mails[0]?.to).toBe('stf_new@mail.example');
  });

  it.each([
    ['the fallback of the owner', ['con_1'], [], [], 'con_1@mail.example', 'FALLBACK'],
    ['the coordinator when that fails too', ['con_gone'], ['stf_coordinator'], [], 'stf_coordinator@mail.example', 'COORDINATOR'],
    ['the Servicepunt when there is no coordinator', [], [], ['stf_point'], 'stf_point@mail.example', 'SERVICE_POINT'],
  ])('goes to %s when its people have left', async (_who, fallbackIds, coordinators, servicePoint, address, code) => {
    others.addPerson('wsp_1', { active: false });
    others.addPerson('con_1');
    others.addPerson('con_gone', { active: false });
    others.addPerson('stf_coordinator');
    others.addPerson('stf_point');
    others.staff.set('COORDINATOR loc_1', coordinators);
    others.staff.set('SERVICE_POINT ', servicePoint);
    others.answer('evl_1', 'EMPLOYER', { recipientIds: ['wsp_1'], fallbackIds });
    const worker = await start();
    // A chase goes alone, whatever the employer's digest day is.
    others.tell('EvaluationScheduled', evaluationEvent({ pendingRoles: ['EMPLOYER'], dueOn: '2026-11-05' }), 1);
    await told(worker);
    clock.set('2026-11-09T08:00:00Z');
    await until(async () => (await reminder(worker, 'evaluation.chase.employer'))?.status === 'SENT', 'the chase to be sent');
    await until(() => smtp.mails.length > 0, 'a mail');
    expect(smtp.mails.map((mail) => mail.to)).toContain(address);
    expect((await reminder(worker, 'evaluation.chase.employer'))?.history.at(-1)).toMatchObject({ step: 'SENT', code });
  });

  it('is an alert when nobody can be reached, and goes to nobody', async () => {
    others.answer('evl_1', 'EMPLOYER', { recipientIds: [] });
    const worker = await start();
    others.tell('EvaluationScheduled', evaluationEvent({ pendingRoles: ['EMPLOYER'] }), 1);
    await told(worker);
    clock.set('2026-11-19T08:00:00Z');
    await until(async () => (await reminder(worker, 'evaluation.warn.employer'))?.status === 'SKIPPED', 'the reminder to be skipped');
    expect(await reminder(worker, 'evaluation.warn.employer')).toMatchObject({ reason: 'NO_RECIPIENT' });
    expect(worker.warnings.some((line) => line.event === 'reminder-without-recipient')).toBe(true);
    expect(await worker.deliveries()).toEqual([]);
    expect(smtp.mails).toEqual([]);
  });

  it('reaches the others when one of its people cannot be reached', async () => {
    others.addPerson('stf_broken', { email: 'broken@mail.example' });
    others.addPerson('stf_2');
    others.answer('evl_1', 'SCHOOL', { recipientIds: ['stf_broken', 'stf_2', 'stf_unknown'] });
    smtp.behave({ rcpt: (address) => (address.startsWith('broken') ? 550 : null) });
    const worker = await start();
    others.tell('EvaluationScheduled', evaluationEvent({ pendingRoles: ['SCHOOL'] }), 1);
    await told(worker);
    clock.set('2026-11-19T08:00:00Z');
    await sent(worker, 1);
    await until(async () => (await worker.deliveries({ status: 'FAILED' })).length === 1, 'the refusal');
    expect(smtp.mails.map((mail) => mail.to)).toEqual(['stf_2@mail.example']);
    expect((await worker.deliveries({ status: 'FAILED' }))[0]).toMatchObject({ personId: 'stf_broken', code: 'ADDRESS_REFUSED' });
  });

  it('marks an address that was refused, and takes the fallback from then on', async () => {
    others.addPerson('con_1');
    others.answer('evl_1', 'EMPLOYER', { recipientIds: ['wsp_1'], fallbackIds: ['con_1'] });
    smtp.behave({ rcpt: (address) => (address.startsWith('wsp_1') ? 550 : null) });
    const worker = await start();
    others.tell('EvaluationScheduled', evaluationEvent({ pendingRoles: ['EMPLOYER'], dueOn: '2026-11-05' }), 1);
    await told(worker);
    clock.set('2026-11-04T08:00:00Z');
    await until(() => smtp.mails.length === 1, 'the fallback to get it');
    expect(smtp.mails[0]?.to).toBe('con_1@mail.example');
    const warned = await reminder(worker, 'evaluation.warn.employer');
    expect(warned?.history.map((entry) => [entry.step, entry.code])).toEqual([
      ['SCHEDULED', null],
      ['SENT', 'ROLE'],
      ['REOPENED', 'ADDRESS_REFUSED'],
      ['SENT', 'FALLBACK'],
    ]);
  });

  it('goes to a refused address again when somebody tries the delivery again', async () => {
    smtp.behave({ rcpt: () => 550 });
    others.answer('evl_1', 'SCHOOL', { recipientIds: ['stf_1'] });
    const worker = await start();
    others.tell('EvaluationScheduled', evaluationEvent({ pendingRoles: ['SCHOOL'] }), 1);
    await told(worker);
    clock.set('2026-11-19T08:00:00Z');
    await until(async () => (await worker.deliveries({ status: 'FAILED' })).length === 1, 'the refusal');
    smtp.behave({});
    clock.advance(3_600_000);
    const stores = { ...storesOn(worker), ring: () => Promise.resolve() };
    const [failed] = await worker.deliveries({ status: 'FAILED' });
    const servicePoint = viewer(grant('SERVICE_POINT'));
    const context = { viewer: servicePoint, clock, newId } as unknown as Context;
    await createDeliveryActions(stores).retryDelivery(context, { ids: [failed?._id ?? ''] });
    await until(() => smtp.mails.length === 1, 'the mail');
    expect((await worker.deliveries({ _id: failed?._id }))[0]).toMatchObject({ status: 'SENT', attempts: 2 });
  });

  it('waits and says so while the owner is down, and goes out when he is back', async () => {
    const worker = await start();
    others.tell('EvaluationScheduled', evaluationEvent({ pendingRoles: ['EMPLOYER'] }), 1);
    await told(worker);
    others.down.add('placements');
    clock.set('2026-11-19T08:00:00Z');
    await until(async () => (await reminder(worker, 'evaluation.warn.employer'))?.status === 'WAITING', 'the reminder to wait');
    expect(await reminder(worker, 'evaluation.warn.employer')).toMatchObject({ reason: 'OWNER_UNAVAILABLE', waits: 1 });
    others.down.delete('placements');
    clock.advance(10_000);
    await until(async () => (await reminder(worker, 'evaluation.warn.employer'))?.status === 'SENT', 'the reminder to be sent');
    expect((await reminder(worker, 'evaluation.warn.employer'))?.history.map((entry) => entry.step)).toEqual([
      'SCHEDULED',
      'WAITING',
      'SENT',
    ]);
  });

  it('is not sent when the owner says that it is not needed', async () => {
    others.answer('evl_1', 'EMPLOYER', { needed: false, reason: 'COMPLETED' });
    const worker = await start();
    others.tell('EvaluationScheduled', evaluationEvent({ pendingRoles: ['EMPLOYER'] }), 1);
    await told(worker);
    clock.set('2026-11-19T08:00:00Z');
    await until(async () => (await reminder(worker, 'evaluation.warn.employer'))?.status === 'SKIPPED', 'the reminder to be skipped');
    expect(await reminder(worker, 'evaluation.warn.employer')).toMatchObject({ reason: 'COMPLETED' });
    expect(smtp.mails).toEqual([]);
  });

  it('is not sent when its subject was cancelled between due and send', async () => {
    smtp.behave({ rcpt: () => 451 });
    const worker = await start();
    others.tell('EvaluationScheduled', evaluationEvent({ pendingRoles: ['SCHOOL'] }), 1);
    await told(worker);
    clock.set('2026-11-19T08:00:00Z');
    await until(
      async () => (await worker.deliveries({ status: 'PENDING', code: 'SMTP_TEMPORARY' })).length === 1,
      'the first attempt to fail',
    );
    smtp.behave({});
    others.tell('EvaluationCancelled', evaluationEvent({ pendingRoles: [] }), 2);
    await told(worker);
    clock.advance(60_000);
    await until(async () => (await worker.deliveries({ channel: 'MAIL', status: 'SKIPPED' })).length === 1, 'the mail to be dropped');
    expect(smtp.mails).toEqual([]);
  });

  it('goes to the new person when the old one left between due and send', async () => {
    smtp.behave({ rcpt: () => 451 });
    const worker = await start();
    others.tell('EvaluationScheduled', evaluationEvent({ pendingRoles: ['SCHOOL'] }), 1);
    await told(worker);
    clock.set('2026-11-19T08:00:00Z');
    await until(
      async () => (await worker.deliveries({ status: 'PENDING', code: 'SMTP_TEMPORARY' })).length === 1,
      'the first attempt to fail',
    );
    smtp.behave({});
    others.addPerson('stf_new');
    others.answer('evl_1', 'SCHOOL', { recipientIds: ['stf_new'] });
    clock.advance(120_000);
    await until(() => smtp.mails.length === 1, 'the new one to get it');
    expect(smtp.mails[0]?.to).toBe('stf_new@mail.example');
    expect((await worker.deliveries({ personId: 'stf_1', channel: 'MAIL' }))[0]).toMatchObject({
      status: 'SKIPPED',
      code: 'RECIPIENT_CHANGED',
    });
  });

  it('goes out once when its job runs twice', async () => {
    const worker = await start();
    others.tell('EvaluationScheduled', evaluationEvent({ pendingRoles: ['EMPLOYER'] }), 1);
    await told(worker);
    clock.set('2026-11-19T08:00:00Z');
    await sent(worker, 1);
    // As if the mark had been lost with the worker: claimed, its lease over, its deliveries recorded.
    const model = worker.connection.models['Reminder'];
    await model?.updateOne(ours({ rule: 'evaluation.warn.employer' }), {
      $set: {
        status: 'CLAIMED',
        leaseUntil: new Date('2026-11-19T07:00:00Z'),
        lookAt: new Date('2026-11-19T07:00:00Z'),
        enqueues: 9,
      },
    });
    await worker.reconciler.reconcile();
    await until(async () => (await reminder(worker, 'evaluation.warn.employer'))?.status === 'SENT', 'the second run');
    expect(await worker.deliveries({ channel: 'MAIL' })).toHaveLength(1);
    expect(smtp.mails).toHaveLength(1);
  });

  it('goes out once although two workers run', async () => {
    const first = await start();
    await start({}, first);
    const subjects = Array.from({ length: 15 }, (_unused, index) => `evl_many_${index}`);
    for (const evaluationId of subjects) {
      others.answer(evaluationId, 'SCHOOL', { recipientIds: ['stf_1'] });
      others.tell('EvaluationScheduled', evaluationEvent({ evaluationId, pendingRoles: ['SCHOOL'] }), 1);
    }
    await told(first);
    clock.set('2026-11-19T08:00:00Z');
    await sent(first, 15);
    expect(smtp.mails).toHaveLength(15);
    expect(new Set(smtp.mails.map((mail) => mail.messageId)).size).toBe(15);
  });

  it('comes back by the reconciler when its job was lost', async () => {
    const worker = await start({ HORIZON_MS });
    others.tell('EvaluationScheduled', evaluationEvent({ pendingRoles: ['EMPLOYER'] }), 1);
    await told(worker);
    clock.set('2026-11-18T08:00:00Z');
    await until(async () => (await worker.jobs())['evaluation-reminders'].delayed === 1, 'the job');
    const { Queue } = await import('bullmq');
    const queue = new Queue('evaluation-reminders', { connection: { url: worker.config.REDIS_URL }, prefix: worker.config.QUEUE_PREFIX });
    const lost = await queue.getDelayed();
    for (const job of lost) await job.remove();
    await queue.close();
    expect(lost).toHaveLength(1);
    expect((await worker.reconciler.reconcile()).withoutJob).toEqual({ reminders: 1, deliveries: 0 });
    expect((await worker.reconciler.reconcile()).withoutJob).toEqual({ reminders: 0, deliveries: 0 });
  });

  it('leaves no job behind once it was cancelled: the reconciler heals that direction too', async () => {
    const worker = await start({ HORIZON_MS });
    others.tell('EvaluationScheduled', evaluationEvent({ pendingRoles: ['EMPLOYER'] }), 1);
    await told(worker);
    clock.set('2026-11-18T08:00:00Z');
    await until(async () => (await worker.jobs())['evaluation-reminders'].delayed === 1, 'the job');
    others.tell('EvaluationCompleted', evaluationEvent({ pendingRoles: [] }), 2);
    await told(worker);
    expect((await worker.reconciler.reconcile()).withoutRow).toEqual({ reminders: 1, deliveries: 0 });
    expect((await worker.reconciler.reconcile()).withoutRow).toEqual({ reminders: 0, deliveries: 0 });
  });

  it('holds only what comes within 48 hours in Redis', async () => {
    const worker = await start({ HORIZON_MS });
    others.tell('EvaluationScheduled', evaluationEvent(), 1);
    await told(worker);
    expect((await worker.jobs())['evaluation-reminders'].delayed).toBe(0);
    clock.set('2026-11-17T08:30:00Z');
    await until(async () => (await worker.jobs())['evaluation-reminders'].delayed === 3, 'three jobs');
  });

  it('does nothing by an old job after its subject was moved', async () => {
    const worker = await start({ HORIZON_MS });
    others.tell('EvaluationScheduled', evaluationEvent({ pendingRoles: ['EMPLOYER'] }), 1);
    await told(worker);
    clock.set('2026-11-18T08:00:00Z');
    await until(async () => (await worker.jobs())['evaluation-reminders'].delayed === 1, 'the job');
    others.tell('EvaluationChanged', evaluationEvent({ pendingRoles: ['EMPLOYER'], dueOn: '2026-12-10' }), 2);
    await told(worker);
    clock.set('2026-12-03T08:00:00Z');
    await sent(worker, 1);
    const rows = await worker.reminders({ rule: 'evaluation.warn.employer' });
    expect(rows.map((row) => [row.occurrence, row.status])).toEqual([
      ['2026-11-26-7', 'CANCELLED'],
      ['2026-11-26-1', 'CANCELLED'],
      ['2026-12-10-7', 'SENT'],
      ['2026-12-10-1', 'SCHEDULED'],
    ]);
  });

  it('is caught up within a week of an outage; older ones are reported, not sent', async () => {
    const worker = await start();
    others.tell('EvaluationScheduled', evaluationEvent({ pendingRoles: ['SCHOOL'] }), 1);
    await told(worker);
    await worker.stop();
    workers = [];
    // Back after eleven days: the warning of the 19th is too old, the one of the 25th still goes out.
    clock.set('2026-11-30T07:30:00Z');
    const back = await start({}, worker);
    await sent(back, 1);
    expect((await back.reminders({ rule: 'evaluation.warn.school' })).map((row) => row.status)).toEqual(['EXPIRED', 'SENT']);
    expect(back.warnings.filter((line) => line.event === 'reminder-expired')).toHaveLength(1);
  });

  it('follows the ball of a handover', async () => {
    others.addPerson('pct_1');
    others.answer('who_1', 'RECEIVING_PARTY', { recipientIds: ['pct_1'] });
    others.answer('who_1', 'SCHOOL', { recipientIds: ['stf_1'] });
    const worker = await start();
    others.tell('HandoverPlanned', handoverEvent({ conversationAt: '2026-11-10T13:00:00Z' }), 1);
    await told(worker);
    clock.set('2026-11-09T08:00:00Z');
    await sent(worker, 4);
    others.tell('HandoverChanged', handoverEvent({ conversationAt: '2026-11-10T13:00:00Z', ball: 'RECEIVING_PARTY' }), 2);
    await told(worker);
    clock.set('2026-11-13T08:00:00Z');
    await sent(worker, 5);
    expect(smtp.mails.at(-1)?.to).toBe('pct_1@mail.example');
    expect(smtp.mails.at(-1)?.text).toContain('/link#');
  });

  it('tells the coordinator after the last chase and then the Servicepunt, a step of its own in the history each', async () => {
    others.addPerson('stf_coordinator');
    others.addPerson('stf_point');
    others.answer('evl_1', 'COORDINATOR', { recipientIds: ['stf_coordinator'] });
    others.answer('evl_1', 'SERVICE_POINT', { recipientIds: ['stf_point'] });
    const worker = await start();
    others.tell('EvaluationScheduled', evaluationEvent({ pendingRoles: ['SCHOOL'], dueOn: '2026-11-04' }), 1);
    await told(worker);
    const due = (await worker.reminders({ status: 'SCHEDULED' })).map((row) => [row.kind, row.role, row.dueAt] as const);
    expect(due.map(([kind, role]) => `${kind} ${role}`)).toEqual([
      'WARN SCHOOL',
      ...Array.from({ length: 4 }, () => 'CHASE SCHOOL'),
      'ESCALATE COORDINATOR',
      'ESCALATE SERVICE_POINT',
    ]);
    for (const [index, [, , dueAt]] of due.entries()) {
      clock.set(dueAt.toISOString());
      await sent(worker, index + 1);
    }
    const who = (name: string) => `${name}@mail.example`;
    expect(smtp.mails.map((mail) => mail.to)).toEqual([
      ...Array.from({ length: 5 }, () => who('stf_1')),
      who('stf_coordinator'),
      who('stf_point'),
    ]);
    expect(smtp.mails.at(-2)?.text).toContain('Na vier herinneringen');
    for (const row of await worker.reminders({ kind: 'ESCALATE' }))
      expect(row.history.map((entry) => [entry.step, entry.code])).toEqual([
        ['SCHEDULED', null],
        ['SENT', 'ROLE'],
      ]);
  });

  it('does not escalate what is done by then', async () => {
    others.addPerson('stf_coordinator');
    others.answer('evl_1', 'COORDINATOR', { recipientIds: ['stf_coordinator'] });
    const worker = await start();
    others.tell('EvaluationScheduled', evaluationEvent({ pendingRoles: ['SCHOOL'], dueOn: '2026-11-04' }), 1);
    others.tell('EvaluationCompleted', evaluationEvent({ pendingRoles: [], dueOn: '2026-11-04' }), 2);
    await told(worker);
    expect((await worker.reminders({ kind: 'ESCALATE' })).map((row) => [row.status, row.reason])).toEqual([
      ['CANCELLED', 'COMPLETED'],
      ['CANCELLED', 'COMPLETED'],
    ]);
    expect(await worker.reminders({ status: 'SCHEDULED' })).toEqual([]);
  });

  it('speaks the language that its reader chose, else his own', async () => {
    others.addPerson('stf_2', { language: 'en' });
    others.answer('evl_1', 'SCHOOL', { recipientIds: ['stf_1', 'stf_2'] });
    const worker = await start();
    await worker.connection.models['Preferences']?.collection.insertOne({
      ...{ _id: 'stf_1', mail: true, inApp: false, language: 'en', pausedUntil: null, digestWeekday: null, revision: 1 },
    } as never);
    await worker.connection.models['Preferences']?.collection.insertOne({
      ...{ _id: 'stf_2', mail: true, inApp: true, language: 'nl', pausedUntil: null, digestWeekday: null, revision: 1 },
    } as never);
    others.tell('EvaluationScheduled', evaluationEvent({ pendingRoles: ['SCHOOL'] }), 1);
    await told(worker);
    clock.set('2026-11-19T08:00:00Z');
    await sent(worker, 2);
    const subjects = Object.fromEntries(smtp.mails.map((mail) => [mail.to, mail.subject]));
    expect(subjects['stf_1@mail.example']).toMatch(/^Midterm evaluation on/);
    expect(subjects['stf_2@mail.example']).toMatch(/^Tussentijdse evaluatie op/);
    expect((await worker.notifications()).map((row) => row.personId)).toEqual(['stf_2']);
  });
});

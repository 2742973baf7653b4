import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { until as untilWithin } from '@servicepunt/shared/test-support/subgraph';
import { createSmtpPool, type SmtpPool } from '../delivery/smtp.ts';
import { createOthers, evaluationEvent, type Others } from '../test-support/others.ts';
import { reportOf } from '../test-support/report.ts';
import { startRecordingSmtp, type RecordingSmtp } from '../test-support/smtp.ts';
import { testClock, type TestClock } from '../test-support/store.ts';
import { startTestWorker, type TestWorker } from '../test-support/worker.ts';

jest.setTimeout(120_000);
const until = (condition: () => Promise<boolean> | boolean, what: string) => untilWithin(condition, what, 100_000);
const DOMAIN = 'bounce.servicepunt.example';

describe('a mail that comes back', () => {
  let clock: TestClock;
  let others: Others;
  let smtp: RecordingSmtp;
  let worker: TestWorker;
  let relay: SmtpPool;

  const comesBack = (to: string, content = reportOf({ to }), from = '') => relay.send({ from, to }, content, () => Promise.resolve(true));
  const outcomes = async () => {
    const text = await (await fetch(`${worker.opsUrl}/metrics`)).text();
    const counted = [...text.matchAll(/^servicepunt_bounces_total\{outcome="(\w+)"\} (\d+)/gm)].map(([, name, count]) => [
      name,
      Number(count),
    ]);
    return Object.fromEntries(counted.filter(([, count]) => count !== 0)) as Record<string, number>;
  };
  const sent = async () => {
    await until(async () => (await worker.deliveries({ channel: 'MAIL', status: 'SENT' })).length === 1, 'the mail to be noted');
    return smtp.mails.at(-1)?.from ?? '';
  };
  const mailOf = async (personId: string) => (await worker.deliveries({ channel: 'MAIL', personId }))[0];
  const reminder = async () => (await worker.reminders({ kind: 'WARN' }))[0];

  beforeEach(async () => {
    clock = testClock('2026-11-02T09:00:00Z');
    others = createOthers(clock);
    smtp = await startRecordingSmtp();
    worker = await startTestWorker({ others, clock, smtpUrl: smtp.url, settings: { BOUNCE_DOMAIN: DOMAIN } });
    relay = createSmtpPool({ url: `smtp://127.0.0.1:${worker.bouncePort}` });
    for (const id of ['stu_1', 'wsp_1', 'con_1', 'stf_c']) others.addPerson(id);
    others.staff.set('COORDINATOR loc_1', ['stf_c']);
    others.answer('evl_1', 'EMPLOYER', { recipientIds: ['wsp_1'], fallbackIds: ['stf_c'] });
    others.tell('EvaluationScheduled', evaluationEvent({ pendingRoles: ['EMPLOYER'] }), 1);
    worker.subscriber.wake();
    await until(async () => (await worker.reminders({ kind: 'WARN' })).length === 2, 'the plan');
    // The day before: too late for the digest, so that it goes alone.
    clock.set('2026-11-25T08:00:00Z');
    await worker.connection.models['Reminder']?.deleteMany({ localDate: '2026-11-19' });
  });
  afterEach(async () => {
    relay.close();
    await worker.stop();
    await smtp.close();
  });

  it('for good closes the address, and the reminder goes to who stands in, as its history and the failed delivery say', async () => {
    const returnPath = await sent();
    expect(returnPath).toMatch(/^bounce\+[0-9a-z]{26}\.[0-9a-z]+\.[0-9a-z]{16}@bounce\.servicepunt\.example$/);
    // Three days later: a report takes as long as its server tries.
    clock.set('2026-11-27T10:00:00Z');
    expect(await comesBack(returnPath)).toEqual({ ok: true });
    await until(() => smtp.mails.some((mail) => mail.to === 'stf_c@mail.example'), 'the one who stands in');
    await until(async () => (await reminder())?.status === 'SENT', 'the reminder to be noted');
    expect((await reminder())?.history.map(({ step, code }) => [step, code])).toEqual([
      ['SCHEDULED', null],
      ['SENT', 'ROLE'],
      ['REOPENED', 'ADDRESS_BOUNCED'],
      ['SENT', 'FALLBACK'],
    ]);
    const failed = await mailOf('wsp_1');
    expect(failed).toMatchObject({ status: 'FAILED', code: 'ADDRESS_BOUNCED', failures: [{ code: 'ADDRESS_BOUNCED' }] });
    const [refused] = await worker.connection
      .collection('preferences')
      .find({ refused: { $exists: true } })
      .toArray();
    expect(refused).toMatchObject({ _id: 'wsp_1', refused: [failed?.refusedAddress] });
    // Told again, as a server does that missed our answer: nobody is mailed twice.
    expect(await comesBack(returnPath)).toEqual({ ok: true });
    expect(await outcomes()).toEqual({ address: 1, known: 1 });
    expect(smtp.mails).toHaveLength(2);
    const kept = JSON.stringify([await worker.deliveries(), await worker.reminders(), refused, worker.warnings]);
    expect(kept).not.toMatch(/secret\.example|unknown user|wsp_1@/);
  });

  it('by a policy leaves the address open and is listed as failed', async () => {
    expect(await comesBack(await sent(), reportOf({ to: 'x', status: '5.7.1' }))).toEqual({ ok: true });
    expect(await mailOf('wsp_1')).toMatchObject({ status: 'FAILED', code: 'MESSAGE_BOUNCED' });
    expect((await reminder())?.history.at(-1)).toMatchObject({ step: 'BOUNCED', code: 'MESSAGE_BOUNCED' });
    expect(await worker.connection.collection('preferences').countDocuments({ refused: { $exists: true } })).toBe(0);
  });

  it('from an address that was put right meanwhile goes to the new one', async () => {
    const returnPath = await sent();
    others.addPerson('wsp_1', { email: 'right@mail.example' });
    expect(await comesBack(returnPath)).toEqual({ ok: true });
    await until(() => smtp.mails.some((mail) => mail.to === 'right@mail.example'), 'the same mail at the new address');
    expect(new Set(smtp.mails.map((mail) => mail.messageId)).size).toBe(1);
    // What is told about the first address again, after the second mail went out, isn't about the second one's reader.
    await until(async () => (await mailOf('wsp_1'))?.status === 'SENT', 'the second mail to be noted');
  });

  it('after its subject was done needs nobody to stand in', async () => {
    const returnPath = await sent();
    others.tell('EvaluationCompleted', evaluationEvent({ pendingRoles: [] }), 2);
    worker.subscriber.wake();
    await until(async () => (await worker.subscriber.positions())['placements'] === 2, 'the event');
    expect(await comesBack(returnPath)).toEqual({ ok: true });
    expect((await mailOf('wsp_1'))?.status).toBe('FAILED');
    expect(await reminder()).toMatchObject({ status: 'SENT' });
    expect((await reminder())?.history.at(-1)).toMatchObject({ step: 'BOUNCED', code: 'ADDRESS_BOUNCED' });
  });

  it('is refused before its content where it is forged, foreign or stale, and changes nothing where it tells of a delay', async () => {
    const returnPath = await sent();
    const refused = { ok: false, failure: { code: 'ADDRESS_REFUSED', retry: false } };
    expect(await comesBack(returnPath.replace(/.(?=@)/, (last) => (last === 'a' ? 'b' : 'a')))).toEqual(refused);
    expect(await comesBack(`postmaster@${DOMAIN}`)).toEqual(refused);
    expect(await comesBack(returnPath, reportOf({ to: returnPath }), 'somebody@vdl.example')).toMatchObject({ ok: false });
    expect(await comesBack(returnPath, Buffer.concat([reportOf({ to: returnPath }), Buffer.alloc(300_000, 'x\r\n')]))).toMatchObject({
      ok: false,
    });
    expect(await comesBack(returnPath, reportOf({ to: returnPath, action: 'delayed', status: '4.4.1' }))).toEqual({ ok: true });
    others.down.add('employers');
    expect(await comesBack(returnPath)).toEqual({ ok: false, failure: { code: 'SMTP_TEMPORARY', retry: true } });
    clock.set('2026-12-24T08:00:00Z');
    expect(await comesBack(returnPath)).toEqual(refused);
    expect(await outcomes()).toEqual({ forged: 1, foreign: 1, sender: 1, oversized: 1, nothing: 1, later: 1, stale: 1 });
    expect((await mailOf('wsp_1'))?.status).toBe('SENT');
  });

  it('guessed again and again ends the connection', async () => {
    const answers: string[] = [];
    const socket = connect(worker.bouncePort ?? 0, '127.0.0.1');
    socket.setEncoding('utf8').on('data', (text: string) => void answers.push(text));
    const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    await until(() => answers.length > 0, 'the greeting');
    const guesses = Array.from({ length: 12 }, (_unused, index) => `RCPT TO:<bounce+${index}@${DOMAIN}>\r\n`);
    socket.write(`EHLO guesser\r\nMAIL FROM:<>\r\n${guesses.join('')}`);
    await ended;
    expect(answers.join('').match(/^550 /gm)).toHaveLength(9);
    expect(answers.join('')).toMatch(/^421 /m);
  });
});

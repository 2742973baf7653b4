import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { until as untilWithin } from '@servicepunt/shared/test-support/subgraph';
import { createOthers, idleEvent, reviewEvent, type Others } from '../test-support/others.ts';
import { startOwnRedis, type OwnRedis } from '../test-support/redis.ts';
import { startRecordingSmtp, type RecordingSmtp } from '../test-support/smtp.ts';
import { testClock, type TestClock } from '../test-support/store.ts';
import { startTestWorker, type TestWorker } from '../test-support/worker.ts';

jest.setTimeout(120_000);
const until = (condition: () => Promise<boolean> | boolean, what: string) => untilWithin(condition, what, 100_000);
/** Wednesday 25 November 2026, 02:30 in the Netherlands: the night of his birthday. */
const NIGHT = '2026-11-25T01:30:00Z';
const MORNING = '2026-11-25T08:00:00Z';

describe('told by the night of another service', () => {
  let clock: TestClock;
  let others: Others;
  let smtp: RecordingSmtp;
  let worker: TestWorker;
  let redis: OwnRedis;
  beforeAll(async () => void (redis = await startOwnRedis()));
  afterAll(() => redis.close());
  beforeEach(async () => {
    clock = testClock(NIGHT);
    others = createOthers(clock);
    others.addPerson('stu_1', { givenName: 'Noor', familyName: 'de Wit' });
    others.addPerson('stf_guide');
    others.addPerson('stf_coordinator');
    others.staff.set('COORDINATOR loc_1', ['stf_coordinator']);
    others.answer('stu_1', 'STUDENT', { recipientIds: ['stu_1'], fallbackIds: ['stf_guide'] });
    smtp = await startRecordingSmtp();
    worker = await startTestWorker({ others, clock, smtpUrl: smtp.url, redisUrl: redis.url });
  });
  afterEach(async () => {
    await worker.stop();
    await smtp.close();
  });
  const told = async () => {
    worker.subscriber.wake();
    await until(async () => Object.values(await worker.subscriber.positions()).includes(others.events.length), 'the events to be handled');
  };
  const tell = async (revision = 2) => {
    others.tell('ConsentReviewDue', reviewEvent(), revision);
    await told();
  };
  const sent = (count: number) =>
    until(async () => (await worker.deliveries({ channel: 'MAIL', status: 'SENT' })).length === count, `${count} mails to be sent`);
  const ended = (rule: string) => until(async () => (await worker.reminders({ rule }))[0]?.lookAt === undefined, `${rule} to be closed`);
  const recipients = () => smtp.mails.map((mail) => mail.to);
  const rows = async () => (await worker.reminders()).map(({ rule, status, reason }) => [rule, status, reason]);

  describe('a pupil who turned 16', () => {
    it('is asked in the morning, in words and without a link, and once more a week later', async () => {
      await tell();
      expect(smtp.mails).toEqual([]);
      clock.set(MORNING);
      await sent(1);
      expect(recipients()).toEqual(['stu_1@mail.example']);
      expect(smtp.mails[0]?.subject).toBe('Je beslist nu zelf over je toestemming');
      expect(smtp.mails[0]?.text).toContain('https://lob.example/students/stu_1');
      expect(others.links).toEqual([]);
      clock.set('2026-12-03T08:00:00Z');
      await sent(2);
      expect(recipients()).toEqual(['stu_1@mail.example', 'stu_1@mail.example']);
      expect((await rows()).map(([, status]) => status)).toEqual(['SENT', 'SENT']);
    });

    it('is asked once, however often it is told and although Redis loses everything', async () => {
      await tell();
      others.events.push({ ...(others.events[0] as (typeof others.events)[number]), number: 2 });
      await told();
      expect(await worker.reminders()).toHaveLength(2);
      await redis.flushAll();
      clock.set(MORNING);
      await sent(1);
      await redis.flushAll();
      await worker.reconciler.reconcile();
      expect(recipients()).toEqual(['stu_1@mail.example']);
      expect(await worker.deliveries({ channel: 'MAIL' })).toHaveLength(1);
    });

    it('is asked the next morning when it was told by day', async () => {
      clock.set('2026-11-25T11:00:00Z');
      await tell();
      expect((await worker.reminders())[0]).toMatchObject({ rule: 'consent-review.ask.student', localDate: '2026-11-26' });
    });

    it('is asked by his supervisor where he has no address, and else by the coordinator', async () => {
      others.answer('stu_1', 'STUDENT', { recipientIds: [], fallbackIds: ['stf_guide'] });
      await tell();
      clock.set(MORNING);
      await sent(1);
      expect(recipients()).toEqual(['stf_guide@mail.example']);
      expect(smtp.mails[0]?.text).toContain('Noor W.');
      others.answer('stu_1', 'STUDENT', { recipientIds: [], fallbackIds: [] });
      clock.set('2026-12-03T08:00:00Z');
      await sent(2);
      expect(recipients()[1]).toBe('stf_coordinator@mail.example');
    });

    it('is not asked once he has decided', async () => {
      await tell();
      others.answer('stu_1', 'STUDENT', { needed: false, reason: 'REVIEWED' });
      clock.set(MORNING);
      await ended('consent-review.ask.student');
      clock.set('2026-12-03T08:00:00Z');
      await ended('consent-review.ask-again.student');
      expect(await rows()).toEqual([
        ['consent-review.ask.student', 'SKIPPED', 'REVIEWED'],
        ['consent-review.ask-again.student', 'SKIPPED', 'REVIEWED'],
      ]);
      expect(smtp.mails).toEqual([]);
    });

    it('waits while nobody knows whether it is needed, and is asked then', async () => {
      await tell();
      others.down.add('students');
      clock.set(MORNING);
      await until(async () => (await worker.reminders())[0]?.status === 'WAITING', 'the reminder to wait');
      others.down.delete('students');
      clock.advance(10_000);
      await sent(1);
    });

    it('is asked nothing once he was erased, although it is told again', async () => {
      await tell();
      others.tell('StudentErased', { erasureId: 'ers_1', studentId: 'stu_1', personIds: ['stu_1'], reason: 'UNLAWFUL' }, 3);
      await told();
      await tell(4);
      expect(await worker.reminders()).toEqual([]);
      const { 'evaluation-reminders': jobs } = await worker.jobs();
      expect(jobs.waiting + jobs.delayed).toBe(0);
    });
  });

  it('a contact who goes is mailed once, a week before, whatever he chose, and not when he was heard of again', async () => {
    others.addPerson('con_1', { givenName: 'Kim' });
    others.addPerson('con_2');
    others.answer('con_1', 'EMPLOYER', { recipientIds: ['con_1'], studentId: null, facts: { dueOn: '2026-12-09' } });
    others.answer('con_2', 'EMPLOYER', { needed: false, reason: 'ACTIVE_AGAIN' });
    await worker.connection
      .collection('preferences')
      .insertOne({ _id: 'con_1' as never, mail: false, inApp: true, language: null, pausedUntil: null, digestWeekday: 2 });
    for (const personId of ['con_1', 'con_2']) others.tell('EmployerContactIdle', idleEvent('2026-12-09', personId), 2);
    await told();
    clock.set('2026-12-02T08:00:00Z');
    await sent(1);
    await ended('idle-contact.warn.employer');
    expect(recipients()).toEqual(['con_1@mail.example']);
    const [mail] = smtp.mails;
    expect(mail?.subject).toBe('We verwijderen binnenkort uw gegevens');
    expect(mail?.text).toContain('woensdag 9 december 2026');
    expect(mail?.text).toContain('https://lob.example/contacts/con_1');
    expect(mail?.html).toContain('href="https://lob.example/contacts/con_1"');
    expect(others.links).toEqual([]);
    await until(
      async () => (await worker.deliveries({ personId: 'con_1', sentTo: { $exists: true } })).length === 1,
      'the mail to be noted',
    );
    others.tell('EmployerContactRemoved', { personId: 'con_1', employerId: 'emp_1', companyGroupId: null }, 3);
    await told();
    expect(await worker.connection.collection('preferences').countDocuments({ _id: 'con_1' as never })).toBe(0);
    expect(await worker.connection.collection('notifications').countDocuments({ personId: 'con_1' })).toBe(0);
    expect(await worker.deliveries({ personId: 'con_1', sentTo: { $exists: true } })).toEqual([]);
  });
});

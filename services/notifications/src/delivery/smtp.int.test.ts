import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '@servicepunt/shared/test-support/subgraph';
import { startRecordingSmtp, type RecordingSmtp } from '../test-support/smtp.ts';
import { buildMail } from './mail.ts';
import { createSmtpPool, type SmtpPool } from './smtp.ts';

const envelope = { from: 'noreply@servicepunt.example', to: 'piet@vdl.example' };
const always = () => Promise.resolve(true);

describe('handing mails to a server', () => {
  let smtp: RecordingSmtp;
  let pool: SmtpPool;
  const content = (messageId = '<dlv_1@servicepunt.example>') =>
    buildMail(
      {
        from: 'Servicepunt LOB <noreply@servicepunt.example>',
        to: { name: 'Piet Peters', address: 'piet@vdl.example' },
        messageId,
        date: new Date('2026-11-24T09:00:00Z'),
        preferencesUrl: 'https://lob.example/preferences',
      },
      { subject: 'Tussentijdse evaluatie', text: 'Dag Piet.\n.\nEén regel met een punt.\n', html: '<p>Dag Piet</p>' },
    );
  beforeEach(async () => {
    smtp = await startRecordingSmtp();
    pool = createSmtpPool({ url: smtp.url });
  });
  afterEach(async () => {
    pool.close();
    await smtp.close();
  });

  it('carries both forms, its Message-ID and the way to unsubscribe', async () => {
    expect(await pool.send(envelope, await content(), always)).toEqual({ ok: true });
    expect(smtp.mails[0]).toMatchObject({
      messageId: '<dlv_1@servicepunt.example>',
      to: 'piet@vdl.example',
      subject: 'Tussentijdse evaluatie',
    });
    expect(smtp.mails[0]?.text).toContain('\n.\nEén regel');
    expect(smtp.mails[0]?.html).toContain('<p>Dag Piet</p>');
    expect(smtp.mails[0]?.headers.get('list-unsubscribe')).toContain('https://lob.example/preferences');
    expect(smtp.mails[0]?.headers.get('auto-submitted')).toBe('auto-generated');
  });

  it('uses a connection for many mails, and no more connections than allowed', async () => {
    const mail = await content();
    const results = await Promise.all(Array.from({ length: 30 }, () => pool.send(envelope, mail, always)));
    expect(results.every((result) => result.ok)).toBe(true);
    expect(smtp.mails).toHaveLength(30);
    expect(smtp.connections).toBeLessThanOrEqual(5);
  });

  it.each([
    ['an unknown address', { rcpt: () => 550 }, { code: 'ADDRESS_REFUSED', retry: false }],
    ['a full mailbox', { rcpt: () => 452 }, { code: 'SMTP_TEMPORARY', retry: true }],
    ['a refused message', { data: () => 554 }, { code: 'MESSAGE_REFUSED', retry: false }],
    ['greylisting of the message', { data: () => 451 }, { code: 'SMTP_TEMPORARY', retry: true }],
    ['a server that is closing', { refuseConnections: true }, { code: 'SMTP_TEMPORARY', retry: true }],
  ])('tells %s by a code alone, and goes on with the next mail', async (_what, behaviour, failure) => {
    smtp.behave(behaviour);
    expect(await pool.send(envelope, await content(), always)).toEqual({ ok: false, failure });
    smtp.behave({});
    expect(await pool.send(envelope, await content(), always)).toEqual({ ok: true });
  });

  it('tells a server that is away', async () => {
    await smtp.close();
    expect(await pool.send(envelope, await content(), always)).toEqual({ ok: false, failure: { code: 'SMTP_UNREACHABLE', retry: true } });
    smtp = await startRecordingSmtp();
  });

  it('tells a connection that was dropped after the whole message apart: it may have been taken', async () => {
    smtp.behave({ data: () => 'DROP' });
    expect(await pool.send(envelope, await content(), always)).toEqual({
      ok: false,
      failure: { code: 'SMTP_DROPPED_AFTER_DATA', retry: true },
    });
    expect(smtp.mails).toHaveLength(1);
  });

  it('takes another connection when the server ended the one that was kept', async () => {
    await pool.send(envelope, await content(), always);
    smtp.hangUp();
    expect(await pool.send(envelope, await content(), always)).toEqual({ ok: true });
    expect(smtp.mails).toHaveLength(2);
  });

  it('does not finish a message whose claim was lost while the server took its time', async () => {
    let claimed = true;
    const asked = Promise.withResolvers<void>();
    const answer = Promise.withResolvers<void>();
    smtp.behave({
      beforeRcpt: () => {
        asked.resolve();
        return answer.promise;
      },
    });
    const sending = pool.send(envelope, await content(), () => Promise.resolve(claimed));
    await asked.promise;
    claimed = false;
    answer.resolve();
    expect(await sending).toEqual({ ok: false, failure: { code: 'LEASE_LOST', retry: true } });
    expect(smtp.mails).toEqual([]);
  });

  it('waits for a slow acknowledgement instead of sending twice', async () => {
    const acknowledge = Promise.withResolvers<void>();
    smtp.behave({ beforeAcknowledge: () => acknowledge.promise });
    const sending = pool.send(envelope, await content(), always);
    await until(() => smtp.mails.length === 1, 'the message to arrive');
    acknowledge.resolve();
    expect(await sending).toEqual({ ok: true });
  });
});

import { describe, expect, it } from '@jest/globals';
import { smtpFailureOf } from './codes.ts';

describe('what an SMTP error becomes', () => {
  it.each([
    [{ responseCode: 550, command: 'RCPT TO', code: 'EENVELOPE' }, 'PREPARING', 'ADDRESS_REFUSED', false],
    [{ responseCode: 450, command: 'RCPT TO', code: 'EENVELOPE' }, 'PREPARING', 'SMTP_TEMPORARY', true],
    [{ responseCode: 550, command: 'MAIL FROM', code: 'EENVELOPE' }, 'PREPARING', 'SMTP_TEMPORARY', true],
    [{ responseCode: 554, command: 'DATA', code: 'EMESSAGE' }, 'HANDED_OVER', 'MESSAGE_REFUSED', false],
    [{ responseCode: 535, command: 'AUTH PLAIN', code: 'EAUTH' }, 'CONNECTING', 'SMTP_LOGIN_REFUSED', true],
    [{ code: 'ETIMEDOUT', command: 'CONN' }, 'CONNECTING', 'SMTP_TIMEOUT', true],
    [{ code: 'ETIMEDOUT', command: 'CONN' }, 'HANDED_OVER', 'SMTP_DROPPED_AFTER_DATA', true],
    [{ code: 'ECONNECTION' }, 'PREPARING', 'SMTP_DROPPED', true],
    [{ code: 'ESTREAM' }, 'PREPARING', 'LEASE_LOST', true],
    ['not an error', 'CONNECTING', 'SMTP_UNREACHABLE', true],
  ] as const)('%j while %s is %s', (error, phase, code, retry) => {
    expect(smtpFailureOf(error, phase)).toEqual({ code, retry });
  });
});

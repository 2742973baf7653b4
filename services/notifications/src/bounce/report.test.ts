import { describe, expect, it } from '@jest/globals';
import { reportOf } from '../test-support/report.ts';
import { readReport } from './report.ts';

const to = 'bounce+x@bounce.school.example';

describe('a delivery report', () => {
  it.each([
    ['an unknown user', '5.1.1', 'ADDRESS'],
    ['a domain without mail', '5.4.4', 'ADDRESS'],
    ['a closed mailbox', '5.2.1', 'ADDRESS'],
    ['no more than "permanent"', '5.0.0', 'ADDRESS'],
    ['a full mailbox', '5.2.2', 'MESSAGE'],
    ['a mail that is too large', '5.3.4', 'MESSAGE'],
    ['a content that nobody takes', '5.6.1', 'MESSAGE'],
    ['a blocklist', '5.7.1', 'MESSAGE'],
    ['giving up after days of trying', '4.4.7', 'MESSAGE'],
  ])('of %s (%s) speaks of the right thing', async (_what, status, verdict) => {
    expect(await readReport(reportOf({ to, status }))).toBe(verdict);
  });

  it.each([
    ['that it is still being tried', { action: 'delayed', status: '4.4.1' }],
    ['that it arrived', { action: 'delivered', status: '2.1.5' }],
    ['a failure without a status', { status: 'unknown' }],
    ['something else than a delivery', { reportType: 'disposition-notification' }],
    ['nothing in the part for it', { statusType: 'text/rfc822-headers' }],
  ])('that tells %s changes nothing', async (_what, changes) => {
    expect(await readReport(reportOf({ to, ...changes }))).toBe('NOTHING');
  });

  it('is read whatever its fields look like', async () => {
    const folded = reportOf({
      to,
      action: '\r\n FAILED (for good)',
      status: '5.1.10 (no such user)',
      statusType: 'Message/Delivery-Status',
    });
    expect(await readReport(folded)).toBe('ADDRESS');
    expect(await readReport(reportOf({ to, statusType: 'message/global-delivery-status' }))).toBe('ADDRESS');
  });

  it('is never found in an automatic answer or in bytes that are no mail', async () => {
    const answer = 'Auto-Submitted: auto-replied\r\nContent-Type: text/plain\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n';
    for (const bytes of [
      answer,
      '',
      '\0\xff\r\n--',
      `Content-Type: multipart/report; report-type=delivery-status\r\n\r\n${'--x\r\n'.repeat(5_000)}`,
    ])
      expect(await readReport(Buffer.from(bytes, 'latin1'))).toBe('NOTHING');
  });
});

import { describe, expect, it } from '@jest/globals';
import { compare } from './reminders.ts';
import { describeReport, verdictOf } from './report.ts';
import type { Report } from './rollout.ts';

const counts = { sent: 100, failed: 0, retried: 0, p50: 5, p99: 50, longest: 80 };
const proven: Report = {
  phases: { 'roll placements': counts, 'kill placements': { ...counts, retried: 2 }, 'without documents': { ...counts, failed: 60 } },
  failures: [],
  stops: [{ replica: 'placements-1', ended: 'code 0', ms: 2_000 }],
  reminders: { asked: 10, lost: [], doubled: [], repeated: [] },
  outages: [{ store: 'documents', noticed: ['placements'], ready: true }],
  crashed: [],
};

describe('the verdict on a rollout', () => {
  it('holds when nothing failed but what a lost store or a retry explains', () => {
    expect(verdictOf(proven)).toEqual([]);
    expect(describeReport(proven)).toContain('| roll placements   | 100 ');
  });

  it.each<[string, Partial<Report>, RegExp]>([
    ['a request failed in the rolling', { phases: { 'roll placements': { ...counts, failed: 1 } } }, /roll placements: 1 requests failed/],
    ['a request had to be sent again in the rolling', { phases: { 'roll placements': { ...counts, retried: 1 } } }, /sent again/],
    ['a retry failed too', { phases: { 'kill gateway': { ...counts, failed: 1 } } }, /kill gateway: 1 requests failed/],
    ['a process was cut', { stops: [{ replica: 'gateway-1', ended: 'SIGKILL', ms: 37_000 }] }, /gateway-1 ended with SIGKILL/],
    ['a process left work undone', { stops: [{ replica: 'gateway-1', ended: 'code 1', ms: 25_000 }] }, /code 1/],
    ['a reminder was lost', { reminders: { asked: 1, lost: ['rem_1'], doubled: [], repeated: [] } }, /1 reminders were lost/],
    ['a reminder went out twice', { reminders: { asked: 1, lost: [], doubled: ['rem_1'], repeated: [] } }, /twice/],
    ['a process crashed', { crashed: ['students-1'] }, /students-1 ended by itself/],
    ['nobody noticed a lost store', { outages: [{ store: 'redis', noticed: [], ready: true }] }, /nobody noticed/],
    ['somebody did not come back', { outages: [{ store: 'redis', noticed: ['placements'], ready: false }] }, /not all came back/],
  ])('fails when %s', (_name, broken, message) => {
    expect(verdictOf({ ...proven, ...broken }).join('\n')).toMatch(message);
  });
});

describe('reminders and the mails that arrived', () => {
  const mail = (id: string) => ({ id, channel: 'MAIL', status: 'SENT' });
  const rows = [
    { id: 'rem_1', status: 'SENT', deliveries: [mail('dlv_1'), { id: 'dlv_2', channel: 'IN_APP', status: 'SENT' }] },
    { id: 'rem_2', status: 'SENT', deliveries: [mail('dlv_3'), mail('dlv_4')] },
  ];
  it('are compared one by one', () => {
    const arrived = ['<dlv_1@servicepunt.example>', '<dlv_3@servicepunt.example>'];
    expect(compare(new Set(['rem_1', 'rem_2']), rows, arrived)).toEqual({ asked: 2, lost: [], doubled: [], repeated: [] });
  });
  it('tell a lost one, one that went out in two mails, and a mail that arrived twice', () => {
    const arrived = ['<dlv_3@servicepunt.example>', '<dlv_4@servicepunt.example>', '<dlv_4@servicepunt.example>'];
    expect(compare(new Set(['rem_1', 'rem_2', 'rem_3']), rows, arrived)).toEqual({
      ...{ asked: 3, lost: ['rem_1', 'rem_3'], doubled: ['rem_2'], repeated: ['rem_2'] },
    });
  });
});

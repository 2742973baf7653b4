import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeReport, verdictOf } from './report.ts';
import { proveRollout, type Report } from './rollout.ts';
import { timingOfManifests } from './timing.ts';

const root = join(__dirname, '../../..');

/** The short form of `npm run prove:rollout`: one of two replicas of each is rolled, pauses are shorter, and the rate fits a busy machine. */
describe('a rollout under load', () => {
  const folder = mkdtempSync(join(tmpdir(), 'servicepunt-rollout-'));
  let report: Report;
  beforeAll(async () => {
    report = await proveRollout({
      ...{ root, folder, env: process.env, say: () => undefined },
      ...{ seed: 20_261_124, replicas: 2, rolledEach: 1, perSecond: 12, pupils: 8, settleMs: 500, awayMs: 0 },
      timing: { ...timingOfManifests(root), lagMs: 500, preStopMs: 1_000 },
      kill: ['placements', 'notifications-worker', 'gateway'],
      settings: { SUBGRAPH_TIMEOUT_MS: '15000', QUERY_TIMEOUT_MS: '20000', REMINDER_LEASE_MS: '5000', DELIVERY_LEASE_MS: '5000' },
    });
  }, 400_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('fails no request, loses and doubles no reminder, and every process stops within its grace', () => {
    expect({ verdict: verdictOf(report), failures: report.failures.filter(({ phase }) => !phase.startsWith('without ')) }).toMatchObject({
      verdict: [],
    });
    expect(report.stops).toHaveLength(7);
    expect(Object.keys(report.phases)).toContain('kill notifications-worker');
    expect(report.reminders.asked).toBeGreaterThan(10);
    expect(describeReport(report)).toContain('0 lost, 0 doubled');
  });

  it('takes readiness away while the document store or Redis is away, and gives it back without a restart', () => {
    expect(report.outages).toEqual([
      { store: 'documents', noticed: ['students', 'employers', 'placements', 'notifications', 'notifications-worker'], ready: true },
      { store: 'redis', noticed: ['notifications-worker'], ready: true },
    ]);
    expect(report.crashed).toEqual([]);
  });
});

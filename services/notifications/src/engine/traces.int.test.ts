import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { tracingOver } from '@servicepunt/shared/telemetry/exporting';
import { useTracing, type Tracing } from '@servicepunt/shared/telemetry/tracing';
import { until as untilWithin } from '@servicepunt/shared/test-support/subgraph';
import { createOthers, evaluationEvent } from '../test-support/others.ts';
import { startRecordingSmtp, type RecordingSmtp } from '../test-support/smtp.ts';
import { testClock } from '../test-support/store.ts';
import { startTestWorker, type TestWorker } from '../test-support/worker.ts';
import { HORIZON_MS } from './scheduled.ts';

jest.setTimeout(120_000);
const until = (condition: () => Promise<boolean> | boolean, what: string) => untilWithin(condition, what, 25_000);
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';

type Ended = Parameters<Parameters<typeof tracingOver>[1]['onEnd']>[0];

describe('a trace that an event carries', () => {
  let spans: Ended[];
  let smtp: RecordingSmtp;
  let worker: TestWorker | undefined;
  beforeEach(async () => {
    spans = [];
    smtp = await startRecordingSmtp();
    const nothing = () => Promise.resolve();
    const processor = { onStart: () => undefined, onEnd: (span: Ended) => void spans.push(span), forceFlush: nothing, shutdown: nothing };
    const tracing: Tracing = tracingOver({ serviceName: 'worker', attributes: {}, sampler: 'parentbased_always_on', ratio: 1 }, processor);
    useTracing(tracing);
  });
  afterEach(async () => {
    useTracing(null);
    await worker?.stop();
    await smtp.close();
  });

  it('goes on over the reminder’s job and the delivery’s to the mail, and tells of nobody', async () => {
    // A second before the reminder is due.
    const clock = testClock('2026-11-19T07:59:59Z');
    const others = createOthers(clock);
    others.addPerson('stf_1', { givenName: 'Canary', familyName: 'Zonneveld', email: 'canary@mail.example' });
    others.answer('evl_1', 'SCHOOL', { recipientIds: ['stf_1'] });
    worker = await startTestWorker({ others, clock, smtpUrl: smtp.url, settings: { HORIZON_MS } });
    const { connection, subscriber } = worker;
    // The window in Redis is where it belongs; what is planned now is rung for by whoever plans it.
    await until(async () => (await connection.collection('horizons').countDocuments()) === 2, 'the horizon to be moved');
    const event = others.tell('EvaluationScheduled', evaluationEvent({ pendingRoles: ['SCHOOL'] }), 1);
    Object.assign(event, { trace: `00-${TRACE}-00f067aa0ba902b7-01` });
    subscriber.wake();
    await until(async () => (await subscriber.positions())['placements'] === 1, 'the event to be handled');
    clock.set('2026-11-19T08:00:01Z');
    await until(() => smtp.mails.length === 1, 'the mail');
    await until(async () => ((await worker?.deliveries({ status: 'SENT' })) ?? []).length > 0, 'the delivery to be marked');
    await worker.stop();
    worker = undefined;
    const ours = spans.filter((span) => span.spanContext().traceId === TRACE);
    const nameOf = (spanId: string | undefined) => ours.find((span) => span.spanContext().spanId === spanId)?.name;
    const parents = Object.fromEntries(ours.map(({ name, parentSpanContext }) => [name, nameOf(parentSpanContext?.spanId)]));
    expect(parents).toMatchObject({
      plan: 'handle EvaluationScheduled',
      'add evaluation-reminders': 'plan',
      'process evaluation-reminders': 'add evaluation-reminders',
      remind: 'process evaluation-reminders',
      'add deliveries': 'remind',
      'process deliveries': 'add deliveries',
      'send mail': 'process deliveries',
    });
    expect(ours.find(({ name }) => name === 'send mail')?.attributes).toEqual({ 'servicepunt.outcome': 'sent' });
    // Nothing that looks by itself is told.
    expect(spans.filter((span) => !ours.includes(span)).map(({ name }) => name)).toEqual([]);
    const told = JSON.stringify(ours.map(({ name, attributes, events, status }) => ({ name, attributes, events, status })));
    expect(told).not.toMatch(/canary|zonneveld|stf_1|evl_1|stu_1|@/i);
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { InMemorySpanExporter, SimpleSpanProcessor, type ReadableSpan } from '@opentelemetry/sdk-trace';
import { tracingOver } from './exporting.ts';
import type { SamplerName } from './settings.ts';
import type { Tracing } from './tracing.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const sent = (trace = TRACE, flags = '01') => `00-${trace}-00f067aa0ba902b7-${flags}`;
const nothing = () => Promise.resolve();

describe('tracing', () => {
  let exporter: InMemorySpanExporter;
  const start = (sampler: SamplerName = 'parentbased_always_on', ratio = 1): Tracing =>
    tracingOver({ serviceName: 'test', attributes: {}, sampler, ratio }, new SimpleSpanProcessor({ exporter }));
  const spans = () => exporter.getFinishedSpans();
  const named = (name: string): ReadableSpan => {
    const found = spans().find((span) => span.name === name);
    if (!found) throw new Error(`There is no span ${name}`);
    return found;
  };
  let tracing: Tracing;
  beforeEach(() => {
    exporter = new InMemorySpanExporter();
    tracing = start();
  });
  afterEach(() => tracing.stop(1_000));

  it('goes on under the trace that the caller sent, and tells the next one of itself', async () => {
    let passedOn: string | undefined;
    await tracing.entry('graphql', { kind: 'server', parent: sent() }, () =>
      tracing.step('call', 'client', {}, () => {
        passedOn = tracing.traceparent();
        return nothing();
      }),
    );
    expect(named('graphql').parentSpanContext?.spanId).toBe('00f067aa0ba902b7');
    expect(named('call').parentSpanContext?.spanId).toBe(named('graphql').spanContext().spanId);
    expect(passedOn).toBe(`00-${TRACE}-${named('call').spanContext().spanId}-01`);
  });

  it.each([undefined, '', 'nonsense', sent('0'.repeat(32)), `${sent()}-more`, sent().toUpperCase()])(
    'begins a trace of its own where %j came along',
    async (parent) => {
      await tracing.entry('graphql', { kind: 'server', parent }, nothing);
      expect(named('graphql').parentSpanContext).toBeUndefined();
    },
  );

  it('leaves work alone that belongs to nobody’s request', async () => {
    expect(await tracing.step('call', 'client', {}, () => Promise.resolve(7))).toBe(7);
    await tracing.after([undefined, 'nonsense'], 'handle', 'consumer', {}, nothing);
    expect([spans(), tracing.traceparent(), tracing.logFields()]).toEqual([[], undefined, {}]);
  });

  it('does not add to a trace what a timer of it does after it has ended', async () => {
    let late: Promise<void> | undefined;
    await tracing.entry('graphql', { kind: 'server' }, () => {
      late = new Promise((resolve) => setImmediate(() => resolve(tracing.step('later', 'client', {}, nothing))));
      return nothing();
    });
    await late;
    expect(spans().map(({ name }) => name)).toEqual(['graphql']);
  });

  it('detaches what is set going for good', async () => {
    await tracing.entry('graphql', { kind: 'server' }, () => tracing.detached(() => tracing.step('loop', 'internal', {}, nothing)));
    expect(spans().map(({ name }) => name)).toEqual(['graphql']);
  });

  it('goes on with the one trace that led to some work, and links to each of several', async () => {
    const other = 'a'.repeat(32);
    const sibling = `00-${TRACE}-${'b'.repeat(16)}-01`;
    await tracing.after([sent(), sent(), undefined, sibling], 'one', 'consumer', {}, nothing);
    expect(named('one').spanContext().traceId).toBe(TRACE);
    expect(named('one').links.map(({ context }) => context.spanId)).toEqual(['b'.repeat(16)]);
    await tracing.after([sent(), sent(other)], 'several', 'consumer', {}, nothing);
    expect(named('several').links.map(({ context }) => context.traceId)).toEqual([TRACE, other]);
    expect([TRACE, other]).not.toContain(named('several').spanContext().traceId);
  });

  it('keeps nothing of a trace that its caller does not keep, and says so to those whom it asks', async () => {
    let passedOn: string | undefined;
    await tracing.entry('graphql', { kind: 'server', parent: sent(TRACE, '00') }, () =>
      tracing.step('call', 'client', {}, () => {
        passedOn = tracing.traceparent();
        return nothing();
      }),
    );
    expect(spans()).toEqual([]);
    expect(passedOn).toMatch(new RegExp(`^00-${TRACE}-[0-9a-f]{16}-00$`));
  });

  it.each<[SamplerName, number, string | undefined, number]>([
    ['always_off', 1, sent(), 0],
    ['always_on', 1, sent(TRACE, '00'), 1],
    ['traceidratio', 0, undefined, 0],
    ['parentbased_always_off', 1, undefined, 0],
    ['parentbased_always_off', 1, sent(), 1],
    ['parentbased_traceidratio', 1, undefined, 1],
    ['parentbased_traceidratio', 0, undefined, 0],
  ])('keeps by the sampler %s %d of %s: %d', async (sampler, ratio, parent, kept) => {
    await start(sampler, ratio).entry('graphql', { kind: 'server', parent }, nothing);
    expect(spans()).toHaveLength(kept);
  });

  it('tells an error by its code or class, never by its message', async () => {
    const failing = async (thrown: Error) => {
      const work = async () => Promise.reject(thrown);
      await expect(tracing.entry('graphql', { kind: 'server' }, work)).rejects.toBe(thrown);
    };
    await failing(Object.assign(new Error('Sanne Zonneveld is known'), { name: 'MongoServerError', code: 11_000 }));
    await failing(new TypeError('Sanne Zonneveld is unknown'));
    expect(spans().map(({ attributes, status, events }) => [attributes['error.type'], status, events])).toEqual([
      ['11000', { code: 2 }, []],
      ['TypeError', { code: 2 }, []],
    ]);
  });

  it('gives log lines the trace of the work that they tell of', async () => {
    let fields: object = {};
    await tracing.entry('graphql', { kind: 'server', parent: sent() }, () => {
      fields = tracing.logFields();
      return nothing();
    });
    expect(fields).toEqual({ traceId: TRACE });
  });
});

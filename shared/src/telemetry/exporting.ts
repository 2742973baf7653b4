import { randomUUID } from 'node:crypto';
import { setGlobalErrorHandler } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
  type Sampler,
  type SpanProcessor,
} from '@opentelemetry/sdk-trace';
import type { Logger } from 'pino';
import { queueTelemetry } from './queues.ts';
import type { SamplerName } from './settings.ts';
import { createSpans, remoteScope, traceparentOf } from './spans.ts';
import { watchStoreCommands } from './store-commands.ts';
import type { Tracing } from './tracing.ts';

const SEND_EVERY_MS = 2_000;
const SEND_TIMEOUT_MS = 5_000;
const TELL_EVERY_MS = 60_000;

export interface TracingOptions {
  /** Base URL of the collector. */
  readonly endpoint: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly serviceName: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly sampler: SamplerName;
  /** Share of the traces that the ratio samplers keep. */
  readonly ratio: number;
}

/** Tracing that sends to a collector. The only file, with those that it imports, that loads OpenTelemetry. */
export function createTracing(options: TracingOptions): Tracing {
  const exporter = new OTLPTraceExporter({
    url: `${options.endpoint.replace(/\/+$/, '')}/v1/traces`,
    headers: { ...options.headers },
    timeoutMillis: SEND_TIMEOUT_MS,
  });
  return tracingOver(
    options,
    new BatchSpanProcessor({ exporter, scheduledDelayMillis: SEND_EVERY_MS, exportTimeoutMillis: SEND_TIMEOUT_MS }),
  );
}

/** Tracing whose spans go to a processor: the collector's, or a test's. */
export function tracingOver(
  options: Pick<TracingOptions, 'serviceName' | 'attributes' | 'sampler' | 'ratio'>,
  processor: SpanProcessor,
): Tracing {
  const provider = new TracerProvider({
    resource: resourceFromAttributes({
      'service.namespace': 'servicepunt',
      ...options.attributes,
      'service.name': options.serviceName,
      'service.instance.id': randomUUID(),
    }),
    sampler: samplerOf(options),
    spanProcessors: [processor],
  });
  const spans = createSpans(provider.getTracer('servicepunt'));
  const { current, begin, run } = spans;
  let log: Logger | null = null;
  let told = -Infinity;
  // The default one prints the answer of the collector.
  setGlobalErrorHandler((error) => {
    if (!log || performance.now() - told < TELL_EVERY_MS) return;
    told = performance.now();
    log.warn({ event: 'traces-not-sent', err: error });
  });

  return {
    entry: (name, { kind, parent, attributes = {} }, work) => run(begin(name, kind, attributes, remoteScope(parent)), work),
    step(name, kind, attributes, work) {
      const parent = current();
      // Of a trace that isn't kept nothing but its first span is made: it says so to those who are asked.
      return parent?.span.isRecording() ? run(begin(name, kind, attributes, parent), work) : work();
    },
    after(traces, name, kind, attributes, work) {
      const parents = [...new Set(traces)].flatMap((text) => remoteScope(text) ?? []);
      const [first, ...others] = parents.map(({ span }) => span.spanContext());
      if (!first) return spans.scopes.run(undefined, work);
      const isOneTrace = others.every(({ traceId }) => traceId === first.traceId);
      const links = (isOneTrace ? others : [first, ...others]).map((context) => ({ context }));
      return run(begin(name, kind, attributes, isOneTrace ? parents[0] : undefined, links), work);
    },
    annotate: (attributes) => void current()?.span.setAttributes({ ...attributes }),
    traceparent() {
      const scope = current();
      return scope && traceparentOf(scope);
    },
    detached: (work) => spans.scopes.run(undefined, work),
    logFields() {
      const scope = current();
      return scope ? { traceId: scope.span.spanContext().traceId } : {};
    },
    queues: queueTelemetry(spans),
    watchStore: (client) => watchStoreCommands(spans, client as never),
    reportTo(given) {
      log = given;
    },
    async stop(withinMs) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, withinMs);
      });
      await Promise.race([provider.shutdown().catch(() => undefined), late]);
      clearTimeout(timer);
    },
  };
}

function samplerOf({ sampler, ratio }: Pick<TracingOptions, 'sampler' | 'ratio'>): Sampler {
  const roots: Readonly<Record<string, () => Sampler>> = {
    always_on: () => new AlwaysOnSampler(),
    always_off: () => new AlwaysOffSampler(),
    traceidratio: () => new TraceIdRatioBasedSampler(ratio),
  };
  const root = (roots[sampler.replace('parentbased_', '')] as () => Sampler)();
  return sampler.startsWith('parentbased_') ? new ParentBasedSampler({ root }) : root;
}

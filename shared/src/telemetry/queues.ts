import type { Telemetry } from 'bullmq';
import { fail, remoteScope, traceparentOf, type Scope, type Spans } from './spans.ts';

type QueueSpan = ReturnType<Telemetry<Scope | undefined>['tracer']['startSpan']>;

const nothing = () => undefined;
/** BullMQ tells of everything that it does (each look for a job, each lock that is renewed); most of it says nothing about our work. */
const UNTOLD: QueueSpan = {
  setSpanOnContext: (context: Scope | undefined) => context,
  setAttribute: nothing,
  setAttributes: nothing,
  addEvent: nothing,
  recordException: nothing,
  end: nothing,
};

/**
 * BullMQ's telemetry: jobs carry the trace of those who added them (beside their data, in the form of the official bullmq-otel), and are
 * worked on under it. That package isn't used since it writes messages of errors, results and options of jobs into spans and needs the global tracer.
 */
export function queueTelemetry(spans: Spans): Telemetry<Scope | undefined> {
  function told(scope: Scope): QueueSpan {
    return {
      ...UNTOLD,
      setSpanOnContext: () => scope,
      addEvent: (name) => (name === 'job failed' ? fail(scope, null) : undefined),
      recordException: (error) => fail(scope, error),
      end: () => spans.end(scope),
    };
  }
  return {
    tracer: {
      startSpan(name, _options, parent) {
        const [operation = '', queue = ''] = name.split(' ');
        const attributes = { 'messaging.operation.name': operation, 'messaging.destination.name': queue };
        if (operation === 'process') return told(spans.begin(`process ${queue}`, 'consumer', attributes, parent));
        const scope = operation === 'addBulk' || operation === 'add' ? spans.current() : undefined;
        return scope ? told(spans.begin(`add ${queue}`, 'producer', attributes, scope)) : UNTOLD;
      },
    },
    contextManager: {
      with: (context: Scope | undefined, work) => spans.scopes.run(context, work),
      active: spans.current as <Context>() => Context,
      root: nothing as <Context>() => Context,
      getMetadata: (context: Scope | undefined) => (context?.open === true ? JSON.stringify({ traceparent: traceparentOf(context) }) : ''),
      fromMetadata: (_active: Scope | undefined, metadata) => remoteScope(traceparentIn(metadata)) as never,
    },
  };
}

/** The trace that a job carries, if it carries one. */
export function traceparentIn(metadata: string | undefined): string | undefined {
  try {
    const { traceparent } = JSON.parse(metadata ?? '{}') as { traceparent?: unknown };
    return typeof traceparent === 'string' ? traceparent : undefined;
  } catch {
    return undefined;
  }
}

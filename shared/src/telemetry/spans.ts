import { AsyncLocalStorage } from 'node:async_hooks';
import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Context, type Link, type Span, type Tracer } from '@opentelemetry/api';
import { parseTraceParent } from '@opentelemetry/core';
import type { Attributes, Kind } from './tracing.ts';

/** A span and whether its work still goes on: timers and sockets that were made in it outlive it, and nothing of theirs belongs to it. */
export interface Scope {
  readonly span: Span;
  open: boolean;
}

const KINDS: Readonly<Record<Kind, SpanKind>> = {
  internal: SpanKind.INTERNAL,
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
};

/**
 * Spans in the async context of their work. It is an own store, not OpenTelemetry's global one: what other packages (Apollo's gateway among them)
 * would tell through that may hold documents and values.
 */
export function createSpans(tracer: Tracer) {
  const scopes = new AsyncLocalStorage<Scope | undefined>();

  function current(): Scope | undefined {
    const scope = scopes.getStore();
    return scope?.open === true ? scope : undefined;
  }

  function begin(name: string, kind: Kind, attributes: Attributes, parent: Scope | undefined, links: Link[] = []): Scope {
    const context: Context = parent ? trace.setSpan(ROOT_CONTEXT, parent.span) : ROOT_CONTEXT;
    return { span: tracer.startSpan(name, { kind: KINDS[kind], attributes: { ...attributes }, links }, context), open: true };
  }

  function end(scope: Scope): void {
    scope.open = false;
    scope.span.end();
  }

  async function run<Result>(scope: Scope, work: () => Promise<Result>): Promise<Result> {
    try {
      return await scopes.run(scope, work);
    } catch (error) {
      fail(scope, error);
      throw error;
    } finally {
      end(scope);
    }
  }

  return { scopes, current, begin, end, run };
}
export type Spans = ReturnType<typeof createSpans>;

/** An error is told by its code or class: its message may hold what a person typed. */
export function fail(scope: Scope, error: unknown): void {
  scope.span.setStatus({ code: SpanStatusCode.ERROR });
  scope.span.setAttribute('error.type', typeOf(error));
}

function typeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return typeof error;
  const { code, name } = error as { code?: unknown; name?: unknown };
  if (typeof code === 'number') return String(code);
  return [code, name].find((word): word is string => typeof word === 'string' && /^\w{1,60}$/.test(word)) ?? 'Error';
}

/** The span that somebody else began, as the parent of ours; undefined when the header is none. */
export function remoteScope(traceparent: string | undefined): Scope | undefined {
  const context = traceparent === undefined ? null : parseTraceParent(traceparent);
  return context ? { span: trace.wrapSpanContext({ ...context, isRemote: true }), open: true } : undefined;
}

export function traceparentOf({ span }: Scope): string {
  const { traceId, spanId, traceFlags } = span.spanContext();
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
}

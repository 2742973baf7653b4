import type { TracingConfig } from './settings.ts';
import { useTracing, type Tracing } from './tracing.ts';

/**
 * Turns tracing on where a collector is named, under the name that the process's log lines have; elsewhere nothing of it is even loaded.
 * It comes before the log and everything that serves, since those ask once whether it is on.
 */
export async function startTracing(config: TracingConfig, serviceName: string): Promise<Tracing | null> {
  const endpoint = config.OTEL_EXPORTER_OTLP_ENDPOINT;
  if (endpoint === undefined) return null;
  const { createTracing } = await import('./exporting.ts');
  const started = createTracing({
    endpoint,
    headers: config.OTEL_EXPORTER_OTLP_HEADERS ?? {},
    serviceName: config.OTEL_SERVICE_NAME ?? serviceName,
    attributes: config.OTEL_RESOURCE_ATTRIBUTES ?? {},
    sampler: config.OTEL_TRACES_SAMPLER,
    ratio: config.OTEL_TRACES_SAMPLER_ARG,
  });
  useTracing(started);
  return started;
}

/** A collector that is away must not hold up the end of a process; its grace is for the work in hand. */
const longestFlush = (deadlineMs: number) => Math.min(2_000, deadlineMs / 5);

/** The stop of a process that sends its last spans once everything has ended. */
export function thenFlush(stop: () => Promise<boolean>, started: Tracing | null, deadlineMs: number): () => Promise<boolean> {
  if (!started) return stop;
  return async () => {
    const complete = await stop();
    await started.stop(longestFlush(deadlineMs));
    return complete;
  };
}

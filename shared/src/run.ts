import type { z } from 'zod';
import { systemClock } from './clock.ts';
import type { ServiceName } from './contracts/roles.ts';
import { stopOnSignals } from './lifecycle.ts';
import { createLog } from './log.ts';
import { startService, type RoomDeps, type ServiceConfig, type ServiceDefinition } from './service.ts';
import type { ServiceUrls } from './service-client.ts';
import { settingsOrExit } from './settings.ts';
import type { TracingConfig } from './telemetry/settings.ts';
import { startTracing, thenFlush } from './telemetry/start.ts';

/** What the main file of a subgraph does: settings, start, signals. Wrong settings are told in full, and nothing starts. */
export async function runService<Shape extends z.ZodRawShape>(options: {
  process: NodeJS.Process;
  name: ServiceName;
  settings: z.ZodObject<Shape>;
  urls: (config: Readonly<z.output<z.ZodObject<Shape>>>) => ServiceUrls;
  define: (deps: RoomDeps, config: Readonly<z.output<z.ZodObject<Shape>>>) => ServiceDefinition;
}): Promise<void> {
  const { process, name } = options;
  const config = settingsOrExit(options.settings, process);
  const base = config as unknown as ServiceConfig & TracingConfig & { LOG_LEVEL: string; NODE_ENV: string };
  const traces = await startTracing(base, name);
  const log = createLog({ service: name, level: base.LOG_LEVEL, keepMessages: base.NODE_ENV !== 'production' });
  traces?.reportTo(log);
  const service = await startService({
    name,
    config: base,
    urls: options.urls(config),
    log,
    clock: systemClock,
    define: (deps) => options.define(deps, config),
  });
  stopOnSignals(process, log, thenFlush(service.stop, traces, base.SHUTDOWN_DEADLINE_MS));
  log.info({ event: 'listening', url: service.url, opsUrl: service.opsUrl });
}

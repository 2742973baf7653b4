import type { IncomingMessage, ServerResponse } from 'node:http';
import { collectDefaultMetrics, type Registry } from 'prom-client';
import { listen, sendJson, type Listening } from './http.ts';

export interface Ops {
  readonly registry: Registry;
  readonly url: string;
  /** Readiness goes off for good: the process is stopping. */
  markStopping(): void;
  close(): Promise<void>;
}

/** What the ops port answers. Manifests name these paths too; a check compares. */
export const OPS_PATHS = { alive: '/livez', ready: '/readyz', metrics: '/metrics' } as const;

/**
 * The ops port: `/livez` (this process turns its loop; no dependency is asked), `/readyz` (what it needs to serve answers), `/metrics` (Prometheus).
 * `ready` names each need and tells whether it's met.
 */
export async function startOps(options: {
  host: string;
  port: number;
  registry: Registry;
  ready: () => Promise<Record<string, boolean>>;
  alive?: () => boolean;
  /** Answers a path of its own, which has its own rules about who may; false for every other one. */
  more?: (request: IncomingMessage, response: ServerResponse) => boolean;
}): Promise<Ops> {
  const { registry } = options;
  collectDefaultMetrics({ register: registry });
  let stopping = false;
  const listening: Listening = await listen(
    (request, response) => {
      if (options.more?.(request, response)) return;
      const path = (request.url ?? '').split('?')[0];
      const answer = async () => {
        if (path === OPS_PATHS.alive) {
          const alive = options.alive?.() ?? true;
          return sendJson(response, alive ? 200 : 503, { alive });
        }
        if (path === OPS_PATHS.ready) {
          const needs = stopping ? { running: false } : await options.ready();
          return sendJson(response, Object.values(needs).every(Boolean) ? 200 : 503, needs);
        }
        if (path === OPS_PATHS.metrics) {
          const text = await registry.metrics();
          return response.writeHead(200, { 'content-type': registry.contentType }).end(text);
        }
        return sendJson(response, 404, { error: 'not found' });
      };
      answer().catch(() => sendJson(response, 500, { error: 'failed' }));
    },
    { host: options.host, port: options.port },
  );
  return {
    registry,
    url: listening.url,
    markStopping: () => {
      stopping = true;
    },
    close: async () => {
      listening.server.closeAllConnections();
      await listening.drain();
    },
  };
}

import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerOptions, type ServerResponse } from 'node:http';
import { Server as NetServer, type AddressInfo, type Socket } from 'node:net';

/** A running HTTP server. */
export interface Listening {
  readonly url: string;
  readonly server: Server;
  /**
   * Accepts no new connection and lets requests in flight finish. Kept connections are served for up to `lingerMs` more, each answer being
   * told as the last one; then what is silent is closed. Who closes an idle connection at once cuts the request that is just being written into it.
   */
  drain(lingerMs?: number): Promise<void>;
}

/** Longest time for which our own callers keep an idle connection: shorter than `lingerOf`, so that it is they who close it. */
export const IDLE_CONNECTION_MS = 2_000;
const LONGEST_LINGER_MS = 5_000;

/** How long a drain serves kept connections, given how long a stop may take altogether. */
export const lingerOf = (deadlineMs: number): number => Math.min(LONGEST_LINGER_MS, deadlineMs / 5);

/** Longer than the keep-alive of those who call us, so that the caller closes first and never writes into a closing socket. */
const KEEP_ALIVE_MS = 65_000;

/** `server` overrides the limits that are meant for callers inside the house. */
export function listen(handler: RequestListener, options: { host: string; port: number; server?: ServerOptions }): Promise<Listening> {
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS, headersTimeout: 10_000, requestTimeout: 30_000, ...options.server });
  const drain = drainable(server);
  server.on('request', handler);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, () => {
      server.removeListener('error', reject);
      const { port } = server.address() as AddressInfo;
      const host = options.host === '0.0.0.0' || options.host === '::' ? '127.0.0.1' : options.host;
      resolve({ url: `http://${host}:${port}`, server, drain });
    });
  });
}

/** Counts what each connection is busy with; Node's own `closeIdleConnections` leaves those open that never sent a request. */
function drainable(server: Server): Listening['drain'] {
  const inFlight = new Map<Socket, number>();
  let draining = false;
  server.on('connection', (socket: Socket) => {
    inFlight.set(socket, 0);
    socket.once('close', () => inFlight.delete(socket));
  });
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    // A kept connection gets no new request: this answer is its last.
    if (draining) response.setHeader('connection', 'close');
    inFlight.set(socket, (inFlight.get(socket) ?? 0) + 1);
    response.once('close', () => inFlight.has(socket) && inFlight.set(socket, (inFlight.get(socket) ?? 1) - 1));
  });
  return (lingerMs = 0) =>
    new Promise((resolve) => {
      draining = true;
      const silentFrom = performance.now() + lingerMs;
      const sweep = setInterval(closeSilent, 50);
      // Not the close of http.Server, which would end idle connections at once.
      NetServer.prototype.close.call(server, () => {
        clearInterval(sweep);
        resolve();
      });
      function closeSilent(): void {
        if (performance.now() < silentFrom) return;
        for (const [socket, requests] of inFlight) if (requests === 0) socket.destroy();
      }
      closeSilent();
    });
}

/** The caller sent more than is allowed. */
export class BodyTooLarge extends Error {
  override name = 'BodyTooLarge';
}

/** The text of a request's body; rejects when it is longer than `limit` bytes, and when the caller goes before its end. */
export function readBody(request: IncomingMessage, limit: number): Promise<string> {
  // By its events: an iterator over the stream takes as long as the rest of what HTTP costs a small request.
  return new Promise((resolve, reject) => {
    if (Number(request.headers['content-length'] ?? 0) > limit) {
      reject(new BodyTooLarge());
      return;
    }
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      // The rest is let go: whoever destroys a request that is still being sent can't answer it any more.
      if (size <= limit) chunks.push(chunk);
      else reject(new BodyTooLarge());
    });
    request.once('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    request.once('error', reject);
  });
}

export function sendJson(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  const text = JSON.stringify(body);
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text), ...headers })
    .end(text);
}

import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface Endpoint {
  readonly name: string;
  readonly url: string;
  readonly opsUrl: string;
}

export interface Balancer {
  readonly port: number;
  add(endpoint: Endpoint): void;
  /** The replica is being deleted: its endpoint goes, learned as late as everything else. */
  terminate(name: string): void;
  /** Names of the replicas that get new connections now. */
  ready(): string[];
  close(): Promise<void>;
}

interface Known extends Endpoint {
  terminating: boolean;
  /** What new connections go by: it lags behind the truth. */
  learned: boolean;
}

const POLL_MS = 250;
const PROBE_MS = 2_000;

/**
 * Stands in for a Service of Kubernetes: each new connection goes to one of the replicas that were last known to be ready, kept connections stay
 * where they are, and what it knows is `lagMs` old: endpoints are polled at `/readyz` and take their time to reach every node.
 * A replica that can't be connected to costs the caller its connection, as with kube-proxy; with `redispatch` another one is tried,
 * as an ingress does, since nothing was sent yet.
 */
export async function startBalancer(options: {
  lagMs: number;
  redispatch: boolean;
  random: () => number;
  port?: number;
}): Promise<Balancer> {
  const known = new Map<string, Known>();
  const sockets = new Set<Socket>();
  const timers = new Set<NodeJS.Timeout>();
  const ready = () => [...known.values()].filter((endpoint) => endpoint.learned);

  const learnLater = (endpoint: Known, isReady: boolean) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      endpoint.learned = isReady && !endpoint.terminating;
    }, options.lagMs);
    timers.add(timer);
  };
  const poll = setInterval(() => {
    for (const endpoint of known.values()) {
      if (endpoint.terminating && !endpoint.learned) known.delete(endpoint.name);
      else void probe(endpoint.opsUrl).then((isReady) => learnLater(endpoint, isReady));
    }
  }, POLL_MS);

  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    track(client);
    forward(client, shuffled(ready(), options.random).slice(0, options.redispatch ? undefined : 1));
  });
  function forward(client: Socket, candidates: readonly Known[]): void {
    const [endpoint, ...others] = candidates;
    if (!endpoint) return void client.resetAndDestroy();
    const { hostname, port } = new URL(endpoint.url);
    const upstream = connect({ host: hostname, port: Number(port), allowHalfOpen: true, noDelay: true });
    track(upstream);
    let connected = false;
    upstream.once('connect', () => {
      connected = true;
      client.pipe(upstream);
      upstream.pipe(client);
    });
    upstream.once('error', () => {
      if (!connected && others.length > 0) forward(client, others);
      else client.resetAndDestroy();
    });
    client.once('close', () => upstream.destroy());
    upstream.once('close', () => connected && client.destroySoon());
  }
  function track(socket: Socket): void {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    add: (endpoint) => void known.set(endpoint.name, { ...endpoint, terminating: false, learned: false }),
    terminate(name) {
      const endpoint = known.get(name);
      if (!endpoint) return;
      endpoint.terminating = true;
      learnLater(endpoint, false);
    },
    ready: () => ready().map(({ name }) => name),
    close() {
      clearInterval(poll);
      for (const timer of timers) clearTimeout(timer);
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function probe(opsUrl: string): Promise<boolean> {
  try {
    const response = await fetch(`${opsUrl}/readyz`, { signal: AbortSignal.timeout(PROBE_MS) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .toSorted((left, right) => left.at - right.at)
    .map(({ item }) => item);
}

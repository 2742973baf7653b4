import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Socket } from 'node:net';
import { createLog } from './log.ts';
import { openStore, type Store } from './mongo.ts';
import { testMongoUrl } from './test-support/stores.ts';
import { until } from './test-support/subgraph.ts';

describe('the connection to a store that ends its connections', () => {
  let store: Store;
  beforeEach(async () => {
    store = openStore({ url: testMongoUrl('restarted'), log: createLog({ service: 'test', level: 'silent' }) });
    await until(() => store.isReady(), 'the first connection');
  });
  afterEach(() => store.close());

  it('fails a command that is sent before the connection has told that it is closed', async () => {
    for (const socket of driverOf(store).sockets()) socket.destroy();
    const sent = store.connection.db?.command({ ping: 1 });
    await expect(sent).rejects.toThrow(/closed/);
  });

  it('finds the store again, also where it was asked after in that moment', async () => {
    const { server, sockets } = driverOf(store);
    // Asked sooner than this after the last time, the driver asks later.
    await until(() => server.monitor.monitorId.toJSON().timeSinceLastCall > 500, 'the driver to ask at once');
    for (const socket of sockets()) socket.destroy();
    server.requestCheck();
    await expect(store.connection.db?.command({ ping: 1 })).rejects.toThrow(/closed/);
    await until(() => store.isReady(), 'another connection', 5_000);
  });
});

interface DriverServer {
  readonly monitor: {
    readonly monitorId: { toJSON(): { timeSinceLastCall: number } };
    readonly connection: { readonly socket: Socket };
  };
  readonly pool: { readonly connections: Iterable<{ readonly socket: Socket }> };
  requestCheck(): void;
}

/** The driver's own view of the one server of a store: no public interface leads to its sockets. */
function driverOf(store: Store) {
  const { topology } = store.connection.getClient() as unknown as { topology: { s: { servers: Map<string, DriverServer> } } };
  const [server] = [...topology.s.servers.values()];
  if (!server) throw new Error('The driver knows no server');
  return { server, sockets: () => [server.monitor.connection, ...server.pool.connections].map(({ socket }) => socket) };
}

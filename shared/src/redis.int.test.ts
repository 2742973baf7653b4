import { afterEach, describe, expect, it } from '@jest/globals';
import type { Redis } from 'ioredis';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { once } from 'node:events';
import { createLog } from './log.ts';
import { closeWith, workerConnection } from './redis.ts';
import { testRedisUrl } from './test-support/stores.ts';
import { until } from './test-support/subgraph.ts';

const log = createLog({ service: 'test', level: 'silent' });
/** As BullMQ's own close does without Redis. */
const never = () => new Promise<never>(() => undefined);

describe('closing what uses Redis', () => {
  const connections: Redis[] = [];
  const open = (url: string) => {
    const connection = workerConnection(url, log);
    connections.push(connection);
    return connection;
  };
  afterEach(() => connections.forEach((connection) => connection.disconnect()));

  it('waits for all of it while Redis is there', async () => {
    const connection = open(testRedisUrl());
    await until(() => connection.status === 'ready', 'Redis');
    const slow = Promise.withResolvers<void>();
    let closed = false;
    const closing = closeWith(connection, () => slow.promise).then(() => (closed = true));
    // Longer than it waits for a Redis that is away.
    const begun = performance.now();
    await until(() => performance.now() - begun > 800, 'the time to pass');
    expect(closed).toBe(false);
    slow.resolve();
    await closing;
  });

  it('gives up what waits for a Redis that is away', async () => {
    await expect(closeWith(open(await urlOfNobody()), never)).resolves.toBeUndefined();
  });

  it('gives it up too where Redis goes away while it is being closed', async () => {
    const connection = open(testRedisUrl());
    await until(() => connection.status === 'ready', 'Redis');
    const closing = closeWith(connection, never);
    connection.disconnect(true);
    await expect(closing).resolves.toBeUndefined();
  });

  it('ends the search of the copies too, so that nothing of it keeps a process', async () => {
    const connection = open(await urlOfNobody());
    const copy = connection.duplicate();
    copy.on('error', () => undefined);
    await closeWith(connection, never);
    await until(() => copy.status === 'end', 'the copy to end');
    expect(copy.status).toBe('end');
  });
});

/** A place where nobody listens. */
async function urlOfNobody(): Promise<string> {
  const server: Server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return `redis://127.0.0.1:${port}`;
}

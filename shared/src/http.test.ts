import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Pool } from 'undici';
import { listen, type Listening } from './http.ts';
import { until } from './test-support/subgraph.ts';

/** Longer than any test waits: who isn't told to go stays. */
const LONG_MS = 60_000;

describe('draining an HTTP server', () => {
  let listening: Listening;
  let answer: () => void;
  const opened: { destroy(): void }[] = [];
  const start = async (hold = false) => {
    const held = new Promise<void>((resolve) => (answer = resolve));
    listening = await listen(
      (_request, response) => {
        if (hold) void held.then(() => response.end('late'));
        else response.end('now');
      },
      { host: '127.0.0.1', port: 0 },
    );
  };
  const open = async (text = ''): Promise<Socket> => {
    const socket = connect(Number(new URL(listening.url).port), '127.0.0.1');
    socket.on('error', () => undefined);
    opened.push(socket);
    await new Promise((resolve) => socket.once('connect', resolve));
    socket.write(text);
    return socket;
  };
  const pool = () => {
    const kept = new Pool(listening.url, { connections: 1, keepAliveTimeout: LONG_MS });
    opened.push({ destroy: () => void kept.destroy() });
    return kept;
  };
  const get = async (from: Pool) => {
    const { headers, body } = await from.request({ path: '/', method: 'GET' });
    await body.text();
    return headers['connection'];
  };
  afterEach(() => {
    for (const each of opened.splice(0)) each.destroy();
    listening.server.closeAllConnections();
  });

  it('serves a kept connection once more, tells it to go, and ends when it has gone', async () => {
    await start();
    const kept = pool();
    expect(await get(kept)).toBe('keep-alive');
    const drained = listening.drain(LONG_MS);
    expect(await get(kept)).toBe('close');
    await drained;
  });

  it('takes no new connection from the start', async () => {
    await start();
    const kept = pool();
    await get(kept);
    void listening.drain(LONG_MS);
    await expect(get(pool())).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await get(kept);
  });

  it('closes a silent connection once it has lingered, whether or not it ever sent a request', async () => {
    await start();
    const silent = [await open(), await open('GET / HTTP/1.1\r\nhost: x\r\n\r\n')];
    for (const socket of silent) socket.resume();
    await until(() => (silent[1]?.bytesRead ?? 0) > 0, 'the answer');
    await listening.drain(0);
    await until(() => silent.every((socket) => socket.destroyed), 'both to be closed');
  });

  it('lets a request in flight finish, however long it has lingered', async () => {
    await start(true);
    const kept = pool();
    const pending = get(kept);
    await until(async () => (await connectionsOf(listening)) === 1, 'the request to arrive');
    const drained = listening.drain(0);
    answer();
    await Promise.all([pending, drained]);
  });
});

function connectionsOf({ server }: Listening): Promise<number> {
  return new Promise((resolve, reject) => server.getConnections((error, count) => (error ? reject(error) : resolve(count))));
}

import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Pool } from 'undici';
import { listen, readBody, type Listening } from './http.ts';
import { until } from './test-support/subgraph.ts';

/** Longer than any test waits: who isn't told to go stays. */
const LONG_MS = 60_000;

describe('draining an HTTP server', () => {
  let listening: Listening;
  let answer: () => void;
  let arrived = 0;
  const opened: { destroy(): void }[] = [];
  const start = async (hold = false) => {
    const held = new Promise<void>((resolve) => (answer = resolve));
    arrived = 0;
    listening = await listen(
      (_request, response) => {
        arrived += 1;
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
    await until(() => arrived === 1, 'the request to arrive');
    const drained = listening.drain(0);
    answer();
    await Promise.all([pending, drained]);
  });
});

describe('reading a body', () => {
  let listening: Listening;
  const outcomes: string[] = [];
  beforeEach(async () => {
    outcomes.length = 0;
    listening = await listen(
      (request, response) => {
        readBody(request, 10).then(
          (text) => {
            outcomes.push(text);
            response.end();
          },
          (error: unknown) => {
            outcomes.push((error as Error).name);
            response.writeHead(413, { connection: 'close' }).end();
          },
        );
      },
      { host: '127.0.0.1', port: 0 },
    );
  });
  afterEach(() => listening.server.closeAllConnections());
  const send = async (text: string): Promise<Socket> => {
    const socket = connect(Number(new URL(listening.url).port), '127.0.0.1').on('error', () => undefined);
    socket.setEncoding('utf8').write(text);
    return socket;
  };
  const chunked = 'POST / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n';

  it('puts pieces together, a letter that was cut in two included', async () => {
    const socket = await send(`${chunked}2\r\na`);
    const [first, second] = Buffer.from('é');
    socket.write(
      Buffer.concat([Buffer.from([first ?? 0]), Buffer.from('\r\n1\r\n'), Buffer.from([second ?? 0]), Buffer.from('\r\n0\r\n\r\n')]),
    );
    await until(() => outcomes.length > 0, 'the body');
    expect(outcomes).toEqual(['aé']);
  });

  it.each([
    ['one that says how long it is', 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 11\r\n\r\n'],
    ['one that goes on and on', `${chunked}a\r\n0123456789\r\n1\r\n0\r\n`],
  ])('refuses %s, and can say so while it is still being sent', async (_what, text) => {
    const socket = await send(text);
    let answer = '';
    socket.on('data', (chunk: string) => (answer += chunk));
    await until(() => answer !== '', 'the answer');
    expect([answer.slice(0, 12), outcomes]).toEqual(['HTTP/1.1 413', ['BodyTooLarge']]);
  });

  it('fails when the caller goes before its end', async () => {
    const socket = await send(`${chunked}2\r\nab\r\n`);
    await until(() => listening.server.listening && socket.bytesWritten > 0, 'the beginning');
    socket.destroySoon();
    await until(() => outcomes.length > 0, 'the end');
    expect(outcomes).toEqual(['Error']);
  });
});

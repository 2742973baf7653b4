import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Pool } from 'undici';
import { until } from '@servicepunt/shared/test-support/subgraph';
import { startBalancer, type Balancer } from './balancer.ts';

describe('the balancer of the proof', () => {
  const opened: { close(): unknown }[] = [];
  let balancer: Balancer;
  const replica = async (name: string) => {
    let isReady = true;
    const server: Server = createServer((request, response) => {
      if (request.url === '/readyz') response.statusCode = isReady ? 200 : 503;
      response.end(name);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    opened.push({ close: () => (server.closeAllConnections(), server.close()) });
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const close = () => new Promise<void>((resolve) => (server.close(() => resolve()), server.closeAllConnections()));
    return { name, url, opsUrl: url, ready: (value: boolean) => (isReady = value), close };
  };
  const ask = async (pool: Pool) => (await pool.request({ path: '/', method: 'GET' })).body.text();
  const client = () => {
    const pool = new Pool(`http://127.0.0.1:${balancer.port}`, { connections: 1 });
    opened.push({ close: () => pool.destroy() });
    return pool;
  };
  const start = async (redispatch = false, random = () => 0) => {
    balancer = await startBalancer({ lagMs: 100, redispatch, random });
    opened.push(balancer);
  };
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((each) => each.close()));
  });

  it('sends nothing to a replica before it learned that it is ready, and a kept connection stays where it is', async () => {
    await start();
    const [one, two] = [await replica('one'), await replica('two')];
    balancer.add(one);
    expect(balancer.ready()).toEqual([]);
    await expect(ask(client())).rejects.toMatchObject({ code: expect.stringMatching(/ECONNRESET|UND_ERR_SOCKET/) });
    await until(() => balancer.ready().length === 1, 'the first to be learned');
    const kept = client();
    expect(await ask(kept)).toBe('one');
    balancer.add(two);
    one.ready(false);
    await until(() => balancer.ready().join() === 'two', 'the change to be learned');
    expect(await ask(client())).toBe('two');
    expect(await ask(kept)).toBe('one');
  });

  it('learns late that a replica goes: until then new connections are lost to it', async () => {
    await start();
    const one = await replica('one');
    balancer.add(one);
    await until(() => balancer.ready().length === 1, 'it to be learned');
    await one.close();
    expect(balancer.ready()).toEqual(['one']);
    await expect(ask(client())).rejects.toMatchObject({ code: expect.stringMatching(/ECONNRESET|UND_ERR_SOCKET/) });
    await until(() => balancer.ready().length === 0, 'its end to be learned');
  });

  it('tries another replica where it stands in for an ingress', async () => {
    await start(true);
    const [one, two] = [await replica('one'), await replica('two')];
    balancer.add(one);
    balancer.add(two);
    await until(() => balancer.ready().length === 2, 'both to be learned');
    await one.close();
    expect(await ask(client())).toBe('two');
  });
});

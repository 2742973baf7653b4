import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createGateway, GatewayRefusal, GatewayUnavailable, InputRefused, type Gateway } from './gateway.ts';

describe('the client of the gateway', () => {
  let server: Server | undefined;
  let gateway: Gateway | undefined;
  afterEach(async () => {
    await gateway?.close();
    server?.closeAllConnections();
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
    server = undefined;
  });

  async function answering(status: number, body: unknown, headers: Record<string, string> = {}) {
    const asked: { headers: Record<string, unknown>; body: unknown; url: string | undefined }[] = [];
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        asked.push({ headers: request.headers, body: JSON.parse(Buffer.concat(chunks).toString()), url: request.url });
        response
          .writeHead(status, { 'content-type': 'application/json', ...headers })
          .end(typeof body === 'string' ? body : JSON.stringify(body));
      });
    });
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    gateway = createGateway({ endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, token: () => 'the-token' });
    return { gateway, asked };
  }
  const refused = (code: string) => ({ errors: [{ message: 'secret 111222333', extensions: { code } }] });

  it('sends operation, variables, token and its own name, and returns the data', async () => {
    const { gateway: client, asked } = await answering(200, { data: { ok: true } });
    expect(await client.run('query Q { ok }', { a: 1 })).toEqual({ ok: true });
    expect(asked[0]).toMatchObject({
      url: '/graphql',
      body: { query: 'query Q { ok }', variables: { a: 1 } },
      headers: {
        authorization: 'Bearer the-token',
        'accept-language': 'en',
        'x-client-name': 'import',
        'x-client-version': expect.stringMatching(/^[\w.-]{1,40}$/),
      },
    });
  });

  it.each([
    ['not signed in', 401, refused('UNAUTHENTICATED'), GatewayRefusal],
    ['not allowed', 200, refused('FORBIDDEN'), GatewayRefusal],
    ['an unknown mutation', 400, refused('GRAPHQL_VALIDATION_FAILED'), GatewayRefusal],
    ['a value that a scalar refuses', 400, refused('BAD_USER_INPUT'), InputRefused],
    ['too costly an operation', 400, refused('OPERATION_TOO_COMPLEX'), GatewayRefusal],
    ['too large a body', 413, '', InputRefused],
    ['a subgraph that is down', 200, { data: { x: null }, ...refused('SUBGRAPH_UNAVAILABLE') }, GatewayUnavailable],
    ['an error inside', 200, refused('INTERNAL_SERVER_ERROR'), GatewayUnavailable],
    ['a proxy without a backend', 502, '<html>Bad gateway</html>', GatewayUnavailable],
    ['too many requests', 429, refused('RATE_LIMITED'), GatewayUnavailable],
    ['a web page', 200, '<html>Hello</html>', GatewayRefusal],
    ['nothing at this path', 404, 'Not found', GatewayRefusal],
  ])('tells apart: %s', async (_name, status, body, kind) => {
    const { gateway: client } = await answering(status, body);
    const error = await client.run('{ x }', {}).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(kind);
    expect(String(error)).not.toContain('111222333');
  });

  it('keeps the time that the gateway asks to wait', async () => {
    const { gateway: client } = await answering(429, refused('RATE_LIMITED'), { 'retry-after': '7' });
    await expect(client.run('{ x }', {})).rejects.toMatchObject({ retryAfterMs: 7_000 });
  });

  it('says when nobody listens', async () => {
    const { gateway: client } = await answering(200, {});
    server?.closeAllConnections();
    await new Promise((resolve) => server?.close(resolve));
    server = undefined;
    await expect(client.run('{ x }', {})).rejects.toThrow(/does not answer \(ECONNREFUSED\)/);
  });
});

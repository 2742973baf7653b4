import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createIdentitySigner } from './identity.ts';
import { createServiceClient, ServiceUnavailable, type ServiceClient } from './service-client.ts';
import { testKeys } from './test-support/subgraph.ts';

describe('calls to another service', () => {
  let server: Server;
  let client: ServiceClient;
  let seen: number;
  const start = async (answer: RequestListener, timeoutMs = 3_000) => {
    seen = 0;
    server = createServer((request, response) => {
      seen += 1;
      answer(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { privateKeys } = await testKeys();
    const signer = await createIdentitySigner('placements', privateKeys.placements);
    client = createServiceClient({ signer, urls: { students: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }, timeoutMs });
  };
  const staff = (options = {}) => client.call('students.staffOf', { locationId: null, role: 'SERVICE_POINT' }, options);
  afterEach(async () => {
    await client.close();
    server.closeAllConnections();
    server.close();
  });
  const answerOf: RequestListener = (_request, response) => void response.end('{"staffMemberIds":["stf_1"]}');

  it('are repeated when a connection is lost, as often as a dead replica may still be chosen', async () => {
    await start((request, response) => (seen <= 4 ? void request.socket.destroy() : answerOf(request, response)));
    expect(await staff()).toEqual({ staffMemberIds: ['stf_1'] });
    expect(seen).toBe(5);
  });

  it('fail as unavailable when nobody answers at all', async () => {
    await start(answerOf);
    await new Promise((resolve) => server.close(resolve));
    await expect(staff()).rejects.toThrow(ServiceUnavailable);
  });

  it('are not repeated when the other service answered that it failed', async () => {
    await start((_request, response) => void response.writeHead(500).end('{}'));
    await expect(staff()).rejects.toThrow(ServiceUnavailable);
    expect(seen).toBe(1);
  });

  it('end with the deadline that the caller has left, however often they are repeated', async () => {
    await start((request) => void request.socket.destroy());
    await expect(staff({ deadline: Date.now() + 50 })).rejects.toThrow(ServiceUnavailable);
    expect(seen).toBeLessThan(6);
    await expect(staff({ deadline: Date.now() - 1 })).rejects.toThrow(ServiceUnavailable);
  });
});

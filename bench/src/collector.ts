import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A collector that takes traces and forgets them; it ends with its process. Resolves to its address. */
export async function startForgetfulCollector(): Promise<string> {
  const server = createServer((request, response) => {
    request.resume().once('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end('{}'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

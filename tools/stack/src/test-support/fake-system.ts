/** Stands in for any process of the system: serves, says that it is ready, and knows nobody. SIGUSR2 crashes it. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const EMPTY = { nodes: [] };
const listen = (server: Server, port: number): Promise<string> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });

let ready = false;
const ops = createServer((_request, response) => response.writeHead(ready ? 200 : 503).end());
const http = createServer((_request, response) =>
  response.writeHead(200, { 'content-type': 'application/json' }).end(
    JSON.stringify({
      data: {
        staffMembers: EMPTY,
        students: EMPTY,
        employerContacts: EMPTY,
        schoolLocations: EMPTY,
        companyGroups: EMPTY,
        placements: EMPTY,
      },
    }),
  ),
);
const [url, opsUrl] = await Promise.all([listen(http, Number(process.env['PORT'] ?? 0)), listen(ops, 0)]);
console.log(JSON.stringify({ event: 'listening', url, opsUrl }));
setTimeout(() => (ready = true), 50);
process.on('SIGTERM', () => process.exit(0));
process.on('SIGUSR2', () => {
  console.log('the well ran dry');
  process.exit(70);
});

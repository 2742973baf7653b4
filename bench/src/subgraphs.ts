/** The four subgraphs in one process: graphql-js on cached documents over node:http, so that the gateways are what is measured. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse, type DocumentNode } from 'graphql';
import { RESOLVERS, SDL } from './world.ts';

const addresses: Record<string, string> = {};
for (const [name, sdl] of Object.entries(SDL)) {
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: RESOLVERS[name] as never }]);
  const documents = new Map<string, DocumentNode>();
  const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      void (async () => {
        const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as {
          query: string;
          variables?: Record<string, unknown>;
          subject?: string;
        };
        let result: unknown;
        if (request.url?.startsWith('/calls/')) {
          const viewer = {
            kind: 'PERSON',
            id: `stf_${body.subject}`,
            language: 'nl',
            grants: [{ role: 'SERVICE_POINT', scope: { kind: 'ALL' } }],
          };
          result = { viewer: request.url.includes('students') ? viewer : null };
        } else {
          let document = documents.get(body.query);
          if (!document) documents.set(body.query, (document = parse(body.query)));
          result = await execute({ schema, document, variableValues: body.variables });
        }
        const text = JSON.stringify(result);
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }).end(text);
      })();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  addresses[name] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
console.log(JSON.stringify({ event: 'listening', addresses }));

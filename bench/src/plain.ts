import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { execute, parse, type DocumentNode, type GraphQLSchema } from 'graphql';

export interface Body {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly subject?: string;
}

/** JSON over node:http with nothing around it; resolves to the address. */
export async function servePlain(answer: (body: Body, path: string) => unknown): Promise<string> {
  const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      void (async () => {
        const text = JSON.stringify(await answer(JSON.parse(Buffer.concat(chunks).toString('utf8')) as Body, request.url ?? ''));
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }).end(text);
      })();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** graphql-js on documents that are parsed once. */
export function plainExecution(schema: GraphQLSchema): (body: Body) => unknown {
  const documents = new Map<string, DocumentNode>();
  return ({ query, variables }) => {
    let document = documents.get(query);
    if (!document) documents.set(query, (document = parse(query)));
    return execute({ schema, document, variableValues: variables });
  };
}

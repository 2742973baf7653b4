import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse, validate, type GraphQLSchema } from 'graphql';

export interface SeenRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: { query?: string; operationName?: string; variables?: Record<string, unknown> };
}
/** Answers one request in its own way; false lets the subgraph answer as it should. */
export type Misbehaviour = (request: IncomingMessage, response: ServerResponse, seen: SeenRequest) => boolean | Promise<boolean>;

export interface FakeSubgraph {
  readonly name: string;
  readonly url: string;
  readonly sdl: string;
  /** GraphQL requests and service calls, in the order of their arrival. */
  readonly seen: SeenRequest[];
  /** From now on; null for good behaviour. */
  misbehave(how: Misbehaviour | null): void;
  stop(): Promise<void>;
}

const HEAD = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@provides", "@shareable", "@inaccessible", "@override", "@interfaceObject", "@cost", "@listSize", "@tag"])\n`;

/** A real subgraph on real HTTP; `calls` answers service calls by name. */
export async function startFakeSubgraph(options: {
  name: string;
  sdl: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- resolvers of whatever schema a test needs.
  resolvers?: any;
  calls?: Record<string, (input: Record<string, unknown>) => unknown>;
}): Promise<FakeSubgraph> {
  const sdl = HEAD + options.sdl;
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: options.resolvers ?? {} }]);
  const seen: SeenRequest[] = [];
  let misbehaviour: Misbehaviour | null = null;
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      const record: SeenRequest = {
        path: request.url ?? '',
        headers: request.headers,
        body: JSON.parse(Buffer.concat(chunks).toString('utf8')) as SeenRequest['body'],
      };
      seen.push(record);
      if (misbehaviour && (await misbehaviour(request, response, record))) return;
      const call = /^\/calls\/(.+)$/.exec(record.path)?.[1];
      const handler = call === undefined ? undefined : options.calls?.[call];
      const answer = handler ? handler(record.body as Record<string, unknown>) : await run(schema, record.body);
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    })().catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  const port = await listen(server);
  return {
    name: options.name,
    url: `http://127.0.0.1:${port}`,
    sdl,
    seen,
    misbehave(how) {
      misbehaviour = how;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function run(schema: GraphQLSchema, body: SeenRequest['body']): Promise<unknown> {
  const document = parse(body.query ?? '');
  const errors = validate(schema, document);
  if (errors.length > 0) return { errors };
  return execute({ schema, document, variableValues: body.variables, operationName: body.operationName });
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)));
}

/** Composes the subgraphs into a supergraph file of their real addresses. */
export function supergraphFile(subgraphs: readonly Pick<FakeSubgraph, 'name' | 'url' | 'sdl'>[]): string {
  const file = join(mkdtempSync(join(tmpdir(), 'gateway-test-')), 'supergraph.graphql');
  writeFileSync(file, composed(subgraphs));
  return file;
}
export function composed(subgraphs: readonly Pick<FakeSubgraph, 'name' | 'url' | 'sdl'>[]): string {
  const result = composeServices(subgraphs.map(({ name, url, sdl }) => ({ name, url: `${url}/graphql`, typeDefs: parse(sdl) })));
  if (result.errors) throw new Error(result.errors.map(({ message }) => message).join('\n'));
  return result.supergraphSdl;
}

/** Ways in which a subgraph fails. */
export const failures: Record<'reset' | 'silent' | 'html' | 'crash' | 'wrongShape', Misbehaviour> = {
  /** Closes the connection without a word. */
  reset: (request: IncomingMessage) => {
    request.socket.destroy();
    return true;
  },
  /** Takes the request and never answers. */
  silent: () => true,
  html: (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>nginx/1.2 at 10.0.0.7:8080</h1>');
    return true;
  },
  crash: (_request, response) => {
    response.writeHead(500, { 'content-type': 'application/json' }).end('{"error":"MongoServerError: E11000 at db.internal:27017"}');
    return true;
  },
  wrongShape: (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":[1,2,3]}');
    return true;
  },
};

/**
 * A development stand-in for the foundation's identity provider: what a verifier needs, discovery and keys.
 * There is no sign-in page; `npm run token` signs with the same key file.
 */
import { createServer } from 'node:http';
import type { JWK } from 'jose';
import { publicPart } from '../keys.ts';
import { listenOnLoopback, type LoopbackServer } from '../loopback.ts';

export async function startIssuer(options: { key: JWK; port: number; nodeEnv: string | undefined }): Promise<LoopbackServer> {
  if (options.nodeEnv === 'production')
    throw new Error('The development issuer signs anybody in and refuses NODE_ENV=production. Set OIDC_ISSUER to the real one.');
  const keys = JSON.stringify({ keys: [publicPart(options.key)] });
  let url = '';
  const server = createServer((request, response) => {
    const answer = answers(url, keys)[new URL(request.url ?? '/', url).pathname];
    if (request.method !== 'GET' || answer === undefined)
      return void response.writeHead(404, { 'content-type': 'application/json' }).end('{"error":"not_found"}');
    return void response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'max-age=60' }).end(answer);
  });
  const running = await listenOnLoopback(server, options.port);
  url = running.url;
  return running;
}

function answers(issuer: string, keys: string): Record<string, string> {
  return {
    '/.well-known/openid-configuration': JSON.stringify({
      issuer,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['id_token'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['ES256'],
    }),
    '/jwks': keys,
  };
}

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose';

export interface TestIssuer {
  readonly url: string;
  /** How often its keys were asked for. */
  keyRequests(): number;
  /** A token of a person; `claims` and `header` override what a good token holds. */
  token(
    subject: string,
    options?: { algorithm?: string; audience?: string; issuer?: string; expiresIn?: number; claims?: object },
  ): Promise<string>;
  /** Takes a new key and forgets the old one. */
  rotate(): Promise<void>;
  publicKey(): JWK;
  /** Answers nothing but errors. */
  breakDown(broken: boolean): void;
  stop(): Promise<void>;
}

/** An identity provider with discovery and rotating keys. */
export async function startTestIssuer(algorithm = 'ES256'): Promise<TestIssuer> {
  let version = 0;
  let requests = 0;
  let broken = false;
  let key = await newKey(algorithm, version);
  const server = createServer((request, response) => {
    if (broken) return void response.writeHead(503).end();
    const { port } = server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}`;
    if (request.url === '/jwks') requests += 1;
    const body = request.url === '/jwks' ? { keys: [key.publicJwk] } : { issuer: url, jwks_uri: `${url}/jwks` };
    return void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    keyRequests: () => requests,
    publicKey: () => key.publicJwk,
    async token(subject, options = {}) {
      const now = Math.floor(Date.now() / 1000);
      return new SignJWT({ ...options.claims })
        .setProtectedHeader({ alg: algorithm, kid: key.publicJwk.kid ?? '' })
        .setIssuer(options.issuer ?? url)
        .setAudience(options.audience ?? 'servicepunt')
        .setSubject(subject)
        .setIssuedAt(now)
        .setExpirationTime(now + (options.expiresIn ?? 600))
        .sign(key.privateKey);
    },
    async rotate() {
      version += 1;
      key = await newKey(algorithm, version);
    },
    breakDown(isBroken) {
      broken = isBroken;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function newKey(algorithm: string, version: number) {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
  return { privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid: `key-${version}`, alg: algorithm, use: 'sig' } };
}

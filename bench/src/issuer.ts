/** An identity provider for the gateway under test, and tokens of as many people as are wanted. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export async function startIssuer(): Promise<{ url: string; tokens(count: number): Promise<string[]>; stop(): void }> {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'bench', alg: 'ES256', use: 'sig' };
  const server = createServer((request, response) => {
    const body = request.url === '/jwks' ? { keys: [jwk] } : { issuer: url, jwks_uri: `${url}/jwks` };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    tokens: (count) =>
      Promise.all(
        Array.from({ length: count }, (_unused, index) =>
          new SignJWT()
            .setProtectedHeader({ alg: 'ES256', kid: 'bench' })
            .setIssuer(url)
            .setAudience('servicepunt')
            .setSubject(`person-${index}`)
            .setExpirationTime('6h')
            .sign(privateKey),
        ),
      ),
    stop: () => void server.close(),
  };
}

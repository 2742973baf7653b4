import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateKeyPair, importJWK, SignJWT, UnsecuredJWT, type JWK } from 'jose';
import { SERVICES, type Issuer, type ServiceName, type Viewer } from '@servicepunt/shared/contracts/roles';
import { createIdentitySigner } from '@servicepunt/shared/identity';
import { request } from 'undici';
import type { RunningStack } from '../support/stack.ts';

/** Identities that no subgraph may take, for a viewer whom it would show everything. */
export async function forgedIdentities(stack: RunningStack, service: ServiceName, viewer: Viewer): Promise<Map<string, string>> {
  const jwkOf = (name: Issuer) => JSON.parse(readFileSync(join(stack.folder, 'keys', `${name}.jwk.json`), 'utf8')) as JWK;
  const other = SERVICES.find((name) => name !== service) ?? 'students';
  const gateway = await createIdentitySigner('gateway', jwkOf('gateway'));
  const long = await createIdentitySigner('gateway', jwkOf('gateway'), () => Date.now() - 120_000);
  const good = await gateway.sign(viewer, service);
  const [head = '', payload = '', signature = ''] = good.split('.');
  const stranger = await generateKeyPair('EdDSA');
  const claims = { viewer, iss: 'gateway', aud: service, sub: viewer.id };
  const signed = (key: Parameters<SignJWT['sign']>[0], kid: string, issuer: string, alg = 'EdDSA') =>
    new SignJWT({ ...claims, iss: issuer }).setProtectedHeader({ alg, kid }).setIssuedAt().setExpirationTime('50s').sign(key);
  const publicText = new TextEncoder().encode(String(jwkOf('gateway').x));
  const changed = Buffer.from(JSON.stringify({ ...claims, viewer: { ...viewer, id: 'stf_other' } })).toString('base64url');
  return new Map([
    ['for another audience', await gateway.sign(viewer, other)],
    ['that expired', await long.sign(viewer, service)],
    ['that was altered', [head, changed, signature].join('.')],
    ['without its signature', [head, payload, ''].join('.')],
    ['under alg none', new UnsecuredJWT(claims).setIssuedAt().setExpirationTime('50s').encode()],
    ['signed with the public key as a secret', await signed(publicText, 'gateway:dev', 'gateway', 'HS256')],
    ['under a key that nobody knows', await signed(stranger.privateKey, 'gateway:other', 'gateway')],
    ['under a stranger’s key with our key’s name', await signed(stranger.privateKey, 'gateway:dev', 'gateway')],
    ['under a key whose name is a path', await signed(stranger.privateKey, '../../keys/gateway.jwk.json', 'gateway')],
    ['of a person, signed by a service', await signed(await importJWK(jwkOf(other), 'EdDSA'), `${other}:dev`, other)],
    ['of a person, signed by a service as the gateway', await signed(await importJWK(jwkOf(other), 'EdDSA'), `${other}:dev`, 'gateway')],
  ]);
}

/** What a subgraph answers to each of its ways in; `not a document` shows whether GraphQL ran. */
export async function knock(url: string | undefined, authorization: string | null): Promise<number[]> {
  const headers = { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) };
  const bodies = ['{ _service { sdl } }', '{ _entities(representations: []) { __typename } }', 'not a document'];
  const answers = await Promise.all([
    ...bodies.map((query) => request(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) })),
    request(`${url}/graphql`, { method: 'POST', headers, body: 'not even JSON' }),
    request(`${url}/calls/students.people`, { method: 'POST', headers, body: '{"ids":[]}' }),
    request(`${url}/calls/nothing`, { method: 'POST', headers, body: '{}' }),
    request(`${url}/events?after=0`, { headers }),
    request(`${url}/nothing`, { headers }),
  ]);
  await Promise.all(answers.map(({ body }) => body.dump()));
  return answers.map(({ statusCode }) => statusCode);
}

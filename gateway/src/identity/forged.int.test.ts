import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { decodeJwt, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { grant } from '@servicepunt/shared/test-support/subgraph';
import { person, startTestGateway, type TestGateway } from '../test-support/gateway.ts';
import { startTestIssuer, type TestIssuer } from '../test-support/issuer.ts';
import { startSchoolSubgraphs, type Known } from '../test-support/school-subgraphs.ts';

const QUERY = '{ student(id: "stu_1") { name } }';
const at = { kind: 'LOCATION', id: 'loc_1' } as const;
const supervisor = person('stf_1', grant('SCHOOL_SUPERVISOR', at));

describe('who wants to be somebody else', () => {
  const known: Known = {};
  let subgraphs: Awaited<ReturnType<typeof startSchoolSubgraphs>>;
  let issuer: TestIssuer;
  let gateway: TestGateway;
  let later = 0;
  const ask = (token: string, headers: Record<string, string> = {}) =>
    gateway.ask(QUERY, { headers: { authorization: `Bearer ${token}`, ...headers } });
  const signedAsAnna = (key: CryptoKey, header: object) =>
    new SignJWT({})
      .setProtectedHeader({ ...header, alg: 'ES256' })
      .setIssuer(issuer.url)
      .setAudience('servicepunt')
      .setSubject('anna')
      .setExpirationTime('5m')
      .sign(key);
  const shown = () => {
    const token = subgraphs.students.seen.findLast(({ path }) => path === '/graphql')?.headers.authorization?.slice('Bearer '.length) ?? '';
    return decodeJwt(token)['viewer'] as { id: string; grants: { role: string }[] };
  };
  beforeAll(async () => {
    subgraphs = await startSchoolSubgraphs(known);
  });
  afterAll(() => subgraphs.stop());
  beforeEach(async () => {
    later = 0;
    known.students = { anna: supervisor };
    issuer = await startTestIssuer();
    gateway = await startTestGateway({ subgraphs: subgraphs.all, issuer: issuer.url, now: () => Date.now() + later });
  });
  afterEach(async () => {
    await gateway.stop();
    await issuer.stop();
  });

  it('gets no role from a claim or a header', async () => {
    const claims = { role: 'SERVICE_POINT', roles: ['SERVICE_POINT'], viewer: { id: 'stf_9', grants: [grant('SERVICE_POINT')] } };
    const headers = { 'x-role': 'SERVICE_POINT', 'x-viewer': 'stf_9', 'x-identity': JSON.stringify(claims.viewer), 'x-deadline': '1' };
    expect((await ask(await issuer.token('anna', { claims }), headers)).status).toBe(200);
    expect(shown()).toMatchObject({ id: 'stf_1', grants: supervisor.grants });
    const seen = subgraphs.students.seen.findLast(({ path }) => path === '/graphql')?.headers ?? {};
    expect(Object.keys(seen).filter((name) => name in headers && name !== 'x-deadline')).toEqual([]);
  });

  it.each(['../../keys/gateway.jwk.json', '/dev/null', '', 'key-0\u0000', 'https://evil.example/jwks'])(
    'gets no further with a key of his own under the name %j',
    async (kid) => {
      const { privateKey } = await generateKeyPair('ES256');
      const forged = await signedAsAnna(privateKey, { kid, jku: 'https://evil.example/jwks', x5u: 'https://evil.example/x5u' });
      expect((await ask(forged)).status).toBe(401);
    },
  );

  it('brings no key along in his token', async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
    const forged = await signedAsAnna(privateKey, { kid: 'key-0', jwk: await exportJWK(publicKey) });
    expect((await ask(forged)).status).toBe(401);
  });

  it('has what he was given, and no longer what was taken from him, within 30 seconds', async () => {
    const token = await issuer.token('anna');
    expect((await ask(token)).status).toBe(200);
    expect(shown().grants).toEqual(supervisor.grants);
    const given = [grant('COORDINATOR', at), grant('DIRECTOR', at)];
    known.students = { anna: person('stf_1', ...given) };
    later = 30_001;
    expect((await ask(token)).status).toBe(200);
    expect(shown().grants).toEqual(given);
    known.students = {};
    later = 60_002;
    expect((await ask(token)).status).toBe(401);
  });

  it('passes with a clock that runs half a minute behind, and not with one that runs a minute behind', async () => {
    expect((await ask(await issuer.token('anna', { expiresIn: -25 }))).status).toBe(200);
    expect((await ask(await issuer.token('anna', { expiresIn: -35 }))).status).toBe(401);
  });
});

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { decodeJwt, importJWK, SignJWT, UnsecuredJWT } from 'jose';
import { createOidcVerifier } from '@servicepunt/shared/oidc';
import { grant } from '@servicepunt/shared/test-support/subgraph';
import { person, startTestGateway, type TestGateway } from '../test-support/gateway.ts';
import { startTestIssuer, type TestIssuer } from '../test-support/issuer.ts';
import { startSchoolSubgraphs, type Known } from '../test-support/school-subgraphs.ts';
import { failures } from '../test-support/subgraphs.ts';

const QUERY = '{ student(id: "stu_1") { name } }';
const coordinator = person('stf_1', grant('COORDINATOR', { kind: 'LOCATION', id: 'loc_1' }));
const guardian = person('grd_1', grant('GUARDIAN', { kind: 'STUDENT', id: 'stu_1' }));
const contact = person('con_1', grant('EMPLOYER_CONTACT', { kind: 'EMPLOYER', id: 'emp_1' }));

describe('callers of the gateway', () => {
  const known: Known = {
    students: { anna: coordinator, both: guardian, turncoat: coordinator },
    employers: { both: contact, karel: contact, turncoat: contact },
    keys: {
      slk_good: { kind: 'SYSTEM', id: 'key_1', language: 'en', grants: [grant('EMPLOYER_SYSTEM', { kind: 'EMPLOYER', id: 'emp_1' })] },
    },
    links: { 'link-good': { kind: 'LINK', id: 'lnk_1', language: 'nl', grants: [] } },
  };
  let subgraphs: Awaited<ReturnType<typeof startSchoolSubgraphs>>;
  let issuer: TestIssuer;
  let gateway: TestGateway;
  let later = 0;
  const bearer = (token: string, headers: Record<string, string> = {}) => ({ headers: { authorization: `Bearer ${token}`, ...headers } });
  /** The viewer that the subgraph was shown in its last request. */
  const shown = () => {
    const token = subgraphs.students.seen.findLast(({ path }) => path === '/graphql')?.headers.authorization?.slice('Bearer '.length) ?? '';
    return decodeJwt(token)['viewer'] as { id: string; language: string; grants: unknown[]; kind: string };
  };

  beforeAll(async () => {
    subgraphs = await startSchoolSubgraphs(known);
  });
  afterAll(() => subgraphs.stop());
  beforeEach(async () => {
    later = 0;
    for (const subgraph of subgraphs.all) {
      subgraph.seen.length = 0;
      subgraph.misbehave(null);
    }
    issuer = await startTestIssuer();
    gateway = await startTestGateway({ subgraphs: subgraphs.all, issuer: issuer.url, now: () => Date.now() + later });
  });
  afterEach(async () => {
    await gateway.stop();
    await issuer.stop();
  });

  it('without a credential get 401, and a health check gets its answer', async () => {
    const { status, body, headers } = await gateway.ask(QUERY);
    expect(status).toBe(401);
    expect(headers['www-authenticate']).toBe('Bearer, Link');
    expect(body.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await gateway.ask('{ __typename }')).body).toEqual({ data: { __typename: 'Query' } });
    expect((await gateway.ask('{ __typename student(id: "stu_1") { name } }')).status).toBe(401);
    expect(subgraphs.students.seen).toHaveLength(0);
  });

  it('who signed in are shown to the subgraphs with the grants of both record keepers', async () => {
    const { body } = await gateway.ask(QUERY, bearer(await issuer.token('both')));
    expect(body).toEqual({ data: { student: { name: 'Pupil stu_1' } } });
    expect(shown()).toMatchObject({ kind: 'PERSON', id: 'grd_1', grants: [...guardian.grants, ...contact.grants] });
  });

  it('who work for the schools act for no company, whatever stands there', async () => {
    await gateway.ask(QUERY, bearer(await issuer.token('turncoat')));
    expect(shown()).toMatchObject({ id: 'stf_1', grants: coordinator.grants });
  });

  it('come with an API key or with a link', async () => {
    expect((await gateway.ask(QUERY, bearer('slk_good'))).status).toBe(200);
    expect(shown()).toMatchObject({ kind: 'SYSTEM', id: 'key_1' });
    expect((await gateway.ask(QUERY, { headers: { authorization: 'Link link-good' } })).status).toBe(200);
    expect(shown()).toMatchObject({ kind: 'LINK', id: 'lnk_1' });
  });

  it('read their own language unless they ask for another one', async () => {
    const token = await issuer.token('anna');
    const languages: string[] = [];
    for (const header of [undefined, 'en-GB,en;q=0.9', 'fr', 'nl;q=0.2, en;q=0.1']) {
      await gateway.ask(QUERY, bearer(token, header === undefined ? {} : { 'accept-language': header }));
      languages.push(shown().language);
    }
    expect(languages).toEqual(['nl', 'en', 'nl', 'nl']);
  });

  it.each([
    ['expired', () => issuer.token('anna', { expiresIn: -60 })],
    ['for another audience', () => issuer.token('anna', { audience: 'shop' })],
    ['of another issuer', () => issuer.token('anna', { issuer: 'https://evil.example' })],
    ['not yet valid', () => issuer.token('anna', { claims: { nbf: Math.floor(Date.now() / 1000) + 600 } })],
    [
      'unsigned',
      async () => new UnsecuredJWT({}).setSubject('anna').setIssuer(issuer.url).setAudience('servicepunt').setExpirationTime('1h').encode(),
    ],
    [
      'signed with the public key as a shared secret',
      async () =>
        new SignJWT({})
          .setProtectedHeader({ alg: 'HS256', kid: issuer.publicKey().kid ?? '' })
          .setSubject('anna')
          .setIssuer(issuer.url)
          .setAudience('servicepunt')
          .setExpirationTime('1h')
          .sign(new TextEncoder().encode(JSON.stringify(issuer.publicKey()))),
    ],
    [
      'with an altered payload',
      async () => {
        const [head, , signature] = (await issuer.token('anna')).split('.');
        const payload = Buffer.from(JSON.stringify({ ...decodeJwt(await issuer.token('anna')), sub: 'both' })).toString('base64url');
        return `${head}.${payload}.${signature}`;
      },
    ],
    ['nonsense', async () => 'not.a.token'],
  ])('with a token that is %s get 401 and reach no subgraph', async (_what, token) => {
    const { status, body } = await gateway.ask(QUERY, bearer(await token()));
    expect(status).toBe(401);
    expect(body.errors).toHaveLength(1);
    expect(subgraphs.students.seen).toHaveLength(0);
  });

  it.each(['Basic YTpi', 'Bearer', 'Bearer a b', 'Link <script>', 'slk_good'])('with the header "%s" get 401', async (authorization) => {
    expect((await gateway.ask(QUERY, { headers: { authorization } })).status).toBe(401);
  });

  it('who show two credentials at once get 401: a proxy in front may have read the other one', async () => {
    const [first, second] = [await issuer.token('anna'), await issuer.token('karel')];
    for (const secrets of [
      [first, second],
      [first, first],
    ]) {
      const { status } = await gateway.ask(QUERY, { headers: { authorization: secrets.map((secret) => `Bearer ${secret}`) as never } });
      expect(status).toBe(401);
    }
    expect(subgraphs.students.seen).toHaveLength(0);
  });

  it('whom no record knows, or whose key or link is unknown, get 401', async () => {
    expect((await gateway.ask(QUERY, bearer(await issuer.token('stranger')))).status).toBe(401);
    expect((await gateway.ask(QUERY, bearer('slk_bad'))).status).toBe(401);
    expect((await gateway.ask(QUERY, { headers: { authorization: 'Link bad' } })).status).toBe(401);
  });

  it('are asked about once in 30 seconds', async () => {
    const token = await issuer.token('anna');
    const asked = () => subgraphs.students.seen.filter(({ path }) => path.startsWith('/calls/')).length;
    await Promise.all([gateway.ask(QUERY, bearer(token)), gateway.ask(QUERY, bearer(token)), gateway.ask(QUERY, bearer(token))]);
    await gateway.ask(QUERY, bearer(token));
    expect(asked()).toBe(1);
    later = 31_000;
    await gateway.ask(QUERY, bearer(token));
    expect(asked()).toBe(2);
  });

  it('lose what was taken from them within 30 seconds', async () => {
    known.keys = { ...known.keys, slk_short: { kind: 'SYSTEM', id: 'key_2', language: 'nl', grants: [] } };
    expect((await gateway.ask(QUERY, bearer('slk_short'))).status).toBe(200);
    delete known.keys?.['slk_short'];
    later = 30_001;
    expect((await gateway.ask(QUERY, bearer('slk_short'))).status).toBe(401);
  });

  it('are let in by a key that the provider took since, and made-up keys do not bother it', async () => {
    const verify = (cooldownMs: number) => createOidcVerifier({ issuer: issuer.url, audience: 'servicepunt', now: Date.now, cooldownMs });
    const [eager, patient] = [verify(0), verify(60_000)];
    const old = await issuer.token('anna');
    expect([await eager(old), await patient(old)]).toMatchObject([{ ok: true }, { ok: true }]);
    await issuer.rotate();
    expect(await eager(await issuer.token('anna'))).toMatchObject({ ok: true, signedIn: { subject: 'anna' } });
    expect(await eager(old)).toMatchObject({ ok: false });
    const asked = issuer.keyRequests();
    expect(await patient(await issuer.token('anna'))).toMatchObject({ ok: false, reason: 'ERR_JWKS_NO_MATCHING_KEY' });
    expect(issuer.keyRequests()).toBe(asked);
  });

  it('keep half of their grants while the other record keeper is down, and are asked about again soon', async () => {
    subgraphs.employers.misbehave(failures.crash);
    const token = await issuer.token('both');
    expect((await gateway.ask(QUERY, bearer(token))).status).toBe(200);
    expect(shown().grants).toEqual(guardian.grants);
    subgraphs.employers.misbehave(null);
    later = 3_001;
    await gateway.ask(QUERY, bearer(token));
    expect(shown().grants).toEqual([...guardian.grants, ...contact.grants]);
  });

  it('get 503, not 401, while nobody can tell who they are', async () => {
    subgraphs.employers.misbehave(failures.crash);
    expect((await gateway.ask(QUERY, bearer(await issuer.token('karel')))).status).toBe(503);
    subgraphs.employers.misbehave(null);
    expect((await gateway.ask(QUERY, bearer(await issuer.token('karel')))).status).toBe(200);
  });

  it('get 503 while the keys of the provider can not be had', async () => {
    issuer.breakDown(true);
    const { status, body } = await gateway.ask(QUERY, bearer(await issuer.token('anna')));
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([503, 'SUBGRAPH_UNAVAILABLE']);
    issuer.breakDown(false);
    expect((await gateway.ask(QUERY, bearer(await issuer.token('anna')))).status).toBe(200);
  });

  it('who fail again and again get 429 with the time to wait, those already known excepted', async () => {
    const good = await issuer.token('anna');
    expect((await gateway.ask(QUERY, bearer(good))).status).toBe(200);
    for (let attempt = 0; attempt < 20; attempt += 1) expect((await gateway.ask(QUERY, bearer(`slk_guess${attempt}`))).status).toBe(401);
    const refused = await gateway.ask(QUERY, bearer('slk_guess21'));
    expect(refused.status).toBe(429);
    expect(refused.body.errors?.[0]?.extensions.code).toBe('RATE_LIMITED');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
    expect((await gateway.ask(QUERY, bearer(good))).status).toBe(200);
    later = 60_000;
    expect((await gateway.ask(QUERY, bearer('slk_good'))).status).toBe(200);
  });

  it('are told apart by the address that the trusted proxy saw, not by one that they made up', async () => {
    const proxied = await startTestGateway({ subgraphs: subgraphs.all, issuer: issuer.url, config: { TRUSTED_PROXIES: 1 } });
    try {
      const guess = (forwarded: string) => proxied.ask(QUERY, bearer('slk_guess', { 'x-forwarded-for': forwarded }));
      for (let attempt = 0; attempt < 20; attempt += 1) await guess(`10.0.0.${attempt}, 203.0.113.7`);
      expect((await guess('1.2.3.4, 203.0.113.7')).status).toBe(429);
      expect((await guess('203.0.113.7, 198.51.100.9')).status).toBe(401);
    } finally {
      await proxied.stop();
    }
  });

  it('signed by RSA or Ed25519 are as good', async () => {
    for (const algorithm of ['RS256', 'EdDSA']) {
      const other = await startTestIssuer(algorithm);
      const second = await startTestGateway({ subgraphs: subgraphs.all, issuer: other.url });
      try {
        expect((await second.ask(QUERY, bearer(await other.token('anna')))).status).toBe(200);
        await importJWK(other.publicKey());
      } finally {
        await second.stop();
        await other.stop();
      }
    }
  });
});

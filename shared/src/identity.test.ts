import { beforeAll, describe, expect, it } from '@jest/globals';
import { importJWK, SignJWT, type JWK } from 'jose';
import type { Viewer } from './contracts/roles.ts';
import { createIdentitySigner, createIdentityVerifier, type IdentitySigner, type IdentityVerifier } from './identity.ts';
import { testKeys } from './test-support/subgraph.ts';

const person: Viewer = {
  kind: 'PERSON',
  id: 'stf_1',
  language: 'nl',
  grants: [{ role: 'COORDINATOR', scope: { kind: 'LOCATION', id: 'loc_1' } }],
};
const service = (id: string): Viewer => ({ kind: 'SERVICE', id, language: 'nl', grants: [] });

describe('a signed identity', () => {
  let keys: Awaited<ReturnType<typeof testKeys>>;
  let gateway: IdentitySigner;
  let verify: IdentityVerifier;
  let now = Date.parse('2026-11-24T10:00:00Z');
  beforeAll(async () => {
    keys = await testKeys();
    gateway = await createIdentitySigner('gateway', keys.privateKeys.gateway as JWK, () => now);
    verify = await createIdentityVerifier('students', keys.publicKeys as { keys: JWK[] }, () => now);
  });
  const forge = async (issuer: 'gateway' | 'placements', claims: { viewer: Viewer; iss?: string; ttl?: number; aud?: string }) => {
    const jwk = keys.privateKeys[issuer] as JWK;
    const seconds = Math.floor(now / 1000);
    return new SignJWT({ viewer: claims.viewer })
      .setProtectedHeader({ alg: 'EdDSA', kid: jwk.kid ?? '' })
      .setIssuer(claims.iss ?? issuer)
      .setAudience(claims.aud ?? 'students')
      .setSubject(claims.viewer.id)
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + (claims.ttl ?? 60))
      .sign(await importJWK(jwk, 'EdDSA'));
  };

  it('shows the viewer and its grants', async () => {
    await expect(verify(await gateway.sign(person, 'students'))).resolves.toMatchObject({ ok: true, viewer: person, issuer: 'gateway' });
  });
  it('is signed once for the same viewer and audience, and anew for another audience', async () => {
    expect(await gateway.sign(person, 'students')).toBe(await gateway.sign(person, 'students'));
    expect(await gateway.sign(person, 'employers')).not.toBe(await gateway.sign(person, 'students'));
  });
  it('is refused for another audience', async () => {
    await expect(verify(await gateway.sign(person, 'employers'))).resolves.toMatchObject({ ok: false });
  });
  it('is refused when it is missing, altered or unsigned', async () => {
    const token = await gateway.sign(person, 'students');
    const [header, , signature] = token.split('.');
    const other = Buffer.from(JSON.stringify({ viewer: { ...person, id: 'stf_2' }, sub: 'stf_2' })).toString('base64url');
    const none = `${Buffer.from(JSON.stringify({ alg: 'none', kid: 'gateway:test' })).toString('base64url')}.${token.split('.')[1]}.`;
    for (const bad of [undefined, '', 'x', `${header}.${other}.${signature}`, none])
      await expect(verify(bad)).resolves.toMatchObject({ ok: false });
  });
  it('is refused once it expired, also when it was accepted before', async () => {
    const token = await gateway.sign({ ...person }, 'students');
    await expect(verify(token)).resolves.toMatchObject({ ok: true });
    now += 70_000;
    await expect(verify(token)).resolves.toMatchObject({ ok: false });
  });
  it('is refused when it wants to live longer than a minute', async () => {
    await expect(verify(await forge('gateway', { viewer: person, ttl: 600 }))).resolves.toMatchObject({
      ok: false,
      reason: 'lives too long',
    });
  });
  it("of a person is refused under a service's key, and of another service too", async () => {
    await expect(verify(await forge('placements', { viewer: person }))).resolves.toMatchObject({ ok: false });
    await expect(verify(await forge('placements', { viewer: person, iss: 'gateway' }))).resolves.toMatchObject({ ok: false });
    await expect(verify(await forge('placements', { viewer: service('notifications') }))).resolves.toMatchObject({ ok: false });
    await expect(verify(await forge('placements', { viewer: service('placements') }))).resolves.toMatchObject({
      ok: true,
      issuer: 'placements',
    });
  });
  it('of a service never carries grants', async () => {
    await expect(verify(await forge('placements', { viewer: { ...service('placements'), grants: person.grants } }))).resolves.toMatchObject(
      { ok: false },
    );
  });
  it('of a person is not signed by a service', async () => {
    const placements = await createIdentitySigner('placements', keys.privateKeys.placements as JWK);
    expect(() => placements.sign(person, 'students')).toThrow('Only the gateway');
  });
  it('verifies under both keys while they rotate', async () => {
    const next = await testKeys();
    const renamed = { ...(next.privateKeys.gateway as JWK), kid: 'gateway:next' };
    const both = { keys: [...(keys.publicKeys.keys as JWK[]), { ...(next.publicKeys.keys as JWK[])[0], kid: 'gateway:next' } as JWK] };
    const rotating = await createIdentityVerifier('students', both);
    const [old, fresh] = [
      await createIdentitySigner('gateway', keys.privateKeys.gateway as JWK),
      await createIdentitySigner('gateway', renamed),
    ];
    await expect(rotating(await old.sign(person, 'students'))).resolves.toMatchObject({ ok: true });
    await expect(rotating(await fresh.sign(person, 'students'))).resolves.toMatchObject({ ok: true });
  });
});

import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { startIssuer } from './server.ts';
import { AUDIENCE, issuerKey, mintToken } from './tokens.ts';
import type { LoopbackServer } from '../loopback.ts';

let folder: string;
let issuer: LoopbackServer;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'issuer-'));
  issuer = await startIssuer({ key: await issuerKey(join(folder, 'key.json')), port: 0, nodeEnv: 'test' });
});
afterEach(async () => {
  await issuer.stop();
  rmSync(folder, { recursive: true });
});

const json = async (path: string) => (await fetch(issuer.url + path)).json() as Promise<Record<string, unknown>>;

describe('the development issuer', () => {
  it('lets a verifier that knows only its address check a token', async () => {
    const discovery = await json('/.well-known/openid-configuration');
    expect(discovery['issuer']).toBe(issuer.url);
    const keys = createRemoteJWKSet(new URL(String(discovery['jwks_uri'])));
    const token = await mintToken({
      key: await issuerKey(join(folder, 'key.json')),
      issuer: issuer.url,
      subject: 'anna@school.example',
      ttlSeconds: 60,
    });
    const { payload } = await jwtVerify(token, keys, {
      issuer: issuer.url,
      audience: AUDIENCE,
      algorithms: discovery['id_token_signing_alg_values_supported'] as string[],
    });
    expect(payload.sub).toBe('anna@school.example');
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(60);
  });

  it('publishes no secret', async () => {
    const { keys } = (await json('/jwks')) as { keys: Record<string, unknown>[] };
    expect(keys).toHaveLength(1);
    expect(keys[0]).not.toHaveProperty('d');
  });

  it('keeps one key per folder, which only its owner can read', async () => {
    const file = join(folder, 'key.json');
    expect(await issuerKey(file)).toEqual(await issuerKey(file));
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('does not verify with the key of another folder', async () => {
    const other = await issuerKey(join(folder, 'other.json'));
    const token = await mintToken({ key: other, issuer: issuer.url, subject: 'mallory', ttlSeconds: 60 });
    await expect(jwtVerify(token, createRemoteJWKSet(new URL(`${issuer.url}/jwks`)))).rejects.toThrow(/signature/);
  });

  it('refuses production', async () => {
    await expect(startIssuer({ key: await issuerKey(join(folder, 'key.json')), port: 0, nodeEnv: 'production' })).rejects.toThrow(
      /refuses NODE_ENV=production/,
    );
  });

  it('answers nothing else', async () => {
    expect((await fetch(`${issuer.url}/authorize`)).status).toBe(404);
    expect((await fetch(`${issuer.url}/jwks`, { method: 'POST' })).status).toBe(404);
  });
});

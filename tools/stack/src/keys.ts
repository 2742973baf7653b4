/** Signing keys of the local stack, made once per data folder and readable by their owner only. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { SERVICES, type Issuer } from '@servicepunt/shared/contracts/roles';

const ISSUERS: readonly Issuer[] = [...SERVICES, 'gateway'];

export interface IdentityKeys {
  readonly privateKeys: Readonly<Record<Issuer, JWK>>;
  readonly publicKeys: { readonly keys: readonly JWK[] };
}

/** The keys by which our processes sign identities to each other. */
export async function identityKeys(folder: string): Promise<IdentityKeys> {
  const keys = await Promise.all(ISSUERS.map((issuer) => signingKey(join(folder, `${issuer}.jwk.json`), `${issuer}:dev`, 'EdDSA')));
  return {
    privateKeys: Object.fromEntries(ISSUERS.map((issuer, index) => [issuer, keys[index]])) as Record<Issuer, JWK>,
    publicKeys: { keys: keys.map(publicPart) },
  };
}

/** The private key in a file, made at the first call. */
export async function signingKey(file: string, kid: string, algorithm: 'EdDSA' | 'ES256'): Promise<JWK> {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as JWK;
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const jwk: JWK = { ...(await exportJWK(privateKey)), kid, alg: algorithm, use: 'sig' };
  writeFileSync(file, `${JSON.stringify(jwk)}\n`, { mode: 0o600, flag: 'wx' });
  return jwk;
}

/** A key without its secret, as it may be published. */
export function publicPart({ d: _secret, ...shown }: JWK): JWK {
  return shown;
}

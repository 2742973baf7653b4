/** Signing keys of the local stack, made once per data folder and readable by their owner only. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { RESTRICTED_FIELDS, type EncryptedService } from '@servicepunt/shared/contracts/restricted-fields';
import { SERVICES, type Issuer } from '@servicepunt/shared/contracts/roles';

const ENCRYPTED = Object.keys(RESTRICTED_FIELDS) as EncryptedService[];
const ISSUERS: readonly Issuer[] = [...SERVICES, 'gateway'];

export interface IdentityKeys {
  readonly privateKeys: Readonly<Record<Issuer, JWK>>;
  readonly publicKeys: { readonly keys: readonly JWK[] };
  /** Keys of restricted fields, as `FIELD_KEYS` holds them. */
  readonly fieldKeys: Readonly<Record<EncryptedService, string>>;
}

/** The keys by which our processes sign identities to each other. */
export async function identityKeys(folder: string): Promise<IdentityKeys> {
  const keys = await Promise.all(ISSUERS.map((issuer) => signingKey(join(folder, `${issuer}.jwk.json`), `${issuer}:dev`, 'EdDSA')));
  return {
    privateKeys: Object.fromEntries(ISSUERS.map((issuer, index) => [issuer, keys[index]])) as Record<Issuer, JWK>,
    publicKeys: { keys: keys.map(publicPart) },
    fieldKeys: Object.fromEntries(ENCRYPTED.map((service) => [service, fieldKey(join(folder, `${service}.fields.key`))])) as Record<
      EncryptedService,
      string
    >,
  };
}

/** The key of a service's restricted fields, made at the first call. Another one may be put before it, to rotate. */
function fieldKey(file: string): string {
  if (!existsSync(file)) writeFileSync(file, `dev:${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8').trim();
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

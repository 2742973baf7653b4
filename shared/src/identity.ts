import { createPrivateKey, sign as signature, type JsonWebKeyInput } from 'node:crypto';
import { importJWK, jwtVerify, decodeProtectedHeader, type JWK } from 'jose';
import type { Issuer, ServiceName, Viewer } from './contracts/roles.ts';

/** Longest life of an identity, in seconds; a subgraph refuses one that claims more. */
export const IDENTITY_TTL_SECONDS = 60;
/** A signed identity is used again while it has at least this long to live. */
const RENEW_BEFORE_SECONDS = 20;
const CLOCK_SKEW_SECONDS = 5;

export interface IdentitySigner {
  readonly issuer: Issuer;
  /** A token that shows `viewer` to `audience`; the same viewer object gets the same token for most of its life. */
  sign(viewer: Viewer, audience: ServiceName): Promise<string>;
  /** The identity of this process itself, for service calls and event pulls. */
  signSelf(audience: ServiceName, onBehalfOf?: Viewer): Promise<string>;
}

/** Signs with the key of this process; `kid` must be `<issuer>:<version>`. */
export async function createIdentitySigner(issuer: Issuer, privateKey: JWK, now: () => number = Date.now): Promise<IdentitySigner> {
  const kid = privateKey.kid ?? '';
  if (issuerOf(kid) !== issuer) throw new Error(`The signing key ${kid} does not belong to ${issuer}`);
  const key = createPrivateKey({ key: privateKey as JsonWebKeyInput['key'], format: 'jwk' });
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`The signing key ${kid} is no Ed25519 key`);
  const header = Buffer.from(JSON.stringify({ alg: 'EdDSA', kid })).toString('base64url');
  const cache = new WeakMap<Viewer, Map<ServiceName, { token: string; expires: number }>>();
  const selves = new Map<string, Viewer>();

  async function sign(viewer: Viewer, audience: ServiceName): Promise<string> {
    const seconds = Math.floor(now() / 1000);
    let tokens = cache.get(viewer);
    if (!tokens) cache.set(viewer, (tokens = new Map()));
    const known = tokens.get(audience);
    if (known && known.expires - seconds > RENEW_BEFORE_SECONDS) return known.token;
    const expires = seconds + IDENTITY_TTL_SECONDS;
    const claims = { viewer, iss: issuer, aud: audience, sub: viewer.id, iat: seconds, exp: expires };
    const signed = `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
    // Here and now: Ed25519 takes less than handing the work to another thread does.
    const token = `${signed}.${signature(null, Buffer.from(signed), key).toString('base64url')}`;
    tokens.set(audience, { token, expires });
    return token;
  }

  return {
    issuer,
    sign(viewer, audience) {
      if (issuer !== 'gateway') throw new Error('Only the gateway signs the identity of a person');
      return sign(viewer, audience);
    },
    signSelf(audience, onBehalfOf) {
      const selfKey = onBehalfOf ? `${onBehalfOf.id} ${onBehalfOf.language}` : '';
      let self = selves.get(selfKey);
      if (!self) {
        if (selves.size > 5_000) selves.clear();
        self = {
          kind: 'SERVICE',
          id: issuer,
          language: onBehalfOf?.language ?? 'nl',
          grants: [],
          ...(onBehalfOf ? { onBehalfOf: onBehalfOf.id } : {}),
        };
        selves.set(selfKey, self);
      }
      return sign(self, audience);
    },
  };
}

export type Verification =
  | { readonly ok: true; readonly viewer: Viewer; readonly issuer: Issuer }
  | { readonly ok: false; readonly reason: string };
export type IdentityVerifier = (token: string | undefined) => Promise<Verification>;

/**
 * Verifies identities meant for `audience`. A token that passed is remembered until it expires, so a signature costs once a minute and viewer.
 * A service's key signs only that service's own identity; only the gateway's key signs people, systems and links.
 */
export async function createIdentityVerifier(
  audience: ServiceName,
  publicKeys: { keys: readonly JWK[] },
  now: () => number = Date.now,
): Promise<IdentityVerifier> {
  const keys = new Map<string, Awaited<ReturnType<typeof importJWK>>>();
  for (const jwk of publicKeys.keys) keys.set(jwk.kid ?? '', await importJWK({ ...jwk, alg: 'EdDSA' }, 'EdDSA'));
  const seen = new Map<string, { verification: Verification; expires: number }>();

  async function verify(token: string): Promise<{ verification: Verification; expires: number }> {
    const refused = (reason: string) => ({ verification: { ok: false, reason } as const, expires: 0 });
    try {
      const { kid = '' } = decodeProtectedHeader(token);
      const key = keys.get(kid);
      if (!key) return refused('unknown key');
      const { payload } = await jwtVerify(token, key, {
        algorithms: ['EdDSA'],
        audience,
        issuer: issuerOf(kid),
        clockTolerance: CLOCK_SKEW_SECONDS,
        currentDate: new Date(now()),
        requiredClaims: ['exp', 'iat', 'sub'],
      });
      const viewer = payload['viewer'] as Viewer | undefined;
      const issuer = issuerOf(kid) as Issuer;
      if (!viewer || viewer.id !== payload.sub || !Array.isArray(viewer.grants)) return refused('no viewer');
      if ((payload.exp ?? 0) - (payload.iat ?? 0) > IDENTITY_TTL_SECONDS) return refused('lives too long');
      const isService = viewer.kind === 'SERVICE';
      if (isService ? viewer.id !== issuer || viewer.grants.length > 0 : issuer !== 'gateway')
        return refused('signed by a key that may not say so');
      return { verification: { ok: true, viewer, issuer }, expires: (payload.exp ?? 0) * 1000 };
    } catch (error) {
      return refused(error instanceof Error && 'code' in error ? String(error.code) : 'malformed');
    }
  }

  return async (token) => {
    if (!token) return { ok: false, reason: 'missing' };
    const known = seen.get(token);
    if (known && known.expires > now()) return known.verification;
    const result = await verify(token);
    if (result.verification.ok) {
      if (seen.size >= 20_000) seen.clear();
      seen.set(token, result);
    }
    return result.verification;
  };
}

function issuerOf(kid: string): string {
  return kid.split(':')[0] ?? '';
}

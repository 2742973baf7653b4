import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';

/** Who a token of the sign-in stands for, until when. */
export interface SignedIn {
  readonly subject: string;
  /** Instant in milliseconds. */
  readonly expires: number;
}
export type OidcVerdict = { readonly ok: true; readonly signedIn: SignedIn } | { readonly ok: false; readonly reason: string };
/** Rejects with `IdentityProviderUnavailable` when the provider's keys can't be had: then nothing is known about the token. */
export type OidcVerifier = (token: string) => Promise<OidcVerdict>;

export class IdentityProviderUnavailable extends Error {
  override name = 'IdentityProviderUnavailable';
}

/** Symmetric algorithms and `none` are not among them: a public key must never be usable as a secret. */
const ALGORITHMS = ['RS256', 'ES256', 'EdDSA'];
const CLOCK_SKEW_SECONDS = 30;
/** An unknown key id asks the provider again, at most this often: rotation is seen soon, and made-up ids cost nothing. */
const KEYS_COOLDOWN_MS = 5_000;
const KEYS_MAX_AGE_MS = 600_000;
const PROVIDER_TIMEOUT_MS = 3_000;

/** Verifies tokens of one OpenID provider, found by discovery, that are meant for `audience`. */
export function createOidcVerifier(options: { issuer: string; audience: string; now: () => number; cooldownMs?: number }): OidcVerifier {
  let keys: Promise<JWTVerifyGetKey> | null = null;

  async function discover(): Promise<JWTVerifyGetKey> {
    const url = `${options.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const response = await fetch(url, { signal: AbortSignal.timeout(PROVIDER_TIMEOUT_MS), redirect: 'error' });
    if (!response.ok) throw new Error(`the provider answered ${response.status}`);
    const { issuer, jwks_uri: jwksUri } = (await response.json()) as { issuer?: unknown; jwks_uri?: unknown };
    if (issuer !== options.issuer || typeof jwksUri !== 'string') throw new Error('the provider describes another issuer');
    return createRemoteJWKSet(new URL(jwksUri), {
      cooldownDuration: options.cooldownMs ?? KEYS_COOLDOWN_MS,
      cacheMaxAge: KEYS_MAX_AGE_MS,
      timeoutDuration: PROVIDER_TIMEOUT_MS,
    });
  }

  async function providerKeys(): Promise<JWTVerifyGetKey> {
    keys ??= discover();
    try {
      return await keys;
    } catch (cause) {
      keys = null;
      throw new IdentityProviderUnavailable('discovery failed', { cause });
    }
  }

  return async (token) => {
    const getKey = await providerKeys();
    try {
      const { payload } = await jwtVerify(token, getKey, {
        issuer: options.issuer,
        audience: options.audience,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_SKEW_SECONDS,
        currentDate: new Date(options.now()),
        requiredClaims: ['exp', 'sub'],
      });
      const { sub = '', exp = 0 } = payload;
      if (sub === '' || sub.length > 300) return { ok: false, reason: 'no usable subject' };
      return { ok: true, signedIn: { subject: sub, expires: (exp + CLOCK_SKEW_SECONDS) * 1000 } };
    } catch (error) {
      if (saysSomethingOfTheToken(error)) return { ok: false, reason: reasonOf(error) };
      throw new IdentityProviderUnavailable('the keys could not be had', { cause: error });
    }
  };
}

/** The code, and which claim it is about: a wrong audience and a wrong issuer are mended in different places. Claims' values stay out of it. */
function reasonOf(error: errors.JOSEError): string {
  const isOfClaim = error instanceof errors.JWTClaimValidationFailed || error instanceof errors.JWTExpired;
  return isOfClaim && ['iss', 'aud', 'sub', 'exp', 'nbf', 'iat'].includes(error.claim) ? `${error.code} ${error.claim}` : error.code;
}

/** Everything else is about fetching the provider's keys. */
function saysSomethingOfTheToken(error: unknown): error is errors.JOSEError {
  return (
    error instanceof errors.JOSEError &&
    /^ERR_(JWT|JWS)_|^ERR_JOSE_(ALG_NOT_ALLOWED|NOT_SUPPORTED)|^ERR_JWKS_(NO_MATCHING_KEY|MULTIPLE_MATCHING_KEYS)/.test(error.code)
  );
}

import { importJWK, SignJWT, type JWK } from 'jose';
import { signingKey } from '../keys.ts';

export const AUDIENCE = 'servicepunt';
const ALGORITHM = 'ES256';

/** The development issuer's private key, made at the first call. */
export const issuerKey = (file: string): Promise<JWK> => signingKey(file, 'development-issuer', ALGORITHM);

/** A token of the development issuer that proves to the gateway that its bearer is `subject`. */
export async function mintToken(options: {
  key: JWK;
  issuer: string;
  subject: string;
  ttlSeconds: number;
  audience?: string;
}): Promise<string> {
  return new SignJWT()
    .setProtectedHeader({ alg: ALGORITHM, kid: options.key.kid ?? '', typ: 'JWT' })
    .setIssuer(options.issuer)
    .setAudience(options.audience ?? AUDIENCE)
    .setSubject(options.subject)
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1000) + options.ttlSeconds)
    .sign(await importJWK(options.key, ALGORITHM));
}

import { createHash, randomBytes } from 'node:crypto';

/**
 * A capability link's token: 256 random bits. The owner of the task keeps only its hash;
 * a plain hash is enough since nobody can guess 256 random bits.
 */
export function newLinkToken(): { token: string; hash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashLinkToken(token) };
}

export function hashLinkToken(token: string): string {
  return createHash('sha256').update(`servicepunt link ${token}`).digest('base64url');
}

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';

/**
 * The key of an HR system: `slk_<public part>_<secret><checksum>`. The prefix lets scanners of leaked secrets find it, the public part
 * names the record, the secret is 260 random bits, and the checksum tells a typing error from a key without asking the store.
 */
export interface ApiKeySecret {
  readonly publicPart: string;
  readonly key: string;
  readonly hash: string;
}
export interface ParsedApiKey {
  readonly publicPart: string;
  readonly secret: string;
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const FORM = /^(slk_([0-9a-hjkmnp-tv-z]{16})_([0-9a-hjkmnp-tv-z]{52}))([0-9a-hjkmnp-tv-z]{7})$/;

export function newApiKey(random: (bytes: number) => Uint8Array = randomBytes): ApiKeySecret {
  const publicPart = `slk_${base32(random(10), 16)}`;
  const secret = base32(random(33), 52);
  const body = `${publicPart}_${secret}`;
  return { publicPart, key: `${body}${checksum(body)}`, hash: hashOf(secret) };
}

/** The parts of a well-formed key; null for anything else. */
export function parseApiKey(text: string): ParsedApiKey | null {
  const [, body = '', publicPart = '', secret = '', check = ''] = FORM.exec(text) ?? [];
  return body !== '' && checksum(body) === check ? { publicPart: `slk_${publicPart}`, secret } : null;
}

/** A plain hash is enough, since nobody can guess 260 random bits; a dump of the store opens nothing. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(`servicepunt api key ${secret}`).digest('base64url');
}

/** Compares in constant time; an absent record is compared too, so that the answer takes as long. */
export function secretMatches(secret: string, storedHash: string | undefined): boolean {
  const given = Buffer.from(hashOf(secret));
  const stored = Buffer.from(storedHash ?? hashOf(''));
  return given.length === stored.length && timingSafeEqual(given, stored) && storedHash !== undefined;
}

function checksum(body: string): string {
  const bytes = Buffer.alloc(5);
  bytes.writeUInt32BE(crc32(body), 1);
  return base32(bytes, 8).slice(1);
}

/** The first `length` digits of 5 bits each. */
function base32(bytes: Uint8Array, length: number): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    bits = (bits << 8) | byte;
    held += 8;
    while (held >= 5 && text.length < length) {
      held -= 5;
      text += ALPHABET[(bits >> held) & 31];
    }
    bits &= (1 << held) - 1;
  }
  return text;
}

import { createHash } from 'node:crypto';
import { ulid } from 'ulid';

/** Makes a new opaque id: a prefix that names the kind of thing, and a part that sorts by time. */
export type NewId = (prefix: string) => string;

export const newId: NewId = (prefix) => `${prefix}_${ulid().toLowerCase()}`;

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * An id that the same parts always give: how a create is repeated without a second row.
 * 130 bits of SHA-256, so that two different inputs never meet in practice.
 */
export function derivedId(prefix: string, ...parts: readonly string[]): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest();
  let id = '';
  for (let index = 0; index < 26; index += 1) id += ALPHABET[(digest[index] ?? 0) & 31];
  return `${prefix}_${id}`;
}

/** A short fingerprint of a create's input, kept beside the row: another input under the same key is refused. */
export function fingerprint(input: unknown): string {
  return createHash('sha256').update(canonical(input)).digest('base64url').slice(0, 22);
}

function canonical(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, member]) => member !== undefined);
    return `{${entries
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`)
      .join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

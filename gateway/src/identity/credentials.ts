import type { IncomingMessage } from 'node:http';

/** What a request shows of who sends it. */
export type Credential =
  | { readonly kind: 'NONE' }
  /** Something is there, but nothing that we know. */
  | { readonly kind: 'MALFORMED' }
  | { readonly kind: 'OIDC' | 'API_KEY' | 'LINK'; readonly secret: string };

const NAME = 'authorization';
const NONE = { kind: 'NONE' } as const;
const MALFORMED = { kind: 'MALFORMED' } as const;
/** Longer than any token of a sane identity provider. */
const MAX_LENGTH = 8_192;

/**
 * Reads the `authorization` header: `Bearer <OIDC token>`, `Bearer slk_…` or `Link <token>`. With two of them nobody can say who is meant:
 * a proxy in front may have read the other one.
 */
export function readCredential([header, ...more]: readonly string[]): Credential {
  if (more.length > 0) return MALFORMED;
  if (header === undefined || header === '') return NONE;
  if (header.length > MAX_LENGTH) return MALFORMED;
  const match = /^(Bearer|Link) +([\w.~+/=-]+)$/i.exec(header);
  if (!match) return MALFORMED;
  const [, scheme = '', secret = ''] = match;
  if (scheme.toLowerCase() === 'link') return { kind: 'LINK', secret };
  return { kind: secret.startsWith('slk_') ? 'API_KEY' : 'OIDC', secret };
}

/** All `authorization` headers of a request; Node's own `headers` tells of the first alone. */
export function authorizationsOf({ rawHeaders }: IncomingMessage): string[] {
  const found: string[] = [];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? '';
    if (name.length === NAME.length && name.toLowerCase() === NAME) found.push(rawHeaders[index + 1] ?? '');
  }
  return found;
}

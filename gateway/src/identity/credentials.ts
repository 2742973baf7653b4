/** What a request shows of who sends it. */
export type Credential =
  | { readonly kind: 'NONE' }
  /** Something is there, but nothing that we know. */
  | { readonly kind: 'MALFORMED' }
  | { readonly kind: 'OIDC' | 'API_KEY' | 'LINK'; readonly secret: string };

const NONE = { kind: 'NONE' } as const;
const MALFORMED = { kind: 'MALFORMED' } as const;
/** Longer than any token of a sane identity provider. */
const MAX_LENGTH = 8_192;

/** Reads the `authorization` header: `Bearer <OIDC token>`, `Bearer slk_…` or `Link <token>`. */
export function readCredential(header: string | undefined): Credential {
  if (header === undefined || header === '') return NONE;
  if (header.length > MAX_LENGTH) return MALFORMED;
  const match = /^(Bearer|Link) +([\w.~+/=-]+)$/i.exec(header);
  if (!match) return MALFORMED;
  const [, scheme = '', secret = ''] = match;
  if (scheme.toLowerCase() === 'link') return { kind: 'LINK', secret };
  return { kind: secret.startsWith('slk_') ? 'API_KEY' : 'OIDC', secret };
}

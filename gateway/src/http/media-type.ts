/** Media types of an answer (GraphQL over HTTP, section "Response Format"). */
export type ResponseType = 'application/json' | 'application/graphql-response+json';

/** The answer's media type for an `accept` header; null when it accepts neither. The type with the higher quality wins, then the newer one. */
export function responseTypeFor(accept: string | undefined): ResponseType | null {
  if (accept === undefined || accept === '' || accept === '*/*' || accept === 'application/json') return 'application/json';
  let best: ResponseType | null = null;
  let bestQuality = 0;
  for (const range of accept.split(',')) {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const quality = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1);
    const offered: ResponseType | undefined =
      type === 'application/graphql-response+json'
        ? 'application/graphql-response+json'
        : type === 'application/json' || type === 'application/*' || type === '*/*'
          ? 'application/json'
          : undefined;
    if (offered === undefined || !(quality > 0)) continue;
    if (quality > bestQuality || (quality === bestQuality && offered === 'application/graphql-response+json')) {
      best = offered;
      bestQuality = quality;
    }
  }
  return best;
}

/** Whether a request's body is JSON in UTF-8; other charsets and types that a browser sends without a preflight are not. */
export function isJson(contentType: string | undefined): boolean {
  if (contentType === 'application/json') return true;
  const [type = '', ...parameters] = (contentType ?? '').split(';').map((part) => part.trim().toLowerCase());
  if (type !== 'application/json') return false;
  return parameters.every((parameter) => !parameter.startsWith('charset=') || /^charset="?utf-?8"?$/.test(parameter));
}

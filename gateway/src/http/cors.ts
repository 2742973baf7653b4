import type { IncomingMessage } from 'node:http';

export type CorsHeaders = (request: IncomingMessage) => Readonly<Record<string, string>>;

/** Headers that let pages of the frontend, and of nobody else, call from a browser. No cookies are used, so none are allowed. */
export function corsFor(frontendUrl: string | undefined): CorsHeaders {
  const allowed = frontendUrl === undefined ? undefined : new URL(frontendUrl).origin;
  const none = {};
  const simple = {
    'access-control-allow-origin': allowed ?? '',
    'access-control-expose-headers': 'x-request-id, retry-after',
    vary: 'origin',
  };
  const preflight = {
    ...simple,
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': 'authorization, content-type, accept-language, last-event-id, x-client-name, x-client-version',
    'access-control-max-age': '86400',
  };
  return (request) => {
    if (allowed === undefined) return none;
    if (request.headers.origin !== allowed) return { vary: 'origin' };
    return request.method === 'OPTIONS' ? preflight : simple;
  };
}

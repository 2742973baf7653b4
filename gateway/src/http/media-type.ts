/** Media types of an answer (GraphQL over HTTP, section "Response Format"). */
export type MediaType = 'application/json' | 'application/graphql-response+json';

export interface ResponseFormat {
  readonly type: MediaType;
  /**
   * The client asked for `application/json` by name. Such clients take every other status than 200 for a broken transport, so that
   * a document that is wrong is told with 200, as the specification advises; one that goes beyond a limit never is.
   */
  readonly legacy: boolean;
}

const DEFAULT: ResponseFormat = { type: 'application/json', legacy: false };
const LEGACY: ResponseFormat = { type: 'application/json', legacy: true };
const GRAPHQL: ResponseFormat = { type: 'application/graphql-response+json', legacy: false };

/** The answer's format for an `accept` header; null when it accepts none of ours. The type with the higher quality wins, then the newer one. */
export function responseFormat(accept: string | undefined): ResponseFormat | null {
  if (accept === undefined || accept === '' || accept === '*/*') return DEFAULT;
  let best: ResponseFormat | null = null;
  let bestQuality = 0;
  for (const range of accept.split(',')) {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const quality = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1);
    const offered = OFFERS[type];
    if (!offered || !(quality > 0)) continue;
    if (quality > bestQuality || (quality === bestQuality && offered === GRAPHQL)) [best, bestQuality] = [offered, quality];
  }
  return best;
}
const OFFERS: Readonly<Record<string, ResponseFormat | undefined>> = {
  'application/graphql-response+json': GRAPHQL,
  'application/json': LEGACY,
  'application/*': DEFAULT,
  '*/*': DEFAULT,
};

/** Whether a request's body is JSON in UTF-8; other charsets and types that a browser sends without a preflight are not. */
export function isJson(contentType: string | undefined): boolean {
  if (contentType === 'application/json') return true;
  const [type = '', ...parameters] = (contentType ?? '').split(';').map((part) => part.trim().toLowerCase());
  if (type !== 'application/json') return false;
  return parameters.every((parameter) => !parameter.startsWith('charset=') || /^charset="?utf-?8"?$/.test(parameter));
}

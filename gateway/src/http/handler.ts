import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendJson } from '@servicepunt/shared/http';
import { wantsEvents } from '../live/events.ts';
import type { Live } from '../live/live.ts';
import type { Answer } from '../pipeline.ts';
import type { CorsHeaders } from './cors.ts';
import { RequestRefused } from '../refusal.ts';
import { LANDING_PAGE, LANDING_PAGE_POLICY } from './landing-page.ts';
import type { RenewLink } from './renew-link.ts';

/** Answers hold personal data: nobody on the way keeps or reinterprets them. */
const ALWAYS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** Routes of the public port: `/graphql`, `/links/renew`, and the probes for those who have no ops port. */
export function createHandler(options: {
  answer: (request: IncomingMessage) => Promise<Answer>;
  /** Absent where the gateway runs without identities. */
  live: Live | null;
  /** Absent where the gateway runs without identities. */
  renewLink: RenewLink | null;
  cors: CorsHeaders;
  landingPage: boolean;
  isReady: () => boolean;
}): (request: IncomingMessage, response: ServerResponse) => void {
  async function graphql(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const cors = options.cors(request);
    if (request.method === 'OPTIONS') return void response.writeHead(204, { ...cors, allow: 'POST, OPTIONS' }).end();
    if (options.landingPage && request.method === 'GET' && (request.headers.accept ?? '').includes('text/html')) {
      const headers = { ...ALWAYS, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': LANDING_PAGE_POLICY };
      return void response.writeHead(200, headers).end(LANDING_PAGE);
    }
    if (options.live && wantsEvents(request.headers.accept)) return options.live.handle(request, response, cors);
    const { status, headers, body } = await options.answer(request);
    // As text, so that Node puts head and body into one write.
    return void response.writeHead(status, { ...ALWAYS, ...cors, ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
  }

  async function links(request: IncomingMessage, response: ServerResponse, renew: RenewLink): Promise<void> {
    const headers = { ...ALWAYS, ...options.cors(request) };
    if (request.method === 'OPTIONS') return void response.writeHead(204, { ...headers, allow: 'POST, OPTIONS' }).end();
    try {
      await renew(request);
      return sendJson(response, 202, { accepted: true }, headers);
    } catch (error) {
      if (!(error instanceof RequestRefused)) throw error;
      const errors = error.errors.map((each) => ({ ...each, extensions: { code: error.code } }));
      return sendJson(response, error.status, { errors }, { ...headers, ...error.headers });
    }
  }

  return (request, response) => {
    const [path] = (request.url ?? '').split('?');
    if (path === '/graphql') {
      // The caller left, or its connection broke while the answer was written: nobody is there to be told.
      graphql(request, response).catch(() => response.destroy());
      return;
    }
    if (path === '/links/renew' && options.renewLink) {
      links(request, response, options.renewLink).catch(() => response.destroy());
      return;
    }
    if (request.method === 'GET' && path === '/livez') return sendJson(response, 200, { alive: true });
    if (request.method === 'GET' && path === '/readyz')
      return sendJson(response, options.isReady() ? 200 : 503, { supergraph: options.isReady() });
    return sendJson(response, 404, { errors: [{ message: 'Nothing is here; operations go to /graphql.' }] });
  };
}

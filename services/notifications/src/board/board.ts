import type { IncomingMessage, ServerResponse } from 'node:http';
import { Queue } from 'bullmq';
import { producersFor } from '@servicepunt/shared/contracts/events';
import { SERVICES } from '@servicepunt/shared/contracts/roles';
import { doorbellQueue } from '@servicepunt/shared/events/doorbell';
import { readBody } from '@servicepunt/shared/http';
import type { Logger } from '@servicepunt/shared/log';
import { closeWith, producerConnection } from '@servicepunt/shared/redis';
import { QUEUE_NAMES } from '../engine/queues.ts';
import { openBoard } from './adapter.ts';
import type { Admission } from './operators.ts';
import { createSessions, SESSION_SECONDS } from './sessions.ts';
import { signInPage } from './sign-in-page.ts';

export const BOARD_PATH = '/board';
/** What a browser may do with these pages: nothing from elsewhere, no frame around them. */
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
const ALWAYS = {
  'cache-control': 'no-store',
  'content-security-policy': PAGE_POLICY,
  'x-content-type-options': 'nosniff',
  // Stricter, a form of our own would come from nowhere.
  'referrer-policy': 'same-origin',
};
const COOKIE = 'board';
/** Longer than any token of a sane identity provider, with its name before it. */
const FORM_LIMIT = 10_000;

export interface Board {
  /** Answers what is below its path; false for everything else. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
  close(): Promise<void>;
}

/** The queues as operators may look at them: denied unless a sign-in token says otherwise, with every request. */
export function createBoard(options: {
  redisUrl: string;
  prefix: string;
  admit: (token: string) => Promise<Admission>;
  log: Logger;
  now: () => number;
}): Board {
  const { log } = options;
  const connection = producerConnection(options.redisUrl, log);
  const names = [...QUEUE_NAMES, ...SERVICES.filter((service) => producersFor(service).length > 0).map(doorbellQueue)];
  const queues = names.map((name) => {
    const queue = new Queue(name, { connection, prefix: options.prefix, skipMetasUpdate: true });
    queue.on('error', (error) => log.debug({ event: 'board-error', queue: name, err: error }));
    return queue;
  });
  const board = openBoard({ queues, basePath: BOARD_PATH });
  const sessions = createSessions(options.now);

  async function answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const path = url.pathname.slice(BOARD_PATH.length) || '/';
    if (request.method === 'POST' && path === '/sign-in') return signIn(request, response);
    if (request.method === 'POST' && path === '/sign-out') return signOut(request, response);
    if (request.method !== 'GET') return send(response, 405, 'text/plain', 'These pages only show.', { allow: 'GET' });
    const token = bearerOf(request) ?? sessions.tokenOf(cookieOf(request));
    const admission = token === undefined ? 'stranger' : await options.admit(token);
    if (admission !== 'operator') return deny(response, admission);
    const { status, type, body } = await board(path, url.searchParams);
    send(response, status, type, body);
  }

  async function signIn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isSameOrigin(request)) return send(response, 403, 'text/plain', 'Sign in on the page itself.');
    const token = new URLSearchParams(await readBody(request, FORM_LIMIT)).get('token')?.trim() ?? '';
    const admission = token === '' ? 'stranger' : await options.admit(token);
    if (admission !== 'operator') return deny(response, admission);
    log.info({ event: 'board-signed-in' });
    // Reached by a port-forward on the loopback address, so that the cookie can't ask for TLS.
    const cookie = `${COOKIE}=${sessions.open(token)}; HttpOnly; SameSite=Strict; Path=${BOARD_PATH}; Max-Age=${SESSION_SECONDS}`;
    response.writeHead(303, { ...ALWAYS, location: `${BOARD_PATH}/`, 'set-cookie': cookie }).end();
  }
  function signOut(request: IncomingMessage, response: ServerResponse): void {
    sessions.close(cookieOf(request));
    response.writeHead(303, { ...ALWAYS, location: `${BOARD_PATH}/`, 'set-cookie': `${COOKIE}=; Path=${BOARD_PATH}; Max-Age=0` }).end();
  }
  function deny(response: ServerResponse, admission: Exclude<Admission, 'operator'>): void {
    const status = { stranger: 401, 'other-role': 403, unknown: 503 }[admission];
    log.warn({ event: 'board-denied', admission });
    send(
      response,
      status,
      'text/html; charset=utf-8',
      signInPage(BOARD_PATH, admission),
      status === 401 ? { 'www-authenticate': 'Bearer' } : {},
    );
  }

  return {
    handle(request, response) {
      const url = new URL(request.url ?? '', 'http://board');
      if (url.pathname !== BOARD_PATH && !url.pathname.startsWith(`${BOARD_PATH}/`)) return false;
      answer(request, response, url).catch((error: unknown) => {
        log.warn({ event: 'board-failed', err: error });
        if (!response.headersSent) send(response, 503, 'text/plain', 'The queues can not be had now.');
      });
      return true;
    },
    close: () => closeWith(connection, ...queues.map((queue) => () => queue.close())),
  };
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer, headers: Record<string, string> = {}): void {
  response.writeHead(status, { ...ALWAYS, ...headers, 'content-type': type, 'content-length': Buffer.byteLength(body) }).end(body);
}

const bearerOf = ({ headers }: IncomingMessage): string | undefined =>
  /^Bearer +([\w.~+/=-]{1,8192})$/i.exec(headers.authorization ?? '')?.[1];
const cookieOf = ({ headers }: IncomingMessage): string =>
  new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]{1,100})`).exec(headers.cookie ?? '')?.[1] ?? '';

/** A page of somebody else can't sign a browser in: browsers say where a form comes from. */
function isSameOrigin({ headers }: IncomingMessage): boolean {
  if (headers.origin === undefined) return true;
  try {
    return new URL(headers.origin).host === headers.host;
  } catch {
    return false;
  }
}

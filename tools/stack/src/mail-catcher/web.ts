import { createServer, type IncomingMessage } from 'node:http';
import { listenOnLoopback, type LoopbackServer } from '../loopback.ts';
import type { Mailbox } from './mailbox.ts';
import { listPage, mailPage } from './pages.ts';

/** What a mail may do inside our page: show itself and pictures that it brings along. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
const LOOPBACK_NAMES = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

interface Answer {
  readonly status: number;
  readonly type?: 'application/json' | 'text/html; charset=utf-8';
  readonly body?: string;
}

/**
 * `/` and `/mails/ID` for people; for scripts `GET /messages` (newest first, `?to=ADDRESS`), `GET /messages/ID`, `DELETE /messages`.
 */
export async function startWeb(mailbox: Mailbox, port: number): Promise<LoopbackServer> {
  const server = createServer((request, response) => {
    answer(mailbox, request).then(
      ({ status, type, body }) =>
        response
          .writeHead(status, {
            'content-security-policy': POLICY,
            'x-content-type-options': 'nosniff',
            'referrer-policy': 'no-referrer',
            'cache-control': 'no-store',
            ...(type ? { 'content-type': type } : {}),
          })
          .end(body),
      (error: unknown) => {
        console.error(JSON.stringify({ event: 'web-error', message: String(error) }));
        response.writeHead(500).end();
      },
    );
  });
  return listenOnLoopback(server, port);
}

async function answer(mailbox: Mailbox, request: IncomingMessage): Promise<Answer> {
  // A page of another site may resolve its own name to this machine; mails are not for it.
  if (!LOOPBACK_NAMES.test(request.headers.host ?? '')) return { status: 403 };
  const url = new URL(request.url ?? '/', 'http://localhost');
  const [, room = '', id] = url.pathname.split('/');
  const route = `${request.method} /${room}${id === undefined ? '' : '/:id'}`;
  switch (route) {
    case 'GET /':
      return html(listPage(mailbox.list()));
    case 'GET /mails/:id': {
      const mail = await mailbox.read(id ?? '');
      return mail ? html(mailPage(mail)) : { status: 404 };
    }
    case 'GET /messages':
      return json(mailbox.list(url.searchParams.get('to') ?? undefined));
    case 'GET /messages/:id': {
      const mail = await mailbox.read(id ?? '');
      return mail ? json(mail) : { status: 404 };
    }
    case 'DELETE /messages':
      mailbox.clear();
      return { status: 204 };
    default:
      return { status: 404 };
  }
}

const html = (body: string): Answer => ({ status: 200, type: 'text/html; charset=utf-8', body });
const json = (value: unknown): Answer => ({ status: 200, type: 'application/json', body: JSON.stringify(value) });

import type { IncomingMessage } from 'node:http';
import { BodyTooLarge, readBody } from '@servicepunt/shared/http';
import type { Logger } from '@servicepunt/shared/log';
import type { Call } from '@servicepunt/shared/service-client';
import type { FailureLimit } from '../identity/failures.ts';
import { sourceAddress } from '../identity/source-address.ts';
import { RequestRefused } from '../refusal.ts';
import { isJson } from './media-type.ts';

const BODY_LIMIT_BYTES = 1_000;

/** Asks for a fresh link. Resolves the same, as soon, whether the old one was ever known: the mail goes to an address that we know, or none does. */
export type RenewLink = (request: IncomingMessage) => Promise<void>;

export function createRenewLink(options: { call: Call; failures: FailureLimit; trustedProxies: number; log: Logger }): RenewLink {
  const { call, failures, log } = options;
  async function renew(request: IncomingMessage): Promise<void> {
    if (request.method !== 'POST') throw new RequestRefused(405, 'BAD_REQUEST', 'Ask for a link by POST.', { allow: 'POST' });
    if (!isJson(request.headers['content-type']))
      throw new RequestRefused(415, 'BAD_REQUEST', 'The content-type must be application/json in UTF-8.');
    // Each try counts as a failed sign-in does: who guesses tokens gets no further here than there.
    const address = sourceAddress(request, options.trustedProxies);
    failures.check(address);
    failures.count(address);
    const token = tokenIn(await read(request));
    const { task } = await call('placements.taskOfLink', { token }).catch((error: unknown) => {
      log.warn({ event: 'link-not-renewed', err: error });
      throw new RequestRefused(503, 'SUBGRAPH_UNAVAILABLE', 'This can not be done now. Try again later.', { 'retry-after': '2' });
    });
    // Nobody waits for the mail: the time that it takes would tell that there is one.
    if (task) call('notifications.renewLink', task).catch((error: unknown) => log.warn({ event: 'link-not-renewed', err: error }));
  }

  return async (request) => {
    try {
      await renew(request);
    } catch (error) {
      if (error instanceof RequestRefused) log.info({ event: 'refused', path: '/links/renew', code: error.code, status: error.status });
      throw error;
    }
  };
}

async function read(request: IncomingMessage): Promise<string> {
  try {
    return await readBody(request, BODY_LIMIT_BYTES);
  } catch (error) {
    if (error instanceof BodyTooLarge)
      throw new RequestRefused(413, 'BAD_REQUEST', `The body may hold ${BODY_LIMIT_BYTES} bytes.`, { connection: 'close' });
    throw error;
  }
}

function tokenIn(text: string): string {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    body = null;
  }
  const token: unknown = body !== null && typeof body === 'object' ? (body as { token?: unknown }).token : undefined;
  if (typeof token === 'string' && token !== '' && token.length <= 300) return token;
  throw new RequestRefused(400, 'BAD_REQUEST', 'The body must be { "token": the part of the link behind #, as text }.');
}

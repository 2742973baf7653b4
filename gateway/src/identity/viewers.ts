import type { Viewer } from '@servicepunt/shared/contracts/roles';
import type { Logger } from '@servicepunt/shared/log';
import type { OidcVerifier } from '@servicepunt/shared/oidc';
import type { Call } from '@servicepunt/shared/service-client';
import { RequestRefused } from '../refusal.ts';
import { createTimedCache } from '../timed-cache.ts';
import type { Credential } from './credentials.ts';
import type { FailureLimit } from './failures.ts';
import { inLanguages } from './languages.ts';
import { findPerson } from './person.ts';

/** Revoked keys and changed grants are in force after at most this long. */
const KNOWN_FOR_MS = 30_000;
/** How long half of somebody's records serve while the other half can't be had. */
const HALF_KNOWN_FOR_MS = 3_000;
const MAX_KNOWN = 10_000;

/** Finds out who calls. Throws `RequestRefused`: 401 for a credential that isn't good, 429 after too many of them, 503 while it can't be known. */
export type Identify = (
  credential: Exclude<Credential, { kind: 'NONE' }>,
  acceptLanguage: string | undefined,
  address: string,
  /**
   * Somebody who was let in before is looked at once more, unless that was done less than so long ago. It counts for no failed attempt: when a
   * session of a whole school ends, the school must not be shut out.
   */
  again?: { readonly olderThanMs: number },
) => Promise<Viewer>;

interface Known {
  readonly inLanguage: ((header: string | undefined) => Viewer) | null;
  readonly expires: number;
  /** When it was asked for. */
  readonly since: number;
  /** Why nobody was found; for the log. */
  readonly reason?: string;
  /** The credential itself was good: only its bearer is a stranger. */
  readonly genuine?: boolean;
}

export function createIdentify(options: {
  verifyOidc: OidcVerifier;
  call: Call;
  failures: FailureLimit;
  log: Logger;
  now: () => number;
}): Identify {
  const { call, failures, log, now } = options;
  const known = createTimedCache<Known>({ max: MAX_KNOWN, now });
  const asking = new Map<string, Promise<Known>>();

  async function ask(kind: 'OIDC' | 'API_KEY' | 'LINK', secret: string): Promise<Known> {
    const since = now();
    return { ...(await find(kind, secret, since + KNOWN_FOR_MS)), since };
  }

  async function find(kind: 'OIDC' | 'API_KEY' | 'LINK', secret: string, until: number): Promise<Omit<Known, 'since'>> {
    if (kind === 'OIDC') {
      const verdict = await options.verifyOidc(secret);
      if (!verdict.ok) return { inLanguage: null, expires: 0, reason: verdict.reason };
      const { subject, expires } = verdict.signedIn;
      const { viewer, complete } = await findPerson(call, subject);
      if (!viewer) return { inLanguage: null, expires: 0, reason: 'no record of this person', genuine: true };
      return { inLanguage: inLanguages(viewer), expires: Math.min(complete ? until : now() + HALF_KNOWN_FOR_MS, expires) };
    }
    const { viewer } =
      kind === 'API_KEY'
        ? await call('employers.viewerByApiKey', { key: secret })
        : await call('placements.viewerByLink', { token: secret });
    return viewer
      ? { inLanguage: inLanguages(viewer as Viewer), expires: until }
      : { inLanguage: null, expires: 0, reason: kind === 'API_KEY' ? 'no such key' : 'no such link' };
  }

  /** One look-up per credential at a time: a page's burst of requests asks once. */
  function askOnce(kind: 'OIDC' | 'API_KEY' | 'LINK', secret: string): Promise<Known> {
    const key = `${kind} ${secret}`;
    let answer = asking.get(key);
    if (!answer) {
      answer = ask(kind, secret).finally(() => asking.delete(key));
      asking.set(key, answer);
    }
    return answer;
  }

  return async (credential, acceptLanguage, address, again) => {
    if (credential.kind === 'MALFORMED') {
      failures.check(address);
      failures.count(address);
      throw unauthenticated(undefined, 'MALFORMED');
    }
    const { kind, secret } = credential;
    const cacheKey = `${kind} ${secret}`;
    const remembered = known.get(cacheKey);
    const isFresh = !again || (remembered && now() - remembered.since < again.olderThanMs);
    if (remembered?.inLanguage && isFresh) return remembered.inLanguage(acceptLanguage);
    if (!again) failures.check(address);
    if (secret.length > 300 && kind !== 'OIDC') {
      failures.count(address);
      throw unauthenticated(undefined, `${kind}: too long`);
    }
    let found: Known;
    try {
      found = await askOnce(kind, secret);
    } catch (error) {
      log.warn({ event: 'identity-unknown', credential: kind, err: error });
      throw new RequestRefused(503, 'SUBGRAPH_UNAVAILABLE', 'Who you are can not be checked now. Try again later.', { 'retry-after': '2' });
    }
    if (!found.inLanguage) {
      if (!found.genuine && !again) failures.count(address);
      known.delete(cacheKey);
      throw unauthenticated(
        found.genuine ? 'Nobody with this account is known here. Ask the Servicepunt.' : undefined,
        `${kind}: ${found.reason}`,
      );
    }
    known.set(cacheKey, found, found.expires);
    return found.inLanguage(acceptLanguage);
  };
}

export function unauthenticated(
  message = 'Sign in first: the token, key or link is missing, wrong or expired.',
  reason = 'nothing shown',
): RequestRefused {
  return new RequestRefused(401, 'UNAUTHENTICATED', message, { 'www-authenticate': 'Bearer, Link' }, reason);
}

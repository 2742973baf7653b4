import { describe, expect, it } from '@jest/globals';
import { createLog } from '@servicepunt/shared/log';
import { RequestRefused } from '../refusal.ts';
import { readCredential } from './credentials.ts';
import { createIdentify } from './viewers.ts';

const identify = createIdentify({
  verifyOidc: () => Promise.resolve({ ok: false, reason: 'ERR_JWT_CLAIM_VALIDATION_FAILED aud' }),
  call: () => Promise.resolve({ viewer: null } as never),
  failures: { check: () => undefined, count: () => undefined },
  log: createLog({ service: 'test', level: 'silent' }),
  now: Date.now,
});

async function reasonFor(headers: readonly string[]): Promise<string | undefined> {
  const credential = readCredential(headers);
  if (credential.kind === 'NONE') return 'none';
  try {
    await identify(credential, undefined, '192.0.2.1');
  } catch (error) {
    if (error instanceof RequestRefused && error.status === 401) return error.reason;
    throw error;
  }
  return 'let in';
}

describe('a refused credential', () => {
  it.each([
    [['Basic YTpi'], 'MALFORMED'],
    [['Bearer a', 'Bearer a'], 'MALFORMED'],
    [[`Bearer ${'x'.repeat(9_000)}`], 'MALFORMED'],
    [['Bearer a.b.c'], 'OIDC: ERR_JWT_CLAIM_VALIDATION_FAILED aud'],
    [['Bearer slk_secret'], 'API_KEY: no such key'],
    [[`Bearer slk_${'s'.repeat(400)}`], 'API_KEY: too long'],
    [['Link secret'], 'LINK: no such link'],
    [[], 'none'],
  ] as const)('%j leaves its reason for the log, and never itself', async (headers, reason) => {
    expect(await reasonFor(headers)).toBe(reason);
  });
});

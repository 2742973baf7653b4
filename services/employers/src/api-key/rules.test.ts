import { describe, expect, it } from '@jest/globals';
import { checkApiKey, keyProblem, scopeNames, useIsNoted } from './rules.ts';

const NOW = new Date('2026-11-24T10:00:00Z');
const input = { name: 'AFAS', scopes: ['TRAINEES_READ' as const] };

describe('an API key', () => {
  it('works for a year unless told otherwise, and for two at most', () => {
    expect(checkApiKey(input, NOW)).toMatchObject({ ok: true, facts: { expiresAt: new Date('2027-11-24T10:00:00Z') } });
    expect(checkApiKey({ ...input, expiresAt: new Date('2028-11-23T10:00:00Z') }, NOW)).toMatchObject({ ok: true });
    for (const expiresAt of [NOW, new Date('2028-11-24T10:00:01Z')])
      expect(checkApiKey({ ...input, expiresAt }, NOW)).toMatchObject({ ok: false, column: 'expiresAt' });
  });
  it('has a name and at least one scope, each once', () => {
    expect(checkApiKey({ ...input, name: ' ' }, NOW)).toMatchObject({ ok: false, column: 'name' });
    expect(checkApiKey({ ...input, scopes: [] }, NOW)).toMatchObject({ ok: false, column: 'scopes' });
    expect(checkApiKey({ ...input, scopes: ['OFFERS_WRITE', 'TRAINEES_READ', 'OFFERS_WRITE'] }, NOW)).toMatchObject({
      ok: true,
      facts: { scopes: ['trainees:read', 'offers:write'] },
    });
    expect(scopeNames(['offers:write', 'trainees:read'])).toEqual(['TRAINEES_READ', 'OFFERS_WRITE']);
  });
  it('stops at its last moment, and when it’s revoked', () => {
    expect(keyProblem({ expiresAt: new Date('2026-11-24T10:00:01Z'), revokedAt: null }, NOW)).toBeNull();
    expect(keyProblem({ expiresAt: NOW, revokedAt: null }, NOW)).toBe('expired');
    expect(keyProblem({ expiresAt: new Date('2027-01-01T00:00:00Z'), revokedAt: NOW }, NOW)).toBe('revoked');
  });
  it('has its use noted once a minute', () => {
    expect(useIsNoted(null, NOW)).toBe(false);
    expect(useIsNoted(new Date('2026-11-24T09:59:01Z'), NOW)).toBe(true);
    expect(useIsNoted(new Date('2026-11-24T09:59:00Z'), NOW)).toBe(false);
  });
});

import { describe, expect, it } from '@jest/globals';
import { assert, property, uint8Array } from 'fast-check';
import { hashOf, newApiKey, parseApiKey, secretMatches } from './secret.ts';

describe('an API key', () => {
  it('is read back from its own text', () => {
    assert(
      property(uint8Array({ minLength: 33, maxLength: 33 }), (bytes) => {
        const { key, publicPart, hash } = newApiKey((length) => bytes.slice(0, length));
        const parsed = parseApiKey(key);
        expect(parsed?.publicPart).toBe(publicPart);
        expect(secretMatches(parsed?.secret ?? '', hash)).toBe(true);
      }),
    );
  });
  it('is another one each time, and its secret is not in what is kept', () => {
    const [first, second] = [newApiKey(), newApiKey()];
    expect(first.key).toMatch(/^slk_[0-9a-z]{16}_[0-9a-z]{59}$/);
    expect(first.key).not.toBe(second.key);
    expect(first.publicPart + first.hash).not.toContain(parseApiKey(first.key)?.secret ?? 'none');
  });
  it('with any character changed, added or left out isn’t one', () => {
    const { key } = newApiKey();
    for (let at = 4; at < key.length; at += 1) {
      expect(parseApiKey(key.slice(0, at) + (key[at] === '7' ? '8' : '7') + key.slice(at + 1))).toBeNull();
      expect(parseApiKey(key.slice(0, at) + key.slice(at + 1))).toBeNull();
    }
    for (const text of ['', 'slk_', `${key}0`, ` ${key}`, key.toUpperCase(), key.replace('slk_', 'sk_')])
      expect(parseApiKey(text)).toBeNull();
  });
  it('matches its own hash only, and never an absent one', () => {
    expect(secretMatches('secret', hashOf('secret'))).toBe(true);
    expect(secretMatches('secret', hashOf('other'))).toBe(false);
    expect(secretMatches('secret', undefined)).toBe(false);
    expect(secretMatches('', undefined)).toBe(false);
    expect(secretMatches('secret', 'short')).toBe(false);
  });
});

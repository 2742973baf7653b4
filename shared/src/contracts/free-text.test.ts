import { describe, expect, it } from '@jest/globals';
import { containsNationalNumber, passesElevenTest } from './free-text.ts';

describe('the eleven test', () => {
  it('passes a valid number and fails one whose last digit changed', () => {
    expect(passesElevenTest('111222333')).toBe(true);
    expect(passesElevenTest('111222334')).toBe(false);
  });
  it('does not count nine zeros', () => {
    expect(passesElevenTest('000000000')).toBe(false);
  });
});

describe('a text', () => {
  it.each(['zijn bsn is 111222333.', '111.222.333', '1112 22 333', '111-222-333', 'nr:１１１２２２３３３', '12 111222333'])(
    'is refused: %s',
    (text) => {
      expect(containsNationalNumber(text)).toBe(true);
    },
  );
  it.each(['bel 0612345678', '111222334', 'plaats 12, 4 dagen', '1112223334', ''])('is accepted: %s', (text) => {
    expect(containsNationalNumber(text)).toBe(false);
  });
});

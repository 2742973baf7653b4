import { describe, expect, it } from '@jest/globals';
import { containsNationalNumber, isColumnOfNationalNumbers, passesElevenTest } from './free-text.ts';

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

describe('a column of pupil numbers', () => {
  it.each([
    [['111222333', '123456782'], true],
    [['111222333', '123456782', '111222333', '123456782', '100000001'], true],
    [['111222333'], false],
    [['111222333', '100000001'], false],
    [['10001', '10002', '111222333'], false],
  ])('%j is one of citizen service numbers: %s', (values, verdict) => {
    expect(isColumnOfNationalNumbers(values)).toBe(verdict);
  });
});

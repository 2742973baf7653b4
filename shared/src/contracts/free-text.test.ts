import { describe, expect, it } from '@jest/globals';
import { containsNationalNumber, isColumnOfNationalNumbers, isNumberedText, passesElevenTest } from './free-text.ts';

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
  it.each([
    ['with a number behind it', '111.222.333 2 dagen'],
    ['with numbers around it', '3 keer 12 111 222 333 4'],
    ['with double separators', '111. 222. 333 en 111  222  333'],
    ['over two lines', '111\n222\n333'],
    ['with strokes', '111/222/333'],
    ['with dashes of another kind', '111–222–333'],
    ['with letters against it', 'bsn111222333x'],
    ['with what can not be seen in it', '111\u200b222\u00ad333'],
    ['in digits of another script', '١١١٢٢٢٣٣٣'],
    ['with marks on its digits', '1\ufe0f\u20e31\ufe0f\u20e31\ufe0f\u20e3222333'],
    ['with points in the middle', '111·222·333 en 111\u2212222\u2212333'],
    ['with commas as between thousands', '111,222,333'],
  ])('is refused %s', (_how, text) => {
    expect(containsNationalNumber(text)).toBe(true);
  });
  it.each([
    ['a telephone number', '+31 6 12 34 56 78 en 06-12345678'],
    ['a bank account', 'NL91 ABNA 0417 1643 00'],
    ['a number of the Chamber of Commerce, though it has eight digits of an old one', 'KVK 11122233'],
    ['an establishment', '000011122233'],
    ['a list', 'de plaatsen 111, 222, 333'],
    ['amounts', '1.112,22 en 333'],
    ['days and times', '24-11-2026 09:00 tot 25-11-2026 17:30'],
  ])('is accepted: %s', (_what, text) => {
    expect(containsNationalNumber(text)).toBe(false);
  });
  it.each(['bel 0612345678', '111222334', 'plaats 12, 4 dagen', '1112223334', ''])('is accepted: %s', (text) => {
    expect(containsNationalNumber(text)).toBe(false);
  });
});

describe('a number of an administration', () => {
  it.each([
    ['111222333', false],
    ['2026/111-222.333', false],
    ['bsn 111222333', true],
    ['١١١٢٢٢٣٣٣', true],
    ['plaats 12', false],
  ])('%s holds a citizen service number in a text around it: %s', (text, verdict) => {
    expect(isNumberedText(text)).toBe(verdict);
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

import { describe, expect, it } from '@jest/globals';
import {
  isBrin,
  isLocationCode,
  isPhoneNumber,
  isPostcode,
  isSbbCompanyId,
  normaliseBrin,
  normaliseCrebo,
  normaliseEstablishmentNumber,
  normaliseKvkNumber,
  normaliseLocationCode,
  normalisePhoneNumber,
  normalisePostcode,
  normaliseSchoolPupilNumber,
  showPostcode,
} from './identifiers.ts';

describe('what people type becomes the stored form', () => {
  it.each([
    [normaliseBrin, ' 05 ko ', '05KO'],
    [normaliseLocationCode, '05ko 00', '05KO00'],
    [normaliseKvkNumber, '01 234 567', '01234567'],
    [normaliseKvkNumber, '12.34.56.78', '12345678'],
    [normaliseEstablishmentNumber, '0000 1234 5678', '000012345678'],
    [normaliseCrebo, '25\u00a0655', '25655'],
    [normalisePostcode, '5611 ab', '5611AB'],
    [normalisePostcode, '５６１１ＡＢ', '5611AB'],
    [normaliseSchoolPupilNumber, ' 2026-0012 ', '2026-0012'],
    [normalisePhoneNumber, '06-12345678', '+31612345678'],
    [normalisePhoneNumber, '+31 (0)6 1234 5678', '+31612345678'],
    [normalisePhoneNumber, '0031 40 267 3000', '+31402673000'],
    [normalisePhoneNumber, '(040) 267 30 00', '+31402673000'],
    [normalisePhoneNumber, '0800-1234', '+318001234'],
    [normalisePhoneNumber, '+32 470 12 34 56', '+32470123456'],
  ] as const)('%p of %j is %j', (normalise, typed, stored) => {
    expect(normalise(typed)).toBe(stored);
  });
});

describe('what is no identifier is refused', () => {
  it.each([
    [normaliseBrin, '5KO'],
    [normaliseBrin, '05KOX'],
    [normaliseBrin, ''],
    [normaliseLocationCode, '05KO0'],
    [normaliseLocationCode, '05KO'],
    // A spreadsheet that ate the leading zero is not repaired by guessing.
    [normaliseKvkNumber, '1234567'],
    [normaliseKvkNumber, '1234567a'],
    [normaliseEstablishmentNumber, '12345678'],
    [normaliseCrebo, '2565'],
    [normalisePostcode, '0611 AB'],
    [normalisePostcode, '5611 SS'],
    [normalisePostcode, '5611 SA'],
    [normalisePostcode, '5611 SD'],
    [normalisePostcode, '5611'],
    [normaliseSchoolPupilNumber, ''],
    [normaliseSchoolPupilNumber, '1'.repeat(21)],
    [normaliseSchoolPupilNumber, '12 34'],
    [normalisePhoneNumber, '06-1234567'],
    [normalisePhoneNumber, '+31061234567'],
    [normalisePhoneNumber, 'zie moeder'],
    [normalisePhoneNumber, ''],
  ] as const)('%p of %j', (normalise, typed) => {
    expect(normalise(typed)).toBeNull();
  });
});

describe('the stored form is judged as it stands', () => {
  it('does not forgive lower case, spaces or a trailing line break', () => {
    expect(isBrin('05ko')).toBe(false);
    expect(isLocationCode('05KO00\n')).toBe(false);
    expect(isPostcode('5611 AB')).toBe(false);
    expect(isPhoneNumber('0612345678')).toBe(false);
  });
  it('accepts an SBB id of one to twenty digits', () => {
    expect(isSbbCompanyId('100')).toBe(true);
    expect(isSbbCompanyId('1'.repeat(21))).toBe(false);
  });
  it('accepts postcodes whose letters only begin with S', () => {
    expect(isPostcode('5611SE')).toBe(true);
    expect(isPostcode('5611AS')).toBe(true);
  });
  it('shows a postcode with the space that people expect', () => {
    expect(showPostcode('5611AB')).toBe('5611 AB');
  });
});

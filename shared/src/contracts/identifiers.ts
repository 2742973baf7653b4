/**
 * Identifiers of schools, companies and people (DOMAIN section 8), as services, import and sample data check them: one rule, one place.
 * All are strings and keep their leading zeros. `isX` judges the stored form; `normaliseX` turns what people type into it, or gives null.
 */

/** BRIN of a school: two digits and two capitals, as DUO's register of institutions writes it. */
export const isBrin = (text: string): boolean => /^[0-9]{2}[A-Z]{2}$/.test(text);

/** School location: the BRIN and DUO's two-digit number of the location (`05KO00`). */
export const isLocationCode = (text: string): boolean => /^[0-9]{2}[A-Z]{2}[0-9]{2}$/.test(text);

/** Number in the register of the Chamber of Commerce: eight digits. It has no check digit, so a typing error can't be seen. */
export const isKvkNumber = (text: string): boolean => /^[0-9]{8}$/.test(text);

/** The Chamber of Commerce's number of one establishment (vestigingsnummer): twelve digits. */
export const isEstablishmentNumber = (text: string): boolean => /^[0-9]{12}$/.test(text);

/** Code of a qualification or component in the Centraal Register Beroepsopleidingen: five digits. */
export const isCrebo = (text: string): boolean => /^[0-9]{5}$/.test(text);

/** SBB's id of an accredited work placement company. No published rule: digits, at most twenty. */
export const isSbbCompanyId = (text: string): boolean => /^[0-9]{1,20}$/.test(text);

/** Dutch postcode in its stored form `1234AB`: no leading zero, and never SA, SD or SS, which are not issued. */
export const isPostcode = (text: string): boolean => /^[1-9][0-9]{3}(?!SA|SD|SS)[A-Z]{2}$/.test(text);

/** A school's own number of a pupil: administrations write digits, some letters, dots, slashes and hyphens. Length and characters are our choice. */
export const isSchoolPupilNumber = (text: string): boolean => /^[0-9A-Za-z][0-9A-Za-z./-]{0,19}$/.test(text);

/** Telephone number in E.164; a Dutch one has nine digits after +31, or is a service number (800, 900, 906, 909 and four or seven digits). */
export const isPhoneNumber = (text: string): boolean =>
  text.startsWith('+31') ? /^\+31(?:[1-9][0-9]{8}|(?:800|90[069])(?:[0-9]{4}|[0-9]{7}))$/.test(text) : /^\+[1-9][0-9]{6,14}$/.test(text);

export const normaliseBrin = (text: string): string | null => accepted(packed(text).toUpperCase(), isBrin);
export const normaliseLocationCode = (text: string): string | null => accepted(packed(text).toUpperCase(), isLocationCode);
export const normaliseKvkNumber = (text: string): string | null => accepted(packed(text).replaceAll('.', ''), isKvkNumber);
export const normaliseEstablishmentNumber = (text: string): string | null =>
  accepted(packed(text).replaceAll('.', ''), isEstablishmentNumber);
export const normaliseCrebo = (text: string): string | null => accepted(packed(text), isCrebo);
export const normalisePostcode = (text: string): string | null => accepted(packed(text).toUpperCase(), isPostcode);
export const normaliseSchoolPupilNumber = (text: string): string | null => accepted(text.trim(), isSchoolPupilNumber);

/** `06-1234 5678`, `+31 (0)6 12345678` and `0031612345678` all become `+31612345678`; without a country the number is Dutch. */
export function normalisePhoneNumber(text: string): string | null {
  const digits = text
    .normalize('NFKC')
    .replaceAll('(0)', '')
    .replaceAll(/[\s()./\u2010-\u2015-]/g, '')
    .replace(/^00/, '+');
  return accepted(digits.startsWith('0') ? `+31${digits.slice(1)}` : digits, isPhoneNumber);
}

/** A stored postcode as people read it: `1234 AB`. */
export const showPostcode = (postcode: string): string => `${postcode.slice(0, 4)} ${postcode.slice(4)}`;

/** Full-width digits and the non-breaking spaces of spreadsheets are the same characters to a reader. */
function packed(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '');
}

function accepted(text: string, rule: (text: string) => boolean): string | null {
  return rule(text) ? text : null;
}

/** A text field holds at most this many characters unless its input says otherwise. */
export const FREE_TEXT_MAX_LENGTH = 4_000;

const ELEVEN_TEST_WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1] as const;

/** The eleven test of the citizen service number (BSN): nine digits whose weighted sum is divisible by 11 and not 0. */
export function passesElevenTest(digits: string): boolean {
  if (!/^[0-9]{9}$/.test(digits)) return false;
  const sum = ELEVEN_TEST_WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return sum !== 0 && sum % 11 === 0;
}

/**
 * What people put between the digits of a number: spaces of every kind, dots, hyphens, strokes; up to three of them. A comma only as between
 * thousands: elsewhere it makes a list or a fraction.
 */
const BETWEEN = String.raw`(?:[\s.\-\u2010-\u2015\u2212\u00b7\u2022/_]|,(?=[0-9]{3}(?![0-9]))){1,3}`;
const RUN = new RegExp(String.raw`\+?[0-9]+(?:${BETWEEN}[0-9]+)*`, 'g');
const SEPARATOR = new RegExp(BETWEEN);

/**
 * Whether a text holds a possible citizen service number, which may never be stored (DOMAIN section 7): nine digits that pass the eleven
 * test, also with separators between them and with other numbers before and after. Longer numbers (telephone, account) aren't cut up.
 */
export function containsNationalNumber(text: string): boolean {
  for (const [run] of plainDigits(text).matchAll(RUN)) {
    const groups = run.replace('+', '').split(SEPARATOR);
    // Written internationally it is a telephone number as a whole; nine digits at a stretch are not.
    if (run.startsWith('+') && isTelephone(groups)) continue;
    for (let first = 0; first < groups.length; first += 1) {
      let digits = '';
      for (let next = first; next < groups.length && digits.length < 9; next += 1) {
        digits += groups[next] ?? '';
        if (passesElevenTest(digits)) return true;
      }
    }
  }
  return false;
}

const isTelephone = (groups: readonly string[]): boolean => {
  const length = groups.join('').length;
  return length >= 10 && length <= 15 && !groups.some(passesElevenTest);
};

/** The digits of other scripts and forms as 0 to 9; what can't be seen between them, and marks on them, are left out. */
function plainDigits(text: string): string {
  const visible = text.normalize('NFKC').replaceAll(/[\p{Cf}\p{M}]/gu, '');
  return visible.replaceAll(/\p{Nd}/gu, (digit) => {
    const point = digit.codePointAt(0) ?? 0;
    if (point < 128) return digit;
    // Every script has its ten digits in a row, beginning with its zero.
    let value = 0;
    while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(point - value - 1))) value += 1;
    return String(value);
  });
}

/**
 * Whether what should be a number of another administration (of a placement, a handover) is a text with a citizen service number in it.
 * Letters, digits and strokes in a row are a number, of a type of its own and exempt.
 */
export function isNumberedText(text: string): boolean {
  return !/^[\w./-]+$/.test(text.trim()) && containsNationalNumber(text);
}

/**
 * Whether a column of numbers of another kind (pupil numbers) is in truth one of citizen service numbers: at least two of its
 * nine-digit values pass the eleven test, and four in five of them. By chance one in eleven passes, so two of two do once in 121 lists.
 */
export function isColumnOfNationalNumbers(values: readonly string[]): boolean {
  const candidates = values.filter((value) => /^[0-9]{9}$/.test(value));
  const passing = candidates.filter(passesElevenTest).length;
  return passing >= 2 && passing >= candidates.length * 0.8;
}

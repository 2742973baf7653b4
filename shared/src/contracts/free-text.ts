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
 * Whether a text holds a possible citizen service number, which may never be stored (DOMAIN section 7).
 * Looks at every run of exactly nine digits; dots, spaces and hyphens between the digits, as people write them, count as one run.
 */
export function containsNationalNumber(text: string): boolean {
  for (const [run] of text.normalize('NFKC').matchAll(/\p{Nd}(?:[ .\u00a0-]?\p{Nd})*/gu)) {
    const groups = run.split(/[ .\u00a0-]/);
    if (passesElevenTest(groups.join(''))) return true;
    if (groups.length > 1 && groups.some((group) => passesElevenTest(group))) return true;
  }
  return false;
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

/** Longest beginning of a word that is kept for searching; longer words are compared by it. */
const LONGEST = 12;
const MOST_WORDS = 8;

/** Text as it is compared: without case, accents and punctuation. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{Nd}]+/gu, ' ')
    .trim();
}

/**
 * Every beginning of every word: a search for words by their beginning is then plain equality on one index,
 * which needs no regular expression from outside and costs the same at any size.
 */
export function searchKeys(...texts: readonly (string | null | undefined)[]): string[] {
  const keys = new Set<string>();
  for (const text of texts) {
    for (const word of wordsOf(text ?? ''))
      for (let length = 1; length <= Math.min(word.length, LONGEST); length += 1) keys.add(word.slice(0, length));
  }
  return [...keys].toSorted();
}

/** Rows whose `searchKeys` hold a word for each word of the search; a search without words narrows nothing. */
export function searchConditions(search: string): { searchKeys: string }[] {
  return [...new Set(wordsOf(search))].slice(0, MOST_WORDS).map((word) => ({ searchKeys: word.slice(0, LONGEST) }));
}

function wordsOf(text: string): string[] {
  return plain(text)
    .split(' ')
    .filter((word) => word !== '');
}

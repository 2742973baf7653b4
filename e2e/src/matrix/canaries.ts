/** Texts that occur nowhere else: whoever gets one to see has seen the field that it was put into. */
export interface Canaries {
  /** A word; also good as part of an address or an account. */
  word(of: string): string;
  email(of: string): string;
  phone(of: string): string;
  /** Takes a value that can't be a word (a number of a register) as a canary. */
  value<T extends string>(of: string, value: T): T;
  /** The first canary that was put into a place. */
  of(place: string): string;
  /** Every canary with the place it was put into. */
  all(): [place: string, canary: string][];
  /** All canaries in a text. */
  in(text: string): Set<string>;
  /** Where a canary was put. */
  placeOf(canary: string): string;
}

/** `of` names the story first: `seventeen Student.givenName`. */
export function createCanaries(): Canaries {
  const places = new Map<string, string>();
  const values = new Set<string>();
  /** As it was written, since look-ups of numbers tell capitals apart. */
  const first = new Map<string, string>();
  let count = 0;
  const next = () => String((count += 1)).padStart(4, '0');
  const keep = (canary: string, of: string): string => {
    places.set(canary.toLowerCase(), of);
    if (!first.has(of)) first.set(of, canary);
    return canary;
  };
  return {
    word: (of) => keep(`Kanarie${next()}`, of),
    email: (of) => `${keep(`kanarie${next()}`, of)}@matrix.example`,
    phone(of) {
      const phone = `+3161777${next()}`;
      values.add(phone);
      return keep(phone, of);
    },
    value(of, value) {
      values.add(value.toLowerCase());
      keep(value, of);
      return value;
    },
    all: () => [...places].map(([canary, place]) => [place, canary]),
    in(text) {
      const folded = text.toLowerCase();
      const found = new Set(folded.match(/kanarie\d{4}/g) ?? []);
      for (const value of values) if (folded.includes(value)) found.add(value);
      return found;
    },
    of(place) {
      const found = first.get(place);
      if (found === undefined) throw new Error(`No canary was put into ${place}`);
      return found;
    },
    placeOf: (canary) => places.get(canary.toLowerCase()) ?? 'unknown',
  };
}

/** Repeatable chance: the same seed gives the same choices on every machine and in every version of Node. */
export interface Random {
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number;
  pick<T>(from: readonly T[]): T;
  /** True once in `n` times. */
  oneIn(n: number): boolean;
  /** A copy in another order. */
  shuffle<T>(from: readonly T[]): T[];
}

/** One stream of choices per name, so that a change in one file leaves the others as they are. */
export function randomFor(name: string): Random {
  // FNV-1a spreads the name over the state of a Weyl sequence with a multiply-xorshift output.
  let state = 2_166_136_261;
  for (const character of `servicepunt-2026:${name}`) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  const next = (): number => {
    state = (state + 0x9e_37_79_b9) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21_f0_aa_ad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x73_5a_2d_97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296;
  };
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    int,
    pick: (from) => from[int(0, from.length - 1)] as (typeof from)[number],
    oneIn: (n) => int(1, n) === 1,
    shuffle(from) {
      const mixed = [...from];
      for (let last = mixed.length - 1; last > 0; last -= 1) {
        const other = int(0, last);
        [mixed[last], mixed[other]] = [mixed[other] as (typeof mixed)[number], mixed[last] as (typeof mixed)[number]];
      }
      return mixed;
    },
  };
}

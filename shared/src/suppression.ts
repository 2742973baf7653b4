/** Numbers of people that are too small to be told (DOMAIN section 7): with four known, the fifth is no secret any more. */
export const FEWEST_PEOPLE = 5;

export interface FigureCell {
  readonly counted: number;
  /** How many people make it up. */
  readonly people: number;
}
export interface Suppressed<Cell extends FigureCell> {
  readonly cells: readonly (Cell & { readonly shown: boolean })[];
  /** Sum of all cells; null where it is too small, or would give away what is left out. */
  readonly total: number | null;
}

/**
 * What may be told of one table: no cell of fewer than five people, and where the total would give such a cell away, the next smallest cells aren't
 * either. What is left out together is made up of at least five people, in at least two cells, and nothing says which of them was too small.
 * `apart`: nobody is in two cells; otherwise all that is known of several cells together is that they hold as many people as the largest of them.
 *
 * It holds for a table that is always told whole: numbers of parts of it, or of several tables together, could be subtracted from each other.
 */
export function suppress<Cell extends FigureCell>(cells: readonly Cell[], { apart }: { readonly apart: boolean }): Suppressed<Cell> {
  const atLeast = (some: readonly Cell[]): number => some.reduce((sum, { people }) => (apart ? sum + people : Math.max(sum, people)), 0);
  const smallestFirst = cells.toSorted((left, right) => left.people - right.people || left.counted - right.counted);
  let hidden = smallestFirst.filter(({ people }) => people < FEWEST_PEOPLE);
  const isSafe = () => hidden.length === 0 || (hidden.length > 1 && atLeast(hidden) >= FEWEST_PEOPLE);
  while (!isSafe() && hidden.length < cells.length) hidden = smallestFirst.slice(0, hidden.length + 1);
  return {
    cells: cells.map((cell) => ({ ...cell, shown: !hidden.includes(cell) })),
    total: isSafe() && atLeast(cells) >= FEWEST_PEOPLE ? cells.reduce((sum, { counted }) => sum + counted, 0) : null,
  };
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startPlanner, type Planner } from '../planning/planner.ts';
import { houseOperations, houseSupergraph, houseWorld } from '../test-support/house.ts';
import { startRivals, type Rivals } from '../test-support/rivals.ts';
import { randomOperation, type RandomOperation, type RandomSize } from '../test-support/random-operations.ts';
import { trapWorld, world, WORLDS } from '../test-support/worlds.ts';

/** More by hand: `DIFFERENTIAL_OPERATIONS=1000 npx jest differential`. */
const OPERATIONS_PER_WORLD = Number(process.env['DIFFERENTIAL_OPERATIONS'] ?? 40);
const TIMEOUT_MS = Math.max(120_000, OPERATIONS_PER_WORLD * 1_000);
/** Small enough for the stock executor, which plans in this process, and large enough for every kind of plan. */
const SIZE: RandomSize = { depth: 4, fields: 30 };

describe('our executor and the stock one', () => {
  let planner: Planner;
  beforeAll(() => {
    // What takes the planner longer would take this process along in the stock executor, which plans on the spot.
    planner = startPlanner({ heapMb: 256, onDeath: () => undefined });
  });
  afterAll(() => planner.stop());

  /** Runs an operation through both and compares; true when Apollo's planner could not plan it. */
  async function compare(rivals: Rivals, operation: RandomOperation, down?: string): Promise<boolean> {
    const outcomes = await rivals.run(operation, down);
    if (outcomes === 'unplannable') return true;
    const { own, stock } = outcomes;
    // How an outage is told differs: ours names what the client asked for, the stock executor all that the fetch would have filled.
    if (down === undefined) expect({ ...operation, ...own }).toEqual({ ...operation, ...stock, astray: [] });
    else
      expect({ ...operation, down, data: own.data, open: own.errors.length > 0 }).toEqual({
        ...operation,
        down,
        data: stock.data,
        open: stock.errors.length > 0,
      });
    return false;
  }

  describe.each(['shop', 'town'])('over %s', (name) => {
    let rivals: Rivals;
    beforeAll(async () => {
      rivals = await startRivals(planner, world(name, { faults: true }));
    });
    afterAll(() => rivals.stop());

    it(
      'give the same data and the same errors for any operation',
      async () => {
        for (let seed = 1; seed <= OPERATIONS_PER_WORLD; seed += 1)
          expect(await compare(rivals, randomOperation(rivals.schema, seed, SIZE))).toBe(false);
      },
      TIMEOUT_MS,
    );

    it.each(Object.keys(WORLDS[name] ?? {}))(
      'give the same data while %s is down',
      async (down) => {
        for (let seed = 1; seed <= OPERATIONS_PER_WORLD / 5; seed += 1)
          expect(await compare(rivals, randomOperation(rivals.schema, seed, SIZE), down)).toBe(false);
      },
      TIMEOUT_MS,
    );
  });

  describe('over a library with interface objects', () => {
    let rivals: Rivals;
    beforeAll(async () => {
      rivals = await startRivals(planner, world('library', { faults: false }));
    });
    afterAll(() => rivals.stop());

    it(
      'give the same data, but for what the stock one loses',
      async () => {
        let unplannable = 0;
        for (let seed = 1; seed <= OPERATIONS_PER_WORLD; seed += 1) {
          const operation = randomOperation(rivals.schema, seed, SIZE);
          const outcomes = await rivals.run(operation);
          if (outcomes === 'unplannable') unplannable += 1;
          else
            expect({ ...operation, data: withoutLosses(outcomes.own.data, outcomes.stock.data) }).toEqual({
              ...operation,
              data: outcomes.stock.data,
            });
        }
        // Apollo's planner itself fails on some operations over interface objects.
        expect(unplannable).toBeLessThan(OPERATIONS_PER_WORLD / 4);
      },
      TIMEOUT_MS,
    );
  });

  it('give the same data where a field of an interface object requires another one', async () => {
    const rivals = await startRivals(planner, trapWorld());
    try {
      for (const source of ['{ medias { praise } }', '{ topMedia { praise title } books { praise } }'])
        expect(await compare(rivals, { source, variables: {} })).toBe(false);
    } finally {
      await rivals.stop();
    }
  });

  describe('over our own supergraph', () => {
    let rivals: Rivals;
    beforeAll(async () => {
      rivals = await startRivals(planner, houseWorld(), houseSupergraph());
    });
    afterAll(() => rivals.stop());

    it(
      'give the same data and the same errors for the operations of our clients',
      async () => {
        for (const operation of houseOperations(rivals.schema)) expect(await compare(rivals, operation)).toBe(false);
      },
      TIMEOUT_MS,
    );

    it(
      'and for any other',
      async () => {
        for (let seed = 1; seed <= OPERATIONS_PER_WORLD; seed += 1)
          expect(await compare(rivals, randomOperation(rivals.schema, seed, { depth: 5, fields: 40 }))).toBe(false);
      },
      TIMEOUT_MS,
    );
  });
});

/**
 * Our data without what the stock executor loses in silence: where an interface object's answer replaces an object's type, it takes
 * the object for null, or leaves out what a type condition asked of it, and no error says so.
 */
function withoutLosses(own: unknown, stock: unknown): unknown {
  if (stock === null) return null;
  if (typeof own !== 'object' || own === null || typeof stock !== 'object') return own;
  if (Array.isArray(own)) return own.map((element, index) => withoutLosses(element, (stock as unknown[])[index]));
  const rest = stock as Record<string, unknown>;
  return Object.fromEntries(Object.entries(own).flatMap(([key, value]) => (key in rest ? [[key, withoutLosses(value, rest[key])]] : [])));
}
